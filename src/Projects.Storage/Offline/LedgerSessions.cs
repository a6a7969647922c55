using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Projects.Storage;

/// <summary>How many rows a table has and the digest over all of them in the order of the key.</summary>
internal sealed record LedgerState(long Rows, string Sha256);

/// <summary>One transaction that has the ledger to itself; undone unless committed.</summary>
internal interface ILedgerSession : IAsyncDisposable
{
    Task PutAsync(LedgerTable table, IEnumerable<object> rows, CancellationToken cancellationToken);

    Task ClearAsync(LedgerTable table, CancellationToken cancellationToken);

    Task<LedgerState> StateAsync(LedgerTable table, CancellationToken cancellationToken);

    /// <summary>The program's making the ledger is of (<see cref="LedgerChanges.Making"/>); null for one from before makings were noted.</summary>
    Task<int?> MakingAsync(CancellationToken cancellationToken);

    Task NoteMakingAsync(int making, CancellationToken cancellationToken);

    /// <summary>Gives the ledger a mark of its own, so that nobody goes on showing what was read before it was made anew (<see cref="LedgerMark"/>).</summary>
    Task MarkAsync(CancellationToken cancellationToken);

    Task CommitAsync();
}

internal static class LedgerSessions
{
    public const string MakingOf = "select cast(value as integer) from setting where key = 'ledger-making'";

    public const string NoteMaking = "insert into setting (key, value) values ('ledger-making', cast(@making as text)) on conflict (key) do update set value = excluded.value";

    public const string Mark = "insert into setting (key, value) values ('ledger-made', @made) on conflict (key) do update set value = excluded.value";

    public static string NewMark() => Guid.CreateVersion7().ToString("N");

    public static async Task<ILedgerSession> BeginAsync(Database database, CancellationToken cancellationToken) =>
        database.Provider == DatabaseProvider.Sqlite
            ? new SqliteLedgerSession(database)
            : await PostgresLedgerSession.BeginAsync(database, cancellationToken).ConfigureAwait(false);

    public static async Task<LedgerState> StateAsync(DbCommand select, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = 0L;
        var line = new StringBuilder();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            line.Clear();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var text = reader.IsDBNull(i) ? null : TextOf(reader.GetValue(i));
                line.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? -1}:{text};");
            }
            hash.AppendData(Encoding.UTF8.GetBytes(line.ToString()));
            rows++;
        }
        return new LedgerState(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string TextOf(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        string[] texts => string.Join('\u001f', texts),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
