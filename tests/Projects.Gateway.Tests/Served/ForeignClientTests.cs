using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Projects.Gateway.Tests.Served;

/// <summary>A client that is not ours and knows nothing of the contract beforehand: buf, by reflection.</summary>
[Collection(OnSampleServer.Name)]
public sealed class ForeignClientTests(SampleServer sample)
{
    [Fact]
    public async Task It_finds_the_contract_and_reads_the_ledger()
    {
        var (exit, said, _) = await CallAsync("auditor-a", "LedgerService/ListLedger", """{"parent":"parks/panzhihua","filter":{"project":"parks/panzhihua/projects/theme-education"},"count_total":true}""");

        Assert.Equal(0, exit);
        using var answer = JsonDocument.Parse(said);
        Assert.Equal(answer.RootElement.GetProperty("totalSize").GetInt32(), answer.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Contains(answer.RootElement.GetProperty("rows").EnumerateArray(), row => row.GetProperty("listDisplayName").GetString() == "党工委问题清单");
    }

    [Fact]
    public async Task It_is_told_in_its_own_terms_what_it_may_not_see()
    {
        var (exit, _, refused) = await CallAsync("auditor-a", "LedgerService/ListLedger", """{"parent":"parks/guiyang"}""");

        Assert.NotEqual(0, exit);
        Assert.Contains("\"not_found\"", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_it_does_not_even_see_the_contract()
    {
        var (exit, _, refused) = await RunAsync(["curl", "--list-methods", sample.Server.Grpc.ToString()]);

        Assert.NotEqual(0, exit);
        Assert.NotEqual("", refused);
    }

    private async Task<(int Exit, string Said, string Refused)> CallAsync(string person, string method, string message)
    {
        var token = $"authorization: Bearer {await sample.Server.TokenOfAsync($"panzhihua.{person}")}";
        return await RunAsync(["curl", new Uri(sample.Server.Grpc, $"projects.v1.{method}").ToString(), "-H", token, "--reflect-header", token, "-d", message]);
    }

    private static async Task<(int Exit, string Said, string Refused)> RunAsync(string[] arguments, [CallerFilePath] string file = "")
    {
        var script = Path.Combine(Path.GetDirectoryName(file)!, "..", "Contract", "buf.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var refused = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await refused);
    }
}
