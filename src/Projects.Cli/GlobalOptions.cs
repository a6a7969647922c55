using Projects.Cli.Failures;
using Projects.Cli.Sessions;
using Projects.Cli.Wire;

namespace Projects.Cli;

/// <summary>What every verb takes, and how each run starts and fails.</summary>
/// <param name="explains">Help was asked for: read the contract's comments.</param>
internal sealed class GlobalOptions(Terminal terminal, bool explains)
{
    public const string DefaultServer = "http://127.0.0.1:5081";

    public Option<string?> Server { get; } = new("--server") { Recursive = true, Description = $"服务器  the server (PROJECTS_SERVER; {DefaultServer})" };

    public Option<string?> Park { get; } = new("--park") { Recursive = true, Description = "园区编码  the park's code (PROJECTS_PARK)" };

    public Option<string?> Lang { get; } = new("--lang") { Recursive = true, Description = "zh | en (PROJECTS_LANG; zh)", HelpName = "zh|en" };

    public Option<bool> Json { get; } = new("--json") { Recursive = true, Description = "JSON，流为每行一条；错误在 stderr  JSON, a line each in a stream; errors on stderr" };

    public string ExplainedBy(FieldDescriptor field) => explains ? ContractComments.On(field) : "";

    public void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { Server, Park, Lang, Json })
            root.Add(option);
    }

    /// <summary>Runs a verb's work and turns whatever goes wrong into words and an exit code.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<Run, Task> work)
    {
        var json = parsed.GetValue(Json);
        var language = Language.Chinese;
        try
        {
            var stored = SessionFile.Of(terminal).Read();
            language = LanguageOf(parsed.GetValue(Lang) ?? terminal.Setting("PROJECTS_LANG") ?? stored?.Language ?? "zh");
            using var run = Start(parsed, stored, language, json);
            await work(run);
            return ExitCodes.Ok;
        }
        catch (Exception failure)
        {
            var complaint = Complaint.Of(failure, language);
            complaint.Write(terminal.Error, language, json);
            return complaint.ExitCode;
        }
    }

    /// <summary>A stored token goes to the server that gave it and to no other.</summary>
    private Run Start(ParseResult parsed, StoredSession? stored, Language language, bool json)
    {
        var server = parsed.GetValue(Server) ?? terminal.Setting("PROJECTS_SERVER") ?? stored?.Server ?? DefaultServer;
        var own = stored is not null && stored.Server == server && terminal.Setting("PROJECTS_TOKEN") is null;
        var token = terminal.Setting("PROJECTS_TOKEN") ?? (own ? stored!.Token : null);
        var park = parsed.GetValue(Park) ?? terminal.Setting("PROJECTS_PARK") ?? (own ? stored!.Park : null);
        return new Run(terminal, language, json, server, token, park);
    }

    private static Language LanguageOf(string tag) => tag.ToLowerInvariant() switch
    {
        "zh" or "zh-cn" => Language.Chinese,
        "en" => Language.English,
        _ => throw new UsageException(new($"--lang 只能是 zh 或 en，不是“{tag}”。", $"--lang is zh or en, not '{tag}'.")),
    };
}
