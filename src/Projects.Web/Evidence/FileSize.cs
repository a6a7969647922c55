namespace Projects.Web.Evidence;

internal static class FileSize
{
    /// <summary>1.2 MB, 120 KB, 17 B; never 0 of a file that holds something.</summary>
    public static string Show(long bytes) => bytes switch
    {
        >= 1 << 20 => $"{Math.Round(bytes / (decimal)(1 << 20), 1, MidpointRounding.AwayFromZero)} MB",
        >= 1 << 10 => $"{bytes >> 10} KB",
        _ => $"{bytes} B",
    };
}
