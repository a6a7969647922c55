using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Projects.Web.Tests.Issues;

/// <summary>What a person does on an issue's page, again and again.</summary>
internal static class IssueVisits
{
    public const string Project = "lithium-iron-phosphate";

    /// <summary>The value that ticks a box.</summary>
    public const string Tick = "✓";

    public static string PathOf(string number) => $"/projects/{Project}/issues/{number}";

    /// <summary>Opens the issue, gives one order by its form and waits until the page says that it is recorded.</summary>
    public static async Task GiveAsync(this Visitor visitor, string number, string verb, params (string Label, string Value)[] fields)
    {
        await visitor.OpenAsync(PathOf(number));
        await visitor.Page.Locator(".verbs").GetByRole(AriaRole.Link, new() { Name = verb, Exact = true }).ClickAsync();
        await visitor.FillAsync(fields);
        await visitor.SubmitAsync(verb);
        await Expect(visitor.Recorded()).ToBeVisibleAsync();
    }

    public static async Task FillAsync(this Visitor visitor, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            var field = visitor.Page.Locator("form.order").GetByLabel(label);
            if (value == Tick)
                await field.CheckAsync();
            else if (await field.EvaluateAsync<bool>("field => field.tagName === 'SELECT'"))
                await field.SelectOptionAsync(value);
            else
                await field.FillAsync(value);
        }
    }

    public static Task SubmitAsync(this Visitor visitor, string verb) => visitor.Page.Locator("form.order").GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();

    public static ILocator Recorded(this Visitor visitor) => visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已记录：" }).First;

    /// <summary>Opens the issue and expects the verb among what is not for this person now, with the reason beside it.</summary>
    public static async Task ReadsWhyNotAsync(this Visitor visitor, string number, string verb, string reason)
    {
        await visitor.OpenAsync(PathOf(number));
        await Expect(visitor.Page.Locator(".why-not li").Filter(new() { HasText = verb }).First).ToContainTextAsync(reason);
        await Expect(visitor.Page.Locator(".verbs").GetByRole(AriaRole.Link, new() { Name = verb, Exact = true })).ToHaveCountAsync(0);
    }
}
