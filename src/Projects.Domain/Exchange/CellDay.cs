using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>A day as people and spreadsheets write it.</summary>
internal static partial class CellDay
{
    /// <summary>The day 0 of spreadsheets: they count a 29 February 1900 that never was, so that this holds from March 1900 on.</summary>
    private static readonly DateOnly Zero = new(1899, 12, 30);

    private const int FirstSerial = 61, LastSerial = 73_050; // 1900-03-01, 2099-12-31

    private static readonly Text NoDay = new("不是日期，应写作 2024-01-31", "is no day; write it as 2024-01-31");
    private static readonly Text NoSuchDay = new("没有这一天", "is a day that does not exist");

    /// <summary>2024-01-31, 2024/1/31, 2024.1.31, 2024年1月31日, 20240131, with a time of day or without, or a spreadsheet's number of the day.</summary>
    public static bool TryRead(ReadCell cell, out DateOnly day, [NotNullWhen(false)] out Text? fault)
    {
        (day, fault) = (default, null);
        if (Written().Match(cell.Words) is { Success: true } said)
        {
            if (DateOnly.TryParseExact($"{said.Groups[1].Value}-{said.Groups[2].Value}-{said.Groups[3].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
                return true;
            fault = NoSuchDay;
            return false;
        }
        if (decimal.TryParse(cell.Words, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and < LastSerial + 1)
        {
            day = Zero.AddDays((int)serial);
            return true;
        }
        fault = NoDay;
        return false;
    }

    [GeneratedRegex(@"^([12]\d{3})(?:[-/.年]|(?=\d{4}\z))(\d{1,2})(?:[-/.月]|(?=\d{2}\z))(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
