namespace Projects.Cli.Show;

/// <summary>A table to be shown: every row has a cell for every column. A sheet without columns is a line of words: its title.</summary>
internal sealed record Sheet(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static Sheet Line(string words) => new(words, [], []);
}
