using System.Collections.Immutable;

namespace Projects;

/// <summary>A figure of a report with its trace: the rows it was counted from (DOMAIN 7). No figure stands in a report without one.</summary>
/// <param name="Id">Stable, such as <c>issues.closed-this-week</c> or <c>unit.planning.overdue</c>: by it a figure is found again a week later.</param>
/// <param name="Name">What is counted.</param>
/// <param name="Rows">Resource names of what was counted, in order; of a rate, of what it counts among.</param>
public sealed record ReportFigure(string Id, Text Name, ReportValue Value, ImmutableArray<string> Rows)
{
    public static ReportFigure Count(string id, Text name, IEnumerable<string> rows)
    {
        ImmutableArray<string> counted = [.. rows];
        return new(id, name, new ReportValue.Count(counted.Length), counted);
    }

    public string Show(Language language) => Value.Show(language);

    /// <summary>Whether it says more than "none": a sentence about nothing is not written.</summary>
    public bool IsSome => Value is not ReportValue.Count { Number: 0 };

    /// <summary>Equal in all it says; <c>==</c> would ask whether the rows are the same object.</summary>
    public bool SaysTheSameAs(ReportFigure other) => Id == other.Id && Value == other.Value && Rows.SequenceEqual(other.Rows);
}

/// <summary>What a figure says. Rounded only when shown.</summary>
public abstract record ReportValue
{
    private ReportValue() { }

    public abstract string Show(Language language);

    public sealed record Count(int Number) : ReportValue
    {
        public override string Show(Language language) => Numerals.Plain(Number);
    }

    public sealed record Amount(Money Money) : ReportValue
    {
        public override string Show(Language language) => Money.ShowWan(language);
    }

    public sealed record Share(Rate Rate) : ReportValue
    {
        public override string Show(Language language) => Rate.Percent(language);
    }

    public sealed record Points(PercentPoints Difference) : ReportValue
    {
        public override string Show(Language language) => Difference.Show(language);
    }
}
