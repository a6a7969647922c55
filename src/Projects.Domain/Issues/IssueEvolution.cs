namespace Projects;

public sealed partial record Project
{
    private Project EvolveIssues(Recorded recorded) => this;
}
