using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Projects.Reports.Tests;

public sealed class HostileWordsTests(SampleReports reports) : IClassFixture<SampleReports>
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private ReportDocument Hostile => HostileReport.Of(reports.Issued);

    [Fact]
    public void A_document_keeps_what_was_written_as_words()
    {
        var words = string.Concat(Opened.Part(Hostile.Bytes(ReportFormat.Docx), "word/document.xml").Words());
        Assert.Contains(HostileReport.Markup, words);
        Assert.Contains("bell� null� half� pair😀 last�", words);
        Assert.Contains(HostileReport.Long, words);
    }

    [Fact]
    public void A_cell_that_begins_like_a_formula_is_text_and_stays_so()
    {
        var file = Hostile.Bytes(ReportFormat.Xlsx);
        var styles = Opened.Part(file, "xl/styles.xml").Descendants(Sheet + "cellXfs").Single().Elements().ToList();
        var cells = Opened.Parts(file).Where(part => part.StartsWith("xl/worksheets/", StringComparison.Ordinal)).SelectMany(part => Opened.Part(file, part).Descendants(Sheet + "c")).ToList();
        Assert.DoesNotContain(cells, cell => cell.Element(Sheet + "f") is not null);
        foreach (var words in new[] { HostileReport.Command, "+1", "-1+2", "@SUM(A1)", " =1" })
        {
            // Below the header: nobody types over that.
            var said = cells.Where(cell => cell.Value == words && !cell.Attribute("r")!.Value.TrimStart('A', 'B', 'C', 'D', 'E', 'F').Equals("1", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(said);
            Assert.All(said, cell => Assert.Equal("inlineStr", cell.Attribute("t")!.Value));
            Assert.All(said, cell => Assert.Contains(styles[int.Parse(cell.Attribute("s")!.Value, CultureInfo.InvariantCulture)].Attribute("quotePrefix")!.Value, new[] { "1", "true" }));
        }
    }

    [Fact]
    public void A_cell_holds_what_excel_takes_and_says_where_it_was_cut()
    {
        var cells = Opened.Part(Hostile.Bytes(ReportFormat.Xlsx), "xl/worksheets/sheet4.xml").Descendants(Sheet + "t").Select(cell => cell.Value).ToList();
        var held = Assert.Single(cells, cell => cell.StartsWith('长'));
        Assert.Equal(32_767, held.Length);
        Assert.EndsWith("……（过长，未全部列出）", held);
    }

    [Fact]
    public void What_looks_like_an_escape_of_excel_is_escaped() =>
        Assert.Contains(Opened.Part(Hostile.Bytes(ReportFormat.Xlsx), "xl/worksheets/sheet2.xml").Descendants(Sheet + "t"), cell => cell.Value == "_x005F_x0041_ stays");

    [Fact]
    public void Sheets_have_names_excel_takes_each_once()
    {
        var names = Opened.Part(Hostile.Bytes(ReportFormat.Xlsx), "xl/workbook.xml").Descendants(Sheet + "sheet").Select(sheet => sheet.Attribute("name")!.Value).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(name.Length is > 0 and <= 31 && name.IndexOfAny([.. "[]:*?/\\"]) < 0 && name[0] != '\'' && name[^1] != '\'', name));
    }

    [Fact]
    public void A_page_runs_nothing_and_fetches_nothing()
    {
        var page = Hostile.Read(ReportFormat.Html);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("http:", page);
        Assert.DoesNotContain("https:", page);
        Assert.Contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;", page);
        Assert.All(page.Where(letter => letter < ' '), letter => Assert.Contains(letter, "\n\t"));
    }

    [Fact]
    public void Data_can_be_read_back()
    {
        using var read = JsonDocument.Parse(Hostile.Bytes(ReportFormat.Json));
        var said = read.RootElement.GetProperty("sections")[0].GetProperty("blocks").EnumerateArray().First().GetProperty("shown").GetProperty("zh").GetString();
        Assert.Equal($"{HostileReport.Markup}。3", said);
    }

    [Fact]
    public void A_file_has_a_name_any_disk_takes()
    {
        var names = Enum.GetValues<ReportFormat>().Select(format => ReportFiles.Write(Hostile, format).FileName).ToList();
        Assert.All(names, name => Assert.True(name.IndexOfAny([.. "\\/:*?\"<>|"]) < 0, name));
        Assert.Equal("重大项目推进与问题整改周报〔2024〕1号（草稿）.docx", ReportFiles.Write(reports.Draft, ReportFormat.Docx).FileName);
    }
}
