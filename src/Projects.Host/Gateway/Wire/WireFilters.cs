using System.Collections.Immutable;

namespace Projects.Host.Gateway;

/// <summary>What a list is to hold, and in which order.</summary>
internal sealed partial class WireFields
{
    public ImmutableArray<T> Members<T>(IEnumerable<int> wire, string field) where T : struct, Enum =>
        [.. wire.Select((number, place) => RequiredMember<T>(number, $"{field}[{place}]"))];

    /// <summary>Lights to choose from; a thing without a light is never asked for by it.</summary>
    public ImmutableArray<Light> Lights(IEnumerable<V1.Light> wire, string field) =>
        Members<Light>(wire.Select(light => light <= V1.Light.Off ? 0 : (int)light - 1), field);

    /// <summary>One of the named orders, the first when none is asked for, each with " desc" for the reverse (AIP-132).</summary>
    public (string Field, bool Descending) Order(string orderBy, params ReadOnlySpan<string> known)
    {
        if (orderBy.Length == 0)
            return (known[0], false);
        var words = orderBy.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var field, .. var rest] && known.Contains(field) && rest is [] or ["asc"] or ["desc"])
            return (field, rest is ["desc"]);
        Fault("order_by", $"只能为 {string.Join("、", known)}，可加 desc", $"must be one of {string.Join(", ", known)}, with or without desc");
        return (known[0], false);
    }

    public Month? Month(string text, string field)
    {
        if (text.Length == 0)
            return null;
        if (Projects.Month.TryParse(text, out var month))
            return month;
        Fault(field, "不是形如 2024-01 的月份", "is not a month such as 2024-01");
        return null;
    }

    public Month RequiredMonth(string text, string field)
    {
        if (text.Length == 0)
            Missing(field);
        return Month(text, field) ?? default;
    }

    /// <summary>A text to look for, as the list requests bound it.</summary>
    public string? SearchText(string text, string field)
    {
        const int longest = 100;
        if (text.Length > longest)
            Fault(field, $"不得超过{longest}字", $"must not exceed {longest} characters");
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
