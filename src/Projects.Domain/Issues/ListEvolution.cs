namespace Projects;

public sealed partial record Project
{
    private Project EvolveLists(Recorded recorded) => this;
}
