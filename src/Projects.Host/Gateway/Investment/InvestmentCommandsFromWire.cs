using System.Security.Cryptography;
using System.Text;

namespace Projects.Host.Gateway;

/// <summary>Orders about investment, from the wire to the domain. Whether an amount may be is the rules' affair.</summary>
internal static class InvestmentCommandsFromWire
{
    public static RecordInvestment ToCommand(this V1.CreateInvestmentRequest r, Request request, WireFields fields)
    {
        var entry = fields.Given(r.Investment, "investment");
        return new(
            EntryOf(r.InvestmentId, request, fields),
            fields.RequiredMonth(entry.Month, "investment.month"),
            fields.RequiredMember<InvestmentBasis>((int)entry.Basis, "investment.basis"),
            fields.RequiredMember<InvestmentCategory>((int)entry.Category, "investment.category"),
            fields.Money(entry.AmountFen, "investment.amount_fen"),
            entry.Voucher,
            entry.Note);
    }

    public static ReverseInvestment ToCommand(this V1.ReverseInvestmentRequest r, EntryCode wrong, Request request, WireFields fields) => new(
        EntryOf(r.InvestmentId, request, fields),
        wrong,
        fields.RequiredMember<InvestmentBasis>((int)r.Basis, "basis"),
        r.Reason);

    public static SetInvestmentPlan ToCommand(this V1.SetInvestmentPlanRequest r, WireFields fields)
    {
        var plan = fields.Given(r.Plan, "plan");
        return new(
            plan.Year,
            fields.RequiredMember<InvestmentBasis>((int)plan.Basis, "plan.basis"),
            fields.Money(plan.TotalFen, "plan.total_fen"),
            [.. plan.MonthsFen.Select((fen, place) => fields.Money(fen, $"plan.months_fen[{place}]"))]);
    }

    /// <summary>The entry's own code, or one made of the request's id, so that a repeat names the same entry.</summary>
    private static EntryCode EntryOf(string id, Request request, WireFields fields) =>
        EntryCode.Of(id.Length > 0 ? fields.NewId(id, "investment_id") : $"e-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Id)))[..20]}");
}
