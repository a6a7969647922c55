using System.Collections.Immutable;

namespace Projects;

/// <summary>A sheet somebody sent in, as its cells say: nothing is judged yet.</summary>
public sealed record ReadTable(ImmutableArray<ReadRow> Rows)
{
    /// <summary>Rows among which a header is looked for: titles stand before it.</summary>
    private const int HeaderWithin = 20;

    /// <summary>The first row that names a column, and what stands below it; null when no row does.</summary>
    /// <param name="names">Whether words are the name of a column that must be there.</param>
    public (ReadRow Header, ImmutableArray<ReadRow> Below)? Below(Func<string, bool> names)
    {
        for (var at = 0; at < Math.Min(Rows.Length, HeaderWithin); at++)
            if (Rows[at].Cells.Values.Any(cell => names(cell.Words)))
                return (Rows[at], Rows[(at + 1)..]);
        return null;
    }
}

/// <param name="No">As the sheet numbers it, from 1.</param>
/// <param name="Cells">By column, from 0; an empty one is not there.</param>
public sealed record ReadRow(int No, ImmutableSortedDictionary<int, ReadCell> Cells);

public enum CellKind
{
    Words,

    /// <summary>A plain number; a day is one too, counted from the end of 1899.</summary>
    Number,

    /// <summary>What a formula came to, not what somebody wrote.</summary>
    Formula,

    /// <summary>#REF! and its like.</summary>
    Broken,
}

/// <param name="Words">Trimmed, line ends as <c>\n</c>.</param>
/// <param name="IsMerged">Part of a merged area; it has the words of the area's first cell.</param>
public sealed record ReadCell(string Words, CellKind Kind = CellKind.Words, bool IsMerged = false);
