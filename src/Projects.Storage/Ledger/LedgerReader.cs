using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Projects.Storage;

/// <summary>Reads the ledger tables, on connections of its own: no read waits for the writer, and none sees half an append.</summary>
public sealed class LedgerReader(Database database) : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _postgres = database.Provider == DatabaseProvider.Postgres ? database.PostgresDataSource() : null;

    /// <exception cref="JournalUnavailableException">The database could not be read.</exception>
    internal async IAsyncEnumerable<T> StreamAsync<T>(LedgerQuery query, Func<LedgerCells, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Only while the database is waited for, not while its rows are made use of.
        var (waited, since) = (0L, Stopwatch.GetTimestamp());
        await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = query.CommandOn(connection);
        await using var rows = await Guarded(() => command.ExecuteReaderAsync(cancellationToken)).ConfigureAwait(false);
        LedgerCells cells = query.IsInOneCell ? new LineCells(rows) : new RowCells(rows);
        while (await Guarded(() => rows.ReadAsync(cancellationToken)).ConfigureAwait(false))
        {
            waited += Stopwatch.GetTimestamp() - since;
            yield return read(cells.FromTheFirst());
            since = Stopwatch.GetTimestamp();
        }
        ReadMeter.Took(waited + Stopwatch.GetTimestamp() - since);
    }

    /// <inheritdoc cref="StreamAsync"/>
    internal async Task<List<T>> ListAsync<T>(LedgerQuery query, Func<LedgerCells, T> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var row in StreamAsync(query, read, cancellationToken).ConfigureAwait(false))
            all.Add(row);
        return all;
    }

    internal LedgerQuery Query(ParkCode park) => new LedgerQuery(database.Provider).With("park", park.Value);

    public ValueTask DisposeAsync() => _postgres?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Guarded(async () =>
        _postgres is null ? (DbConnection)database.OpenSqlite(pooled: true) : await _postgres.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));

    private static Task<T> Guarded<T>(Func<Task<T>> use) => DatabaseReads.Guarded("The ledger", use);
}
