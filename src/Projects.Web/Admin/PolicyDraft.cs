using System.Collections.Immutable;

namespace Projects.Web.Admin;

/// <summary>A policy while it is being typed.</summary>
public sealed class PolicyDraft
{
    private PolicyDraft(Policy from)
    {
        From = from;
        Approval = from.Approval;
        Numbers = PolicyNumber.All.ToDictionary(number => number.Field, number => (decimal?)number.Of(from));
        Verifiers = from.Closing.ToDictionary(rule => rule.Key, rule => (int?)rule.Value.Verifiers);
        Levels = from.Closing.ToDictionary(rule => rule.Key, rule => rule.Value.ApproverLevel);
    }

    /// <summary>The policy it began with.</summary>
    public Policy From { get; }
    public ApprovalOrder Approval { get; set; }
    public Dictionary<string, decimal?> Numbers { get; }
    public Dictionary<Grade, int?> Verifiers { get; }
    public Dictionary<Grade, int> Levels { get; }

    public static PolicyDraft Of(Policy policy) => new(policy);

    /// <summary>What is not even a number; null when all are.</summary>
    public InvalidFields? Fault()
    {
        var faults = ImmutableArray.CreateBuilder<FieldFault>();
        foreach (var number in PolicyNumber.All)
            if (Numbers[number.Field] is not { } value || number.IsWhole && (!decimal.IsInteger(value) || value is < -9_999 or > 9_999))
                faults.Add(new(number.Field, number.IsWhole ? new("须填整数", "must be a whole number") : new("须填数字", "must be a number")));
        foreach (var (grade, verifiers) in Verifiers)
            if (verifiers is null)
                faults.Add(new($"closing[{grade}].verifiers", new("须填整数", "must be a whole number")));
        return faults.Count == 0 ? null : new InvalidFields(faults.ToImmutable());
    }

    /// <summary>To be asked for when there is no <see cref="Fault"/>.</summary>
    public Policy ToPolicy() => PolicyNumber.All.Aggregate(
        From with
        {
            Approval = Approval,
            Closing = Verifiers.ToImmutableSortedDictionary(rule => rule.Key, rule => new ClosingRule(rule.Value!.Value, Levels[rule.Key])),
        },
        (policy, number) => number.Set(policy, Numbers[number.Field]!.Value));
}
