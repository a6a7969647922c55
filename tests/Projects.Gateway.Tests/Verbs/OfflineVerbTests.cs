using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Projects.Gateway.Tests.Verbs;

/// <summary>What an operator may rely on, on the data of the first start (deploy/README.md).</summary>
public sealed class OfflineVerbTests(SampleFolder sample) : IClassFixture<SampleFolder>
{
    [Fact]
    public async Task Migrate_makes_the_schema_once()
    {
        var data = sample.Fresh();

        var first = await HostProcess.RunAsync(data, "migrate");
        var second = await HostProcess.RunAsync(data, "migrate");

        Assert.True(first.Code == 0 && first.Said.Contains("steps applied", StringComparison.Ordinal), first.Said);
        Assert.True(second.Code == 0 && second.Said.Contains("nothing was done", StringComparison.Ordinal), second.Said);
    }

    [Fact]
    public async Task After_the_first_start_the_journal_is_sound_and_the_ledger_is_what_it_says()
    {
        var verified = await HostProcess.RunAsync(sample.Data, "verify", "--json");
        var rebuilt = await HostProcess.RunAsync(sample.Data, "rebuild");

        Assert.True(verified.Code == 0, verified.Said);
        using var answer = JsonDocument.Parse(verified.Said);
        Assert.True(answer.RootElement.GetProperty("sound").GetBoolean());
        Assert.True(answer.RootElement.GetProperty("journal").GetProperty("events").GetInt64() > 100);
        Assert.True(answer.RootElement.GetProperty("evidence").GetProperty("files").GetInt64() > 0);
        Assert.True(rebuilt.Code == 0 && !rebuilt.Said.Contains('≠'), rebuilt.Said);
    }

    [Fact]
    public async Task A_restored_backup_ends_where_the_original_ends()
    {
        var (backup, restored, again) = (sample.Fresh(), sample.Fresh(), sample.Fresh());

        Assert.Equal(0, (await HostProcess.RunAsync(sample.Data, "backup", backup)).Code);
        var restore = await HostProcess.RunAsync(restored, "restore", backup);
        Assert.True(restore.Code == 0, restore.Said);
        Assert.Equal(0, (await HostProcess.RunAsync(restored, "backup", again)).Code);

        Assert.Equal(await HeadsAsync(backup), await HeadsAsync(again));
        var twice = await HostProcess.RunAsync(restored, "restore", backup);
        Assert.True(twice.Code == 1 && twice.Said.Contains("already", StringComparison.Ordinal), twice.Said);
    }

    [Fact]
    public async Task A_changed_event_and_a_lost_file_are_named()
    {
        var damaged = await CopyAsync();
        var stream = Change(damaged, "update journal set payload = payload || ' ' where version = 2 and stream = (select max(stream) from journal where version = 2) returning stream");
        var file = Directory.EnumerateFiles(Path.Combine(damaged, "evidence"), "*", SearchOption.AllDirectories).First(path => Path.GetFileName(path).Length == 64);
        File.Delete(file);

        var verified = await HostProcess.RunAsync(damaged, "verify");

        Assert.True(verified.Code == 3, verified.Said);
        Assert.Contains($"✗ {stream} 第2版 · version 2", verified.Said);
        Assert.Contains($"Evidence file {Path.GetFileName(file)} is missing", verified.Said);
    }

    [Fact]
    public async Task A_ledger_that_strayed_is_seen_and_replaced_only_when_asked()
    {
        var strayed = await CopyAsync();
        Change(strayed, "delete from issue_ledger returning 'deleted'");

        Assert.Equal(4, (await HostProcess.RunAsync(strayed, "rebuild")).Code);
        Assert.Equal(0, (await HostProcess.RunAsync(strayed, "rebuild", "--replace")).Code);
        Assert.Equal(0, (await HostProcess.RunAsync(strayed, "rebuild")).Code);
    }

    [Fact]
    public async Task What_needs_the_folder_alone_is_refused_while_a_server_has_it()
    {
        var held = await CopyAsync();
        using var server = new FileStream(Path.Combine(held, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        foreach (string[] verb in new string[][] { ["rebuild", "--replace"], ["restore", sample.Fresh()], ["migrate"] })
        {
            var refused = await HostProcess.RunAsync(held, verb);
            Assert.True(refused.Code == 1 && refused.Said.Contains("in use", StringComparison.Ordinal), refused.Said);
        }
        Assert.Equal(0, (await HostProcess.RunAsync(held, "verify")).Code);
    }

    private async Task<string> CopyAsync()
    {
        var (backup, copy) = (sample.Fresh(), sample.Fresh());
        Assert.Equal(0, (await HostProcess.RunAsync(sample.Data, "backup", backup)).Code);
        Assert.Equal(0, (await HostProcess.RunAsync(copy, "restore", backup)).Code);
        return copy;
    }

    private static string Change(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "projects.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    private static async Task<string> HeadsAsync(string backup)
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(backup, "manifest.json")));
        return manifest.RootElement.GetProperty("heads").GetRawText();
    }
}
