namespace Projects.Host.Verbs;

/// <summary>What a verb tells the script that ran it (deploy/README.md). 2 is not used: shells mean their own errors by it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, or the world broke; what was said on standard error tells which.</summary>
    public const int Failed = 1;

    /// <summary>The journal or the evidence is not what was once recorded.</summary>
    public const int Corrupt = 3;

    /// <summary>The ledger is not what the journal says; <c>rebuild --replace</c> mends it.</summary>
    public const int Differs = 4;
}
