namespace Projects.Host.Gateway;

/// <summary>A visit, both ways.</summary>
internal static class VisitMessages
{
    public static V1.Visit Of(ProjectId project, Visit visit, Park park) => new()
    {
        Name = ResourceName.Of(project, visit.Code),
        VisitDate = visit.Particulars.On.ToWire(),
        Visitors = { visit.Particulars.Visitors.Select(person => ResourceName.Of(park.Code, person)) },
        Enterprise = visit.Particulars.Enterprise ?? "",
        Place = visit.Particulars.Place ?? "",
        Seen = visit.Particulars.Seen,
        Demands = { visit.Particulars.Demands },
        Issues = { visit.Issues.Select(number => ResourceName.Of(project, number)) },
        Corrects = visit.Corrects is { } wrong ? ResourceName.Of(project, wrong) : "",
        CorrectionReason = visit.Reason ?? "",
        CorrectedBy = visit.CorrectedBy is { } right ? ResourceName.Of(project, right) : "",
        By = Signatures.Of(visit.By, visit.RecordedOn, park),
    };

    public static RecordVisit ToCommand(this V1.CreateVisitRequest request, ProjectId project, WireFields fields)
    {
        var said = fields.Given(request.Visit, "visit");
        var particulars = new VisitParticulars(
            fields.RequiredDay(said.VisitDate, "visit.visit_date"),
            fields.People(said.Visitors, project.Park, "visit.visitors"),
            said.Enterprise,
            said.Place,
            said.Seen,
            [.. said.Demands]);
        return new(
            VisitCode.Of(fields.NewId(request.VisitId, "visit_id")),
            particulars,
            [.. said.Issues.Select((name, place) => fields.IssueOf(project, name, $"visit.issues[{place}]"))],
            [.. said.Drafts.Select((draft, place) => draft.ToDraft(project, fields, $"visit.drafts[{place}]"))],
            fields.VisitOf(project, said.Corrects, "visit.corrects"),
            said.CorrectionReason);
    }
}
