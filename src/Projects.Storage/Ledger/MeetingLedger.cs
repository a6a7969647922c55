namespace Projects.Storage;

/// <summary>The meetings 调度会 of a park.</summary>
public sealed class MeetingLedger(LedgerReader reader) : DiaryLedger<Meeting>(reader, Table)
{
    internal static readonly DiaryTable<Meeting> Table = new("meeting_ledger", meeting => meeting.Code.Value, meeting => meeting.Particulars.On, meeting => meeting.CorrectedBy is not null);
}
