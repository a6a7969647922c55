using System.Text.Json;
using System.Text.Json.Nodes;

namespace Projects.Host.Samples;

/// <summary>Where the stories are told: the door a user's commands go through, and the store a user's files go to.</summary>
internal interface ISampleDoor
{
    /// <returns>Null when it was recorded, or was so already; else why not.</returns>
    Task<Refusal?> OrderAsync(ParkCode park, SampleEntry entry, ParkCommand command, CancellationToken cancellation);

    /// <inheritdoc cref="OrderAsync(ParkCode, SampleEntry, ParkCommand, CancellationToken)"/>
    Task<Refusal?> OrderAsync(ProjectId project, SampleEntry entry, ProjectCommand command, CancellationToken cancellation);

    /// <summary>Puts a file safely into the evidence store.</summary>
    Task<EvidenceFile> KeepAsync(ParkCode park, string name, byte[] content, CancellationToken cancellation);
}

/// <summary>Plays the stories in the order of time, the clock standing at each entry's instant. A second load changes nothing.</summary>
internal sealed class SampleLoader(ISampleDoor door, SampleClock clock)
{
    /// <summary>Friday morning, when the story is told and the sample goes on by itself.</summary>
    public static DateTimeOffset Continues { get; } = new(2024, 1, 12, 8, 30, 0, TimeSpan.FromHours(8));

    /// <returns>How many commands were given.</returns>
    /// <exception cref="SampleBrokenException">A command cannot be read or was refused; those before it stand.</exception>
    public async Task<int> LoadAsync(IReadOnlyList<SampleStory> stories, CancellationToken cancellation)
    {
        var given = 0;
        clock.BeginTelling();
        foreach (var (story, entry) in SampleStory.InOrder(stories))
        {
            clock.StandAt(entry.At);
            if (await GiveAsync(story, entry, cancellation) is { } refusal)
                throw new SampleBrokenException($"{story.File}, {entry.Request} ({entry.Kind} by {entry.By} at {entry.At:O}) was refused: {Tell(refusal)}");
            given++;
        }
        clock.GoOnFrom(Continues);
        return given;
    }

    private async Task<Refusal?> GiveAsync(SampleStory story, SampleEntry entry, CancellationToken cancellation)
    {
        var kept = new Dictionary<string, EvidenceFile>(StringComparer.Ordinal);
        foreach (var file in entry.Files)
            kept.Add(file.Name, await door.KeepAsync(story.Park, file.Name, SamplePaper.Print(file), cancellation));
        try
        {
            var command = Named(entry.Command, kept);
            return entry.Project is { } project
                ? await door.OrderAsync(new ProjectId(story.Park, project), entry, SampleStory.Parse<ProjectCommand>(command), cancellation)
                : await door.OrderAsync(story.Park, entry, SampleStory.Parse<ParkCommand>(command), cancellation);
        }
        catch (JsonException e)
        {
            throw new SampleBrokenException($"{story.File}, {entry.Request} is not a command: {e.Message}", e);
        }
    }

    /// <summary>The command with each <c>${file:NAME}</c> and <c>${digest:NAME}</c> replaced by what the store made of that file.</summary>
    private static JsonElement Named(JsonElement command, Dictionary<string, EvidenceFile> kept)
    {
        if (kept.Count == 0)
            return command;
        var text = command.GetRawText();
        foreach (var (name, file) in kept)
        {
            text = text
                .Replace($"\"${{file:{name}}}\"", JsonSerializer.Serialize(file, DomainJson.Options), StringComparison.Ordinal)
                .Replace($"${{digest:{name}}}", file.Digest, StringComparison.Ordinal);
        }
        return JsonNode.Parse(text).Deserialize<JsonElement>();
    }

    private static string Tell(Refusal refusal) =>
        string.Join("; ", [$"{refusal.Reason}: {refusal}", .. refusal.Fields.Select(field => $"{field.Field} {field.Fault.En}")]);
}
