namespace Projects;

public sealed partial record Project
{
    /// <summary>The project without its issues, visits and meetings, to be shown: a page of a project is not a page of its ledgers.</summary>
    public Project AsCard() => this with { Issues = Issues.Clear(), Visits = Visits.Clear(), Meetings = Meetings.Clear() };
}
