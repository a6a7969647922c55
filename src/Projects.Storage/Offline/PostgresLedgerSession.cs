using Npgsql;

namespace Projects.Storage;

/// <inheritdoc/>
internal sealed class PostgresLedgerSession(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction) : ILedgerSession
{
    public static async Task<PostgresLedgerSession> BeginAsync(Database database, CancellationToken cancellationToken)
    {
        var source = database.PostgresDataSource();
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var session = new PostgresLedgerSession(source, connection, transaction);
        await session.ExecuteAsync("lock table journal in share row exclusive mode", cancellationToken).ConfigureAwait(false);
        return session;
    }

    public async Task PutAsync(LedgerTable table, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(PostgresBatch.PutOf(table, rows));
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task ClearAsync(LedgerTable table, CancellationToken cancellationToken) => ExecuteAsync(table.Clear, cancellationToken);

    public async Task<LedgerState> StateAsync(LedgerTable table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(table.SelectAll, connection, transaction);
        return await LedgerSessions.StateAsync(command, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int?> MakingAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LedgerSessions.MakingOf, connection, transaction);
        return (int?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task NoteMakingAsync(int making, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LedgerSessions.NoteMaking, connection, transaction);
        command.Parameters.AddWithValue("making", making);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task MarkAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LedgerSessions.Mark, connection, transaction);
        command.Parameters.AddWithValue("made", LedgerSessions.NewMark());
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
