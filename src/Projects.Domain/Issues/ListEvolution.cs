namespace Projects;

public sealed partial record Project
{
    private Project EvolveLists(Recorded recorded) => recorded.Event switch
    {
        ListOpened e => this with { Lists = Lists.SetItem(e.List, new IssueList { Code = e.List, Particulars = e.Particulars, Opened = AsOf.Of(recorded).Or(Registered), Version = recorded.Version }) },
        ListEvent e when Lists.TryGetValue(e.List, out var list) => this with { Lists = Lists.SetItem(e.List, list.Evolve(recorded)) },
        _ => this,
    };
}

public sealed partial record IssueList
{
    internal IssueList Evolve(Recorded recorded) => recorded.Event switch
    {
        ListIssued => this with { Status = ListStatus.Issued },
        ListArchived => this with { Status = ListStatus.Archived },
        TotalsQuoted e => this with { Quoted = new QuotedTotals(e.Found, e.Done, e.Source, recorded.Effective) },
        _ => this,
    } with { Version = recorded.Version };
}
