using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static Projects.Web.Tests.Issues.IssueVisits;

namespace Projects.Web.Tests.Issues;

[Collection(StoppedSqliteSite.Name)]
public sealed class ClosingOnSqlite(OnSqlite site) : ClosingTests(site);

[Collection(StoppedPostgresSite.Name)]
public sealed class ClosingOnPostgres(OnPostgres site) : ClosingTests(site);

/// <summary>The way of an issue from the first word to its closing, through the pages alone.</summary>
public abstract class ClosingTests(Site site)
{
    private const string Number = "WEB-CLOSING";

    private static readonly FilePayload Proof = new() { Name = "现场.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()] };

    [Fact]
    public async Task Five_people_close_an_issue_and_each_wrong_person_reads_why_not()
    {
        await using var office = await site.SignInAsync("ledger-a");
        await using var handler = await site.SignInAsync("planning-handler");
        await using var head = await site.SignInAsync("planning-head");
        await using var verifier = await site.SignInAsync("verifier-a");
        await using var director = await site.SignInAsync("ledger-director");
        await using var leader = await site.SignInAsync("deputy-a");

        await DraftAndRegisterAsync(office);
        await handler.ReadsWhyNotAsync(Number, "签收", "可由部门负责人");
        await head.GiveAsync(Number, "签收");

        await head.ReadsWhyNotAsync(Number, "申请销号", "尚未完成");
        await handler.GiveAsync(Number, "完成措施", ("完成的措施", "1"), ("备注", "便道全线贯通"));
        await head.ReadsWhyNotAsync(Number, "申请销号", "没有第1轮的佐证");
        await ShowAsync(handler);
        await head.GiveAsync(Number, "自查", ("情况说明", "自查合格"));
        await head.GiveAsync(Number, "申请销号", ("情况说明", "已全部完成"));

        await head.ReadsWhyNotAsync(Number, "指定核查人", "可由整改办");
        await office.GiveAsync(Number, "指定核查人", ("核查人甲", Tick));
        await head.ReadsWhyNotAsync(Number, "核查通过", "可由核查人");
        await verifier.GiveAsync(Number, "核查通过", ("标准1", "yes"), ("核查意见", "现场属实"));

        await leader.ReadsWhyNotAsync(Number, "审批销号", "职责须分离");
        await director.GiveAsync(Number, "审批销号", ("审批意见", "同意"));
        await office.ReadsWhyNotAsync(Number, "结束公示", "须满5个");

        await site.RestartAsync(daysLater: 12);
        await office.GiveAsync(Number, "结束公示");
        await Expect(office.Page.Locator(".facts")).ToContainTextAsync("已销号");
        await ReadsTheSheetAsync(office);
    }

    private static async Task DraftAndRegisterAsync(Visitor office)
    {
        await office.OpenAsync($"/projects/{IssueVisits.Project}/issues/new?list=lfp-issues");
        await office.FillAsync(
            ("问题编号", Number), ("问题描述", "施工便道未通"), ("牵头单位", "planning"), ("责任领导", "deputy-a"), ("销号标准", "便道已贯通"), ("整改措施", "修筑便道"), ("整改时限", "2024-03-29"));
        await office.SubmitAsync("保存草稿");
        await Expect(office.Page).ToHaveURLAsync(new Regex($"/issues/{Number}\\?do=register"));
        await office.SubmitAsync("立账");
        await Expect(office.Recorded()).ToContainTextAsync("立账");
    }

    private static async Task ShowAsync(Visitor handler)
    {
        await handler.OpenAsync(PathOf(Number) + "?do=addEvidence");
        await handler.Page.GetByLabel("佐证材料").SetInputFilesAsync(Proof);
        await Expect(handler.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已上传" })).ToContainTextAsync(Proof.Name);
        await handler.SubmitAsync("上传佐证");
        await Expect(handler.Recorded()).ToBeVisibleAsync();
    }

    private static async Task ReadsTheSheetAsync(Visitor office)
    {
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "销号单" }).ClickAsync();
        var sheet = office.Page.Locator(".closure-sheet");
        foreach (var said in new[] { Number, "现场.pdf", "自查合格（规划建设局负责人甲", "现场属实（核查人甲", "同意（整改办主任甲", "修筑便道（2024-01-" })
            await Expect(sheet).ToContainTextAsync(said);
        var file = await office.Page.RunAndWaitForDownloadAsync(() => office.Page.GetByRole(AriaRole.Link, new() { Name = "下载 Word 文档" }).ClickAsync());
        Assert.Equal($"{Number}销号单.docx", file.SuggestedFilename);
    }
}
