using Projects.Cli.Failures;
using Projects.Cli.Ledger;
using Projects.Cli.Sessions;

namespace Projects.Cli;

/// <summary>The whole command line: every verb, and the exit code of a run.</summary>
internal static class CommandLine
{
    private const string Description = """
        重大项目与问题台账  Major projects and the issue ledger of an industrial park.

        Exit codes:
          0    ok
          1    unexpected fault
          2    wrong usage or invalid input
          3    refused by the rules
          4    not signed in, or not permitted (separation of duties included)
          5    not found
          6    somebody changed it first
          7    server unavailable, too slow or too busy
          130  interrupted
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop)
    {
        var globals = new GlobalOptions(terminal, args.Any(arg => arg is "-h" or "--help" or "-?"));
        var parsed = Root(globals).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.GetValue(globals.Json))
        {
            new Complaint(ExitCodes.Usage, "USAGE", string.Join(' ', parsed.Errors.Select(error => error.Message)), [], [], null)
                .Write(terminal.Error, Language.Chinese, json: true);
            return ExitCodes.Usage;
        }
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, stop);
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
    }

    private static RootCommand Root(GlobalOptions globals)
    {
        var root = new RootCommand(Description);
        globals.AddTo(root);
        foreach (var command in SessionVerbs.All(globals))
            root.Add(command);
        foreach (var group in ContractVerbs.All(globals))
            root.Add(group);
        root.Add(LedgerVerbs.Command(globals));
        root.Add(Watch.Command(globals));
        root.Add(Evidence.EvidenceVerbs.Command(globals));
        root.Add(Workbooks.WorkbookVerbs.Command(globals));
        root.Add(Imports.ImportVerbs.Command(globals));
        return root;
    }
}
