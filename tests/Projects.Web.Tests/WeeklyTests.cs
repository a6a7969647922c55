using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class WeeklyOnSqlite(OnSqlite site) : WeeklyTests(site);

[Collection(PostgresSite.Name)]
public sealed class WeeklyOnPostgres(OnPostgres site) : WeeklyTests(site);

/// <summary>周报: its numbers lead to their rows, it is reviewed, signed and taken along as a file.</summary>
public abstract class WeeklyTests(Site site)
{
    private const string Second = "/weekly?report=2024-2";
    private const string First = "/weekly?report=2024-1";

    [Fact]
    public async Task A_number_opens_the_rows_it_was_counted_from_and_they_lead_on()
    {
        await using var chief = await site.SignInAsync("chief");
        await chief.OpenAsync("/weekly");
        await Expect(chief.Page.Locator("h1")).ToContainTextAsync("〔2024〕2号");
        await chief.Page.Locator("#issues p a").Filter(new() { HasText = "1" }).Last.ClickAsync();

        var rows = chief.Page.Locator("#rows");
        await Expect(rows.Locator("b")).ToHaveTextAsync("逾期 1");
        var number = await rows.Locator("a").First.InnerTextAsync();
        await rows.Locator("a").First.ClickAsync();
        await Expect(chief.Page.Locator("h1")).ToContainTextAsync(number);
        Assert.Empty(chief.Complaints);
    }

    [Fact]
    public async Task Every_file_of_a_draft_comes_as_what_it_says()
    {
        await using var ledger = await site.SignInAsync("ledger-a");
        await ledger.OpenAsync(Second);
        foreach (var (format, begins) in new[] { ("DOCX", "PK"), ("XLSX", "PK"), ("HTML", "<!DOCTYPE html>"), ("JSON", "{") })
        {
            var (name, bytes) = await DownloadAsync(ledger, format);
            Assert.EndsWith($".{format.ToLowerInvariant()}", name, StringComparison.Ordinal);
            Assert.StartsWith("重大项目推进与问题整改周报〔2024〕2号", name, StringComparison.Ordinal);
            Assert.StartsWith(begins, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            if (begins == "PK")
                Assert.NotNull(new ZipArchive(new MemoryStream(bytes)).GetEntry("[Content_Types].xml"));
        }
    }

    [Fact]
    public async Task An_enterprise_is_told_for_whom_the_report_is()
    {
        await using var enterprise = await site.SignInAsync("enterprise-a");
        await enterprise.Page.GotoAsync(First);
        await Expect(enterprise.Page.Locator(".obstacle")).ToContainTextAsync("周报只供办理和监督园区事务的人员查阅");
        Assert.Equal(404, (await enterprise.Page.APIRequest.GetAsync("/weekly/2024-1/docx")).Status);
    }

    [Fact]
    public async Task The_director_reviews_and_cannot_sign_a_leader_signs_and_from_then_on_it_never_changes()
    {
        await using var director = await site.SignInAsync("ledger-director");
        await using var leader = await site.SignInAsync("deputy-a");
        await leader.OpenAsync(First);
        await Expect(leader.Page.Locator("#life h2")).ToHaveTextAsync("待审核");
        await Expect(leader.Page.Locator("#life .not-now")).ToContainTextAsync("签发——〔2024〕1号尚未审核，请先审核");

        await director.OpenAsync(First);
        await director.Page.Locator("input[name=opinion]").FillAsync("数据已核");
        await director.Page.GetByRole(AriaRole.Button, new() { Name = "审核", Exact = true }).ClickAsync();
        await Expect(director.Page.Locator(".happened")).ToContainTextAsync("已审核〔2024〕1号");
        await Expect(director.Page.Locator("#life h2")).ToHaveTextAsync("待签发");
        // The director's page says why signing is not theirs.
        await Expect(director.Page.Locator("#life .not-now")).ToContainTextAsync("签发——");
        await Expect(director.Page.Locator("form#sign-2024-1")).ToHaveCountAsync(0);

        // The leader's page follows by itself.
        await leader.Page.Locator("form#sign-2024-1 button[type=submit]").ClickAsync();
        await Expect(leader.Page.Locator(".happened")).ToContainTextAsync("已签发〔2024〕1号");
        await Expect(leader.Page.Locator("#life")).ToContainTextAsync("分管领导甲于2024-01-1");
        await Expect(leader.Page.Locator("#life form")).ToHaveCountAsync(0);
        await Expect(director.Page.Locator("#life h2")).ToHaveTextAsync("已签发");

        await leader.Page.Locator("#life summary").ClickAsync();
        foreach (var format in new[] { "DOCX", "JSON" })
        {
            var (name, bytes) = await DownloadAsync(leader, format);
            Assert.DoesNotContain("稿", name, StringComparison.Ordinal);
            await Expect(leader.Page.Locator("ul.digests li").Filter(new() { HasText = format })).ToContainTextAsync(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        Assert.Empty(leader.Complaints.Concat(director.Complaints));
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(Visitor visitor, string format)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }
}
