using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Projects;

/// <summary>A sum of money as people and spreadsheets write it: 12300, 约5亿元, 3700万元左右.</summary>
internal static class CellMoney
{
    private const decimal YuanInWan = 10_000m;

    private static readonly Text Unreadable = new("读不懂这个数，应如 12300 或 约5亿元", "cannot be read; write it as 12300 or 约5亿元");
    private static readonly Text NoUnit = new("没有单位：请在栏名或数后写明万元或亿元", "has no unit: write 万元 or 亿元 in the heading or after the number");

    /// <param name="unit">Of numbers that say none themselves: 万元, 亿元 or 元; null when it is not known.</param>
    public static bool TryRead(ReadCell cell, string? unit, out Figure inWan, [NotNullWhen(false)] out Text? fault)
    {
        inWan = default;
        if (!Figure.TryParse(Written(cell), out var figure, out var said) || said is not ("" or "元"))
        {
            fault = Unreadable;
            return false;
        }
        // 5亿 says its unit as well as 5亿元 does.
        if (said.Length == 0 && cell.Words.AsSpan().IndexOfAny('万', '亿') >= 0)
            said = "元";
        if (said.Length == 0 && unit is null)
        {
            fault = NoUnit;
            return false;
        }
        var wan = (said.Length > 0 ? said : unit) switch { "亿元" => figure.Value * YuanInWan, "元" => figure.Value / YuanInWan, _ => figure.Value };
        fault = Figure.TryOf(wan, figure.Qualifier, out inWan) ? null : Unreadable;
        return fault is null;
    }

    // A program writes 12300.1 as 12300.100000000001 and large numbers as 1.2E+15; it shows fifteen digits, and those are meant.
    private static string Written(ReadCell cell) =>
        cell.Kind is not CellKind.Words && double.TryParse(cell.Words, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) is < 1e15 and (0 or > 1e-9)
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : cell.Words;
}
