using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Projects.Host.Samples;

/// <summary>One sample file: true facts and plainly marked inventions of one park, told as the commands its people gave.</summary>
/// <param name="Sample">What the file tells of, for people.</param>
/// <param name="Notes">What in it is true, and what is invented.</param>
/// <param name="People">The people who get an account; empty in a file that only continues a park's story.</param>
/// <param name="Story">In the order of time.</param>
internal sealed record SampleStory(
    string Sample,
    ParkCode Park,
    ImmutableArray<string> Notes,
    ImmutableArray<SampleAccount> People,
    ImmutableArray<SampleEntry> Story)
{
    // A misspelt property would be a fact silently lost.
    private static readonly JsonSerializerOptions Strict = new(DomainJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public ImmutableArray<SampleAccount> People { get; init; } = People.IsDefault ? [] : People;

    /// <summary>The file's path below the samples' folder, for messages.</summary>
    [JsonIgnore]
    public string File { get; private init; } = "";

    /// <summary>Every story below a folder, in the order of their paths.</summary>
    /// <exception cref="SampleBrokenException">A file is not a story.</exception>
    public static IReadOnlyList<SampleStory> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => Read(folder, file))];

    /// <summary>All entries of several stories in the order of time; at the same instant in the order of the files.</summary>
    public static IEnumerable<(SampleStory Story, SampleEntry Entry)> InOrder(IEnumerable<SampleStory> stories) =>
        stories.SelectMany(story => story.Story.Select(entry => (story, entry))).OrderBy(told => told.entry.At);

    internal static T Parse<T>(JsonElement json) => json.Deserialize<T>(Strict) ?? throw new JsonException($"{typeof(T).Name} is null.");

    private static SampleStory Read(string folder, string file)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(Path.Combine(folder, file));
            var story = JsonSerializer.Deserialize<SampleStory>(stream, Strict) ?? throw new JsonException("The file is empty.");
            return story with { File = file };
        }
        catch (JsonException e)
        {
            throw new SampleBrokenException($"{file} is not a sample story: {e.Message}", e);
        }
    }
}

/// <summary>A person of the sample who shall be able to sign in. Named by role; nobody real.</summary>
/// <param name="Login">Unique over all parks.</param>
/// <param name="Name">As the story adds them, such as 项目专员甲.</param>
/// <param name="Link">For whom the first start prints a sign-in link: officer, leader or ledger; null for nobody.</param>
internal sealed record SampleAccount(PersonId Person, string Login, string Name, string? Link = null);

/// <summary>One command of the story.</summary>
/// <param name="At">The instant the sample's clock shows when it is given.</param>
/// <param name="By">The person, or <see cref="Installation"/>.</param>
/// <param name="Project">Null for a command to the park itself.</param>
/// <param name="Effective">The day it is said to have happened; null for the day of <paramref name="At"/>.</param>
/// <param name="Request">Unique over all files and never given to another command: it is what makes a second load change nothing.</param>
/// <param name="Files">Papers the command names.</param>
internal sealed record SampleEntry(
    DateTimeOffset At,
    string By,
    ProjectCode? Project,
    DateOnly? Effective,
    string Request,
    ImmutableArray<SampleFile> Files,
    JsonElement Command)
{
    /// <summary>Who founds a park, before it has people.</summary>
    public const string Installation = "installation";

    public ImmutableArray<SampleFile> Files { get; init; } = Files.IsDefault ? [] : Files;

    /// <summary>The command's name, as its <c>$kind</c> says.</summary>
    [JsonIgnore]
    public string Kind => Command.GetProperty("$kind").GetString() ?? "";
}

/// <summary>A paper that must exist in the evidence store before the command that names it.</summary>
/// <param name="Name">Named in the command as <c>${file:NAME}</c> (the whole evidence file) or <c>${digest:NAME}</c>.</param>
/// <param name="Text">What the paper says; it is marked as a sample when it is printed.</param>
internal sealed record SampleFile(string Name, string Text);

/// <summary>A sample file cannot be read, or its story cannot be told. What was told before stays told; mended, it can be loaded again.</summary>
internal sealed class SampleBrokenException(string message, Exception? inner = null) : Exception(message, inner);
