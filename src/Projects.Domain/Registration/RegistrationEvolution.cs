namespace Projects;

public sealed partial record Project
{
    private Project EvolveRegistration(Recorded recorded) => this;
}
