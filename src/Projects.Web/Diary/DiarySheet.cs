using System.Collections.Immutable;
using Projects.Web.Issues;

namespace Projects.Web.Diary;

/// <summary>The form of a dated record, 走访 or 调度会: what it says, and below it, row by row, what came of it.</summary>
/// <param name="RowTitle">Of the first row, the second …; counted from 1.</param>
/// <param name="Row">The fields of a row by its place, counted from 0: <c>drafts[0].list</c>.</param>
/// <param name="Command">Made of the rows at these places; asked only once nothing is <see cref="Missing"/>.</param>
public sealed record DiarySheet(
    ImmutableArray<SheetField> Fields,
    Text Rows,
    Func<int, Text> RowTitle,
    Func<int, ImmutableArray<SheetField>> Row,
    Func<Filled, ImmutableArray<int>, ProjectCommand> Command)
{
    /// <summary>Rows no field of which was filled in say nothing, wherever they stand.</summary>
    public ImmutableArray<int> Said(Filled filled, int rows) => [.. Enumerable.Range(0, rows).Where(place => Row(place).Any(field => filled[field.Name].Trim().Length > 0))];

    /// <summary>What the command cannot be made without, or cannot be made of; null when it can.</summary>
    public Refusal? Missing(Filled filled, ImmutableArray<int> said)
    {
        var faults = ImmutableArray.CreateBuilder<FieldFault>();
        foreach (var field in Fields.Concat(said.SelectMany(place => Row(place))))
            if (field.FaultIn(filled) is { } fault)
                faults.Add(new(field.Name, fault));
        return faults.Count == 0 ? null : new InvalidFields(faults.ToImmutable());
    }

    /// <summary>The refusal with its faults named by the rows of the form: the command knew only those that were filled in.</summary>
    public Refusal InRows(Refusal refusal, ImmutableArray<int> said)
    {
        if (refusal is not InvalidFields invalid || said.SequenceEqual(Enumerable.Range(0, said.Length)))
            return refusal;
        var names = said.Index().SelectMany(at => Row(at.Index).Zip(Row(at.Item)).Select(pair => (Sent: pair.First.Name, Shown: pair.Second.Name))).ToDictionary(pair => pair.Sent, pair => pair.Shown);
        return new InvalidFields([.. invalid.Faults.Select(fault => fault with { Field = names.GetValueOrDefault(fault.Field, fault.Field) })]);
    }

    /// <summary>Whether the form says the same in both.</summary>
    public bool AreSame(Filled one, Filled other, int rows) => Fields.Concat(Enumerable.Range(0, rows).SelectMany(place => Row(place)))
        .All(field => field is ManyField many ? one.Ticked(many).SequenceEqual(other.Ticked(many)) : one[field.Name] == other[field.Name]);
}
