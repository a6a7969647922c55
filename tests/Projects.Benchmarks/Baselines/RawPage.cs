using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>A page of the ledger as SQL alone: the statement written by hand, prepared, its cells read and thrown away.</summary>
internal sealed class RawPage : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand command;

    private RawPage(DbConnection connection, DbCommand command) => (this.connection, this.command) = (connection, command);

    /// <param name="condition">In terms of <c>i</c>; constants only.</param>
    public static async Task<RawPage> OpenAsync(Database database, string condition)
    {
        DbConnection connection = database.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        command.CommandText = $"""
            select i.*, l.name, p.name
            from (select * from issue_ledger i where i.park = '{Town.Code}' and {condition} order by i.due_order, i.project, i.number limit 51) i
            join list_ledger l on l.park = i.park and l.project = i.project and l.list = i.list
            join project_ledger p on p.park = i.park and p.project = i.project
            order by i.due_order, i.project, i.number
            """;
        await command.PrepareAsync();
        return new RawPage(connection, command);
    }

    public async Task ReadAsync()
    {
        await using var rows = await command.ExecuteReaderAsync();
        var cells = new object[rows.FieldCount];
        while (await rows.ReadAsync())
            rows.GetValues(cells);
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
