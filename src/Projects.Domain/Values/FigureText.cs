using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>Reads a number as Chinese documents print it: 超3500, 30余万吨/年, 3700万元左右.</summary>
internal static partial class FigureText
{
    private const int LongestText = 64;

    /// <param name="text">One number, with its qualifier, multiplier and unit where it has them.</param>
    /// <param name="value">The number, 万 and 亿 multiplied out.</param>
    /// <param name="qualifier">Exact when the text says nothing else; a text that says two (约90余) is refused.</param>
    /// <param name="unit">What stands after the number; may be empty.</param>
    internal static bool TryRead([NotNullWhen(true)] string? text, out decimal value, out Qualifier qualifier, out string unit)
    {
        (value, qualifier, unit) = (0, Qualifier.Exact, "");
        if (text is null or { Length: > LongestText }) return false;

        var match = Shape().Match(Narrow(text));
        var said = match.Groups["said"].Captures;
        if (!match.Success || said.Count > 1) return false;

        value = decimal.Parse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            * Multiplier(match.Groups["times"].Value);
        qualifier = said.Count == 0 ? Qualifier.Exact : Meaning(said[0].Value);
        unit = match.Groups["unit"].Value + match.Groups["per"].Value;
        return true;
    }

    private static Qualifier Meaning(string word) => word switch
    {
        "余" or "多" => Qualifier.Odd,
        "近" => Qualifier.Nearly,
        "约" or "大约" or "左右" or "上下" => Qualifier.About,
        _ => Qualifier.MoreThan,
    };

    private static decimal Multiplier(string word) => word switch
    {
        "万" => Numerals.Wan,
        "亿" => Numerals.Yi,
        "万亿" => Numerals.Wan * Numerals.Yi,
        _ => 1,
    };

    // Documents mix full-width digits with narrow ones.
    private static string Narrow(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '０' and <= '９' or '．' or '，' or '／' ? (char)(c - 0xFEE0) : c));

    // At most 15 whole digits and 9 decimals: with 万亿 that still is an exact decimal. 千 belongs to units (千瓦), not to numbers.
    [GeneratedRegex("""
        ^(?<said>超过|超|逾|近|大约|约)?
        (?<number>([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,9})?)
        (?<said>余|多)?(?<times>万亿|万|亿)?(?<said>余|多)?
        (?<unit>[\p{L}²³%-[余多]]*?)(?<said>左右|上下)?
        (?<per>/[\p{L}²³-[余多]]+?)?(?<said>左右|上下)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
