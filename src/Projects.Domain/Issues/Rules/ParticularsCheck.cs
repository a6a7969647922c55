using System.Collections.Immutable;

namespace Projects;

/// <summary>What an issue's particulars may say, complete or not.</summary>
internal static class ParticularsCheck
{
    private const int LongestTermDays = 3650;

    /// <summary>The particulars trimmed; faults are gathered in <paramref name="check"/>.</summary>
    public static IssueParticulars Particulars(this FieldCheck check, IssueParticulars said, Matter matter)
    {
        check.Known("grade", said.Grade);
        check.Known("kind", said.Kind);
        check.Known("root_cause", said.RootCause);
        check.Past("found_date", said.FoundOn, matter.Today);
        check.Person("leader", said.Leader, matter.Park);
        check.Person("responsible", said.Responsible, matter.Park);
        check.Unit("lead_unit", said.LeadUnit, matter.Park);
        check.Unit("acceptance_unit", said.AcceptanceUnit, matter.Park);
        check.Supporting(said, matter.Park);
        check.Term(said);
        return said with
        {
            Description = check.Text("description", said.Description, FieldCheck.LongText),
            Source = check.Optional("source", said.Source, FieldCheck.Line),
            Category = check.Optional("category", said.Category, FieldCheck.Line),
            Goal = check.Optional("goal", said.Goal, FieldCheck.Statement),
            Remark = check.Optional("remark", said.Remark, FieldCheck.Statement),
            Criteria = check.Texts("criteria", said.Criteria),
            Measures = check.Texts("measures", said.Measures),
        };
    }

    /// <summary>Category and source are terms of the park's lists, where it keeps any.</summary>
    /// <param name="present">What the draft says now and may go on saying; null for a new one, and for one to be registered.</param>
    public static void Listed(this FieldCheck check, IssueParticulars said, IssueParticulars? present, Park park)
    {
        check.Term("category", said.Category, present?.Category, Vocabulary.IssueCategory, park);
        check.Term("source", said.Source, present?.Source, Vocabulary.IssueSource, park);
    }

    public static void Person(this FieldCheck check, string field, PersonId? person, Park park) =>
        check.Require(person is not { } known || park.People.ContainsKey(known), field, "本园区没有此人", "is nobody of this park");

    /// <summary>People of the park, each once, at most <see cref="FieldCheck.Items"/>.</summary>
    public static void People(this FieldCheck check, string field, ImmutableArray<PersonId> people, Park park)
    {
        check.Require(people.Length <= FieldCheck.Items, field, $"不得超过{FieldCheck.Items}人", $"must not exceed {FieldCheck.Items}");
        check.Require(people.Distinct().Count() == people.Length, field, "人员重复", "names a person twice");
        foreach (var (place, person) in people.Take(FieldCheck.Items).Index())
            check.Person($"{field}[{place}]", person, park);
    }

    public static void Unit(this FieldCheck check, string field, UnitCode? unit, Park park) =>
        check.Require(unit is not { } known || park.Units.ContainsKey(known), field, "本园区没有此单位", "is no unit of this park");

    private static void Supporting(this FieldCheck check, IssueParticulars said, Park park)
    {
        check.Require(said.SupportingUnits.Length <= FieldCheck.Items, "supporting_units", $"不得超过{FieldCheck.Items}个", $"must not exceed {FieldCheck.Items}");
        check.Require(said.SupportingUnits.Distinct().Count() == said.SupportingUnits.Length, "supporting_units", "单位重复", "names a unit twice");
        check.Require(said.LeadUnit is not { } lead || !said.SupportingUnits.Contains(lead), "supporting_units", "牵头单位不得同时为配合单位", "must not name the lead unit");
        foreach (var unit in said.SupportingUnits)
            check.Unit("supporting_units", unit, park);
    }

    private static void Term(this FieldCheck check, IssueParticulars said)
    {
        check.Require(said.Due is null || said.DueIn is null, "due_in", "时限日期与时限天数只能填一个", "give either a day or a count of days");
        check.Require(said.DueIn is not { } count || count.Days is >= 1 and <= LongestTermDays, "due_in", $"须为1至{LongestTermDays}天", $"must be 1 to {LongestTermDays} days");
        check.Day("due_date", said.Due);
    }

    /// <summary>A day a plan can mean; a slip of the pen such as 20240 is none.</summary>
    public static void Day(this FieldCheck check, string field, DateOnly? day) =>
        check.Require(day is not { } known || known.Year is >= 1990 and <= 2100, field, "年份须在1990至2100之间", "must lie in the years 1990 to 2100");
}
