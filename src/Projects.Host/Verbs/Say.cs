namespace Projects.Host.Verbs;

/// <summary>What a verb tells the person who ran it; logs go elsewhere.</summary>
internal static class Say
{
    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>Says what is wrong, one line each, and gives the exit code 1.</summary>
    public static int Fail(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        return 1;
    }
}
