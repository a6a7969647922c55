namespace Projects.Cli;

/// <summary>Where a run reads and writes, so that a test can stand in a terminal's place.</summary>
/// <param name="CanAsk">A person sits at the keyboard: what is missing may be asked for.</param>
/// <param name="IsScreen">Output goes to a screen: boxes and colour; otherwise plain aligned text, nothing cut off.</param>
/// <param name="Variable">An environment variable, or null.</param>
internal sealed record Terminal(
    TextReader In, TextWriter Out, TextWriter Error, bool CanAsk, bool IsScreen, Func<string, string?> Variable, TimeProvider Clock)
{
    public static Terminal OfThisProcess() => new(
        Console.In, Console.Out, Console.Error, !Console.IsInputRedirected && !Console.IsErrorRedirected, !Console.IsOutputRedirected,
        Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>The variable when it says something: an empty one counts as not set.</summary>
    public string? Setting(string name) => Variable(name) is { Length: > 0 } value ? value : null;
}
