namespace Projects.Cli.Failures;

/// <summary>What was typed cannot be sent: nothing went to the server.</summary>
internal sealed class UsageException(Said words) : Exception(words.English)
{
    public Said Words { get; } = words;
}
