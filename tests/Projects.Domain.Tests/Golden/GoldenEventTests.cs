namespace Projects.Domain.Tests.Golden;

/// <summary>
/// Journal names and shapes are for ever (STYLE 21). Each line of <c>Golden/*.jsonl</c> is one event as it stands in journals already written:
/// a line may be added, never changed or taken away.
/// </summary>
public sealed class GoldenEventTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    private static readonly ILookup<string, string> Kept =
        Directory.EnumerateFiles(Folder, "*.jsonl").SelectMany(file => File.ReadLines(file)).ToLookup(line => line.Split('\t')[0]);

    public static TheoryData<Type> Events => [.. EventJson.All.Keys.OrderBy(type => EventJson.All[type].Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_it_always_was(Type type)
    {
        var sample = EventSamples.Of(type);
        var key = Key(EventJson.NameOf(sample));
        var line = $"{key}\t{EventJson.Write(sample)}";
        Assert.True(Kept[key].Any(), $"A new event needs its line in Golden/{key.Split('.')[0]}.jsonl:\n{line}");
        Assert.Equal([line], Kept[key]);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_comes_back_from_its_golden_line(Type type)
    {
        var (name, schema) = EventJson.All[type];
        foreach (var payload in Kept[Key((name, schema))].Select(line => line.Split('\t')[1]))
        {
            var read = EventJson.Read(name, schema, payload);
            Assert.IsType(type, read);
            Assert.Equal(payload, EventJson.Write(read));
        }
    }

    [Fact]
    public void No_event_ever_written_is_forgotten() =>
        Assert.Equal([], Kept.Select(line => line.Key).Except(EventJson.All.Values.Select(Key)));

    [Fact]
    public void No_two_events_share_a_name() => Assert.Equal(EventJson.All.Count, EventJson.All.Values.Distinct().Count());

    private static string Key((string Name, int Schema) journal) => $"{journal.Name}/{journal.Schema}";
}
