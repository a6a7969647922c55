using Microsoft.Playwright;
using Projects.Tests;

namespace Projects.Benchmarks;

/// <summary>A page that stands open in a real browser, and what it asks of the server while nobody does anything.</summary>
internal sealed class IdlePage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private int messages;
    private int requests;

    private IdlePage(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Messages over the page's connection, either way, so far.</summary>
    public int Messages => messages;

    /// <summary>Requests beside that connection so far.</summary>
    public int Requests => requests;

    /// <returns>Once the page's connection stands and its content is there.</returns>
    public static async Task<IdlePage> OpenAsync(RunningServer server, string token, string path)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        var page = new IdlePage(playwright, browser);
        var context = await browser.NewContextAsync(new() { BaseURL = server.Http.ToString(), Locale = "zh-CN" });
        await context.AddCookiesAsync([new() { Name = PageVisit.CookieName, Value = token, Url = server.Http.ToString() }]);
        var shown = await context.NewPageAsync();
        shown.Request += (_, _) => Interlocked.Increment(ref page.requests);
        shown.WebSocket += (_, socket) =>
        {
            socket.FrameSent += (_, _) => Interlocked.Increment(ref page.messages);
            socket.FrameReceived += (_, _) => Interlocked.Increment(ref page.messages);
        };
        await shown.GotoAsync(path);
        await shown.Locator("html[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
