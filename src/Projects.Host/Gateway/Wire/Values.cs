using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>The small values every slice speaks in, from the domain to the wire. What is not stated stays absent.</summary>
internal static class Values
{
    public static Date ToWire(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static Date? ToWire(this DateOnly? day) => day?.ToWire();

    public static Timestamp ToWire(this DateTimeOffset instant) => Timestamp.FromDateTimeOffset(instant);

    /// <summary>False for a date that is partial or impossible, such as 2024-02-30.</summary>
    public static bool TryDay(Date date, out DateOnly day)
    {
        day = default;
        if (date.Year is < 1 or > 9999 || date.Month is < 1 or > 12 || date.Day < 1 || date.Day > DateTime.DaysInMonth(date.Year, date.Month))
            return false;
        day = new DateOnly(date.Year, date.Month, date.Day);
        return true;
    }

    public static V1.Figure ToWire(this Figure figure, Language language) =>
        new() { Value = ToWire(figure.Value), Qualifier = figure.Qualifier.ToWire(), Shown = figure.Show(language) };

    public static V1.Interval ToWire(this Interval interval)
    {
        var wire = new V1.Interval { Lower = ToWire(interval.Lower) };
        if (interval.Upper is { } upper)
            wire.Upper = ToWire(upper);
        return wire;
    }

    public static V1.Rate ToWire(this Rate rate, Language language) =>
        new() { Numerator = rate.Numerator.ToWire(), Denominator = rate.Denominator.ToWire(), Shown = rate.Percent(language) };

    public static V1.Quantity ToWire(this Quantity quantity) => new() { Value = ToWire(quantity.Value), Unit = quantity.Unit };

    public static V1.DayCount ToWire(this DayCount length) => new() { Days = length.Days, Basis = length.Basis.ToWire() };

    public static V1.DueDate ToWire(this DueDate due) =>
        new() { Date = due.Date.ToWire(), Basis = due.Basis.ToWire(), CalendarVersion = due.CalendarVersion ?? "", Provisional = due.Provisional };

    /// <summary>A decimal without the zeros that only its arithmetic left: 12.5 for 12.50.</summary>
    public static string ToWire(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
