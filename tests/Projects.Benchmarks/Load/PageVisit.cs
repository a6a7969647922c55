using Projects.Tests;

namespace Projects.Benchmarks;

/// <summary>A signed-in person's browser without its scripts: it asks for pages as they come from the server.</summary>
internal sealed class PageVisit : IDisposable
{
    private readonly HttpClient client;

    /// <param name="token">What the pages' cookie holds.</param>
    public PageVisit(RunningServer server, string token)
    {
        client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Http };
        client.DefaultRequestHeaders.Add("Cookie", $"{CookieName}={token}");
    }

    /// <summary>The cookie over plain HTTP.</summary>
    public const string CookieName = "projects";

    /// <param name="proof">Stands in the page when it is whole.</param>
    public async Task OpenAsync(string path, string proof)
    {
        var page = await client.GetStringAsync(path);
        if (!page.Contains(proof, StringComparison.Ordinal))
            throw new InvalidOperationException($"{path} came without '{proof}':\n{page[..Math.Min(page.Length, 4_000)]}");
    }

    public void Dispose() => client.Dispose();
}
