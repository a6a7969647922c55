using System.Security.Cryptography;
using System.Text;

namespace Projects.Reports.Tests;

/// <summary>
/// The sample report as it was last looked at. A report issued years ago must come out the same, so a difference here is a new edition of the files; after
/// looking at the pages, <c>PROJECTS_WRITE_GOLDEN=1</c> makes these tests write <c>Golden/</c> anew.
/// </summary>
public sealed class GoldenReportTests(SampleReports reports) : IClassFixture<SampleReports>
{
    /// <summary>Of the annex so many rows are kept as text; all of it is in the digests.</summary>
    private const int AnnexRows = 2;

    private ReportDocument Short => reports.Issued with { Annex = reports.Issued.Annex with { Rows = reports.Issued.Annex.Rows[..AnnexRows] } };

    public static TheoryData<string> DocxParts => ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footerOdd.xml", "word/charts/chart1.xml", "word/charts/chart3.xml", "docProps/core.xml"];

    [Theory]
    [MemberData(nameof(DocxParts))]
    public void The_document_says_what_it_said(string part) => Golden.Holds($"docx.{Path.GetFileName(part)}", Opened.Part(Short.Bytes(ReportFormat.Docx), part).ToString().ReplaceLineEndings("\n"));

    [Fact]
    public void The_workbook_says_what_it_said()
    {
        var file = Short.Bytes(ReportFormat.Xlsx);
        var told = new StringBuilder();
        foreach (var part in Opened.Parts(file).Where(part => part.StartsWith("xl/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            told.Append("==== ").Append(part).Append('\n').Append(Opened.Part(file, part).ToString().ReplaceLineEndings("\n").Replace("<x:row", "\n<x:row", StringComparison.Ordinal)).Append('\n');
        Golden.Holds("xlsx.txt", told.ToString());
    }

    [Fact]
    public void The_page_says_what_it_said() => Golden.Holds("report.html", Short.Read(ReportFormat.Html));

    [Fact]
    public void The_data_say_what_they_said() => Golden.Holds("report.json", Short.Read(ReportFormat.Json));

    /// <summary>The bytes themselves: of another machine, another day, another runtime.</summary>
    [Fact]
    public void Every_file_is_the_same_to_the_byte() => Golden.Holds("digests.txt", DigestsOf(reports.Files));

    /// <summary>What was drafted with an earlier template is never anything else: this file is not written anew.</summary>
    [Fact]
    public void A_report_of_the_first_template_is_what_it_was_to_the_byte() =>
        Assert.Equal(File.ReadAllText(Golden.PathOf("digests.template-1.txt")), DigestsOf(reports.FilesBy("1")));

    private static string DigestsOf(IEnumerable<ReportFile> files) =>
        string.Concat(files.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span))}  {file.FileName}\n"));
}
