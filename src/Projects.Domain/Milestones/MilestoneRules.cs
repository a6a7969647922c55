namespace Projects;

internal static class MilestoneRules
{
    public static Decision Decide(Matter matter, ProjectCommand command) => throw new NotSupportedException(command.GetType().Name);
}
