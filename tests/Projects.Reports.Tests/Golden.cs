using System.Runtime.CompilerServices;

namespace Projects.Reports.Tests;

/// <summary>The folder <c>Golden/</c>: files as they were last looked at. <c>PROJECTS_WRITE_GOLDEN=1</c> writes them anew.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(SourcePath())!, nameof(Golden));

    public static void Holds(string name, string told)
    {
        var path = PathOf(name);
        if (Environment.GetEnvironmentVariable("PROJECTS_WRITE_GOLDEN") == "1")
            File.WriteAllText(path, told);
        Assert.Equal(File.ReadAllText(path), told);
    }

    public static string PathOf(string name) => Path.Combine(Folder, name);

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
