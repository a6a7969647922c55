using Microsoft.Data.Sqlite;
using Projects.Tests;

namespace Projects.Gateway.Tests.Served;

/// <summary>A first start cut short before its end was noted is told again from its beginning, and every command of it is found to have been given.</summary>
public sealed class SampleTwiceTests
{
    [Fact]
    public async Task Loading_the_sample_twice_changes_nothing()
    {
        var data = Directory.CreateTempSubdirectory("projects-twice-").FullName;
        try
        {
            await using (var first = await RunningServer.StartAsync(data))
                await first.StopAsync();
            var (heads, people, files) = (Heads(data), await PeopleAsync(data), Files(data));
            Assert.NotEmpty(heads);

            await File.WriteAllTextAsync(Path.Combine(data, "sample-clock.json"), """{"offsetSeconds":null}""");
            await using (var second = await RunningServer.StartAsync(data))
            {
                Assert.Contains("示例园区已载入", second.Said(), StringComparison.Ordinal);
                await second.StopAsync();
            }
            Assert.Equal(heads, Heads(data));
            Assert.Equal(people, await PeopleAsync(data));
            Assert.Equal(files, Files(data));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Where every stream ends: its version and the hash over all that led there.</summary>
    private static List<string> Heads(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "projects.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select stream || ' ' || version || ' ' || hex(hash) from stream_head order by stream";
        using var reader = command.ExecuteReader();
        var heads = new List<string>();
        while (reader.Read())
            heads.Add(reader.GetString(0));
        return heads;
    }

    private static Task<string> PeopleAsync(string data) => File.ReadAllTextAsync(Path.Combine(data, "sample-people.json"));

    private static List<string> Files(string data) =>
        [.. Directory.EnumerateFiles(Path.Combine(data, "evidence"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
