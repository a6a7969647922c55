using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// The weekly report 周报 (DOMAIN 7): from a frozen week to sections of sentences, tables and charts. Pure: the same books give the same document. A sentence
/// is written only where there is something to say; what nobody recorded is called missing and never praised.
/// </summary>
public static class WeeklyReport
{
    /// <summary>Version of the sections and sentences; another edition of them is another number.</summary>
    public const string Template = "2";

    /// <summary>Left the section of warnings empty where there was nothing to warn of; reports drafted with it still read so.</summary>
    internal const string FirstTemplate = "1";

    public static Text Title { get; } = new("重大项目推进与问题整改周报", "Weekly report on major projects and issues");

    /// <param name="book">The week's, as known at its cut-off.</param>
    /// <param name="last">The last report's week, as known at its own cut-off; null for the first report.</param>
    /// <param name="again">The last report's week once more, as known at this cut-off: what differs is corrected.</param>
    /// <param name="seal">Says the template, too: a report reads for ever as it was drafted.</param>
    public static ReportDocument Of(WeekBook book, WeekBook? last, WeekBook? again, ReportHead head, ReportSeal seal)
    {
        var lastIssue = last is null ? ImmutableDictionary<string, ReportFigure>.Empty : FiguresOf(last, seal.Template);
        ImmutableArray<ReportSection> sections = SectionsOf(book, lastIssue, seal.Template);
        if (again is not null && CorrectionSection.Of(lastIssue, FiguresOf(again, seal.Template), last!.Week) is { } corrections)
            sections = sections.Add(corrections);
        return new(head, sections, LedgerSheet.Of(book), seal);
    }

    private static ImmutableArray<ReportSection> SectionsOf(WeekBook book, IReadOnlyDictionary<string, ReportFigure> lastIssue, string template) =>
    [
        OverviewSection.Of(book, lastIssue),
        WorksSection.Of(book),
        InvestmentSection.Of(book),
        IssueSection.Of(book),
        new("permits", new("手续办理", "Permits"), [new ReportGap(new("手续办理", "Permits"))]),
        DemandSection.Of(book),
        WarningSection.Of(book, template),
        CoordinationSection.Of(book),
        NextWeekSection.Of(book),
    ];

    private static ImmutableDictionary<string, ReportFigure> FiguresOf(WeekBook book, string template) => SectionsOf(book, ImmutableDictionary<string, ReportFigure>.Empty, template)
        .SelectMany(section => section.Blocks).SelectMany(block => block.Figures).DistinctBy(figure => figure.Id).ToImmutableDictionary(figure => figure.Id);
}
