namespace Projects.Storage.Tests;

internal static class TableRows
{
    /// <summary>All that a ledger table holds of a park, a line a row, in the order of the key.</summary>
    public static async Task<List<string>> RowsAsync(this Database database, LedgerTable table, ParkCode park)
    {
        await using var connection = TestDatabase.Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = table.SelectAll;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var cells = new object[reader.FieldCount];
            reader.GetValues(cells);
            if (cells[0].Equals(park.Value))
                rows.Add(string.Join(" | ", cells));
        }
        return rows;
    }
}
