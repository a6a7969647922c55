using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Projects.Domain.Tests.Weekly;

namespace Projects.Reports.Tests;

/// <summary>The ledger as a file: Panzhihua's on a day of its story, and rows nobody wishes for.</summary>
public sealed class LedgerFileTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    private static readonly LedgerHead Head = new("攀枝花钒钛高新区", new DateOnly(2024, 1, 11));

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_rows_of_the_sample_are_these_behind_a_byte_order_mark(Language language)
    {
        var file = Bytes(Sample(language), LedgerFormat.Csv, language);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        // A golden file keeps one kind of line end; that rows end with CR LF is held below.
        Golden.Holds($"ledger.{(language is Language.English ? "en" : "zh")}.csv", Encoding.UTF8.GetString(file.AsSpan(3)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_workbook_says_what_the_CSV_says()
    {
        var rows = Sample(Language.Chinese);
        ImmutableArray<IReadOnlyList<string>> expected = [LedgerSheet.Columns.Select(column => column.Title.Zh).ToList(), .. rows];
        Assert.Equal(expected, RowsOf(Bytes(rows, LedgerFormat.Xlsx)));
    }

    [Theory]
    [InlineData(LedgerFormat.Xlsx)]
    [InlineData(LedgerFormat.Csv)]
    public void The_same_rows_are_the_same_bytes(LedgerFormat format) => Assert.Equal(Bytes(Sample(Language.Chinese), format), Bytes(Sample(Language.Chinese), format));

    [Fact]
    public void A_cell_that_begins_like_a_formula_is_text_in_both()
    {
        string[] hostile = ["=1+1", "+86 812", "-SUM(A1)", "@cmd", " =HYPERLINK(\"http://x\")", "a,b", "\"quoted\"", "two\nlines", "\u0000\uD800", "_x0041_", "平常"];
        IReadOnlyList<string> row = [.. hostile, .. Enumerable.Repeat("", LedgerSheet.Columns.Length - hostile.Length)];

        var line = Encoding.UTF8.GetString(Bytes([row], LedgerFormat.Csv)).Split("\r\n")[1];
        Assert.StartsWith("'=1+1,'+86 812,'-SUM(A1),'@cmd,\"' =HYPERLINK(\"\"http://x\"\")\",\"a,b\",\"\"\"quoted\"\"\",\"two\nlines\",\uFFFD\uFFFD,_x0041_,平常,", line);

        var file = Bytes([row], LedgerFormat.Xlsx);
        Assert.Equal(hostile.Select(words => words.Replace("\u0000\uD800", "\uFFFD\uFFFD", StringComparison.Ordinal).Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal)), RowsOf(file)[1].Take(hostile.Length));
        Assert.DoesNotContain(Opened.Part(file, "xl/worksheets/sheet1.xml").Descendants(), element => element.Name.LocalName == "f");
    }

    [Fact]
    public void The_schema_takes_the_workbook()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes(Sample(Language.Chinese), LedgerFormat.Xlsx)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Rows_past_many_pieces_of_packing_come_out_whole()
    {
        var rows = Enumerable.Range(0, 4_000).Select(no => (IReadOnlyList<string>)[.. LedgerSheet.Columns.Select((_, column) => $"第{no}行第{column}栏{new string((char)('一' + no % 5000), 12)}")]).ToList();
        var read = RowsOf(Bytes(rows, LedgerFormat.Xlsx));
        Assert.Equal(rows.Count + 1, read.Count);
        Assert.Equal(rows[^1], read[^1]);
    }

    [Fact]
    public async Task LibreOffice_reads_the_same_words()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed.");
        var rows = Sample(Language.Chinese);
        var folder = Directory.CreateTempSubdirectory("ledger-file");
        try
        {
            var path = Path.Combine(folder.FullName, "ledger.xlsx");
            await File.WriteAllBytesAsync(path, Bytes(rows, LedgerFormat.Xlsx), TestContext.Current.CancellationToken);
            await LibreOffice.ConvertAsync(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false");
            var said = await File.ReadAllTextAsync(Path.ChangeExtension(path, "csv"), TestContext.Current.CancellationToken);
            Assert.All(rows, row => Assert.Contains(row[1], said, StringComparison.Ordinal));
            Assert.Equal(rows.Count + 1, Lines(said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A line end within quotes ends no row.
    private static int Lines(string csv) => csv.Split('"').Where((_, at) => at % 2 == 0).Sum(outside => outside.Count(letter => letter == '\n'));

    private List<IReadOnlyList<string>> Sample(Language language)
    {
        var book = weeks.Book(new ReportWeek(Head.Day));
        return [.. book.InBooks.Select((issue, at) => (IReadOnlyList<string>)[.. LedgerSheet.Row(book, issue, at + 1).Select(term => term.Show(language))])];
    }

    private static byte[] Bytes(IReadOnlyCollection<IReadOnlyList<string>> rows, LedgerFormat format, Language language = Language.Chinese)
    {
        using var file = LedgerFile.Of(Head, rows, rows.Count, format, language);
        using var bytes = new MemoryStream();
        file.Content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static List<IReadOnlyList<string>> RowsOf(byte[] workbook)
    {
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return [.. Opened.Part(workbook, "xl/worksheets/sheet1.xml").Descendants(main + "row").Select(row => (IReadOnlyList<string>)[.. row.Elements(main + "c").Select(cell => cell.Value)])];
    }
}
