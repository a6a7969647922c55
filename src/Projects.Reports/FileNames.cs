namespace Projects.Reports;

/// <summary>Names any file system takes.</summary>
internal static class FileNames
{
    public static string Of(string name, string extension) =>
        $"{string.Concat(Legible.Of(name).Select(letter => letter < ' ' || "\\/:*?\"<>|".Contains(letter) ? '_' : letter))}.{extension}";
}
