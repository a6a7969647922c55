namespace Projects;

internal static class InvestmentRules
{
    public static Decision Decide(Matter matter, ProjectCommand command) => throw new NotSupportedException(command.GetType().Name);
}
