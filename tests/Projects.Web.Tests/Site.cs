using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Projects.Tests;

namespace Projects.Web.Tests;

/// <summary>A real server with the sample parks, and a real browser before it. One for all tests of a database that do not stop it.</summary>
public abstract class Site : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"projects-web-{Guid.NewGuid():N}");
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    private readonly ConcurrentDictionary<(string Person, int Width, string Language), Lazy<Task<IBrowserContext>>> seats = new();
    private Dictionary<string, string> settings = null!;
    private Uri address = null!;

    public RunningServer Server { get; private set; } = null!;

    /// <summary>Told apart in the names of screenshots.</summary>
    public abstract string Database { get; }

    public async ValueTask InitializeAsync()
    {
        // A limit, not a pause: two sites, their browsers and whatever else runs share two cores.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        settings = await SettingsAsync();
        Server = await RunningServer.StartAsync(data, settings, "--sample", "all");
        address = Server.Http;
    }

    /// <summary>Kills the server as a power cut would, lets days pass in the sample's own time, and starts it anew on the same data at the same address.</summary>
    public async Task RestartAsync(int daysLater = 0)
    {
        await using (var before = Server)
            await before.KillAsync();
        var clock = Path.Combine(data, "sample-clock.json");
        var offset = JsonDocument.Parse(await File.ReadAllTextAsync(clock)).RootElement.GetProperty("offsetSeconds").GetInt64();
        await File.WriteAllTextAsync(clock, JsonSerializer.Serialize(new { offsetSeconds = offset + (long)TimeSpan.FromDays(daysLater).TotalSeconds }));
        Server = await RunningServer.StartAsync(data, new Dictionary<string, string>(settings) { ["Projects__Http"] = address.ToString() }, "--sample", "all");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser of one's own, nobody signed in.</summary>
    /// <param name="width">1920 for a desk or a wall, 390 for a phone.</param>
    public async Task<Visitor> VisitAsync(int width = 1920, string language = "zh-CN")
    {
        var context = await OpenAsync(width, language);
        return new Visitor(this, await context.NewPageAsync(), width, language, leave: () => context.CloseAsync());
    }

    /// <summary>Somebody who signed in before and comes back, for tests that only look: whoever comes back as the same person keeps session and browser.</summary>
    public async Task<Visitor> ReturnAsync(string person, int width, string language)
    {
        var context = await seats.GetOrAdd((person, width, language), who => new(() => SitDownAsync(who.Person, who.Width, who.Language))).Value;
        var page = await context.NewPageAsync();
        return new Visitor(this, page, width, language, leave: () => page.CloseAsync());
    }

    private async Task<IBrowserContext> SitDownAsync(string person, int width, string language)
    {
        var context = await OpenAsync(width, language);
        var page = await context.NewPageAsync();
        await new Visitor(this, page, width, language, leave: () => Task.CompletedTask).SignInAsync($"panzhihua.{person}");
        await page.CloseAsync();
        return context;
    }

    private Task<IBrowserContext> OpenAsync(int width, string language) => browser.NewContextAsync(new()
    {
        BaseURL = address.ToString(),
        Locale = language,
        ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 1080 },
        HasTouch = width < 600,
        IsMobile = width < 600,
    });

    /// <summary>The same with a sample person of Panzhihua signed in, such as <c>officer-a</c>.</summary>
    public async Task<Visitor> SignInAsync(string person, int width = 1920, string language = "zh-CN")
    {
        var visitor = await VisitAsync(width, language);
        await visitor.SignInAsync($"panzhihua.{person}");
        return visitor;
    }

    /// <summary>The password of a sample person, as the first start wrote it down.</summary>
    public string PasswordOf(string login) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "sample-people.json"))).RootElement.EnumerateArray()
        .Single(person => person.GetProperty("login").GetString() == login).GetProperty("password").GetString()!;

    protected abstract Task<Dictionary<string, string>> SettingsAsync();
}

public sealed class OnSqlite : Site
{
    public override string Database => "sqlite";

    protected override Task<Dictionary<string, string>> SettingsAsync() => Task.FromResult(new Dictionary<string, string>());
}

public sealed class OnPostgres : Site
{
    public override string Database => "postgres";

    protected override async Task<Dictionary<string, string>> SettingsAsync() => new() { ["Projects__Postgres"] = await TestPostgres.CreateDatabaseAsync() };
}

/// <summary>The tests on one database share its site, one at a time: a browser, a server and a database are enough for two cores.</summary>
[CollectionDefinition(Name)]
public sealed class SqliteSite : ICollectionFixture<OnSqlite>
{
    public const string Name = "pages on SQLite";
}

/// <inheritdoc cref="SqliteSite"/>
[CollectionDefinition(Name)]
public sealed class PostgresSite : ICollectionFixture<OnPostgres>
{
    public const string Name = "pages on PostgreSQL";
}

/// <summary>A site of one's own for tests that stop its server; it comes after the others, alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StoppedSqliteSite : ICollectionFixture<OnSqlite>
{
    public const string Name = "stopped pages on SQLite";
}

/// <inheritdoc cref="StoppedSqliteSite"/>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StoppedPostgresSite : ICollectionFixture<OnPostgres>
{
    public const string Name = "stopped pages on PostgreSQL";
}
