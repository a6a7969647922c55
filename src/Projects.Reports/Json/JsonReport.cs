using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Projects.Reports.Json;

/// <summary>A report for programs: values and traces beside the words of both languages. Names are promised, and so is their order.</summary>
internal sealed class JsonReport
{
    private const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter json;

    private JsonReport(Utf8JsonWriter json) => this.json = json;

    public static byte[] Write(ReportDocument document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            new JsonReport(json).Write(document.Head, document);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private void Write(ReportHead head, ReportDocument document)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteStartObject("head");
        Say("title", head.Title);
        json.WriteNumber("year", head.Year);
        json.WriteNumber("no", head.No);
        Say("number", head.Number);
        Say("unit", head.Unit);
        Say("firstDay", Day(head.Week.First));
        Say("lastDay", Day(head.Week.Last));
        Say("issuedOn", head.IssuedOn is { } day ? Day(day) : null);
        Say("signedBy", head.SignedBy);
        json.WriteBoolean("isDraft", head.IssuedOn is null);
        json.WriteEndObject();
        Each("sections", document.Sections, Write);
        json.WritePropertyName("annex");
        Write(document.Annex);
        Each("figures", document.Figures, Write);
        json.WriteStartObject("seal");
        Say("inputDigest", document.Seal.InputDigest);
        Say("chainHead", document.Seal.ChainHead);
        Say("template", document.Seal.Template);
        Say("calendar", document.Seal.Calendar);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(ReportSection section)
    {
        json.WriteStartObject();
        Say("code", section.Code);
        Say("title", section.Title);
        Each("blocks", section.Blocks, Write);
        json.WriteEndObject();
    }

    private void Write(ReportBlock block)
    {
        switch (block)
        {
            case ReportTable table: Write(table); return;
            case ReportChart chart: Write(chart); return;
        }
        json.WriteStartObject();
        switch (block)
        {
            case ReportSentence sentence:
                Say("kind", "sentence");
                Say("shown", new Text(sentence.Show(Language.Chinese), sentence.Show(Language.English)));
                Say("words", sentence.Words);
                Each("terms", sentence.Terms, Write);
                break;
            case ReportGap gap:
                Say("kind", "gap");
                Say("shown", new Text(gap.Show(Language.Chinese), gap.Show(Language.English)));
                break;
            case ReportHeading heading:
                Say("kind", "heading");
                Say("shown", heading.Words);
                break;
            default:
                throw new NotSupportedException($"{block.GetType().Name} has no name in JSON.");
        }
        json.WriteEndObject();
    }

    private void Write(ReportTable table)
    {
        json.WriteStartObject();
        Say("kind", "table");
        Say("code", table.Code);
        Say("title", table.Title);
        Each("columns", table.Columns, column => Say(column.Title));
        Each("rows", table.Rows, row =>
        {
            json.WriteStartArray();
            foreach (var term in row)
                Write(term);
            json.WriteEndArray();
        });
        json.WriteEndObject();
    }

    private void Write(ReportChart chart)
    {
        json.WriteStartObject();
        Say("kind", "chart");
        Say("code", chart.Code);
        Say("title", chart.Title);
        Say("shape", chart.Kind is ReportChartKind.Lines ? "lines" : "columns");
        Say("measure", chart.Measure);
        Each("points", chart.Points, Say);
        Each("series", chart.Series, series =>
        {
            json.WriteStartObject();
            Say("name", series.Name);
            Each("values", series.Values, value =>
            {
                if (value is { } known)
                    Number(known);
                else
                    json.WriteNullValue();
            });
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private void Write(ReportTerm term)
    {
        json.WriteStartObject();
        Say("shown", new Text(term.Show(Language.Chinese), term.Show(Language.English)));
        if (term.Figure is { } figure)
            Say("figure", figure.Id);
        json.WriteEndObject();
    }

    /// <summary>Of money the value is in 万元; a share or difference that is an interval has its two numbers instead of one.</summary>
    private void Write(ReportFigure figure)
    {
        json.WriteStartObject();
        Say("id", figure.Id);
        Say("name", figure.Name);
        Say("shown", new Text(figure.Show(Language.Chinese), figure.Show(Language.English)));
        switch (figure.Value)
        {
            case ReportValue.Count count: Value("count", count.Number); break;
            case ReportValue.Amount amount: Value("amount", amount.Money.InWan); break;
            case ReportValue.Points points: Value("points", points.Difference.Value); break;
            case ReportValue.Share share:
                Say("kind", "share");
                Between("numerator", share.Rate.Numerator);
                Between("denominator", share.Rate.Denominator);
                break;
            default: throw new NotSupportedException($"{figure.Value.GetType().Name} has no name in JSON.");
        }
        Each("rows", figure.Rows, row => json.WriteStringValue(Legible.Of(row)));
        json.WriteEndObject();
    }

    private void Value(string kind, decimal value)
    {
        Say("kind", kind);
        json.WritePropertyName("value");
        Number(value);
    }

    private void Between(string name, Interval interval)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("least");
        Number(interval.Lower);
        json.WritePropertyName("most");
        if (interval.Upper is { } most)
            Number(most);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    }

    /// <summary>1.50 and 1.5 are one number and one text.</summary>
    private void Number(decimal value) => json.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture));

    private void Each<T>(string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var each in all)
            write(each);
        json.WriteEndArray();
    }

    private void Say(string name, string? words)
    {
        if (words is null)
            json.WriteNull(name);
        else
            json.WriteString(name, Legible.Of(words));
    }

    private void Say(string name, Text words)
    {
        json.WritePropertyName(name);
        Say(words);
    }

    private void Say(Text words)
    {
        json.WriteStartObject();
        Say("zh", words.Zh);
        Say("en", words.En);
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
