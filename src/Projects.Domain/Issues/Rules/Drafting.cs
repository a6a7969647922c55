using System.Collections.Immutable;

namespace Projects;

/// <summary>Writing an issue down before it stands in the books.</summary>
internal static class Drafting
{
    private static readonly ImmutableArray<Role> Drafters = [Role.LedgerOffice, Role.ProjectOfficer, Role.Handler, Role.UnitHead, Role.Supervision];

    public static Decision Draft(Matter matter, DraftIssue command)
    {
        if (!matter.Project.Lists.TryGetValue(command.List, out var list))
            return Matter.No(new NotFound("list", command.List.Value));
        var right = DrafterIn(list);
        if (right.HeldBy(matter.Stamp.Actor) is not [var capacity, ..])
            return Matter.No(new RoleMissing(right.Roles));
        if (list.Status is not ListStatus.Archived && command.Number is { } number && IsThat(matter, command, number))
            return Matter.Already;
        var (drafted, refusal) = Write(matter, command, new FieldCheck());
        return drafted is null ? Matter.No(refusal!) : matter.Yes(capacity, drafted);
    }

    /// <summary>
    /// Issues written down with another record, by whoever may make that record: what was drafted, numbered as if one came after another, or the
    /// first obstacle.
    /// </summary>
    /// <param name="field">Where the drafts stand in the command.</param>
    public static (ImmutableArray<Event> Events, ImmutableArray<IssueNumber> Numbers, Refusal? Refusal) All(Matter matter, Capacity capacity, ImmutableArray<DraftIssue> drafts, string field)
    {
        var (events, numbers) = (ImmutableArray.CreateBuilder<Event>(drafts.Length), ImmutableArray.CreateBuilder<IssueNumber>(drafts.Length));
        foreach (var (place, draft) in drafts.Index())
        {
            var (drafted, refusal) = Write(matter, draft, new FieldCheck($"{field}[{place}]."));
            if (drafted is null)
                return ([], [], refusal);
            events.Add(drafted);
            numbers.Add(drafted.Number);
            matter = matter.After(capacity, drafted);
        }
        return (events.MoveToImmutable(), numbers.MoveToImmutable(), null);
    }

    /// <summary>Whether the issues of these numbers are the ones drafted so.</summary>
    public static bool AreThose(Matter matter, ImmutableArray<DraftIssue> drafts, ImmutableArray<IssueNumber> numbers) =>
        drafts.Zip(numbers).All(pair => IsThat(matter, pair.First, pair.Second));

    public static Leave MayAmend(IssueMatter m) => m.May<AmendIssue>(AmenderOf(m.Issue, m.Matter.Project.Lists.GetValueOrDefault(m.Issue.List)));

    public static Decision Amend(IssueMatter m, AmendIssue command)
    {
        var leave = MayAmend(m);
        var check = new FieldCheck();
        var particulars = check.Particulars(command.Particulars, m.Matter);
        check.Listed(particulars, m.Particulars, m.Matter.Park);
        if (leave.Obstacle(alreadySo: m.Issue.State is IssueState.Draft && particulars.SaysTheSameAs(m.Particulars)) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new IssueAmended(m.Number, particulars));
    }

    /// <summary>The number chosen, or the list's next one; <paramref name="taken"/> when it stands for another issue, void ones included.</summary>
    public static IssueNumber Number(this FieldCheck check, Project project, IssueList list, IssueNumber? chosen, out Refusal? taken)
    {
        taken = null;
        if (chosen is not { } number)
            return IssueNumbering.Next(project, list).Number;
        check.Require(Identifier.IsIssueNumber(number.Value), "number", "编号限40字以内的汉字、字母、数字和 . _ -", "must be letters, digits, CJK characters, dots, hyphens or underscores, at most 40");
        if (project.Issues.ContainsKey(number))
            taken = new NumberInUse(number);
        return number;
    }

    // The draft with its number, or the obstacle.
    private static (IssueDrafted? Drafted, Refusal? Refusal) Write(Matter matter, DraftIssue draft, FieldCheck check)
    {
        if (!matter.Project.Lists.TryGetValue(draft.List, out var list))
            return (null, new NotFound("list", draft.List.Value));
        if (list.Status is ListStatus.Archived)
            return (null, new ListNotIssued(list.Code, list.Status));
        var particulars = check.Particulars(draft.Particulars, matter);
        check.Listed(particulars, null, matter.Park);
        var number = check.Number(matter.Project, list, draft.Number, out var taken);
        return (check.Refusal ?? taken) is { } refusal ? (null, refusal) : (new IssueDrafted(number, list.Code, particulars), null);
    }

    private static bool IsThat(Matter matter, DraftIssue draft, IssueNumber number) =>
        matter.Project.Issues.TryGetValue(number, out var issue) && issue is { TakenOver: null }
        && issue.List == draft.List && (draft.Number is not { } chosen || chosen == number)
        && issue.Particulars.SaysTheSameAs(new FieldCheck().Particulars(draft.Particulars, matter));

    // An enterprise speaks in lists of its own tier only.
    private static Right DrafterIn(IssueList list) =>
        Right.InAnyUnit(list.Particulars.Tier is Tier.Enterprise ? [.. Drafters, Role.Enterprise] : Drafters);

    // The ledger office and project officers amend any draft, a unit those it wrote, an enterprise the person's own.
    private static Right AmenderOf(Issue issue, IssueList? list) => new(list?.Particulars.Tier is Tier.Enterprise ? [.. Drafters, Role.Enterprise] : Drafters, issue.DraftedBy.Unit,
        (actor, capacity) => capacity.Role switch
        {
            Role.LedgerOffice or Role.ProjectOfficer => true,
            Role.Handler or Role.UnitHead or Role.Supervision => capacity.Unit == issue.DraftedBy.Unit,
            Role.Enterprise => issue.DraftedBy.Involves(capacity.For ?? actor.Person),
            _ => false,
        });
}
