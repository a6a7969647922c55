using System.Collections.Immutable;

namespace Projects;

/// <summary>走访 (DOMAIN 3): who went where, what they saw, and the issues that came of it.</summary>
internal static class VisitRules
{
    /// <summary>Who records visits and meetings: those who keep the project, the heads of units, and the leaders.</summary>
    public static ImmutableArray<Role> Recorders { get; } =
        [Role.ProjectOfficer, Role.LedgerOffice, Role.UnitHead, Role.LedgerDirector, Role.DeputyLeader, Role.ChiefLeader];

    /// <summary>The capacity in which the actor records visits.</summary>
    public static Way MayRecord(Matter matter) => Way.InOneOf(matter, Recorders);

    public static Decision Record(Matter matter, RecordVisit command) => MayRecord(matter).Then(capacity => Record(matter, command, capacity));

    private static Decision Record(Matter matter, RecordVisit command, Capacity capacity)
    {
        var check = new FieldCheck();
        check.Id("visit", command.Visit.Value);
        var particulars = Checked(check, command.Particulars, matter);
        check.Require(command.Issues.Distinct().Count() == command.Issues.Length, "issues", "事项重复", "names an issue twice");
        check.Require(command.Issues.Length + command.Drafts.Length <= FieldCheck.Items, "issues", $"不得超过{FieldCheck.Items}项", $"must not exceed {FieldCheck.Items}");
        var reason = command.Corrects is null ? null : check.Reason("reason", command.Reason);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Project.Visits.TryGetValue(command.Visit, out var present))
            return IsThatOf(matter, command, particulars, reason, present) ? Matter.Already : Matter.No(new NameTaken("visit", command.Visit.Value));
        if (CorrectionObstacle(matter.Project, command.Corrects) is { } obstacle)
            return Matter.No(obstacle);
        if (command.Issues.FirstOrDefault(number => !matter.Project.Issues.ContainsKey(number)) is { Value: { } missing })
            return Matter.No(new NotFound("issue", missing));
        var drafted = Drafting.All(matter, capacity, command.Drafts, "drafts");
        return drafted.Refusal is { } refusal
            ? Matter.No(refusal)
            : matter.Yes(capacity, [.. drafted.Events, new VisitRecorded(command.Visit, particulars, [.. command.Issues, .. drafted.Numbers], command.Corrects, reason)]);
    }

    private static VisitParticulars Checked(FieldCheck check, VisitParticulars said, Matter matter)
    {
        check.Past("visit_date", said.On, matter.Today);
        check.Plausible("visit_date", said.On);
        check.People("visitors", said.Visitors, matter.Park);
        check.Require(!said.Visitors.IsEmpty, "visitors", "至少一名走访人员", "must name at least one visitor");
        var checkedOver = said with
        {
            Enterprise = check.Optional("enterprise", said.Enterprise, FieldCheck.Line),
            Place = check.Optional("place", said.Place, FieldCheck.Line),
            Seen = check.Text("seen", said.Seen, FieldCheck.LongText),
            Demands = check.Texts("demands", said.Demands),
        };
        check.Require(checkedOver is not { Enterprise: null, Place: null }, "place", "须写明企业或地点", "must name an enterprise or a place");
        return checkedOver;
    }

    private static Refusal? CorrectionObstacle(Project project, VisitCode? corrects)
    {
        if (corrects is not { } code)
            return null;
        if (!project.Visits.TryGetValue(code, out var wrong))
            return new NotFound("visit", code.Value);
        return wrong.CorrectedBy is { } by ? new CorrectedAlready("visit", code.Value, by.Value) : null;
    }

    private static bool IsThatOf(Matter matter, RecordVisit command, VisitParticulars particulars, string? reason, Visit present) =>
        present.Particulars.SaysTheSameAs(particulars) && (present.Corrects, present.Reason) == (command.Corrects, reason)
        && present.Issues.Length == command.Issues.Length + command.Drafts.Length
        && present.Issues.Take(command.Issues.Length).SequenceEqual(command.Issues)
        && Drafting.AreThose(matter, command.Drafts, present.Issues[command.Issues.Length..]);
}
