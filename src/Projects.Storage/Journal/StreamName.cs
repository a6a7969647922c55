using System.Diagnostics.CodeAnalysis;

namespace Projects.Storage;

/// <summary>One stream of the journal: <c>park/{park}</c> or <c>project/{park}/{project}</c>.</summary>
/// <param name="Project">Null for the park's own stream.</param>
public readonly record struct StreamName(ParkCode Park, ProjectCode? Project)
{
    private const string ParkPrefix = "park";
    private const string ProjectPrefix = "project";

    public static StreamName Of(ParkCode park) => new(park, null);

    public static StreamName Of(ProjectId project) => new(project.Park, project.Code);

    /// <summary><c>park</c> or <c>project</c>.</summary>
    public string Kind => Project is null ? ParkPrefix : ProjectPrefix;

    public static bool TryParse([NotNullWhen(true)] string? text, out StreamName stream)
    {
        stream = default;
        switch (text?.Split('/'))
        {
            case [ParkPrefix, { Length: > 0 } park]:
                stream = Of(ParkCode.Of(park));
                return true;
            case [ProjectPrefix, { Length: > 0 } park, { Length: > 0 } project]:
                stream = Of(new ProjectId(ParkCode.Of(park), ProjectCode.Of(project)));
                return true;
            default:
                return false;
        }
    }

    /// <exception cref="JournalCorruptException">The journal names a stream no program of ours would write.</exception>
    public static StreamName Parse(string text) =>
        TryParse(text, out var stream) ? stream : throw new JournalCorruptException($"'{text}' is not the name of a stream.");

    public override string ToString() => Project is { } project ? $"{ProjectPrefix}/{Park}/{project}" : $"{ParkPrefix}/{Park}";
}
