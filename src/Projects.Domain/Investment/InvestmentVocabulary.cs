using System.Collections.Immutable;

namespace Projects;

/// <summary>What a figure of investment counts. The two are never summed (BASIS_MIX, DOMAIN 5).</summary>
public enum InvestmentBasis
{
    /// <summary>形象进度: value of the works done.</summary>
    Works,

    /// <summary>财务支出: money paid.</summary>
    Paid,
}

public enum InvestmentCategory
{
    /// <summary>建筑工程</summary>
    Construction,

    /// <summary>设备购置</summary>
    Equipment,

    /// <summary>安装工程</summary>
    Installation,

    /// <summary>土地费用</summary>
    Land,

    /// <summary>其他费用</summary>
    Other,
}

/// <summary>A month of a year; written <c>2024-01</c>.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(MonthJson))]
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public static Month Of(DateOnly day) => new(day.Year, day.Month);
    public DateOnly FirstDay => new(Year, Number, 1);
    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);
    public Month Next => Of(FirstDay.AddMonths(1));
    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));
    public override string ToString() => $"{Year:0000}-{Number:00}";

    /// <summary>Reads <c>2024-01</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-' || !int.TryParse(text.AsSpan(0, 4), out var year) || !int.TryParse(text.AsSpan(5), out var number))
            return false;
        if (year < 1 || number is < 1 or > 12)
            return false;
        month = new Month(year, number);
        return true;
    }
}

/// <summary>Sets or replaces the plan of one year on one basis.</summary>
/// <param name="Months">Twelve amounts, January first; their sum is <paramref name="Total"/>.</param>
public sealed record SetInvestmentPlan(int Year, InvestmentBasis Basis, Money Total, ImmutableArray<Money> Months) : ProjectCommand;

/// <summary>Records what was invested in a month. Append-only: mistakes are reversed, never edited.</summary>
/// <param name="Entry">Chosen by the caller or the gateway; unique in the project.</param>
public sealed record RecordInvestment(EntryCode Entry, Month Month, InvestmentBasis Basis, InvestmentCategory Category, Money Amount, string? Voucher, string? Note = null)
    : ProjectCommand;

/// <summary>冲正: a new entry that takes back the whole of a wrong one and names it.</summary>
/// <param name="Basis">Must be the wrong entry's own basis.</param>
public sealed record ReverseInvestment(EntryCode Entry, EntryCode Wrong, InvestmentBasis Basis, string Reason) : ProjectCommand;

[JournalName("investment.plan-set")]
public sealed record InvestmentPlanSet(int Year, InvestmentBasis Basis, Money Total, ImmutableArray<Money> Months) : ProjectEvent;

[JournalName("investment.recorded")]
public sealed record InvestmentRecorded(EntryCode Entry, Month Month, InvestmentBasis Basis, InvestmentCategory Category, Money Amount, string? Voucher, string? Note)
    : ProjectEvent;

[JournalName("investment.reversed")]
public sealed record InvestmentReversed(EntryCode Entry, EntryCode Wrong, Month Month, InvestmentBasis Basis, InvestmentCategory Category, Money Amount, string Reason)
    : ProjectEvent;
