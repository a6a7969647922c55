using System.Globalization;

namespace Projects;

/// <summary>A difference of two rates in percentage points, unrounded; a light compares <paramref name="Value"/>.</summary>
public readonly record struct PercentPoints(decimal Value)
{
    /// <summary>13.8个百分点, in English 13.8 pp; half-up to 0.1.</summary>
    public string Show(Language language)
    {
        var points = Numerals.Round(Value, 1).ToString("0.0", CultureInfo.InvariantCulture);
        return language is Language.English ? $"{points} pp" : $"{points}个百分点";
    }

    public override string ToString() => Show(Language.Chinese);
}
