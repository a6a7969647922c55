using System.Text;
using Microsoft.Playwright;
using Projects.Reports;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests.Exchange;

[Collection(SqliteSite.Name)]
public sealed class ExchangeOnSqlite(OnSqlite site) : ExchangeTests(site);

[Collection(PostgresSite.Name)]
public sealed class ExchangeOnPostgres(OnPostgres site) : ExchangeTests(site);

public abstract class ExchangeTests(Site site)
{
    [Fact]
    public async Task A_unit_gets_its_workbook_fills_it_in_and_sees_what_it_will_do_before_it_does()
    {
        await using var head = await site.SignInAsync("emergency-head");
        var (header, rows) = await SentAsync(head, "emergency");
        var open = rows.Where(row => row[header.IndexOf("销号状态")] == "整改中").Take(2).ToList();
        Assert.Equal(2, open.Count);

        await SendBackAsync(head, header, Filled(header, open[0], ("本期进展", "已抽查两轮")), Filled(header, open[1], ("发生日期", "2024-02-30"), ("本期进展", "好")));
        await Expect(head.Page.Locator("#book-said")).ToContainTextAsync("可导入 1 行、1 项操作；有误 1 处");
        await Expect(head.Page.Locator("#book-faults")).ToContainTextAsync("没有这一天");
        await Expect(head.Page.Locator("#book-take")).ToBeDisabledAsync();
        await head.ScreenshotAsync($"exchange-{site.Database}");
        Assert.Empty(await head.AxeAsync());

        await head.Page.Locator("#book-only-good").CheckAsync();
        await head.Page.Locator("#book-take").ClickAsync();
        await Expect(head.Page.Locator("#book-taken")).ToContainTextAsync("1 项操作");

        // The same again: its row has changed since it was sent.
        await SendBackAsync(head, header, Filled(header, open[0], ("本期进展", "已抽查两轮")));
        await Expect(head.Page.Locator("#book-faults")).ToContainTextAsync("重新打开后再办");
        await Expect(head.Page.Locator("#book-take")).ToHaveCountAsync(0);
        Assert.Empty(head.Complaints);

        await head.OpenAsync($"/projects/{open[0][header.IndexOf("项目编码")]}/issues/{open[0][header.IndexOf("问题编号")]}");
        await Expect(head.Page.GetByText("已抽查两轮").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_may_not_report_for_the_unit_takes_nothing_and_an_administrator_gets_no_workbook()
    {
        await using var other = await site.SignInAsync("auditor-a");
        var (header, rows) = await SentAsync(other, "emergency");
        await SendBackAsync(other, header, Filled(header, rows.First(row => row[header.IndexOf("销号状态")] == "整改中"), ("本期进展", "越权")));
        await Expect(other.Page.Locator("#book-said")).ToContainTextAsync("可导入 0 行、0 项操作；有误 1 处");
        await Expect(other.Page.Locator("#book-faults")).ToContainTextAsync("没有办理此事的任职");

        await using var administrator = await site.SignInAsync("system-admin");
        Assert.Equal(404, (await administrator.Page.Context.APIRequest.GetAsync("/exchange/emergency/xlsx")).Status);
    }

    [Fact]
    public async Task The_ledger_office_takes_an_existing_ledger_over_once_it_has_seen_what_would_come_of_it()
    {
        await using var head = await site.SignInAsync("planning-head");
        await head.OpenAsync("/exchange");
        await Expect(head.Page.Locator("#import")).ToHaveCountAsync(0);

        await using var office = await site.SignInAsync("ledger-a");
        await office.OpenAsync("/exchange?kind=ledger");
        await office.Page.Locator("[name=import-list]").SelectOptionAsync("lithium-iron-phosphate/lfp-issues");
        await office.Page.Locator("[name=import-document]").FillAsync("2023年问题台账（示例）");
        List<string> header = ["问题编号", "存在问题", "销号状态", "立账日期", "销号日期", "责任单位", "责任领导", "销号标准", "整改措施", "完成时限", "自用"];
        List<string> Row(string number, string unit) => [number, "旧围墙破损", "已销号", "2023年9月1日", "2023-10-20", unit, "分管领导甲", "修好", "砌墙", "2023/10/31", "x"];
        var good = Row($"OLD-{site.Database}-1", "规划建设局");
        await SendBackAsync(office, header, "#import-sheet", good, Row($"OLD-{site.Database}-2", "城管局"));
        await Expect(office.Page.Locator("#import-sheet-said")).ToContainTextAsync("可导入 1 行、1 项操作；有误 1 处");
        await Expect(office.Page.Locator("#import-sheet-said")).ToContainTextAsync("不认识的栏未读取：自用");
        await Expect(office.Page.Locator("#import-sheet-faults")).ToContainTextAsync("园区没有“城管局”");
        await SendBackAsync(office, header, "#import-sheet", good);
        await office.Page.Locator("#import-sheet-take").ClickAsync();
        await Expect(office.Page.Locator("#import-sheet-taken")).ToContainTextAsync("1 项操作");
        await office.OpenAsync($"/projects/lithium-iron-phosphate/issues/OLD-{site.Database}-1");
        await Expect(office.Page.GetByText("旧围墙破损").First).ToBeVisibleAsync();
        Assert.Empty(office.Complaints);
    }

    [Fact]
    public async Task An_officer_chooses_what_to_import_takes_the_empty_table_away_and_brings_it_back_filled_in()
    {
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync("/exchange");
        await officer.Page.Locator("[name=import-kind]").SelectOptionAsync("milestones");
        await Expect(officer.Page.Locator("#import")).ToContainTextAsync("每行一个节点");
        await officer.Page.Locator("[name=import-kind]").SelectOptionAsync("projects");
        await Expect(officer.Page.Locator("#import")).ToContainTextAsync("每行一个项目");
        var file = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.Locator("[data-template]").ClickAsync());
        List<string> header = [.. TableFile.Read(await File.ReadAllBytesAsync(await file.PathAsync())).Rows[0].Cells.Values.Select(cell => cell.Words)];
        Assert.Contains("总投资(万元)", header);

        var code = $"imported-{site.Database}";
        List<string> Row(params (string Column, string Value)[] filled) => Filled(header, [.. header.Select(_ => "")], filled);
        var good = Row(("项目代码", code), ("项目名称", $"导入的项目{site.Database}"), ("类别", "新建"), ("单位", "规划建设局"), ("总投资(万元)", "约5亿元"), ("分期", "一期"), ("阶段", "前期"));
        await SendBackAsync(officer, header, "#import-sheet", good, Row(("项目代码", "x"), ("项目名称", "甲"), ("类别", "重建"), ("单位", "规划建设局")));
        await Expect(officer.Page.Locator("#import-sheet-said")).ToContainTextAsync("可导入 1 行、2 项操作；有误 1 处");
        await Expect(officer.Page.Locator("#import-sheet-columns")).ToContainTextAsync("总投资(万元)→总投资");
        await Expect(officer.Page.Locator("#import-sheet-take")).ToBeDisabledAsync();
        await officer.ScreenshotAsync($"import-{site.Database}");
        Assert.Empty(await officer.AxeAsync());

        await SendBackAsync(officer, header, "#import-sheet", good);
        await officer.Page.Locator("#import-sheet-take").ClickAsync();
        await Expect(officer.Page.Locator("#import-sheet-taken")).ToContainTextAsync("2 项操作");
        await SendBackAsync(officer, header, "#import-sheet", good);
        await Expect(officer.Page.Locator("#import-sheet-said")).ToContainTextAsync("1 行所载已有记录");
        await officer.OpenAsync($"/projects/{code}");
        await Expect(officer.Page.GetByText($"导入的项目{site.Database}").First).ToBeVisibleAsync();
        Assert.Empty(officer.Complaints);
    }

    /// <summary>The workbook as the browser takes it away: its header and its rows.</summary>
    private static async Task<(List<string> Header, List<List<string>> Rows)> SentAsync(Visitor visitor, string unit)
    {
        await visitor.OpenAsync($"/exchange?unit={unit}");
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("[data-book]").ClickAsync());
        var table = TableFile.Read(await File.ReadAllBytesAsync(await file.PathAsync()));
        var header = table.Rows[0].Cells.Values.Select(cell => cell.Words).ToList();
        return (header, [.. table.Rows.Skip(1).Select(row => header.Select((_, at) => row.Cells.TryGetValue(at, out var cell) ? cell.Words : "").ToList())]);
    }

    private static List<string> Filled(List<string> header, List<string> row, params (string Column, string Value)[] filled) =>
        [.. row.Select((words, at) => filled.Where(cell => cell.Column == header[at]).Select(cell => cell.Value).FirstOrDefault(words))];

    private static Task SendBackAsync(Visitor visitor, List<string> header, params List<string>[] rows) => SendBackAsync(visitor, header, "#book", rows);

    private static Task SendBackAsync(Visitor visitor, List<string> header, string into, params List<string>[] rows) => visitor.Page.Locator(into).SetInputFilesAsync(new FilePayload
    {
        Name = "收发表.csv", MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(header).Select(row => string.Join(',', row.Select(words => $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))))),
    });
}
