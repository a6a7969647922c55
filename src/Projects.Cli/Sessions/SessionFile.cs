using System.Text.Json;

namespace Projects.Cli.Sessions;

/// <summary>What signing in leaves behind for the next run.</summary>
/// <param name="Park">parks/{park}.</param>
internal sealed record StoredSession(string Server, string Token, string Park, string Language);

/// <summary>The file of one session, for its owner's eyes only: $XDG_CONFIG_HOME or ~/.config, projects/session.json.</summary>
internal sealed class SessionFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static SessionFile Of(Terminal terminal) => new(Path.Combine(
        terminal.Setting("XDG_CONFIG_HOME") ?? Path.Combine(terminal.Setting("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
        "projects", "session.json"));

    /// <returns>Null when nobody is signed in, or the file cannot be understood.</returns>
    public StoredSession? Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<StoredSession>(File.ReadAllText(path), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all, and never readable by others, not even for a moment.</summary>
    public void Write(StoredSession session)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(draft, options))
            JsonSerializer.Serialize(stream, session, JsonSerializerOptions.Web);
        File.Move(draft, path, overwrite: true);
    }

    public void Delete() => File.Delete(path);
}
