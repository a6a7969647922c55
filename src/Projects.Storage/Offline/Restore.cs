using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Projects.Storage;

/// <summary>
/// Puts a backup into an empty database of the same kind and an empty evidence folder, brings the schema up to date and verifies every chain
/// and every head against the manifest.
/// </summary>
public sealed class Restore(Database database, string evidenceRoot, SchemaMigrator migrator, JournalVerifier verifier)
{
    /// <exception cref="BackupException">The backup is not whole, or there is something in the database or the folder already.</exception>
    /// <exception cref="JournalCorruptException">It was restored, but what was restored does not verify.</exception>
    /// <exception cref="JournalUnavailableException">The database could not be written.</exception>
    public async Task<Verification> RestoreAsync(string folder, CancellationToken cancellationToken)
    {
        var manifest = await BackupManifest.ReadAsync(folder, cancellationToken).ConfigureAwait(false);
        if (manifest.Provider != database.Provider)
            throw new BackupException($"The backup is of {manifest.Provider}, the database is {database.Provider}.");
        if (Directory.Exists(evidenceRoot) && Directory.EnumerateFiles(evidenceRoot, "*", SearchOption.AllDirectories).Any())
            throw new BackupException($"There is evidence in {evidenceRoot} already; restore into an empty folder.");
        try
        {
            if (database.Provider == DatabaseProvider.Sqlite)
                RestoreSqlite(Path.Combine(folder, BackupManifest.SqliteFileName));
            else
                await RestorePostgresAsync(Path.Combine(folder, BackupManifest.TablesFolder), manifest.SchemaSteps, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new JournalUnavailableException($"The backup could not be restored: {e.Message}");
        }
        await Backup.CopyEvidenceAsync(Path.Combine(folder, BackupManifest.EvidenceFolder), evidenceRoot, cancellationToken).ConfigureAwait(false);
        await migrator.ApplyAsync(cancellationToken).ConfigureAwait(false);
        return await VerifyAsync(manifest, cancellationToken).ConfigureAwait(false);
    }

    private void RestoreSqlite(string copy)
    {
        var target = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        if (File.Exists(target) && new FileInfo(target).Length > 0)
            throw new BackupException($"{target} exists already; restore into a new file.");
        using var source = Database.SqliteFile(copy).OpenSqlite(pooled: false);
        using var restored = database.OpenSqlite(pooled: false);
        source.BackupDatabase(restored);
    }

    private async Task RestorePostgresAsync(string folder, int schemaSteps, CancellationToken cancellationToken)
    {
        await using var source = database.PostgresDataSource();
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if ((await PostgresTable.AllAsync(connection, cancellationToken).ConfigureAwait(false)).Count > 0)
            throw new BackupException("There are tables in the database already; restore into an empty one.");
        await migrator.ApplyUpToAsync(schemaSteps, cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var table in await PostgresTable.AllAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            if (!table.IsIn(folder))
                throw new BackupException($"The backup lacks the table {table.Name}.");
            await table.CopyInAsync(connection, folder, cancellationToken).ConfigureAwait(false);
        }
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<Verification> VerifyAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyAsync(cancellationToken).ConfigureAwait(false);
        if (verification.Faults is [var first, ..])
            throw new JournalCorruptException($"What was restored does not verify: {first.What}");
        var heads = await verifier.HeadsAsync(cancellationToken).ConfigureAwait(false);
        if (!heads.SequenceEqual(manifest.Heads))
            throw new JournalCorruptException("The streams do not end where the manifest of the backup says.");
        return verification;
    }
}
