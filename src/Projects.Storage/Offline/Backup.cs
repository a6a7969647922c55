using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Projects.Storage;

/// <summary>
/// Takes a backup while the platform runs: one consistent view of the database, then the evidence. An event is recorded only after its
/// file is on disk, so every file an event of the backup names is in it.
/// </summary>
public sealed class Backup(Database database, string evidenceRoot, TimeProvider time)
{
    /// <param name="folder">Made; must not exist yet or be empty.</param>
    /// <exception cref="BackupException">The folder is in use.</exception>
    /// <exception cref="JournalUnavailableException">The database could not be read; the folder is no backup.</exception>
    public async Task<BackupManifest> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new BackupException($"{folder} is not empty; name a new folder.");
        Directory.CreateDirectory(folder);
        try
        {
            var (schemaSteps, heads) = database.Provider == DatabaseProvider.Sqlite
                ? await TakeSqliteAsync(folder, cancellationToken).ConfigureAwait(false)
                : await TakePostgresAsync(folder, cancellationToken).ConfigureAwait(false);
            await CopyEvidenceAsync(evidenceRoot, Path.Combine(folder, BackupManifest.EvidenceFolder), cancellationToken).ConfigureAwait(false);
            var files = new List<BackupFile>();
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                files.Add(await BackupFile.OfAsync(folder, Path.GetRelativePath(folder, file).Replace('\\', '/'), cancellationToken).ConfigureAwait(false));
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, database.Provider, schemaSteps, time.GetUtcNow(), files, heads);
            await manifest.WriteAsync(folder, cancellationToken).ConfigureAwait(false);
            return manifest;
        }
        catch (DbException e)
        {
            throw new JournalUnavailableException($"The backup could not be taken: {e.Message}");
        }
    }

    /// <summary>Copies a store's files, each synced; what is still on its way in is left out.</summary>
    internal static async Task CopyEvidenceAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(from))
            return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (!EvidenceDigest.TryParse(Path.GetFileName(file), out _))
                continue;
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using var source = File.OpenRead(file);
            await using var copy = File.Create(target);
            await source.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            copy.Flush(flushToDisk: true);
        }
        if (!Directory.Exists(to))
            return;
        foreach (var folder in Directory.EnumerateDirectories(to, "*", SearchOption.AllDirectories).Append(to))
            FolderSync.Flush(folder);
    }

    private async Task<(int SchemaSteps, List<BackupHead> Heads)> TakeSqliteAsync(string folder, CancellationToken cancellationToken)
    {
        var target = Database.SqliteFile(Path.Combine(folder, BackupManifest.SqliteFileName));
        using var source = database.OpenSqlite(pooled: false);
        using var copy = target.OpenSqlite(pooled: false);
        source.BackupDatabase(copy);
        await using (var single = copy.CreateCommand())
        {
            single.CommandText = "pragma journal_mode = delete";
            await single.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        return await ContentsAsync(copy, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(int SchemaSteps, List<BackupHead> Heads)> TakePostgresAsync(string folder, CancellationToken cancellationToken)
    {
        var tables = Path.Combine(folder, BackupManifest.TablesFolder);
        Directory.CreateDirectory(tables);
        await using var source = database.PostgresDataSource();
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var view = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        foreach (var table in await PostgresTable.AllAsync(connection, cancellationToken).ConfigureAwait(false))
            await table.CopyOutAsync(connection, tables, cancellationToken).ConfigureAwait(false);
        FolderSync.Flush(tables);
        return await ContentsAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(int SchemaSteps, List<BackupHead> Heads)> ContentsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var steps = connection.CreateCommand();
        steps.CommandText = "select max(number) from schema_migration";
        var schemaSteps = Convert.ToInt32(await steps.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
        await using var select = connection.CreateCommand();
        select.CommandText = "select stream, version, hash from stream_head order by stream";
        await using var reader = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var heads = new List<BackupHead>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            heads.Add(new BackupHead(reader.GetString(0), reader.GetInt64(1), Convert.ToHexStringLower((byte[])reader[2])));
        return (schemaSteps, heads);
    }
}
