using System.IO.Compression;
using System.Text;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class WeeklyOnSqlite(OnSqlite site) : WeeklyTests(site);

[Collection(PostgresSite.Name)]
public sealed class WeeklyOnPostgres(OnPostgres site) : WeeklyTests(site);

/// <summary>周报: its numbers lead to their rows, and it is taken along as a file.</summary>
public abstract class WeeklyTests(Site site)
{
    private const string Week = "/weekly?week=2024-01-11";

    [Fact]
    public async Task A_number_opens_the_rows_it_was_counted_from_and_they_lead_on()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync(Week);
        await chief.Page.Locator("#issues p a").Filter(new() { HasText = "1" }).Last.ClickAsync();

        var rows = chief.Page.Locator("#rows");
        await Expect(rows.Locator("b")).ToHaveTextAsync("逾期 1");
        var number = await rows.Locator("a").First.InnerTextAsync();
        await rows.Locator("a").First.ClickAsync();
        await Expect(chief.Page.Locator("h1")).ToContainTextAsync(number);
        Assert.Empty(chief.Complaints);
    }

    [Fact]
    public async Task Every_file_of_it_comes_as_what_it_says()
    {
        await using var ledger = await site.SignInAsync("ledger-a");
        await ledger.OpenAsync(Week);
        foreach (var (format, begins) in new[] { ("DOCX", "PK"), ("XLSX", "PK"), ("HTML", "<!DOCTYPE html>"), ("JSON", "{") })
        {
            var download = await ledger.Page.RunAndWaitForDownloadAsync(() => ledger.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
            Assert.EndsWith($".{format.ToLowerInvariant()}", download.SuggestedFilename, StringComparison.Ordinal);
            Assert.StartsWith("重大项目推进与问题整改周报〔2024〕", download.SuggestedFilename, StringComparison.Ordinal);
            var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
            Assert.StartsWith(begins, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            if (begins == "PK")
                Assert.NotNull(new ZipArchive(new MemoryStream(bytes)).GetEntry("[Content_Types].xml"));
        }
    }

    [Fact]
    public async Task An_enterprise_is_told_for_whom_the_report_is()
    {
        await using var enterprise = await site.SignInAsync("enterprise-a");
        await enterprise.Page.GotoAsync(Week);
        await Expect(enterprise.Page.Locator(".obstacle")).ToContainTextAsync("周报只供办理和监督园区事务的人员查阅");
        Assert.Equal(404, (await enterprise.Page.APIRequest.GetAsync("/weekly/2024-01-11/docx")).Status);
    }
}
