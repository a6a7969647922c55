using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests.Issues;

[Collection(SqliteSite.Name)]
public sealed class DeskOnSqlite(OnSqlite site) : DeskTests(site);

[Collection(PostgresSite.Name)]
public sealed class DeskOnPostgres(OnPostgres site) : DeskTests(site);

/// <summary>The day's list and the closing desk: what waits for whom, and how they act on it there.</summary>
public abstract class DeskTests(Site site)
{
    [Fact]
    public async Task An_officer_sees_what_waits_for_them_by_due_date_and_acts_on_it_there()
    {
        await using var handler = await site.SignInAsync("economy-handler");
        await handler.OpenAsync("/");

        await Expect(handler.Page.Locator(".tasks a[data-row]")).ToHaveTextAsync(["LFP-2023-05", "TY-2023-01", "KT-2023-01", "ZT-2023-05"]);
        await handler.Page.GetByRole(AriaRole.Link, new() { Name = "办理 KT-2023-01" }).ClickAsync();
        await handler.Page.Locator(".verbs").GetByRole(AriaRole.Link, new() { Name = "填报进展" }).ClickAsync();
        await handler.FillAsync(("本期进展", "课题初稿完成"));
        await handler.SubmitAsync("填报进展");

        await Expect(handler.Recorded()).ToContainTextAsync("课题初稿完成");
        Assert.EndsWith("/?at=theme-education%2FKT-2023-01", handler.Page.Url.Split('#')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_left_empty_is_told_beside_it_and_nothing_is_lost()
    {
        await using var handler = await site.SignInAsync("economy-handler");
        await handler.OpenAsync("/?at=theme-education/ZT-2023-05&do=reportProgress");

        await handler.FillAsync(("存在困难", "缺少专家"));
        await handler.SubmitAsync("填报进展");

        await Expect(handler.Page.Locator(".field.at-fault")).ToContainTextAsync("不能为空");
        await Expect(handler.Page.Locator("form.order").GetByLabel("存在困难")).ToHaveValueAsync("缺少专家");
    }

    [Fact]
    public async Task What_a_unit_asked_for_is_shown_to_its_head_with_who_has_it_now()
    {
        await using var head = await site.SignInAsync("planning-head");
        await head.OpenAsync("/");

        var asked = head.Page.Locator("section").Filter(new() { HasText = "等待他人办理" });
        await Expect(asked.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "TY-2023-02" })).ToContainTextAsync("核查人乙");
    }

    [Fact]
    public async Task A_verifier_goes_through_the_queue_and_finds_nothing_that_waits_for_another()
    {
        await using var verifier = await site.SignInAsync("verifier-b");
        await verifier.OpenAsync("/closing");

        await Expect(verifier.Page.Locator(".queue a[data-row]")).ToHaveTextAsync(["TY-2023-02"]);
        await Expect(verifier.Page.Locator(".verbs a")).ToHaveTextAsync(["核查通过", "退回整改"]);
        await using var other = await site.SignInAsync("verifier-c");
        await other.OpenAsync("/closing");
        await Expect(other.Page.Locator(".empty")).ToContainTextAsync("没有等您");
    }

    [Fact]
    public async Task An_issue_near_its_due_date_is_urged_answered_and_the_answer_accepted()
    {
        const string number = "LFP-2023-03";
        await using var office = await site.SignInAsync("ledger-a");
        await using var head = await site.SignInAsync("emergency-head");

        await office.GiveAsync(number, "催办", ("催办事由", "临近时限，请加快整改"));
        await head.GiveAsync(number, "答复催办", ("答复", "已增派人手"), ("承诺办结日期", "2024-01-18"));
        await office.GiveAsync(number, "认定答复", ("认定", "yes"));

        await Expect(office.Page.Locator(".timeline").First).ToContainTextAsync("答复提醒，承诺 2024-01-18 办结");
    }

    [Fact]
    public async Task Several_are_approved_at_once_each_with_a_result_of_its_own()
    {
        string[] numbers = ["WEB-SEVERAL-1", "WEB-SEVERAL-2"];
        foreach (var number in numbers)
            await Deeds.AwaitApprovalAsync(site, number);
        await using var director = await site.SignInAsync("ledger-director");
        await director.OpenAsync("/closing?batch=approveClosure");

        foreach (var number in numbers)
            await director.Page.Locator("fieldset label").Filter(new() { HasText = number }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await director.FillAsync(("审批意见", "同意销号"));
        await director.SubmitAsync("审批销号（2项）");

        foreach (var number in numbers)
            await Expect(director.Page.Locator("li.met").Filter(new() { HasText = number })).ToContainTextAsync("已记录");
    }
}
