using System.Collections.Immutable;
using System.Globalization;

namespace Projects.Storage;

/// <summary>
/// The name a file is shown by: the last part of whatever path it came with, without control characters and marks nobody sees, and ending
/// as its content says. What lies in the store as a PDF is never handed out as x.exe.
/// </summary>
public static class EvidenceName
{
    public const int Longest = 200;

    /// <summary>The given name, or one made of digest and type when none was given.</summary>
    public static string Of(string given, EvidenceFile file)
    {
        var name = Clean(given);
        var endings = EndingsOf(file.Type);
        if (name.Length == 0)
            return file.Digest.Value[..12] + endings[0];
        return endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? name : name + endings[0];
    }

    public static string Clean(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(last.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim();
    }

    private static ImmutableArray<string> EndingsOf(EvidenceType type) =>
        type is EvidenceType.Jpeg ? [".jpg", ".jpeg"] : [$".{type.ToString().ToLowerInvariant()}"];
}
