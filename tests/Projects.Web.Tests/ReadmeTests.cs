using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Projects.Web.Tests;

/// <summary>README shows the board by a picture taken here.</summary>
[Collection(SqliteSite.Name)]
public sealed class ReadmeTests(OnSqlite site)
{
    /// <summary>Set, the picture in the tree is taken anew; run alone, the sample is as everybody finds it.</summary>
    private const string TakeAnew = "PROJECTS_TAKE_PICTURE";

    private const string Picture = "src/Projects.Web/Board/board.jpg";
    private const int BytesAtMost = 300_000;

    [Fact]
    public async Task The_readme_shows_the_whole_board()
    {
        await using var chief = await site.SignInAsync("chief", width: 1600);
        await chief.OpenAsync("/board");
        await chief.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (Environment.GetEnvironmentVariable(TakeAnew) is { Length: > 0 })
            await chief.Page.ScreenshotAsync(new() { Path = InTree(Picture), Type = ScreenshotType.Jpeg, Quality = 80 });

        Assert.Equal(0, await chief.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollHeight - innerHeight)"));
        Assert.InRange(new FileInfo(InTree(Picture)).Length, 1, BytesAtMost);
        Assert.Contains($"]({Picture})", await File.ReadAllTextAsync(InTree("README.md")), StringComparison.Ordinal);
    }

    private static string InTree(string path, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", path);
}
