namespace Projects;

internal static class ListRules
{
    public static Decision Decide(Matter matter, ListCommand command) => throw new NotSupportedException(command.GetType().Name);
}
