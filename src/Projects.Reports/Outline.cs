using System.Collections.Immutable;

namespace Projects.Reports;

/// <summary>A piece of a report in reading order, as the files for reading set it.</summary>
internal abstract record Piece
{
    private Piece() { }

    /// <param name="Level">1 for a section, 2 within one.</param>
    /// <param name="Words">With its number: 一、总体情况, （一）分层级情况.</param>
    public sealed record Heading(int Level, string Words) : Piece;

    /// <summary>Sentences that follow one another run on in one paragraph.</summary>
    public sealed record Paragraph(IReadOnlyList<ReportTerm> Terms) : Piece;

    /// <summary>A paragraph of its own that says what is not known.</summary>
    public sealed record Gap(string Words) : Piece;

    public sealed record Table(ReportTable Of) : Piece;

    public sealed record Chart(ReportChart Of) : Piece;
}

/// <summary>A report read from top to bottom: what is numbered gets its number.</summary>
internal static class Outline
{
    private const string Digits = "〇一二三四五六七八九";

    public static IEnumerable<Piece> Read(ReportDocument document, Language language)
    {
        var section = 0;
        foreach (var each in document.Sections)
        {
            yield return new Piece.Heading(1, SectionNumber(++section, language) + each.Title.In(language));
            foreach (var piece in Read(each, section, language))
                yield return piece;
        }
    }

    /// <summary>The points of a chart and its values as a table, a row a series: what is drawn can be read.</summary>
    public static ReportTable NumbersOf(ReportChart chart) => new(
        $"{chart.Code}.numbers", chart.Title,
        [new(chart.Measure, 2), .. chart.Points.Select(point => new ReportColumn(point))],
        [
            .. chart.Series.Select(series => (ImmutableArray<ReportTerm>)[ReportTerm.Of(series.Name), .. series.Values.Select(Number)]),
        ]);

    /// <summary>The same, a row a point.</summary>
    public static ReportTable NumbersDown(ReportChart chart) => new(
        $"{chart.Code}.numbers", chart.Title,
        [new(chart.Measure), .. chart.Series.Select(series => new ReportColumn(series.Name))],
        [
            .. chart.Points.Select((point, at) => (ImmutableArray<ReportTerm>)[ReportTerm.Of(point), .. chart.Series.Select(series => Number(series.Values[at]))]),
        ]);

    private static ReportTerm Number(decimal? value) => ReportTerm.Plain(value is { } known ? FileWords.Number(known) : "");

    private static IEnumerable<Piece> Read(ReportSection section, int number, Language language)
    {
        var heading = 0;
        List<ReportTerm> running = [];
        foreach (var block in section.Blocks)
        {
            if (block is ReportSentence sentence)
            {
                if (running.Count > 0 && language is Language.English)
                    running.Add(ReportTerm.Plain(" "));
                running.AddRange(sentence.In(language));
                continue;
            }
            if (running.Count > 0)
                yield return new Piece.Paragraph(running);
            running = [];
            yield return block switch
            {
                ReportHeading words => new Piece.Heading(2, HeadingNumber(number, ++heading, language) + words.Words.In(language)),
                ReportGap gap => new Piece.Gap(gap.Show(language)),
                ReportTable table => new Piece.Table(table),
                ReportChart chart => new Piece.Chart(chart),
                _ => throw new NotSupportedException($"{block.GetType().Name} has no place in a file."),
            };
        }
        if (running.Count > 0)
            yield return new Piece.Paragraph(running);
    }

    private static string SectionNumber(int section, Language language) => language is Language.English ? $"{section}. " : $"{Chinese(section)}、";

    private static string HeadingNumber(int section, int heading, Language language) => language is Language.English ? $"{section}.{heading} " : $"（{Chinese(heading)}）";

    /// <summary>一 … 十 十一 … 二十 … 九十九; a report has no more.</summary>
    private static string Chinese(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? $"{Digits[tens]}" : "") + (tens > 0 ? "十" : "") + (ones > 0 ? $"{Digits[ones]}" : "");
    }
}
