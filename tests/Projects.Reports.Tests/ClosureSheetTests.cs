using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Projects.Domain.Tests.Weekly;

namespace Projects.Reports.Tests;

/// <summary>The closure sheet of an issue of Panzhihua's that was closed, as a document.</summary>
public sealed class ClosureSheetTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    private static readonly DateOnly Day = new(2024, 1, 12);

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_sheet_says_what_it_said(Language language) => Golden.Holds(
        $"closure-sheet.{(language is Language.English ? "en" : "zh")}.txt",
        string.Join('\n', Opened.Part(Bytes(language), "word/document.xml").Words()) + "\n");

    [Fact]
    public void It_names_who_decided_what_and_the_whole_digest_of_each_file()
    {
        var issue = Closed().Issue;
        var text = string.Concat(Opened.Part(Bytes(Language.Chinese), "word/document.xml").Words());
        Assert.All(issue.Round!.Evidence, held => Assert.Contains(held.File.Digest, text, StringComparison.Ordinal));
        Assert.All(issue.Particulars.Criteria, criterion => Assert.Contains(criterion, text, StringComparison.Ordinal));
        foreach (var by in issue.Round.Requests[^1].Verifications.Select(done => done.By).Append(issue.Round.Requests[^1].By))
            Assert.Contains(weeks.Park.NameOf(by.Person), text, StringComparison.Ordinal);
        Assert.Contains($"{issue.ClosedOn:yyyy-MM-dd}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_takes_it_and_it_is_the_same_every_time()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Bytes(Language.Chinese)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(Bytes(Language.English), Bytes(Language.English));
    }

    [Fact]
    public void A_draft_has_none()
    {
        var (project, list, issue) = Any(issue => issue.Round is null);
        Assert.Null(ClosureSheet.Of(weeks.Park, issue, list, project.Particulars, Day));
    }

    [Fact]
    public async Task LibreOffice_prints_it_on_official_paper()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed.");
        var folder = Directory.CreateDirectory(Path.Combine(LibreOffice.Folder, "..", "closure-sheets")).FullName;
        foreach (var language in Enum.GetValues<Language>())
        {
            var path = Path.Combine(folder, $"closure-{language}.docx");
            await File.WriteAllBytesAsync(path, Bytes(language), TestContext.Current.CancellationToken);
            await LibreOffice.ConvertAsync(path, "pdf");
            var pdf = Path.ChangeExtension(path, "pdf");
            Assert.All(await LibreOffice.PagesAsync(pdf), page => Assert.Equal((210, 297), page));
            Assert.Contains(Closed().Issue.Number.Value, await LibreOffice.TextAsync(pdf), StringComparison.Ordinal);
        }
    }

    private byte[] Bytes(Language language)
    {
        var (project, list, issue) = Closed();
        return ClosureSheetFile.Write(ClosureSheet.Of(weeks.Park, issue, list, project.Particulars, Day)!, language).Bytes.ToArray();
    }

    private (Project Project, IssueList List, Issue Issue) Closed() =>
        Any(issue => issue.State.IsClosed() && issue is { TakenOver: null, Round: { Evidence.IsEmpty: false, Requests: [.., { Verifications.IsEmpty: false }] } });

    private (Project Project, IssueList List, Issue Issue) Any(Func<Issue, bool> suits) =>
        (from found in weeks.Book(new ReportWeek(Day)).Issues where suits(found.Issue) select (found.Project, found.List, found.Issue)).First();
}
