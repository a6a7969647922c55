namespace Projects;

internal static class IssueRules
{
    public static Decision Decide(Matter matter, ProjectCommand command) => throw new NotSupportedException(command.GetType().Name);
}
