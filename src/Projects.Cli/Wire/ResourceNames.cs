using Google.Api;
using Projects.Cli.Failures;

namespace Projects.Cli.Wire;

/// <summary>From the short codes people type to the names of the contract, by the contract's own patterns.</summary>
internal sealed record ResourceNames(string? Park, string? Project)
{
    private static readonly FileDescriptor[] Files =
    [
        EvidenceReflection.Descriptor, InvestmentReflection.Descriptor, IssuesReflection.Descriptor, ListsReflection.Descriptor,
        MilestonesReflection.Descriptor, ParksReflection.Descriptor, ProjectsReflection.Descriptor, SessionsReflection.Descriptor, VisitsReflection.Descriptor,
        MeetingsReflection.Descriptor, WeeklyReportsReflection.Descriptor, WordingReflection.Descriptor,
    ];

    private static readonly Dictionary<string, string> Patterns = Files.SelectMany(file => file.MessageTypes)
        .Select(message => message.GetOptions()?.GetExtension(ResourceExtensions.Resource)).OfType<ResourceDescriptor>()
        .ToDictionary(resource => resource.Type, resource => resource.Pattern[0]);

    /// <summary>The variables of a type's pattern after the park, in order: project and number for an issue; none for a park.</summary>
    public static IReadOnlyList<string> Variables(string type) =>
        [.. Patterns[type].Split('/').Where(part => part.StartsWith('{') && part != "{park}").Select(part => part.Trim('{', '}'))];

    /// <summary>The type a field names, as projects.v1/Person; null when it is no name.</summary>
    public static string? TypeOf(FieldDescriptor field) => field.GetOptions()?.GetExtension(ResourceExtensions.ResourceReference)?.Type;

    /// <summary>The type a message is, as projects.v1/Unit; null when it is no resource.</summary>
    public static string? TypeOf(MessageDescriptor message) => message.GetOptions()?.GetExtension(ResourceExtensions.Resource)?.Type;

    /// <summary>The last segment: what people call it.</summary>
    public static string Short(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The full name of what was typed; a full name stays as it is.</summary>
    /// <exception cref="UsageException">The park or the project it lies in is not known.</exception>
    public string Expand(string type, string? code)
    {
        if (code is not null && code.StartsWith("parks/", StringComparison.Ordinal))
            return code;
        var last = Variables(type) is [.., var variable] ? variable : "park";
        return string.Join('/', Patterns[type].Split('/').Select(part => part switch
        {
            "{park}" when last == "park" => Short(code ?? Park ?? throw Missing("park", "园区")),
            "{park}" => Short(Park ?? throw Missing("park", "园区")),
            "{project}" when last != "project" => Short(Project ?? throw Missing("project", "项目")),
            ['{', ..] => code ?? throw Missing(last, last),
            _ => part,
        }));
    }

    private static UsageException Missing(string english, string chinese) =>
        new(new($"不知道是哪个{chinese}：请给出 --{english}。", $"Which {english}? Give --{english}."));
}
