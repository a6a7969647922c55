using System.Collections.Immutable;

namespace Projects;

/// <summary>A weekly report as it is read: the page shows it, and <c>Projects.Reports</c> sets it in files. It holds words, figures and their traces, and no layout.</summary>
public sealed record ReportDocument(ReportHead Head, ImmutableArray<ReportSection> Sections, ReportTable Annex, ReportSeal Seal)
{
    /// <summary>Every figure, in the order in which it is first read.</summary>
    public IEnumerable<ReportFigure> Figures => Sections.SelectMany(section => section.Blocks).SelectMany(block => block.Figures).DistinctBy(figure => figure.Id);
}

/// <summary>报头.</summary>
/// <param name="No">第N期, from 1 in each year.</param>
/// <param name="Unit">The unit that issues it.</param>
/// <param name="IssuedOn">The day it was signed; null while it is not.</param>
/// <param name="SignedBy">签发人, by name; null while it is not signed.</param>
public sealed record ReportHead(Text Title, int Year, int No, string Unit, ReportWeek Week, DateOnly? IssuedOn, string? SignedBy)
{
    /// <summary>〔2024〕1号.</summary>
    public string Number => $"〔{Year}〕{No}号";
}

/// <summary>By what a reader can prove where the report comes from.</summary>
/// <param name="InputDigest">SHA-256, in hexadecimal, over the cut-off, the template, the calendar and the head of every history it was made from.</param>
/// <param name="ChainHead">Digest of the last event in the park's own history at the cut-off.</param>
/// <param name="Template">Version of the sections and sentences.</param>
/// <param name="Calendar">Version of the work calendar.</param>
public sealed record ReportSeal(string InputDigest, string ChainHead, string Template, string Calendar);

/// <param name="Code">Stable, such as <c>issues</c>.</param>
/// <param name="Title">Without its number; sections are numbered 一、二、 in order.</param>
public sealed record ReportSection(string Code, Text Title, ImmutableArray<ReportBlock> Blocks);

/// <summary>A piece of a section.</summary>
public abstract record ReportBlock
{
    /// <summary>The figures in it, in reading order.</summary>
    public abstract IEnumerable<ReportFigure> Figures { get; }
}

/// <summary>A sentence. The only way to get a number into one is a term, and so a query stands behind each.</summary>
/// <param name="Words">With <c>{0}</c>, <c>{1}</c> … where the terms stand, the same in both languages.</param>
public sealed record ReportSentence(Text Words, ImmutableArray<ReportTerm> Terms) : ReportBlock
{
    public override IEnumerable<ReportFigure> Figures => Terms.Select(term => term.Figure).OfType<ReportFigure>();

    /// <summary>The sentence cut at its terms: pieces of words and terms in reading order.</summary>
    public IEnumerable<ReportTerm> In(Language language)
    {
        var rest = Words.In(language);
        while (rest.IndexOf('{') is var at and >= 0)
        {
            var end = rest.IndexOf('}', at);
            if (at > 0) yield return ReportTerm.Plain(rest[..at]);
            yield return Terms[int.Parse(rest.AsSpan(at + 1, end - at - 1), System.Globalization.CultureInfo.InvariantCulture)];
            rest = rest[(end + 1)..];
        }
        if (rest.Length > 0) yield return ReportTerm.Plain(rest);
    }

    public string Show(Language language) => string.Concat(In(language).Select(term => term.Show(language)));
}

/// <summary>Said in place of figures nobody recorded (DOMAIN 7): 数据缺失.</summary>
/// <param name="What">What is not known.</param>
public sealed record ReportGap(Text What) : ReportBlock
{
    public override IEnumerable<ReportFigure> Figures => [];

    public string Show(Language language) => language is Language.English ? $"{What.En}: no data recorded." : $"{What.Zh}：数据缺失。";
}

/// <summary>（一）a heading within a section; numbered in order.</summary>
public sealed record ReportHeading(Text Words) : ReportBlock
{
    public override IEnumerable<ReportFigure> Figures => [];
}

public sealed record ReportTable(string Code, Text Title, ImmutableArray<ReportColumn> Columns, ImmutableArray<ImmutableArray<ReportTerm>> Rows) : ReportBlock
{
    public override IEnumerable<ReportFigure> Figures => Rows.SelectMany(row => row).Select(cell => cell.Figure).OfType<ReportFigure>();
}

/// <param name="Weight">How wide it is among the others: a column of 2 is twice one of 1.</param>
public sealed record ReportColumn(Text Title, int Weight = 1);

/// <summary>Numbers over points in time, drawn as a picture; its numbers stand in a table too.</summary>
/// <param name="Points">What stands along the axis.</param>
/// <param name="Measure">What the values are of: 项, 万元.</param>
public sealed record ReportChart(string Code, Text Title, ReportChartKind Kind, ImmutableArray<Text> Points, ImmutableArray<ReportSeries> Series, Text Measure) : ReportBlock
{
    public override IEnumerable<ReportFigure> Figures => [];
}

public enum ReportChartKind { Lines, Columns }

/// <param name="Values">One a point; null where there is none yet.</param>
public sealed record ReportSeries(Text Name, ImmutableArray<decimal?> Values);

/// <summary>Words or a figure: what stands in a sentence or a cell.</summary>
/// <param name="Words">Null for a figure.</param>
/// <param name="Figure">Null for words.</param>
public sealed record ReportTerm(Text? Words, ReportFigure? Figure)
{
    public static ReportTerm Nothing { get; } = Plain("");

    public static ReportTerm Plain(string words) => new(new Text(words, words), null);
    public static ReportTerm Of(Text words) => new(words, null);
    public static ReportTerm Of(ReportFigure figure) => new(null, figure);
    public static ReportTerm Of(DateOnly? day) => Plain(day is { } known ? $"{known:yyyy-MM-dd}" : "");

    /// <summary>1月11日: a day in a sentence, without leading zeros (GB/T 9704).</summary>
    public static ReportTerm Spoken(DateOnly day) => Of(new Text($"{day.Month}月{day.Day}日", $"{day:yyyy-MM-dd}"));

    public string Show(Language language) => Figure?.Show(language) ?? Words!.In(language);
}

/// <summary>A sentence of clauses, each said only when there is something to say.</summary>
internal sealed class SentenceBuilder
{
    private readonly List<Text> clauses = [];
    private readonly ImmutableArray<ReportTerm>.Builder terms = ImmutableArray.CreateBuilder<ReportTerm>();

    /// <param name="clause">With <c>{0}</c> where the figure stands.</param>
    public void Add(Text clause, ReportFigure? figure = null)
    {
        if (figure is not null)
        {
            var place = $"{{{terms.Count}}}";
            clause = new(clause.Zh.Replace("{0}", place, StringComparison.Ordinal), clause.En.Replace("{0}", place, StringComparison.Ordinal));
            terms.Add(ReportTerm.Of(figure));
        }
        clauses.Add(clause);
    }

    public ReportSentence ToSentence() => new(new(string.Join('，', clauses.Select(clause => clause.Zh)) + "。", string.Join(", ", clauses.Select(clause => clause.En)) + "."), terms.ToImmutable());
}
