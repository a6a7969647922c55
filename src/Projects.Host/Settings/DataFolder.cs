using Projects.Storage;

namespace Projects.Host.Settings;

/// <summary>The embedded database belongs to one process: its data folder is held by a lock file while that process lives.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? held;

    private DataFolder(FileStream? held) => this.held = held;

    /// <summary>Takes the folder, making it readable by its owner only when it is missing; null when another process has it. On PostgreSQL any number of processes may share one.</summary>
    public static DataFolder? TryTake(HostSettings settings)
    {
        Make(settings.DataPath);
        if (settings.Database.Provider != DatabaseProvider.Sqlite)
            return new DataFolder(null);
        try
        {
            return new DataFolder(new FileStream(Path.Combine(settings.DataPath, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Makes a folder only its owner may enter; one that is there keeps its permissions.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => held?.Dispose();
}
