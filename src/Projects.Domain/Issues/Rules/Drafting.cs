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
        if (list.Status is ListStatus.Archived)
            return Matter.No(new ListNotIssued(list.Code, list.Status));

        var check = new FieldCheck();
        var particulars = check.Particulars(command.Particulars, matter);
        check.Listed(particulars, null, matter.Park);
        if (IsDraftedAlready(matter.Project, command, particulars))
            return Matter.Already;
        var number = check.Number(matter.Project, list, command.Number, out var taken);
        return (check.Refusal ?? taken) is { } refusal
            ? Matter.No(refusal)
            : matter.Yes(capacity, new IssueDrafted(number, list.Code, particulars));
    }

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

    private static bool IsDraftedAlready(Project project, DraftIssue command, IssueParticulars particulars) =>
        command.Number is { } number
        && project.Issues.TryGetValue(number, out var issue)
        && issue is { TakenOver: null } && issue.List == command.List && issue.Particulars.SaysTheSameAs(particulars);

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
