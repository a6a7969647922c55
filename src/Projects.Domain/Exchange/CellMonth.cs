using System.Globalization;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>A month as people and spreadsheets write it.</summary>
internal static partial class CellMonth
{
    public static Text NoMonth { get; } = new("不是年月，应写作 2024-01", "is no month; write it as 2024-01");

    /// <summary>2024-01, 2024/1, 2024年1月, 202401, or any day of it.</summary>
    public static bool TryRead(ReadCell cell, out Month month)
    {
        if (Written().Match(cell.Words) is { Success: true } said)
        {
            month = new(int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(said.Groups[2].Value, CultureInfo.InvariantCulture));
            return month.Number is >= 1 and <= 12;
        }
        var isDay = CellDay.TryRead(cell, out var day, out _);
        month = isDay ? Month.Of(day) : default;
        return isDay;
    }

    [GeneratedRegex(@"^([12]\d{3})(?:[-/.年]|(?=\d{2}\z))(\d{1,2})月?份?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
