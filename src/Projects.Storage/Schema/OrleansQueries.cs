using System.Data.Common;

namespace Projects.Storage;

/// <summary>The queries Orleans' ADO.NET providers look for in <c>OrleansQuery</c>. They cache them at start and fail late and
/// darkly when one is missing, so it is checked here first.</summary>
internal static class OrleansQueries
{
    private static readonly string[] Storage = ["ReadFromStorageKey", "WriteToStorageKey", "ClearStorageKey", "DeleteStorageKey"];

    private static readonly string[] Cluster =
    [
        "InsertMembershipVersionKey", "InsertMembershipKey", "UpdateMembershipKey", "UpdateIAmAlivetimeKey", "MembershipReadRowKey",
        "MembershipReadAllKey", "DeleteMembershipTableEntriesKey", "GatewaysQueryKey", "CleanupDefunctSiloEntriesKey",
        "UpsertReminderRowKey", "ReadReminderRowsKey", "ReadReminderRowKey", "ReadRangeRows1Key", "ReadRangeRows2Key",
        "DeleteReminderRowKey", "DeleteReminderRowsKey",
    ];

    /// <exception cref="SchemaException">A query is missing; each is named.</exception>
    public static async Task CheckAsync(DbConnection connection, DatabaseProvider provider, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select QueryKey from OrleansQuery";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var present = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            present.Add(reader.GetString(0));
        var needed = provider == DatabaseProvider.Sqlite ? Storage : [.. Storage, .. Cluster];
        var missing = needed.Where(key => !present.Contains(key)).ToList();
        if (missing.Count > 0)
            throw new SchemaException($"The table OrleansQuery lacks {string.Join(", ", missing)}; the cluster cannot start. Restore the rows of the schema step orleans.");
    }
}
