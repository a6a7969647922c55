namespace Projects.Storage;

/// <summary>The visits 走访 of a park.</summary>
public sealed class VisitLedger(LedgerReader reader) : DiaryLedger<Visit>(reader, Table)
{
    internal static readonly DiaryTable<Visit> Table = new("visit_ledger", visit => visit.Code.Value, visit => visit.Particulars.On, visit => visit.CorrectedBy is not null);
}
