using System.Text.Json.Nodes;

namespace Projects.Domain.Tests.Golden;

/// <summary>
/// Journal names and shapes are for ever (STYLE 21). Each line of <c>Golden/*.jsonl</c> is one event as it stands in journals already written:
/// a line may be added, never changed or taken away. Of several lines of one event the last is how it is written today; the others lack what
/// was added since, and must still be read.
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
        Assert.Equal(line, Kept[key].Last());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_comes_back_from_its_golden_lines(Type type)
    {
        var (name, schema) = EventJson.All[type];
        var payloads = Kept[Key((name, schema))].Select(line => line.Split('\t')[1]).ToList();
        foreach (var payload in payloads)
        {
            var read = EventJson.Read(name, schema, payload);
            Assert.IsType(type, read);
            Assert.True(Says(JsonNode.Parse(EventJson.Write(read)), JsonNode.Parse(payload)), $"Something of this line was lost:\n{payload}\n{EventJson.Write(read)}");
        }
        Assert.Equal(payloads[^1], EventJson.Write(EventJson.Read(name, schema, payloads[^1])));
    }

    [Fact]
    public void A_policy_written_before_there_was_a_ladder_has_the_default_one()
    {
        var founded = Assert.IsType<ParkFounded>(EventJson.Read("park.founded", 1, Kept["park.founded/1"].First().Split('\t')[1]));
        var set = Assert.IsType<PolicySet>(EventJson.Read("policy.set", 1, Kept["policy.set/1"].First().Split('\t')[1]));

        Assert.All([founded.Policy, set.Policy], policy => Assert.Equal((2, UrgingPolicy.Default), (policy.ReboundCalendarDays, policy.Urging)));
    }

    [Fact]
    public void No_event_ever_written_is_forgotten() =>
        Assert.Equal([], Kept.Select(line => line.Key).Except(EventJson.All.Values.Select(Key)));

    [Fact]
    public void No_two_events_share_a_name() => Assert.Equal(EventJson.All.Count, EventJson.All.Values.Distinct().Count());

    // Every member of the older line stands in the newer one with the same value.
    private static bool Says(JsonNode? newer, JsonNode? older) => (newer, older) switch
    {
        (JsonObject now, JsonObject then) => then.All(member => now.ContainsKey(member.Key) && Says(now[member.Key], member.Value)),
        _ => JsonNode.DeepEquals(newer, older),
    };

    private static string Key((string Name, int Schema) journal) => $"{journal.Name}/{journal.Schema}";
}
