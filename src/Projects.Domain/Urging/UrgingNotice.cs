using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>Where a notice stands. Derived from it and its issue.</summary>
public enum UrgingState
{
    /// <summary>待答复</summary>
    AwaitingReply,

    /// <summary>待认定: a reply waits to be accepted or not.</summary>
    AwaitingSettlement,

    /// <summary>已答复: a reply was accepted.</summary>
    Answered,

    /// <summary>已续催: a later notice stands in its place.</summary>
    Superseded,

    /// <summary>已停催: the lead unit has asked to close, the due date was moved, or the round is over.</summary>
    AtRest,
}

/// <summary>催办单/督办函/挂牌督办: one notice and what was answered to it.</summary>
public sealed record UrgingNotice
{
    /// <summary>From 1 within the issue, over all rounds.</summary>
    public required int No { get; init; }
    public required UrgingLevel Level { get; init; }
    public required UrgingCondition Condition { get; init; }
    public required UrgingRecipient To { get; init; }

    /// <summary>The last day a reply is in time, counted from the day the notice was recorded.</summary>
    public required DateOnly ReplyBy { get; init; }

    /// <summary>Followed from a late acceptance; <see cref="By"/> is then who accepted.</summary>
    public bool ByItself { get; init; }
    public string? Document { get; init; }
    public string? Message { get; init; }
    public required By By { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>In order; only the last may be unsettled or accepted.</summary>
    public ImmutableArray<UrgingReply> Replies { get; init; } = [];

    /// <summary>The last reply, which alone decides where the notice stands; null when there is none.</summary>
    [JsonIgnore]
    public UrgingReply? Reply => Replies.IsEmpty ? null : Replies[^1];

    /// <param name="issue">The issue it belongs to.</param>
    public UrgingState StateIn(Issue issue)
    {
        if (Reply is { Accepted: true })
            return UrgingState.Answered;
        var inForce = issue.State.IsWithLeadUnit() && Condition.Round == issue.Round?.No && (Condition.Due is not { } due || due == issue.CurrentDue);
        if (!inForce)
            return UrgingState.AtRest;
        if (issue.Urgings.Any(later => later.No > No && Condition.IsFollowedBy(later.Condition)))
            return UrgingState.Superseded;
        return Reply is { Accepted: null } ? UrgingState.AwaitingSettlement : UrgingState.AwaitingReply;
    }
}

/// <param name="PromisedOn">By when it will be done; null when no day was promised.</param>
/// <param name="Accepted">Null while it waits to be settled.</param>
public sealed record UrgingReply(string Text, DateOnly? PromisedOn, bool Late, By By, DateOnly On, bool? Accepted = null, string? Reason = null, By? SettledBy = null, DateOnly? SettledOn = null);
