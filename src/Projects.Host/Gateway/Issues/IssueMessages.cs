using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>An issue as a caller sees it on a day: what it says, where it stands, what follows from the day, and what the caller may do.</summary>
internal sealed class IssueMessages(ProjectId project, Insight insight, Language language)
{
    private readonly RoundMessages rounds = new(insight);
    private readonly Dictionary<Refusal, string> explanations = [];

    public V1.Issue Of(IssueSight sight)
    {
        var issue = sight.Issue;
        var wire = StandingOf(issue);
        wire.Particulars = issue.Particulars.ToWire(project.Park);
        wire.Rounds.Add(issue.Rounds.Select(rounds.Of));
        wire.Extensions.Add(issue.Extensions.Select(Of));
        wire.Reviews.Add(issue.Reviews.Select(Of));
        wire.Suspension = issue.Suspension is { } suspension ? Of(suspension) : null;
        wire.TakeOver = issue.TakenOver?.ToWire();
        wire.BallInCourt.Add(HolderMessages.Of(BallInCourt.Of(issue), insight.Park, language));
        wire.AllowedActions.Add(Actions.For(MatterOf(sight), issue.Number).Select(Of));
        Derive(wire, issue);
        return wire;
    }

    private V1.Issue StandingOf(Issue issue) => new()
    {
        Name = ResourceName.Of(project, issue.Number),
        Number = issue.Number.Value,
        List = ResourceName.Of(project, issue.List),
        State = issue.State.ToWire(),
        RegisteredDate = issue.RegisteredOn.ToWire(),
        AcceptedDate = issue.AcceptedOn.ToWire(),
        OriginalDue = issue.OriginalDue?.ToWire(),
        CurrentDueDate = issue.CurrentDue.ToWire(),
        Dispute = issue.Dispute ?? "",
        ClosedDate = issue.ClosedOn.ToWire(),
        FilingNumber = issue.FilingNumber ?? "",
        FiledDate = issue.FiledOn.ToWire(),
        NextReviewDate = issue.NextReview.ToWire(),
        VoidReason = issue.VoidReason ?? "",
        MergedInto = issue.MergedInto is { } other ? ResourceName.Of(project, other) : "",
        LastStepDate = issue.LastStepOn.ToWire(),
        Etag = Etags.Of(issue.Version),
    };

    /// <summary>What is never stored: light, overdue and the days left follow from today.</summary>
    private void Derive(V1.Issue wire, Issue issue)
    {
        wire.Light = IssueLight.Of(issue, insight.Today, insight.Park.Policy, insight.Calendar).ToWire();
        if (!issue.State.IsOpen() || issue.CurrentDue is not { } due)
            return;
        wire.Overdue = due < insight.Today;
        if (insight.Calendar.IsPublished(due.Year) && insight.Calendar.IsPublished(insight.Today.Year))
            wire.WorkingDaysLeft = insight.Calendar.WorkingDaysBetween(insight.Today, due);
    }

    private V1.Extension Of(Extension extension)
    {
        var wire = new V1.Extension
        {
            OldDueDate = extension.OldDue.ToWire(),
            NewDueDate = extension.NewDue.ToWire(),
            Reason = extension.Reason,
            Late = extension.Late,
            ApproverLevel = extension.ApproverLevel,
            RequestedBy = Signatures.Of(extension.RequestedBy, extension.RequestedOn, insight.Park),
            DecidedBy = Signatures.Of(extension.DecidedBy, extension.DecidedOn, insight.Park),
            DecisionReason = extension.DecisionReason ?? "",
        };
        if (extension.Granted is { } granted)
            wire.Granted = granted;
        return wire;
    }

    private V1.Review Of(Review review) => new()
    {
        Finding = review.Finding,
        NextReviewDate = review.NextReview.ToWire(),
        By = Signatures.Of(review.By, review.On, insight.Park),
    };

    private V1.Suspension Of(Suspension suspension) => new()
    {
        LeftState = suspension.Left.ToWire(),
        Reason = suspension.Reason,
        ReviewDate = suspension.ReviewOn.ToWire(),
        By = Signatures.Of(suspension.By, suspension.On, insight.Park),
    };

    private V1.AllowedAction Of(IssueAction action) => new()
    {
        Verb = action.Verb,
        Allowed = action.Allowed,
        Reason = action.WhyNot is { } obstacle ? Refusing.Of(obstacle.Reason) : "",
        Explanation = action.WhyNot is { } why ? ExplanationOf(why) : "",
    };

    // Many actions meet the same obstacle.
    private string ExplanationOf(Refusal obstacle)
    {
        if (!explanations.TryGetValue(obstacle, out var words))
            explanations.Add(obstacle, words = Words.Of(obstacle).In(language));
        return words;
    }

    /// <summary>The matter the rules are asked about: the project as far as one issue's actions need it, on today's day, by the caller.</summary>
    private Matter MatterOf(IssueSight sight)
    {
        var part = Project.Unknown(project) with
        {
            Version = sight.Issue.Version,
            Particulars = sight.Project,
            Lists = Project.Unknown(project).Lists.Add(sight.List.Code, sight.List),
            Issues = Project.Unknown(project).Issues.Add(sight.Issue.Number, sight.Issue),
        };
        var noon = BusinessDay.StartOf(insight.Today).AddHours(12);
        return new Matter(part, new Stamp(insight.Actor, noon, insight.Today, insight.Today, ""), insight.Park, insight.Calendar);
    }
}
