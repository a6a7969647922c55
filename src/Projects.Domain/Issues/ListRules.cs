using System.Collections.Immutable;

namespace Projects;

/// <summary>The rules of an issue list 清单: DRAFT → ISSUED → ARCHIVED (DOMAIN 3).</summary>
internal static class ListRules
{
    public static Decision Decide(Matter matter, ListCommand command)
    {
        if (command is OpenList open)
            return Open(matter, open);
        if (!matter.Project.Lists.TryGetValue(command.List, out var list))
            return Matter.No(new NotFound("list", command.List.Value));
        if (Matter.StaleWhen(command, list.Version) is { } stale)
            return Matter.No(stale);
        if (matter.As(Role.LedgerOffice) is not { } capacity)
            return Matter.No(new RoleMissing([Role.LedgerOffice]));
        return command switch
        {
            IssueTheList => Issue(matter, list, capacity),
            ArchiveList => Archive(matter, list, capacity),
            QuoteTotals c => Quote(matter, list, c, capacity),
            _ => throw new NotSupportedException(command.GetType().Name),
        };
    }

    private static Decision Open(Matter matter, OpenList command)
    {
        if (matter.As(Role.LedgerOffice, Role.ProjectOfficer) is not { } capacity)
            return Matter.No(new RoleMissing([Role.LedgerOffice, Role.ProjectOfficer]));
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

    private static Decision Issue(Matter matter, IssueList list, Capacity capacity) => list.Status switch
    {
        ListStatus.Issued => Matter.Already,
        ListStatus.Draft => matter.Yes(capacity, new ListIssued(list.Code)),
        _ => Matter.No(WrongStatus(list)),
    };

    private static Decision Archive(Matter matter, IssueList list, Capacity capacity)
    {
        if (list.Status is ListStatus.Archived)
            return Matter.Already;
        if (list.Status is ListStatus.Draft)
            return Matter.No(WrongStatus(list));
        ImmutableArray<IssueNumber> open = [.. matter.Project.Issues.Values.Where(issue => issue.List == list.Code && KeepsListOpen(issue.State)).Select(issue => issue.Number)];
        return open.IsEmpty ? matter.Yes(capacity, new ListArchived(list.Code)) : Matter.No(new ListNotEmpty(list.Code, open));
    }

    private static Decision Quote(Matter matter, IssueList list, QuoteTotals command, Capacity capacity)
    {
        if (list.Status is ListStatus.Archived)
            return Matter.No(WrongStatus(list));
        var check = new FieldCheck();
        var source = check.Text("source", command.Source, FieldCheck.Line);
        check.Require(command.Found.Interval.Upper is not { } most || command.Done.Interval.Lower <= most, "done", "完成数不得超过查找数", "must not exceed the number found");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return list.Quoted is { } quoted && (quoted.Found, quoted.Done, quoted.Source) == (command.Found, command.Done, source)
            ? Matter.Already
            : matter.Yes(capacity, new TotalsQuoted(list.Code, command.Found, command.Done, source));
    }

    // A draft has still to be decided on, and an issue under watch to be reviewed.
    private static bool KeepsListOpen(IssueState state) => state is not IssueState.Void && !state.IsClosed();

    private static WrongListStatus WrongStatus(IssueList list) => new(list.Code, list.Status, list.Status switch
    {
        ListStatus.Draft => ["issue", "quoteTotals"],
        ListStatus.Issued => ["archive", "quoteTotals"],
        _ => [],
    });
}
