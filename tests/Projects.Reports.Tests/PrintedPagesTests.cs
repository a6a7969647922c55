using System.Globalization;

namespace Projects.Reports.Tests;

/// <summary>What LibreOffice makes of the files, page by page.</summary>
public sealed class PrintedPagesTests(LibreOffice office) : IClassFixture<LibreOffice>
{
    private const string Missing = "LibreOffice is not installed (libreoffice-writer-nogui, libreoffice-calc-nogui, poppler-utils).";
    private const string SkipUnless = nameof(IsInstalled);

    private static readonly (int, int) Upright = (210, 297), Across = (297, 210);

    public static bool IsInstalled => LibreOffice.IsInstalled;

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var name in new[] { "issued", "draft", "hostile" })
            {
                foreach (var format in new[] { "docx", "xlsx", "html" })
                    files.Add(name, format);
            }
            return files;
        }
    }

    [Theory(Skip = Missing, SkipUnless = SkipUnless)]
    [MemberData(nameof(Files))]
    public async Task It_opens_every_file(string name, string format)
    {
        var pages = await LibreOffice.PagesAsync($"{name}-{format}.pdf");
        Assert.NotEmpty(pages);
        Assert.Equal(Math.Min(pages.Length, LibreOffice.MostPictures), Directory.GetFiles(LibreOffice.Folder, $"{name}-{format}-*.png").Length);
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task A_page_has_22_lines_of_28_characters()
    {
        var lines = (await LibreOffice.PageAsync("grid-docx.pdf", 2)).Split('\n').Select(line => line.Trim()).Where(line => line.Contains('国')).ToList();
        Assert.Equal(22, lines.Count);
        Assert.All(lines, line => Assert.Equal(new string('国', 28), line));
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task The_annex_lies_across_and_the_colophon_closes_upright()
    {
        var pages = await LibreOffice.PagesAsync("issued-docx.pdf");
        Assert.Equal((Upright, Upright), (pages[0], pages[^1]));
        var (first, last) = (pages.IndexOf(Across), pages.LastIndexOf(Across));
        Assert.Equal(pages.Length - 2, last);
        Assert.All(pages[first..(last + 1)], page => Assert.Equal(Across, page));
        Assert.StartsWith("附件", (await LibreOffice.PageAsync("issued-docx.pdf", first + 1)).Trim());
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task Pages_are_numbered_at_their_outer_edge()
    {
        for (var page = 1; page <= (await LibreOffice.PagesAsync("issued-docx.pdf")).Length; page++)
            Assert.Equal($"—{page.ToString(CultureInfo.InvariantCulture)}—", Tight((await LibreOffice.PageAsync("issued-docx.pdf", page)).TrimEnd().Split('\n')[^1]));
        // The last dash of — 1 — at the right, one character in; that of — 2 — at the left.
        Assert.InRange(await LibreOffice.LeftOfAsync("issued-docx.pdf", 1, "—"), 165, 184);
        Assert.InRange(await LibreOffice.LeftOfAsync("issued-docx.pdf", 2, "—"), 28, 50);
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task The_head_names_number_unit_and_day_and_a_draft_says_so()
    {
        var issued = await LibreOffice.PageAsync("issued-docx.pdf", 1);
        foreach (var words in new[] { "重大项目推进与问题整改周报", "第1期", "〔2024〕1号", office.Issued.Head.Unit, "2024年1月12日", "签发人：向前", "一、总体情况" })
            Assert.Contains(words, string.Concat(issued.Where(letter => !char.IsWhiteSpace(letter))));
        Assert.DoesNotContain("草稿", issued);
        Assert.Contains("DRAFT", await LibreOffice.PageAsync("draft-docx.pdf", 1));
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task Everything_that_was_told_is_printed()
    {
        var printed = await LibreOffice.TextAsync("issued-docx.pdf");
        foreach (var section in office.Issued.Sections)
        {
            Assert.Contains(section.Title.Zh, printed);
            foreach (var sentence in section.Blocks.OfType<ReportSentence>())
                Assert.Contains(Tight(sentence.Show(Language.Chinese)), printed);
            // A chart's names stand in its legend and once more in its numbers.
            foreach (var name in section.Blocks.OfType<ReportChart>().SelectMany(chart => chart.Series).Select(series => series.Name.Zh))
                Assert.True(printed.Split(name).Length > 2, name);
        }
        Assert.Contains(office.Issued.Seal.InputDigest, printed);
        Assert.Contains(office.Issued.Seal.ChainHead, printed);
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task A_formula_somebody_typed_is_not_reckoned()
    {
        var printed = await LibreOffice.TextAsync("hostile-xlsx.pdf");
        Assert.Contains(Tight(HostileReport.Command), printed);
        Assert.Contains("-1+2", printed);
        Assert.Contains(Tight(HostileReport.Escape), printed);
        Assert.DoesNotContain("#NAME", printed);
    }

    [Fact(Skip = Missing, SkipUnless = SkipUnless)]
    public async Task A_row_too_long_for_a_page_runs_on() => Assert.Equal(HostileReport.Long.Length, (await LibreOffice.TextAsync("hostile-docx.pdf")).Count(letter => letter == '长'));

    private static string Tight(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));
}
