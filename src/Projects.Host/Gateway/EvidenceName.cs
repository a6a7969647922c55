namespace Projects.Host.Gateway;

/// <summary>The name a file is shown by: the last part of whatever path it came with, without control characters.</summary>
internal static class EvidenceName
{
    public const int Longest = 200;

    /// <summary>The given name, or one made of digest and type when none was given.</summary>
    public static string Of(string given, Storage.EvidenceFile file)
    {
        var name = Clean(given);
        return name.Length > 0 ? name : $"{file.Digest.Value[..12]}.{file.Type.ToString().ToLowerInvariant()}";
    }

    public static string Clean(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(last.Where(c => !char.IsControl(c))).Trim();
    }
}
