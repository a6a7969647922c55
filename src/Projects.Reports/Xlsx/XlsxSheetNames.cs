namespace Projects.Reports.Xlsx;

/// <summary>Names of sheets as Excel takes them: 31 letters at most, without its separators, each once.</summary>
internal sealed class XlsxSheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var legible = string.Concat(Legible.Of(wanted).Select(letter => letter < ' ' || "[]:*?/\\".Contains(letter) ? ' ' : letter)).Trim(' ', '\'');
        var name = Cut(legible.Length == 0 ? "Sheet" : legible, Longest);
        for (var no = 2; !taken.Add(name); no++)
            name = Cut(legible, Longest - 4) + $" {no}";
        return name;
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length)
            return name;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd(' ', '\'');
    }
}
