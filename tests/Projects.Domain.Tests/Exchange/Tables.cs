using System.Collections.Immutable;

namespace Projects.Domain.Tests.Exchange;

/// <summary>Tables as they are read from a sheet, and a park to read them against.</summary>
internal static class Tables
{
    public static ProjectCode Lithium { get; } = ProjectCode.Of("lithium");

    public static Park Park { get; } = Park.Unknown(ParkCode.Of("demo")) with
    {
        Units = Park.Unknown(default).Units.Add(UnitCode.Of("planning"), new(UnitCode.Of("planning"), "规划建设局", null)),
        People = Park.Unknown(default).People.Add(PersonId.Of("deputy"), new(PersonId.Of("deputy"), "张三")),
        Labels = Labels.Platform with { ProjectKinds = Labels.Platform.ProjectKinds.Add(ProjectKind.Retrofit, new Label("技改扩能")) },
    };

    public static ImportGround Ground(params Project[] cards) => new(
        Park, [(Lithium, "磷酸铁锂"), (ProjectCode.Of("one"), "同名"), (ProjectCode.Of("two"), "同名")]) { Cards = cards.ToDictionary(card => card.Id.Code) };

    public static ReturnedSheet Read(ImportKind kind, ReadTable table, params Project[] cards) => ImportSheet.Of(table, kind.Columns, out var fault) is { } sheet
        ? kind.Read(sheet, Ground(cards), null)
        : ReturnedSheet.Whole(fault!);

    /// <summary>Rows of words, the header first; numbered from 1.</summary>
    public static ReadTable Of(params string[] rows) => new([.. rows.Select((row, at) => Row(at + 1, [.. row.Split('|').Select(words => new ReadCell(words.Trim()))]))]);

    public static ReadRow Row(int no, params ReadCell[] cells) =>
        new(no, cells.Select((cell, at) => (cell, at)).Where(each => each.cell.Words.Length > 0).ToImmutableSortedDictionary(each => each.at, each => each.cell));

    public static IEnumerable<(int Row, string Column, string Value, string Reason)> Faults(ReturnedSheet read) =>
        read.Faults.OrderBy(fault => fault.Row).Select(fault => (fault.Row, fault.Column, fault.Value, fault.Reason.Zh));
}
