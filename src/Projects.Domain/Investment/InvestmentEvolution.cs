namespace Projects;

public sealed partial record Project
{
    private Project EvolveInvestment(Recorded recorded) => this;
}
