using System.Security.Cryptography;
using System.Text.Json;

namespace Projects.Storage;

/// <summary>The table of contents of a backup, written last: a folder without it is no backup.</summary>
/// <param name="SchemaSteps">Schema steps of the database it was taken from.</param>
/// <param name="Heads">Where each stream ended; what a restored journal must end with.</param>
public sealed record BackupManifest(
    int Format, DatabaseProvider Provider, int SchemaSteps, DateTimeOffset TakenAt, IReadOnlyList<BackupFile> Files, IReadOnlyList<BackupHead> Heads)
{
    internal const string FileName = "manifest.json";
    internal const string SqliteFileName = "database.sqlite";
    internal const string TablesFolder = "tables";
    internal const string EvidenceFolder = "evidence";
    internal const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    internal async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(folder, FileName + ".part");
        await using (var file = File.Create(unfinished))
        {
            await JsonSerializer.SerializeAsync(file, this, Json, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, Path.Combine(folder, FileName));
        FolderSync.Flush(folder);
    }

    /// <summary>Reads the manifest and checks every file against it.</summary>
    /// <exception cref="BackupException">It is no backup, or a file of it is missing or changed.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new BackupException($"{folder} holds no {FileName}; it is no finished backup.");
        BackupManifest? manifest;
        await using (var file = File.OpenRead(path))
            manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, cancellationToken).ConfigureAwait(false);
        if (manifest is not { Format: CurrentFormat })
            throw new BackupException($"{path} is of a format this program does not read.");
        foreach (var listed in manifest.Files)
            if (!File.Exists(Path.Combine(folder, listed.Path)) || await BackupFile.OfAsync(folder, listed.Path, cancellationToken).ConfigureAwait(false) != listed)
                throw new BackupException($"{listed.Path} of the backup is missing or was changed.");
        return manifest;
    }
}

/// <param name="Path">Relative to the backup's folder, with forward slashes.</param>
public sealed record BackupFile(string Path, long SizeBytes, string Sha256)
{
    internal static async Task<BackupFile> OfAsync(string folder, string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new BackupFile(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false)));
    }
}

public sealed record BackupHead(string Stream, long Version, string Hash);

/// <summary>A backup cannot be taken or restored as asked; the message says why and what to do.</summary>
public sealed class BackupException(string message) : Exception(message);
