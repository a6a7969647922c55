using System.Collections.Immutable;
using System.Globalization;

namespace Projects.Web.Issues;

/// <summary>What was filled into a form, by the names of its inputs, as typed; blank where nothing was.</summary>
public sealed class Filled
{
    private const string Yes = "true";

    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);

    public string this[string input]
    {
        get => said.GetValueOrDefault(input, "");
        set => said[input] = value;
    }

    /// <summary>The file brought so far; null before.</summary>
    public EvidenceFile? File { get; set; }

    /// <summary>The name of a tick box: <c>criteria.2</c>.</summary>
    public static string InputOf(string field, string choice) => $"{field}.{choice}";

    public bool IsTicked(string field, string choice) => this[InputOf(field, choice)] == Yes;

    public void Tick(string field, string choice, bool ticked) => this[InputOf(field, choice)] = ticked ? Yes : "";

    /// <summary>The choices ticked, in the order they are shown.</summary>
    public ImmutableArray<string> Ticked(ManyField field) => [.. field.Choices.Select(choice => choice.Value).Where(choice => IsTicked(field.Name, choice))];

    /// <summary>Null when left blank.</summary>
    public string? Optional(string field) => string.IsNullOrWhiteSpace(this[field]) ? null : this[field];

    public DateOnly? Day(string field) => DateOnly.TryParseExact(this[field], "yyyy-MM-dd", out var day) ? day : null;

    public void Set(string field, DateOnly? day) => this[field] = day is { } known ? Seats.Speech.Day(known) : "";

    /// <summary>Null unless it is a whole number above zero.</summary>
    public int? Number(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public ImmutableArray<string> Lines(string field) => [.. this[field].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public TEnum Member<TEnum>(string field) where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[field], out var member) ? member : default;

    public TId? Id<TId>(string field) where TId : struct, IIdentifier<TId> => Optional(field) is { } id ? TId.Of(id) : null;
}
