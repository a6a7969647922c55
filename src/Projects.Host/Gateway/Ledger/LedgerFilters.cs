using Projects.Storage;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>The ledger's filter and order, from the wire to the domain.</summary>
internal static class LedgerFilters
{
    private const int LongestText = 100;

    public static IssueFilter ToDomain(this V1.LedgerFilter filter, ParkCode park, WireFields fields)
    {
        if (filter.Text.Length > LongestText)
            fields.Fault("filter.text", $"不得超过{LongestText}字", $"must not exceed {LongestText} characters");
        var project = filter.Project.Length == 0 ? default : fields.ProjectName(filter.Project, "filter.project");
        var (owner, list) = filter.List.Length == 0 ? default : fields.ListName(filter.List, "filter.list");
        foreach (var named in new[] { project, owner })
            if (named != default && named.Park != park)
                fields.Fault("filter", "须属于同一园区", "must name things of the same park");
        if (project != default && owner != default && owner != project)
            fields.Fault("filter.list", "须属于同一项目", "must belong to the same project");
        return new IssueFilter(
            Project: project != default ? project.Code : owner != default ? owner.Code : null,
            List: owner != default ? list : null,
            Tiers: [.. filter.Tiers.Select((tier, place) => fields.RequiredMember<Tier>((int)tier, $"filter.tiers[{place}]"))],
            States: [.. filter.States.Select((state, place) => fields.RequiredMember<IssueState>((int)state, $"filter.states[{place}]"))],
            Lights: [.. filter.Lights.Select((light, place) => fields.Lit(light, $"filter.lights[{place}]"))],
            Grades: [.. filter.Grades.Select((grade, place) => fields.RequiredMember<Grade>((int)grade, $"filter.grades[{place}]"))],
            Unit: fields.Unit(filter.Unit, park, "filter.unit"),
            Leader: fields.Person(filter.Leader, park, "filter.leader"),
            Overdue: filter.HasOverdue ? filter.Overdue : null,
            Text: filter.Text.Length == 0 ? null : filter.Text)
        {
            Registered = Span("registered", filter.RegisteredFromDate, filter.RegisteredToDate),
            Closed = Span("closed", filter.ClosedFromDate, filter.ClosedToDate),
        };

        DaySpan? Span(string what, Date? from, Date? until)
        {
            var (first, last) = (fields.Day(from, $"filter.{what}_from_date"), fields.Day(until, $"filter.{what}_to_date"));
            if (first > last)
                fields.Fault($"filter.{what}_to_date", "不得早于起始日", "must not be before the first day");
            return first is null && last is null ? null : new DaySpan(first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue);
        }
    }

    /// <summary>due, number or light, with <c> desc</c> for the reverse; due when not said.</summary>
    public static (IssueOrder Order, bool Descending) OrderOf(string orderBy, WireFields fields)
    {
        var words = orderBy.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IssueOrder? order = words switch
        {
            [] or ["due", ..] => IssueOrder.Due,
            ["number", ..] => IssueOrder.Number,
            ["light", ..] => IssueOrder.Light,
            _ => null,
        };
        if (order is null || words is not ([] or [_] or [_, "desc"]))
            fields.Fault("order_by", "须为 due、number 或 light，可加 desc", "must be due, number or light, with desc for the reverse");
        return (order ?? IssueOrder.Due, words is [_, "desc"]);
    }

    private static Light Lit(this WireFields fields, V1.Light light, string field)
    {
        if (light is V1.Light.Green or V1.Light.Yellow or V1.Light.Red)
            return (Light)(light - 2);
        fields.Fault(field, "须为绿、黄或红", "must be green, yellow or red");
        return default;
    }
}
