using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Projects.Reports.Tests;

/// <summary>The library's own validator finds nothing: Word and Excel open the files without repairing them.</summary>
public sealed class OfficeRulesTests(SampleReports reports) : IClassFixture<SampleReports>
{
    public static TheoryData<string, Language> All
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (var which in new[] { "issued", "draft", "hostile" })
            {
                foreach (var language in Enum.GetValues<Language>())
                    all.Add(which, language);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_keeps_to_the_schema(string which, Language language)
    {
        using var opened = WordprocessingDocument.Open(new MemoryStream(Called(which).Bytes(ReportFormat.Docx, language)), isEditable: false);
        Validate(opened);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_workbook_keeps_to_the_schema(string which, Language language)
    {
        using var opened = SpreadsheetDocument.Open(new MemoryStream(Called(which).Bytes(ReportFormat.Xlsx, language)), isEditable: false);
        Validate(opened);
    }

    private ReportDocument Called(string which) => which switch
    {
        "issued" => reports.Issued,
        "draft" => reports.Draft,
        _ => HostileReport.Of(reports.Issued),
    };

    private static void Validate(OpenXmlPackage opened)
    {
        var found = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(opened).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(10).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
