namespace Projects.Cli.Tests;

/// <summary>A terminal whose words are kept, with a folder of its own for the session.</summary>
internal sealed class ATerminal : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("projects-cli-").FullName;
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public Dictionary<string, string> Variables { get; } = [];

    public string SessionPath => Path.Combine(_folder, "projects", "session.json");

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public Terminal Terminal => new(TextReader.Null, _out, _error, CanAsk: false, IsScreen: false,
        name => name == "XDG_CONFIG_HOME" ? _folder : Variables.GetValueOrDefault(name), TimeProvider.System);

    public Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, Terminal, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
