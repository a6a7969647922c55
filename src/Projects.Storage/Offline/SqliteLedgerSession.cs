namespace Projects.Storage;

/// <inheritdoc/>
internal sealed class SqliteLedgerSession : ILedgerSession
{
    private readonly SqliteWriter _writer;

    public SqliteLedgerSession(Database database)
    {
        _writer = new SqliteWriter(database);
        _writer.Begin();
    }

    public Task PutAsync(LedgerTable table, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        _writer.Put(table, rows);
        return Task.CompletedTask;
    }

    public Task ClearAsync(LedgerTable table, CancellationToken cancellationToken)
    {
        using var command = _writer.Command(table.Clear);
        command.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public async Task<LedgerState> StateAsync(LedgerTable table, CancellationToken cancellationToken)
    {
        using var command = _writer.Command(table.SelectAll);
        return await LedgerSessions.StateAsync(command, cancellationToken).ConfigureAwait(false);
    }

    public Task<int?> MakingAsync(CancellationToken cancellationToken)
    {
        using var command = _writer.Command(LedgerSessions.MakingOf);
        return Task.FromResult(command.ExecuteScalar() is long making ? (int?)making : null);
    }

    public Task NoteMakingAsync(int making, CancellationToken cancellationToken)
    {
        using var command = _writer.Command(LedgerSessions.NoteMaking, "making");
        command.Parameters[0].Value = making;
        command.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public Task MarkAsync(CancellationToken cancellationToken)
    {
        using var command = _writer.Command(LedgerSessions.Mark, "made");
        command.Parameters[0].Value = LedgerSessions.NewMark();
        command.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public Task CommitAsync()
    {
        _writer.Commit();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }
}
