using System.Collections.Immutable;

namespace Projects;

/// <summary>The rules of an issue list 清单: DRAFT → ISSUED → ARCHIVED (DOMAIN 3).</summary>
internal static class ListRules
{
    private static readonly ImmutableArray<Role> Openers = [Role.LedgerOffice, Role.ProjectOfficer];

    private static readonly ImmutableArray<Role> Keepers = [Role.LedgerOffice];

    public static Way MayOpen(Matter matter) => Way.InOneOf(matter, Openers);

    public static Way MayIssue(Matter matter, IssueList list) =>
        Way.InOneOf(matter, Keepers).Unless(() => list.Status is ListStatus.Archived ? WrongStatus(list) : null);

    /// <param name="issues">Of the project, whichever list they lie in.</param>
    public static Way MayArchive(Matter matter, IssueList list, IEnumerable<ListedIssue> issues) => Way.InOneOf(matter, Keepers)
        .Unless(() => list.Status is ListStatus.Draft ? WrongStatus(list) : null)
        .Unless(() => Open(list, issues) is { IsEmpty: false } open ? new ListNotEmpty(list.Code, open) : null);

    public static Way MayQuote(Matter matter, IssueList list) =>
        Way.InOneOf(matter, Keepers).Unless(() => list.Status is ListStatus.Archived ? WrongStatus(list) : null);

    public static Decision Decide(Matter matter, ListCommand command)
    {
        if (command is OpenList open)
            return MayOpen(matter).Then(capacity => Open(matter, open, capacity));
        if (!matter.Project.Lists.TryGetValue(command.List, out var list))
            return Matter.No(new NotFound("list", command.List.Value));
        if (Matter.StaleWhen(command, list.Version) is { } stale)
            return Matter.No(stale);
        return matter.InOneOf(Keepers, capacity => command switch
        {
            IssueTheList when list.Status is ListStatus.Issued => Matter.Already,
            IssueTheList => MayIssue(matter, list).Then(_ => matter.Yes(capacity, new ListIssued(list.Code))),
            ArchiveList when list.Status is ListStatus.Archived => Matter.Already,
            ArchiveList => MayArchive(matter, list, matter.Project.Issues.Values.Select(issue => new ListedIssue(issue.List, issue.Number, issue.State)))
                .Then(_ => matter.Yes(capacity, new ListArchived(list.Code))),
            QuoteTotals c => MayQuote(matter, list).Then(_ => Quote(matter, list, c, capacity)),
            _ => throw new NotSupportedException(command.GetType().Name),
        });
    }

    private static Decision Open(Matter matter, OpenList command, Capacity capacity)
    {
        var check = new FieldCheck();
        check.Require(Identifier.IsResourceId(command.List.Value) && command.List.Value.Length <= IssueNumbering.LongestListCode, "list",
            $"限{IssueNumbering.LongestListCode}字以内的小写字母、数字和连字符", $"must be lower-case letters, digits and hyphens, at most {IssueNumbering.LongestListCode}");
        check.Known("tier", command.Particulars.Tier);
        check.Known("measure", command.Particulars.Measure);
        var particulars = command.Particulars with
        {
            Name = check.Text("name", command.Particulars.Name, FieldCheck.Line),
            Source = check.Text("source", command.Particulars.Source, FieldCheck.Line),
            Description = check.Optional("description", command.Particulars.Description, FieldCheck.Statement),
        };
        if (matter.Project.Lists.TryGetValue(command.List, out var list))
            return list.Particulars == particulars ? Matter.Already : Matter.No(new NameTaken("list", command.List.Value));
        return check.Refusal is { } fault ? Matter.No(fault) : matter.Yes(capacity, new ListOpened(command.List, particulars));
    }

    private static Decision Quote(Matter matter, IssueList list, QuoteTotals command, Capacity capacity)
    {
        var check = new FieldCheck();
        var source = check.Text("source", command.Source, FieldCheck.Line);
        check.Require(command.Found.Interval.Upper is not { } most || command.Done.Interval.Lower <= most, "done", "完成数不得超过查找数", "must not exceed the number found");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return list.Quoted is { } quoted && (quoted.Found, quoted.Done, quoted.Source) == (command.Found, command.Done, source)
            ? Matter.Already
            : matter.Yes(capacity, new TotalsQuoted(list.Code, command.Found, command.Done, source));
    }

    private static ImmutableArray<IssueNumber> Open(IssueList list, IEnumerable<ListedIssue> issues) =>
        [.. issues.Where(issue => issue.List == list.Code && KeepsListOpen(issue.State)).Select(issue => issue.Number)];

    // A draft has still to be decided on, and an issue under watch to be reviewed.
    private static bool KeepsListOpen(IssueState state) => state is not IssueState.Void && !state.IsClosed();

    private static WrongListStatus WrongStatus(IssueList list) => new(list.Code, list.Status, list.Status switch
    {
        ListStatus.Draft => ["issue", "quoteTotals"],
        ListStatus.Issued => ["archive", "quoteTotals"],
        _ => [],
    });
}
