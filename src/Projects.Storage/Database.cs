using Microsoft.Data.Sqlite;
using Npgsql;

namespace Projects.Storage;

/// <summary>Which database holds the truth. Everything above this project is the same on both.</summary>
public enum DatabaseProvider
{
    /// <summary>One process, one file: the embedded default.</summary>
    Sqlite,

    /// <summary>Any number of processes.</summary>
    Postgres,
}

/// <summary>Where the truth lies.</summary>
/// <param name="ConnectionString">In the driver's own words; what durability needs is added here and cannot be taken away.</param>
public sealed record Database(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>A database in one file; the folder must exist.</summary>
    public static Database SqliteFile(string path) =>
        new(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = path }.ToString());

    /// <summary>The name Orleans' ADO.NET providers know the driver by (the SQLite one maps to Microsoft.Data.Sqlite).</summary>
    public string Invariant => Provider == DatabaseProvider.Sqlite ? "System.Data.SQLite" : "Npgsql";

    /// <summary>The kind alone: the connection string may hold a password, and records end up in logs.</summary>
    public override string ToString() => Provider.ToString();

    internal NpgsqlDataSource PostgresDataSource()
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = "projects" };
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        return new NpgsqlDataSourceBuilder(settings.ToString()).Build();
    }

    /// <param name="pooled">False for the writer and for work that wants the file to itself.</param>
    internal SqliteConnection OpenSqlite(bool pooled)
    {
        var settings = new SqliteConnectionStringBuilder(ConnectionString) { Pooling = pooled };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        return connection;
    }
}
