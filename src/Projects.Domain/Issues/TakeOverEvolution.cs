namespace Projects;

public sealed partial record Issue
{
    /// <summary>An issue as an older ledger's document states it: one round, and no step of it claimed to have been seen here (DOMAIN 10.3).</summary>
    internal static Issue TakenOverAs(IssueTakenOver e, Recorded recorded) => new()
    {
        Number = e.Number,
        List = e.List,
        State = e.TakeOver.State,
        Particulars = e.Particulars,
        DraftedBy = recorded.By,
        RegisteredOn = e.TakeOver.RegisteredOn,
        AcceptedOn = e.TakeOver.AcceptedOn,
        OriginalDue = e.Due,
        CurrentDue = e.TakeOver.CurrentDue ?? e.Due.Date,
        ClosedOn = e.TakeOver.ClosedOn,
        FilingNumber = e.TakeOver.FilingNumber,
        NextReview = e.TakeOver.NextReview,
        TakenOver = e.TakeOver,
        Rounds =
        [
            new Round
            {
                No = e.TakeOver.Round,
                OpenedOn = e.TakeOver.RegisteredOn,
                Due = e.TakeOver.CurrentDue ?? e.Due.Date,
                Terms = e.Terms,
                Measures = Undone(e.Particulars.Measures),
                ClosedOn = e.TakeOver.ClosedOn,
            },
        ],
        LastStepOn = recorded.Effective,
        Since = AsOf.Of(recorded),
        Version = recorded.Version,
    };
}
