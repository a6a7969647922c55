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
        foreach (var panel in new[] { "红灯、黄灯项目", "近十二周立账与销号", "投资与时间进度", "各清单完成情况", "各项指标" })
            await Expect(chief.Page.GetByRole(AriaRole.Heading, new() { Name = panel })).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable(TakeAnew) is { Length: > 0 })
            await chief.Page.ScreenshotAsync(new() { Path = InTree(Picture), Type = ScreenshotType.Jpeg, Quality = 80, FullPage = true });

        Assert.InRange(new FileInfo(InTree(Picture)).Length, 1, BytesAtMost);
        Assert.Contains($"]({Picture})", await File.ReadAllTextAsync(InTree("README.md")), StringComparison.Ordinal);
    }

    private static string InTree(string path, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", path);
}
