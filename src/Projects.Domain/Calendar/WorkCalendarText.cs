using System.Globalization;

namespace Projects;

/// <summary>Reads a calendar's data file; each fault is told with its line.</summary>
internal sealed class WorkCalendarText
{
    private readonly Dictionary<int, int> holidayLines = [];
    private readonly HashSet<DateOnly> holidays = [];
    private readonly HashSet<DateOnly> makeUpDays = [];
    private string? version;
    private int line;

    private WorkCalendarText() { }

    internal static WorkCalendar Read(string data)
    {
        var text = new WorkCalendarText();
        foreach (var content in data.Split('\n'))
        {
            text.line++;
            if (content.Trim() is { Length: > 0 } words && words[0] != '#') text.Take(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return text.Finish();
    }

    private void Take(string[] words)
    {
        switch (words)
        {
            case ["version", var name]:
                if (version is not null) throw Fault("the version is given twice");
                version = name;
                break;
            case [var year, "holidays", .. var days]:
                var known = Year(year);
                if (!holidayLines.TryAdd(known, line)) throw Fault($"the holidays of {known} stand already in line {holidayLines[known]}");
                foreach (var day in days.SelectMany(word => Days(known, word))) AddHoliday(day);
                break;
            case [var year, "make-up", .. var days]:
                foreach (var day in days.SelectMany(word => Days(Year(year), word))) AddMakeUpDay(day);
                break;
            default:
                throw Fault("expected 'version NAME', 'YEAR holidays DAYS' or 'YEAR make-up DAYS'");
        }
    }

    private void AddHoliday(DateOnly day)
    {
        if (!holidays.Add(day)) throw Fault($"{Iso(day)} is given twice");
    }

    private void AddMakeUpDay(DateOnly day)
    {
        if (!holidayLines.ContainsKey(day.Year)) throw Fault($"the make-up days of {day.Year} stand before its holidays");
        if (!WorkCalendar.IsWeekend(day)) throw Fault($"{Iso(day)} is no weekend day, so nothing is made up on it");
        if (holidays.Contains(day)) throw Fault($"{Iso(day)} is a holiday and a make-up day");
        if (!makeUpDays.Add(day)) throw Fault($"{Iso(day)} is given twice");
    }

    private WorkCalendar Finish()
    {
        if (version is null) throw Fault("no line gives the version");
        if (holidayLines.Count == 0) throw Fault("no line gives a year's holidays");
        var (first, last) = (holidayLines.Keys.Min(), holidayLines.Keys.Max());
        for (var year = first; year <= last; year++)
        {
            if (!holidayLines.ContainsKey(year)) throw Fault($"{year} is missing between {first} and {last}");
        }
        return new(version, first, last, holidays, makeUpDays);
    }

    private int Year(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 9998
            ? year
            : throw Fault($"'{word}' is no year");

    // 10-01 or 10-01..10-07, both ends included.
    private IEnumerable<DateOnly> Days(int year, string word)
    {
        var ends = word.Split("..");
        if (ends.Length > 2) throw Fault($"'{word}' is neither a day nor a range of days");
        var (from, to) = (Day(year, ends[0]), Day(year, ends[^1]));
        if (to < from) throw Fault($"'{word}' ends before it begins");
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }

    private DateOnly Day(int year, string word) =>
        DateOnly.TryParseExact($"{year}-{word}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault($"'{word}' is no day (MM-dd) of {year}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private FormatException Fault(string what) => new($"Calendar line {line}: {what}.");
}
