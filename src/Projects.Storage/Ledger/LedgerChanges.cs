namespace Projects.Storage;

/// <summary>Which ledger rows follow from events: the same code for a live append and for <c>rebuild</c>, so that the two agree.</summary>
public static class LedgerChanges
{
    /// <summary>Raised whenever this program makes other rows of the same events: a ledger of another making is then made anew at the start.</summary>
    public const int Making = 2;

    /// <summary>Every table a project's events are shown in; what <c>rebuild</c> empties and makes again.</summary>
    public static IReadOnlyList<LedgerTable> Tables { get; } =
        [ProjectTable.Table, MilestoneTable.Table, InvestmentPlanTable.Table, InvestmentEntryTable.Table, ListTable.Table, IssueTable.Table, IssueHistory.Table, IssueSearch.Table,
            IssueTotalTable.Table, UrgingTable.Table, VisitLedger.Table, MeetingLedger.Table];

    /// <summary>One row for each thing the events touched, as it is after them, and what they change in the totals; nothing else of the project is looked
    /// at, however large it is.</summary>
    /// <param name="before">The project the events were decided on.</param>
    /// <param name="after">The same, evolved by all of them.</param>
    public static IReadOnlyList<LedgerChange> Of(Project before, Project after, IEnumerable<Recorded> events)
    {
        var touched = new HashSet<LedgerTouch>();
        foreach (var recorded in events)
            touched.UnionWith(LedgerTouch.By(recorded.Event));
        return [.. touched.SelectMany(touch => touch.Rows(before, after))];
    }
}

/// <summary>A thing of a project that an event changed.</summary>
internal abstract record LedgerTouch
{
    public abstract IEnumerable<LedgerChange> Rows(Project before, Project after);

    /// <summary>What one event changes. An event of a kind this program adds later is the project's own until it says otherwise.</summary>
    public static IEnumerable<LedgerTouch> By(Event happened) => happened switch
    {
        IssueEvent e => [new OneIssue(e.Number)],
        ListEvent e => [new OneList(e.List)],
        MilestoneEvent e => [new OneMilestone(e.Milestone)],
        InvestmentPlanSet e => [new OnePlan(e.Year, e.Basis)],
        InvestmentRecorded e => [new OneEntry(e.Entry)],
        InvestmentReversed e => [new OneEntry(e.Entry), new OneEntry(e.Wrong)],
        VisitRecorded { Corrects: { } wrong } e => [new OneVisit(e.Visit), new OneVisit(wrong)],
        VisitRecorded e => [new OneVisit(e.Visit)],
        MeetingRecorded { Corrects: { } wrong } e => [new OneMeeting(e.Meeting), new OneMeeting(wrong)],
        MeetingRecorded e => [new OneMeeting(e.Meeting)],
        _ => [new TheProject()],
    };

    private sealed record TheProject : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after) =>
            ProjectRow.Of(after) is { } row ? [ProjectTable.Table.Put(row)] : [];
    }

    private sealed record OneMilestone(MilestoneCode Code) : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after) =>
            after.Milestones.TryGetValue(Code, out var milestone) ? [MilestoneTable.Table.Put(MilestoneRow.Of(after.Id, milestone))] : [];
    }

    private sealed record OnePlan(int Year, InvestmentBasis Basis) : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after) => after.Investment.Plans
            .Where(plan => plan.Year == Year && plan.Basis == Basis)
            .Select(plan => InvestmentPlanTable.Table.Put(InvestmentPlanRow.Of(after.Id, plan)));
    }

    private sealed record OneEntry(EntryCode Code) : LedgerTouch
    {
        // Entries are appended, so the one touched is most often the last.
        public override IEnumerable<LedgerChange> Rows(Project before, Project after)
        {
            for (var i = after.Investment.Entries.Length - 1; i >= 0; i--)
            {
                if (after.Investment.Entries[i].Code == Code)
                    return [InvestmentEntryTable.Table.Put(InvestmentEntryRow.Of(after.Id, after.Investment.Entries[i]))];
            }
            return [];
        }
    }

    private sealed record OneVisit(VisitCode Code) : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after) =>
            after.Visits.TryGetValue(Code, out var visit) ? [VisitLedger.Table.Put(new(after.Id.Park, after.Id.Code, visit))] : [];
    }

    private sealed record OneMeeting(MeetingCode Code) : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after) =>
            after.Meetings.TryGetValue(Code, out var meeting) ? [MeetingLedger.Table.Put(new(after.Id.Park, after.Id.Code, meeting))] : [];
    }

    private sealed record OneList(ListCode Code) : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after) =>
            after.Lists.TryGetValue(Code, out var list) ? [ListTable.Table.Put(ListRow.Of(after.Id, list))] : [];
    }

    private sealed record OneIssue(IssueNumber Number) : LedgerTouch
    {
        public override IEnumerable<LedgerChange> Rows(Project before, Project after)
        {
            if (!after.Issues.TryGetValue(Number, out var issue) || !after.Lists.TryGetValue(issue.List, out var list)) yield break;
            var (was, now) = (RowIn(before), IssueRow.Of(after.Id, issue, list));
            var words = WordsAfter(before, after, issue, list);
            yield return IssueTable.Table.Put(now);
            if (PastIssue.Of(was, now, words is null ? null : WordsIn(before)) is { } past) yield return IssueHistory.Table.Put(past);
            if (words is not null) yield return IssueSearch.Table.Put(words);
            foreach (var change in IssueTotalTable.Table.Move(was, now)) yield return change;
            foreach (var urging in UrgingRow.Changed(after.Id, before.Issues.GetValueOrDefault(Number), issue)) yield return UrgingTable.Table.Put(urging);
        }

        private IssueRow? RowIn(Project project) => project.Issues.TryGetValue(Number, out var issue) && project.Lists.TryGetValue(issue.List, out var list)
            ? IssueRow.Of(project.Id, issue, list)
            : null;

        private string? WordsIn(Project project) => project.Issues.TryGetValue(Number, out var issue) && project.Lists.TryGetValue(issue.List, out var list)
            ? IssueWords.Of(project.Id, issue, list).Words
            : null;

        // Most steps leave the words alone, and so the index over them.
        private IssueWords? WordsAfter(Project before, Project after, Issue issue, IssueList list)
        {
            var was = before.Issues.GetValueOrDefault(Number);
            if (was is not null && was.Particulars == issue.Particulars) return null;
            var words = IssueWords.Of(after.Id, issue, list);
            return was is null || IssueWords.Of(after.Id, was, list) != words ? words : null;
        }
    }
}
