using System.Data.Common;

namespace Projects.Storage;

/// <summary>Single statements that read the same on both databases; an instant is a bigint of Unix milliseconds.</summary>
internal static class Statements
{
    public static async Task<int> ExecuteAsync(
        this DbDataSource database, string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var command = database.CreateCommand(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The first row, or null when there is none.</summary>
    public static async Task<TRow?> FirstAsync<TRow>(
        this DbDataSource database, string sql, Func<DbDataReader, TRow> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
        where TRow : class
    {
        await using var command = database.CreateCommand(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? read(rows) : null;
    }

    public static async Task<List<TRow>> ListAsync<TRow>(
        this DbDataSource database, string sql, Func<DbDataReader, TRow> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var command = database.CreateCommand(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var list = new List<TRow>();
        while (await rows.ReadAsync(cancellation))
            list.Add(read(rows));
        return list;
    }

    public static DateTimeOffset Instant(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DbCommand CreateCommand(this DbDataSource database, string sql, (string Name, object? Value)[] values)
    {
        var command = database.CreateCommand(sql);
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
