using Microsoft.AspNetCore.Components;
using Projects.Web.Seats;

namespace Projects.Web.Investment;

public sealed partial class YearPlanForm
{
    private int year;
    private InvestmentBasis basis;
    private string total = "";
    private string[] months = new string[12];
    private long seen;

    [Parameter, EditorRequired]
    public required Project Card { get; set; }

    [Parameter, EditorRequired]
    public required Insight Insight { get; set; }

    [Parameter]
    public EventCallback<Giving> OnDone { get; set; }

    [CascadingParameter]
    public required Speech Say { get; set; }

    /// <summary>Of the months as typed; an empty one is nothing, null when one cannot be read.</summary>
    private Money? MonthsSum => months.All(IsReadable) ? Money.Sum(months.Select(Read)) : null;

    private bool IsWhole => MoneyField.TryRead(total, out var whole) && MonthsSum == whole;

    private string Sum
    {
        get
        {
            if (MonthsSum is not { } sum)
                return Say[MoneyField.Unreadable];
            var shown = Say[$"各月之和 {sum.ShowWan(Language.Chinese, 6)}", $"The months sum to {sum.ShowWan(Language.English, 6)}"];
            if (!MoneyField.TryRead(total, out var whole))
                return shown;
            var rest = whole - sum;
            return shown + (rest == Money.Zero ? Say["，等于全年", ", which is the year"]
                : rest > Money.Zero ? Say[$"，还差 {rest.ShowWan(Language.Chinese, 6)}", $"; {rest.ShowWan(Language.English, 6)} short of the year"]
                : Say[$"，超出 {(-rest).ShowWan(Language.Chinese, 6)}", $"; {(-rest).ShowWan(Language.English, 6)} over the year"]);
        }
    }

    protected override void OnInitialized() => Take();

    private SetInvestmentPlan? Said(Giving giving)
    {
        var faults = new List<FieldFault>();
        if (!MoneyField.TryRead(total, out var whole))
            faults.Add(new("total_fen", MoneyField.Unreadable));
        if (MonthsSum is null)
            faults.Add(new("months_fen", MoneyField.Unreadable));
        if (faults.Count == 0)
            return new SetInvestmentPlan(year, basis, whole, [.. months.Select(Read)]) { Expected = seen };
        giving.Refuse(new InvalidFields([.. faults]));
        return null;
    }

    private void Take()
    {
        year = Insight.Today.Year;
        TakePlan();
    }

    // A plan there is already is taken up to be changed; the order holds on the version it was taken from.
    private void TakePlan()
    {
        var plan = Card.Investment.Plans.FirstOrDefault(held => (held.Year, held.Basis) == (year, basis));
        seen = plan?.Version ?? 0;
        total = plan is null ? "" : MoneyField.Typed(plan.Total);
        months = plan is null ? [.. Enumerable.Repeat("", 12)] : [.. plan.Months.Select(MoneyField.Typed)];
    }

    // In whole 万元 where it goes; what is left over falls to the last month.
    private void Spread()
    {
        int[] empty = [.. Enumerable.Range(0, 12).Where(month => string.IsNullOrWhiteSpace(months[month]))];
        if (empty.Length == 0 || MonthsSum is not { } sum || !MoneyField.TryRead(total, out var whole) || whole < sum)
            return;
        var rest = whole - sum;
        var each = Money.Wan(decimal.Floor(rest.InWan / empty.Length));
        foreach (var month in empty)
            months[month] = MoneyField.Typed(each);
        months[empty[^1]] = MoneyField.Typed(Money.Wan(rest.InWan - each.InWan * (empty.Length - 1)));
    }

    private static bool IsReadable(string text) => string.IsNullOrWhiteSpace(text) || MoneyField.TryRead(text, out _);

    private static Money Read(string text) => MoneyField.TryRead(text, out var money) ? money : Money.Zero;
}
