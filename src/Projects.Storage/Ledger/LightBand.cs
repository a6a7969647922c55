using System.Collections.Immutable;

namespace Projects.Storage;

/// <summary>
/// One light as a condition over stored dates, so that nothing in the table depends on the day. The bands are disjoint and cover
/// every issue; <see cref="IssueLight"/> says the same, and a test holds the two together.
/// </summary>
internal sealed record LightBand(Light? Light, string Condition)
{
    public static ImmutableArray<LightBand> InOrder { get; } =
    [
        new(Projects.Light.Red, "i.is_open and i.due_order < @day"),
        new(Projects.Light.Yellow, "i.is_open and i.due_order >= @day and i.due_order <= @yellow_through"),
        new(Projects.Light.Green, "i.in_books and (not i.is_open or i.due_order > @yellow_through)"),
        new(null, "not i.in_books"),
    ];

    /// <summary>The name of the light, null for none; over the columns of <c>i</c>.</summary>
    public static string Case { get; } = $"case {string.Concat(InOrder.Where(band => band.Light is not null).Select(band => $"when {band.Condition} then '{band.Light}' "))}end";

    public static LightBand Of(in IssueFacts issue, LightDays days)
    {
        var due = issue.CurrentDue ?? DateOnly.MaxValue;
        return InOrder[!issue.State.IsInBooks() ? 3 : !issue.IsOpen || due > days.YellowThrough ? 2 : due >= days.Day ? 1 : 0];
    }

    /// <summary>A set of lights as one condition; a constant for each of the eight sets.</summary>
    public static string AnyOf(ImmutableArray<Light> lights) =>
        $"({string.Join(" or ", InOrder.Where(band => band.Light is { } light && lights.Contains(light)).Select(band => $"({band.Condition})"))})";
}
