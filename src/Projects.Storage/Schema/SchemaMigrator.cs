using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Projects.Storage;

/// <summary>
/// Brings a database to this program's schema. Any number of processes may call it at once: the steps missing are applied in one
/// transaction under a lock of the database's, so each is applied once or not at all.
/// </summary>
public sealed partial class SchemaMigrator(Database database, TimeProvider time, ILogger<SchemaMigrator> logger)
{
    private readonly IReadOnlyList<Migration> _migrations = Migration.AllFor(database.Provider);

    /// <summary>Applies what is missing, and makes the ledger anew where it is of another making than this program's.</summary>
    /// <returns>How many steps were applied by this call.</returns>
    /// <exception cref="SchemaException">The database is newer than this program, or an applied step differs from ours.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached.</exception>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        var applied = await ApplyUpToAsync(_migrations.Count, cancellationToken).ConfigureAwait(false);
        await new LedgerRebuilder(database, logger).CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return applied;
    }

    /// <summary>Applies what is missing up to a step, for data that was written at that step.</summary>
    internal async Task<int> ApplyUpToAsync(int lastStep, CancellationToken cancellationToken)
    {
        try
        {
            return database.Provider == DatabaseProvider.Sqlite
                ? await ApplySqliteAsync(lastStep, cancellationToken).ConfigureAwait(false)
                : await ApplyPostgresAsync(lastStep, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new JournalUnavailableException($"The schema could not be brought up to date: {e.Message}");
        }
    }

    private async Task<int> ApplySqliteAsync(int lastStep, CancellationToken cancellationToken)
    {
        using var connection = database.OpenSqlite(pooled: false);
        await ExecuteAsync(connection, "pragma journal_mode = wal; pragma synchronous = full", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, "begin exclusive", cancellationToken).ConfigureAwait(false);
        var applied = await ApplyMissingAsync(connection, lastStep, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, "commit", CancellationToken.None).ConfigureAwait(false);
        return applied;
    }

    private async Task<int> ApplyPostgresAsync(int lastStep, CancellationToken cancellationToken)
    {
        await using var source = database.PostgresDataSource();
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended('projects schema', 0))", cancellationToken).ConfigureAwait(false);
        var applied = await ApplyMissingAsync(connection, lastStep, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return applied;
    }

    private async Task<int> ApplyMissingAsync(DbConnection connection, int lastStep, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, """
            create table if not exists schema_migration (
              number     integer not null primary key,
              name       text    not null,
              sha256     text    not null,
              applied_at text    not null
            )
            """, cancellationToken).ConfigureAwait(false);
        var applied = await AppliedAsync(connection, cancellationToken).ConfigureAwait(false);
        foreach (var (number, name, sha256) in applied)
            Check(number, name, sha256);
        var missing = _migrations.Take(lastStep).Skip(applied.Count).ToList();
        foreach (var migration in missing)
        {
            await ExecuteAsync(connection, migration.Sql, cancellationToken).ConfigureAwait(false);
            await RecordAsync(connection, migration, cancellationToken).ConfigureAwait(false);
            LogApplied(migration.Number, migration.Name);
        }
        if (lastStep == _migrations.Count)
            await OrleansQueries.CheckAsync(connection, database.Provider, cancellationToken).ConfigureAwait(false);
        return missing.Count;
    }

    private void Check(int number, string name, string sha256)
    {
        if (number > _migrations.Count)
            throw new SchemaException(
                $"The database has schema step {number} ({name}); this program knows steps up to {_migrations.Count}. Run the newer program.");
        if (_migrations[number - 1].Sha256 != sha256)
            throw new SchemaException(
                $"Schema step {number} ({name}) of the database is not the one this program carries. A landed step is never edited; run the program that made the database.");
    }

    private static async Task<List<(int Number, string Name, string Sha256)>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select number, name, sha256 from schema_migration order by number";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var applied = new List<(int, string, string)>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            applied.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private async Task RecordAsync(DbConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into schema_migration (number, name, sha256, applied_at) values (@number, @name, @sha256, @applied_at)";
        Bind("@number", migration.Number);
        Bind("@name", migration.Name);
        Bind("@sha256", migration.Sha256);
        Bind("@applied_at", SqliteText.Of(time.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

        void Bind(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema step {Number} ({Name}) was applied.")]
    private partial void LogApplied(int number, string name);
}
