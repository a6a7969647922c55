namespace Projects;

public sealed partial record Project
{
    /// <summary>The project without its issues, to be shown: a page of a project is not a page of its ledger.</summary>
    public Project WithoutIssues() => this with { Issues = Issues.Clear() };
}
