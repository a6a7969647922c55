namespace Projects;

public sealed partial record Project
{
    private Project EvolveInvestment(Recorded recorded) => this with
    {
        Investment = recorded.Event switch
        {
            InvestmentPlanSet e => Investment.Plan(new InvestmentPlan(e.Year, e.Basis, e.Total, e.Months, recorded.Version)),
            InvestmentRecorded e => Investment.Enter(new InvestmentEntry(
                e.Entry, e.Month, e.Basis, e.Category, e.Amount, e.Voucher, e.Note, null, null, recorded.By, recorded.Effective, recorded.Version)),
            InvestmentReversed e => Investment.Mark(e.Wrong, e.Entry, recorded.Version).Enter(new InvestmentEntry(
                e.Entry, e.Month, e.Basis, e.Category, e.Amount, null, e.Reason, e.Wrong, null, recorded.By, recorded.Effective, recorded.Version)),
            _ => Investment,
        },
    };
}
