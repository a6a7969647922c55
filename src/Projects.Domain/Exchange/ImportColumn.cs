using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>What the cells of an imported column hold.</summary>
public enum ImportCell
{
    Words,
    Day,
    Month,

    /// <summary>With its unit in the cell, in the heading or above the table; without any of them it is a fault and no guess.</summary>
    Money,

    /// <summary>One of the column's <see cref="ImportColumn.Choices"/>.</summary>
    Choice,
}

/// <summary>A column of a sheet that is imported, by the names such sheets give it.</summary>
/// <param name="title">Its name in messages and templates.</param>
/// <param name="names">What it is called elsewhere.</param>
public sealed partial class ImportColumn(Text title, params ImmutableArray<string> names)
{
    public Text Title { get; } = title;

    public ImmutableArray<string> OtherNames { get; } = names;

    /// <summary>A sheet without it is not read.</summary>
    public bool IsNeeded { get; init; }

    public ImportCell Holds { get; init; }

    /// <summary>Each row says its own: a merged area would say one figure several times.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The fields of the order that are read from it and the things it names, as the rules call them when they refuse one.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>What may be said, in the park's own labels; null for anything.</summary>
    public Func<Labels, ImmutableArray<Text>>? Choices { get; init; }

    /// <summary>In letters.</summary>
    public int Width { get; init; } = 14;

    /// <param name="unit">The unit a heading of money says in brackets or at its end; null when it says none.</param>
    public bool IsCalled(string words, out string? unit)
    {
        var said = UnitColumn.Plain(words).TrimEnd('*').Replace("(必填)", "", StringComparison.Ordinal);
        unit = null;
        if (IsName(said))
            return true;
        if (Holds is not ImportCell.Money || WithUnit().Match(said) is not { Success: true } parts || !IsName(parts.Groups[1].Value))
            return false;
        unit = parts.Groups[2].Value;
        return true;
    }

    private bool IsName(string said) => said == UnitColumn.Plain(Title.Zh) || said == UnitColumn.Plain(Title.En) || OtherNames.Any(name => said == UnitColumn.Plain(name));

    [GeneratedRegex(@"^(.+?)[(/,，:：]?(?:单位[:：]?)?(万元|亿元|元)\)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();
}
