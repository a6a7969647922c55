using System.Collections.Immutable;

namespace Projects;

/// <summary>A sheet as it came back: what it orders, row by row, and what in it cannot be read.</summary>
/// <param name="Rows">Those that order something and can be read, in the order in which they are given; an untouched row orders nothing.</param>
/// <param name="Untouched">How many rows have nothing filled in.</param>
/// <param name="Unknown">Titles of columns nobody asked for, which are passed over.</param>
public sealed record ReturnedSheet(ImmutableArray<ReturnedRow> Rows, ImmutableArray<RowFault> Faults, int Untouched, ImmutableArray<string> Unknown)
{
    /// <summary>The sheet it was read from, where it is known which column holds which field; else null.</summary>
    public ImportSheet? Sheet { get; init; }

    /// <summary>It is not read at all.</summary>
    public static ReturnedSheet Whole(Text reason) => new([], [new RowFault(0, "", "", reason)], 0, []);
}

/// <param name="Row">As the sheet numbers it.</param>
/// <param name="Number">Null when it is no issue the row is about, but the project.</param>
/// <param name="Version">Of the issue's record, as the sheet knew it; null for what is not there yet.</param>
/// <param name="On">The day it is said to have happened; null for the day it is taken.</param>
public sealed record ReturnedRow(int Row, ProjectCode Project, IssueNumber? Number, long? Version, DateOnly? On, ImmutableArray<ReturnedOrder> Orders)
{
    /// <summary>By what the row is called.</summary>
    public string Subject => Number?.Value ?? Project.Value;
}

/// <summary>One order of a row.</summary>
/// <param name="Key">Which of the row's orders: with the sheet's digest and the row it makes the request id.</param>
/// <param name="Column">The title of the column it was read from.</param>
public sealed record ReturnedOrder(string Key, Text Column, string Value, ProjectCommand Command);
