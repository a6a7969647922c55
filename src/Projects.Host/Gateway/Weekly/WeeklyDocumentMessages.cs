using System.Globalization;

namespace Projects.Host.Gateway;

/// <summary>What a weekly report says, in the caller's language.</summary>
internal sealed class WeeklyDocumentMessages(Language language)
{
    public V1.WeeklyDocument Of(ReportDocument document) => new()
    {
        Title = document.Head.Title.In(language),
        Sections = { document.Sections.Select(Of) },
        Annex = Of(document.Annex),
        Figures = { document.Figures.Select(Of) },
        ChainHead = document.Seal.ChainHead,
        CalendarVersion = document.Seal.Calendar,
    };

    private V1.WeeklySection Of(ReportSection section) => new()
    {
        Code = section.Code,
        Title = section.Title.In(language),
        Blocks = { section.Blocks.Select(Of) },
    };

    private V1.WeeklyBlock Of(ReportBlock block) => block switch
    {
        ReportHeading heading => new() { Heading = heading.Words.In(language) },
        ReportSentence sentence => new() { Sentence = new() { Terms = { sentence.In(language).Select(Of) } } },
        ReportGap gap => new() { Missing = gap.Show(language) },
        ReportTable table => new() { Table = Of(table) },
        ReportChart chart => new() { Chart = Of(chart) },
        _ => throw new NotSupportedException($"{block.GetType().Name} has no form on the wire."),
    };

    private V1.WeeklyTable Of(ReportTable table) => new()
    {
        Code = table.Code,
        Title = table.Title.In(language),
        Columns = { table.Columns.Select(column => column.Title.In(language)) },
        Rows = { table.Rows.Select(row => new V1.WeeklyRow { Cells = { row.Select(Of) } }) },
    };

    private V1.WeeklyChart Of(ReportChart chart) => new()
    {
        Code = chart.Code,
        Title = chart.Title.In(language),
        Measure = chart.Measure.In(language),
        Points = { chart.Points.Select(point => point.In(language)) },
        Series = { chart.Series.Select(series => new V1.WeeklySeries { Name = series.Name.In(language), Values = { series.Values.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "") } }) },
    };

    private V1.WeeklyTerm Of(ReportTerm term) => new() { Text = term.Show(language), Figure = term.Figure?.Id ?? "" };

    private V1.WeeklyFigure Of(ReportFigure figure) => new() { Id = figure.Id, Name = figure.Name.In(language), Text = figure.Show(language), Rows = { figure.Rows } };
}
