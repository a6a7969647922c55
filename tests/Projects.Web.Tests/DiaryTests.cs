using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests;

[Collection(SqliteSite.Name)]
public sealed class DiaryTestsOnSqlite(OnSqlite site) : DiaryTests(site);

[Collection(PostgresSite.Name)]
public sealed class DiaryTestsOnPostgres(OnPostgres site) : DiaryTests(site);

/// <summary>走访 and 调度会 on the project's card: what came of them is written down with them, and a wrong record is corrected by another.</summary>
public abstract class DiaryTests(Site site)
{
    private const string Visits = "/projects/yellow-phosphorus-restart?tab=visits";
    private const string Meetings = "/projects/yellow-phosphorus-restart?tab=meetings";

    [Fact]
    public async Task A_visit_is_recorded_with_what_it_found_and_corrected_when_it_was_written_wrongly()
    {
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync(Visits);
        var form = await UnfoldAsync(officer.Page, "record-visit");
        await Expect(Input(form, "visit")).ToHaveValueAsync("v1");
        await Input(form, "place").FillAsync("磷炉车间");
        // The second row alone: the first, left empty, says nothing.
        await Input(form, "drafts[1].description").FillAsync("炉前排烟罩破损");
        await SubmitAsync(form);
        await Expect(FaultAt(form, "drafts[1].list")).ToContainTextAsync("请填写");
        await Input(form, "drafts[1].list").SelectOptionAsync("tianyi-issues");
        await SubmitAsync(form);
        await Expect(FaultAt(form, "visitors.officer-a")).ToContainTextAsync("至少一名走访人员");
        await Expect(FaultAt(form, "seen")).ToContainTextAsync("不能为空");
        await Expect(form.Locator("div.fault code")).ToHaveCountAsync(0);

        await Input(form, "visitors.officer-a").CheckAsync();
        await Input(form, "visitors.deputy-a").CheckAsync();
        await Input(form, "seen").FillAsync("复产准备有序，个别设施破损");
        await Input(form, "demands").FillAsync("尽快恢复供电\n协调蒸汽价格");
        await SubmitAsync(form);
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("走访 v1");
        var visit = Entry(officer.Page, "v1");
        await Expect(visit).ToContainTextAsync("尽快恢复供电");
        await Expect(visit.Locator(".open-issues a")).ToContainTextAsync("炉前排烟罩破损");
        // Folded and empty again, ready for the next.
        await Expect(Input(form, "visit")).ToHaveValueAsync("v2");
        await Expect(Input(form, "seen")).ToHaveValueAsync("");

        await visit.GetByRole(AriaRole.Link, new() { Name = "更正 v1" }).ClickAsync();
        var correction = officer.Page.Locator("form#correct-visit-v1");
        await Expect(Input(correction, "seen")).ToHaveValueAsync("复产准备有序，个别设施破损");
        await Expect(Input(correction, "visitors.deputy-a")).ToBeCheckedAsync();
        await Input(correction, "seen").FillAsync("复产准备有序，一处设施破损");
        await SubmitAsync(correction);
        await Expect(FaultAt(correction, "reason")).ToContainTextAsync("请写明理由");
        await Input(correction, "reason").FillAsync("所见记错");
        await SubmitAsync(correction);
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("更正 v1：所见记错");
        await Expect(correction).ToHaveCountAsync(0);
        await Expect(Entry(officer.Page, "v2").Locator(".open-issues a")).ToContainTextAsync("炉前排烟罩破损");
        await Expect(Entry(officer.Page, "v1")).ToHaveCountAsync(0);

        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "含已更正的" }).ClickAsync();
        await Expect(Entry(officer.Page, "v1")).ToContainTextAsync("更正记录：v2");
        await Expect(Entry(officer.Page, "v1").GetByRole(AriaRole.Link, new() { Name = "更正 v1" })).ToHaveCountAsync(0);
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task Every_resolution_of_a_meeting_leads_to_the_issue_that_carries_it()
    {
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync(Meetings);
        var form = await UnfoldAsync(officer.Page, "record-meeting");
        await Input(form, "chair").SelectOptionAsync("deputy-a");
        await Input(form, "topic").FillAsync("复产用电");
        await Input(form, "attendees.economy-head").CheckAsync();
        await ResolveAsync(form, 0, "一周内恢复双回路供电", "list/tianyi-issues", "economy");
        await ResolveAsync(form, 1, "续办环评验收", await OptionAsync(form, "resolutions[1].list", "并入 TY-"), "planning");
        await Input(form, "resolutions[1].due_date").FillAsync("2024-02-29");
        await SubmitAsync(form);
        await Expect(FaultAt(form, "resolutions[0].due_date")).ToContainTextAsync("请填写");
        await Input(form, "resolutions[0].due_date").FillAsync("2020-01-31");
        await SubmitAsync(form);
        await Expect(FaultAt(form, "resolutions[0].due_date")).ToContainTextAsync("不得早于会议日期");
        await Input(form, "resolutions[0].due_date").FillAsync("2024-01-31");
        await SubmitAsync(form);
        await Expect(officer.Page.Locator(".happened")).ToContainTextAsync("“复产用电”，议定2项");

        var meeting = Entry(officer.Page, "m1");
        await Expect(meeting.Locator(".resolutions > li").First).ToContainTextAsync("随会起草");
        await Expect(meeting.Locator(".resolutions > li").Last).ToContainTextAsync("并入已有问题");
        var drafted = meeting.Locator(".open-issues a").First;
        await Expect(drafted).ToContainTextAsync("一周内恢复双回路供电");
        var number = (await drafted.InnerTextAsync()).Split(' ')[0];

        // What the meeting had drafted is not drafted again by its correction.
        await meeting.GetByRole(AriaRole.Link, new() { Name = "更正 m1" }).ClickAsync();
        var correction = officer.Page.Locator("form#correct-meeting-m1");
        await Expect(Input(correction, "resolutions[0].list")).ToHaveValueAsync($"issue/{number}");
        await Input(correction, "reason").FillAsync("议题记错");
        await Input(correction, "topic").FillAsync("复产用电与验收");
        await SubmitAsync(correction);
        await Expect(Entry(officer.Page, "m2").Locator(".open-issues a").First).ToContainTextAsync(number);

        await Entry(officer.Page, "m2").Locator(".open-issues a").First.ClickAsync();
        await Expect(officer.Page.Locator("h1")).ToContainTextAsync(number);
        await Expect(officer.Page.GetByText("调度会 m1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_look_back_shows_the_records_of_then_and_no_form()
    {
        await using var officer = await site.SignInAsync("officer-a");
        await officer.OpenAsync("/projects/theme-education?tab=visits&asof=2023-11-30&correct=2023-10-11");
        await Expect(officer.Page.Locator("article.diary")).ToHaveCountAsync(1);
        await Expect(Entry(officer.Page, "2023-10-11").Locator(".open-issues a")).ToContainTextAsync("SQ-2023-01");
        await Expect(officer.Page.Locator("form.order")).ToHaveCountAsync(0);
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "调度会", Exact = true }).ClickAsync();
        await Expect(officer.Page.Locator("p.past")).ToContainTextAsync("截至 2023-11-30");
        await Expect(officer.Page.Locator("p.empty")).ToContainTextAsync("没有调度会记录");
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task Whoever_may_not_record_is_told_why_and_sees_no_form()
    {
        await using var auditor = await site.SignInAsync("auditor-a");
        await auditor.OpenAsync("/projects/lithium-iron-phosphate?tab=meetings&correct=2024-01-10");
        await Expect(Entry(auditor.Page, "2024-01-10")).ToContainTextAsync("DISPATCH-001");
        await Expect(auditor.Page.Locator(".not-now")).ToContainTextAsync("记录调度会——您没有办理此事的任职。");
        await Expect(auditor.Page.Locator("form.order")).ToHaveCountAsync(0);
        await Expect(Entry(auditor.Page, "2024-01-10").GetByRole(AriaRole.Link, new() { NameRegex = new("^更正") })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_into_further_rows_on_a_phone_is_there_after_the_page_is_loaded_anew()
    {
        await using var officer = await site.SignInAsync("officer-a", width: 390);
        await officer.OpenAsync(Meetings);
        var form = await UnfoldAsync(officer.Page, "record-meeting");
        await form.GetByRole(AriaRole.Button, new() { Name = "再加一项" }).ClickAsync();
        await Input(form, "topic").FillAsync("蒸汽");
        await Input(form, "attendees.economy-head").CheckAsync();
        await Input(form, "resolutions[2].text").FillAsync("核定蒸汽价格");
        Assert.False(await officer.OverflowsAsync());
        Assert.Empty(await officer.AxeAsync());
        await officer.ScreenshotAsync($"{site.Database}-record-meeting");

        await officer.Page.ReloadAsync();
        await Expect(Input(form, "resolutions[2].text")).ToHaveValueAsync("核定蒸汽价格");
        await Expect(Input(form, "topic")).ToHaveValueAsync("蒸汽");
        await Expect(Input(form, "attendees.economy-head")).ToBeCheckedAsync();
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task In_English_the_whole_card_of_a_visit_is_English()
    {
        await using var office = await site.SignInAsync("ledger-a", language: "en-US");
        await office.OpenAsync("/projects/theme-education?tab=visits");
        await UnfoldAsync(office.Page, "record-visit");
        await office.ScreenshotAsync($"{site.Database}-record-visit");
        // What people wrote stays as they wrote it; the words about it are English.
        var shown = await office.Page.Locator(".tabs a, .choices a, form#record-visit legend, form#record-visit .field:not(.many) > label > span, .hint, .diary dt, .diary h4, .signed a").AllInnerTextsAsync();
        Assert.DoesNotContain(shown, text => Regex.IsMatch(text, "走访|问题|诉求|记录|更正"));
        Assert.Empty(await office.AxeAsync());
    }

    private static async Task ResolveAsync(ILocator form, int place, string text, string carrier, string unit)
    {
        await Input(form, $"resolutions[{place}].text").FillAsync(text);
        await Input(form, $"resolutions[{place}].list").SelectOptionAsync(carrier);
        await Input(form, $"resolutions[{place}].unit").SelectOptionAsync(unit);
    }

    /// <summary>The value of the first choice whose label begins so.</summary>
    private static async Task<string> OptionAsync(ILocator form, string input, string label) =>
        (await Input(form, input).Locator("option").Filter(new() { HasText = label }).First.GetAttributeAsync("value"))!;

    private static ILocator Input(ILocator form, string name) => form.Locator($"[name='{name}']");

    private static ILocator Entry(IPage page, string code) => page.Locator("article.diary", new() { Has = page.Locator("h3 code").GetByText(code, new() { Exact = true }) });

    private static ILocator FaultAt(ILocator form, string input) => form.Locator(".field.at-fault", new() { Has = form.Page.Locator($"[name='{input}']") });

    private static Task SubmitAsync(ILocator form) => form.Locator("button[type=submit]").ClickAsync();

    private static async Task<ILocator> UnfoldAsync(IPage page, string id)
    {
        var form = page.Locator($"form#{id}");
        await page.Locator("details.step", new() { Has = form }).Locator("summary").First.ClickAsync();
        await Expect(form).ToBeVisibleAsync();
        return form;
    }
}
