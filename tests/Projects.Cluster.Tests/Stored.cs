using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Projects.Storage;

namespace Projects.Cluster.Tests;

/// <summary>A grain's one row in the runtime's storage, as somebody with SQL can reach it.</summary>
internal static class Stored
{
    /// <returns>Null when there is no row, or an empty one.</returns>
    public static async Task<byte[]?> ReadAsync(Database database, string grain)
    {
        await using var connection = Open(database);
        await using var select = connection.CreateCommand();
        select.CommandText = "select PayloadBinary from OrleansStorage where GrainIdExtensionString = @grain";
        Bind(select, "grain", grain);
        return await select.ExecuteScalarAsync() as byte[];
    }

    public static async Task WriteAsync(Database database, string grain, byte[] payload)
    {
        await using var connection = Open(database);
        await using var update = connection.CreateCommand();
        update.CommandText = "update OrleansStorage set PayloadBinary = @payload where GrainIdExtensionString = @grain";
        Bind(update, "payload", payload);
        Bind(update, "grain", grain);
        Assert.Equal(1, await update.ExecuteNonQueryAsync());
    }

    private static DbConnection Open(Database database)
    {
        DbConnection connection = database.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
