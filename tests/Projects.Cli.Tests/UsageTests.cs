using System.Text.Json;
using Projects.Cli.Sessions;

namespace Projects.Cli.Tests;

/// <summary>What is typed wrongly never reaches a server, ends in 2 and says what would be right.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly ATerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("'--opinion' is required", "issue", "verify", "7")]
    [InlineData("no-such-verb", "no-such-verb")]
    [InlineData("not one of: draft, registered", "issue", "list", "--park", "p", "--state", "nonsense")]
    [InlineData("only once", "issue", "list", "--park", "p", "--unit", "a", "--unit", "b")]
    [InlineData("no value for page_size", "issue", "list", "--park", "p", "--page-size", "many")]
    [InlineData("Which project?", "issue", "accept", "7", "--park", "p")]
    [InlineData("write it as 2024-01-12", "issue", "accept", "7", "--park", "p", "--project", "x", "--effective", "2024-02-30")]
    [InlineData("不是“fr”", "park", "show", "--park", "p", "--lang", "fr")]
    [InlineData("no server address", "park", "show", "--park", "p", "--server", "not an address")]
    [InlineData("for this machine only", "park", "show", "--park", "p", "--server", "http://203.0.113.1:5081")]
    [InlineData("--password-stdin", "sign-in")]
    public async Task Wrong_usage_ends_in_2_and_says_what_is_right(string told, params string[] args)
    {
        _terminal.Variables["PROJECTS_LANG"] = "en";
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync(args));
        Assert.Contains(told, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json", "issue", "verify", "7")]
    [InlineData("--json", "issue", "list", "--park", "p", "--state", "nonsense")]
    public async Task With_json_the_error_is_json_on_stderr(params string[] args)
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync(args));
        Assert.Equal("USAGE", JsonDocument.Parse(_terminal.Error).RootElement.GetProperty("reason").GetString());
        Assert.Empty(_terminal.Out);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_how_to()
    {
        Assert.Equal(ExitCodes.NotPermitted, await _terminal.RunAsync("issue", "list"));
        Assert.Equal("尚未登录。 [UNAUTHENTICATED]\n  请先登录：projects sign-in\n", _terminal.Error);
    }

    [Theory]
    [InlineData("project")]
    [InlineData("phase")]
    [InlineData("issue-list")]
    [InlineData("issue")]
    [InlineData("urging")]
    [InlineData("visit")]
    [InlineData("meeting")]
    [InlineData("report")]
    [InlineData("milestone")]
    [InlineData("investment")]
    [InlineData("park")]
    [InlineData("token")]
    [InlineData("evidence")]
    public async Task Every_group_explains_its_verbs(string group)
    {
        Assert.Equal(ExitCodes.Ok, await _terminal.RunAsync(group, "--help"));
        Assert.Contains("Commands:", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_every_exit_code()
    {
        Assert.Equal(ExitCodes.Ok, await _terminal.RunAsync("--help"));
        foreach (var code in new[] { "0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "6 ", "7 ", "130 " })
            Assert.Contains($"    {code}", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_in_7()
    {
        Assert.Equal(ExitCodes.Unavailable, await _terminal.RunAsync("park", "show", "--park", "p", "--lang", "en", "--server", "http://127.0.0.1:1"));
        Assert.Contains("[UNAVAILABLE]", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_is_for_its_owner_only_and_survives_the_run()
    {
        var file = SessionFile.Of(_terminal.Terminal);
        var session = new StoredSession("https://projects.example.cn", "prs_secret", "parks/panzhihua", "zh");
        file.Write(session);
        Assert.Equal(session, file.Read());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_terminal.SessionPath));
        file.Delete();
        Assert.Null(file.Read());
    }
}
