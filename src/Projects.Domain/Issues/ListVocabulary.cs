namespace Projects;

/// <summary>What a list is.</summary>
/// <param name="Tier">Whose list: committee, unit, branch or enterprise.</param>
/// <param name="Source">来源: where its issues come from, such as a campaign or an inspection.</param>
/// <param name="Measure">What the list counts as done; lists of different measures are never added.</param>
public sealed record ListParticulars(string Name, Tier Tier, string Source, Measure Measure, string? Description = null);

/// <summary>An order about an issue list 清单 of the project.</summary>
public abstract record ListCommand(ListCode List) : ProjectCommand;

public sealed record OpenList(ListCode List, ListParticulars Particulars) : ListCommand(List);

/// <summary>印发: issues may be registered in it from now on.</summary>
public sealed record IssueTheList(ListCode List) : ListCommand(List);

/// <summary>归档: only when nothing in it is open.</summary>
public sealed record ArchiveList(ListCode List) : ListCommand(List);

/// <summary>States totals as quoted where single items are not known (90余 found, 70余 done). They replace an earlier quotation.</summary>
public sealed record QuoteTotals(ListCode List, Figure Found, Figure Done, string Source) : ListCommand(List);

/// <summary>Anything that happened to a list.</summary>
public abstract record ListEvent(ListCode List) : ProjectEvent;

[JournalName("list.opened")]
public sealed record ListOpened(ListCode List, ListParticulars Particulars) : ListEvent(List);

[JournalName("list.issued")]
public sealed record ListIssued(ListCode List) : ListEvent(List);

[JournalName("list.archived")]
public sealed record ListArchived(ListCode List) : ListEvent(List);

[JournalName("list.totals-quoted")]
public sealed record TotalsQuoted(ListCode List, Figure Found, Figure Done, string Source) : ListEvent(List);

/// <summary>An issue list 清单/台账 of a project.</summary>
public sealed partial record IssueList
{
    public required ListCode Code { get; init; }
    public required ListParticulars Particulars { get; init; }
    public ListStatus Status { get; init; }

    /// <summary>Totals quoted by a source; null when items are known one by one.</summary>
    public QuotedTotals? Quoted { get; init; }

    /// <summary>The sequence part of the last number given by the platform; 0 before the first.</summary>
    public int LastSequence { get; init; }

    /// <summary>Since when it is there, and with it the project.</summary>
    public AsOf Opened { get; init; }

    public required long Version { get; init; }
}

public sealed record QuotedTotals(Figure Found, Figure Done, string Source, DateOnly On);
