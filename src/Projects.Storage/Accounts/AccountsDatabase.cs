using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Projects.Storage;

/// <summary>
/// Single statements over the tables of this folder, which read the same on both databases. Each commits by itself, apart from
/// the journal's writer: a sign-in never waits for a batch of appends, only, on SQLite, for the lock of the file.
/// </summary>
public sealed class AccountsDatabase(Database database) : IAsyncDisposable
{
    private readonly DbDataSource source = database.Provider == DatabaseProvider.Sqlite
        ? SqliteFactory.Instance.CreateDataSource(database.ConnectionString)
        : database.PostgresDataSource();

    internal async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The first row, or null when there is none.</summary>
    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    internal Task<TRow?> FirstAsync<TRow>(
        string sql, Func<DbDataReader, TRow> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
        where TRow : class => Guarded(async () =>
        {
            await using var command = Command(sql, values);
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            return await rows.ReadAsync(cancellation).ConfigureAwait(false) ? read(rows) : null;
        });

    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    internal Task<List<TRow>> ListAsync<TRow>(
        string sql, Func<DbDataReader, TRow> read, CancellationToken cancellation, params (string Name, object? Value)[] values) => Guarded(async () =>
        {
            await using var command = Command(sql, values);
            await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            var list = new List<TRow>();
            while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
                list.Add(read(rows));
            return list;
        });

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static Task<T> Guarded<T>(Func<Task<T>> use) => DatabaseReads.Guarded("The accounts", use);

    private DbCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}

/// <summary>How the columns of these tables are read; an instant is Unix milliseconds.</summary>
internal static class AccountsColumns
{
    public static DateTimeOffset Instant(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
