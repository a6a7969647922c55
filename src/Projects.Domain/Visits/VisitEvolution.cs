namespace Projects;

public sealed partial record Project
{
    private Project EvolveVisits(VisitRecorded e, Recorded recorded)
    {
        var visits = Visits.SetItem(e.Visit, new Visit(e.Visit, e.Particulars, e.Issues, e.Corrects, e.Reason, CorrectedBy: null, recorded.By, recorded.Effective, recorded.Version));
        return e.Corrects is { } code && visits.TryGetValue(code, out var wrong)
            ? this with { Visits = visits.SetItem(code, wrong with { CorrectedBy = e.Visit, Version = recorded.Version }) }
            : this with { Visits = visits };
    }
}
