namespace Projects;

public sealed partial record Project
{
    private Project EvolveMilestones(Recorded recorded) => this;
}
