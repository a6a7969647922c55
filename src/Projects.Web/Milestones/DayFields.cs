using Projects.Web.Seats;

namespace Projects.Web.Milestones;

internal static class DayFields
{
    /// <summary>The day of a field that must have one; null when it is empty or no day, which the giving then says.</summary>
    public static DateOnly? Given(DateOnly? day, string field, Giving giving)
    {
        if (day is null)
            giving.Refuse(new InvalidFields(field, "请填写日期", "must be a day"));
        return day;
    }
}
