using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Projects.Web.Tests;

/// <summary>One person's browser. What its console complains of fails the test that looks.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly Site site;
    private readonly Func<Task> leave;
    private readonly List<string> complaints = [];
    private readonly int heard;

    /// <param name="leave">Closes what was opened for this visit alone.</param>
    internal Visitor(Site site, IPage page, int width, string language, Func<Task> leave)
    {
        (this.site, Page, Width, Language, this.leave, heard) = (site, page, width, language, leave, site.Server.Said().Length);
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                complaints.Add(said.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }
    public int Width { get; }
    public string Language { get; }

    /// <summary>What the browser's console complained of so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public async Task SignInAsync(string login)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[name=Login]").FillAsync(login);
        await Page.Locator("input[name=Password]").FillAsync(site.PasswordOf(login));
        await Page.Locator("form button[type=submit]").First.ClickAsync();
        // The address is asked for, not waited for: an event may be over before it is waited for. The page is there when it is live.
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("^(?!.*/sign-in)"));
        await LiveAsync();
    }

    /// <summary>Opens a page and waits until it is live: its connection stands and its first content is there.</summary>
    public async Task<IResponse> OpenAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        await Page.Locator("h1").First.WaitForAsync();
        await LiveAsync();
        return response!;
    }

    private Task LiveAsync() => Page.Locator("html[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Serious and critical findings of axe-core on the page as it stands, by the rules of WCAG 2.2 AA; empty when there are none.</summary>
    public async Task<string[]> AxeAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }, ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.Where(found => found.Impact is "serious" or "critical")
            .Select(found => $"{found.Id}: {string.Join(", ", found.Nodes.Take(3).Select(node => node.Html))}")];
    }

    /// <summary>Whether something reaches beyond the right edge of the screen. A phone widens its window to what overflows, so it is measured by the screen.</summary>
    public async Task<bool> OverflowsAsync() => await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") > Width;

    /// <summary>Keeps a picture of the whole page under <c>tests/.work/screens</c>, to be looked at.</summary>
    public Task ScreenshotAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Screens, $"{name}-{Width}-{Language}.png"), FullPage = true });

    /// <summary>Should the test fail, what browser and server said meanwhile stands beside it.</summary>
    public async ValueTask DisposeAsync()
    {
        var said = site.Server.Said();
        TestContext.Current.TestOutputHelper?.WriteLine($"at {Page.Url}{string.Concat(complaints.Select(complaint => $"\nbrowser: {complaint}"))}\nserver: {said[Math.Min(heard, said.Length)..]}");
        await leave();
    }

    private static string Screens { get; } = Directory.CreateDirectory(Path.Combine(TestsFolder(), ".work", "screens")).FullName;

    private static string TestsFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}
