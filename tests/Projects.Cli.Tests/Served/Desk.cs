using System.Diagnostics;
using System.Text.Json;
using Projects.Tests;

namespace Projects.Cli.Tests.Served;

/// <summary>A real server with the sample parks, and a desk for everyone who works with it through the real command line, each with a session of their own.</summary>
public sealed class Desk : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("projects-desk-").FullName;

    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(Path.Combine(folder, "data"));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A file of this content on the desk.</summary>
    public string Paper(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Signs a sample person of Panzhihua in with the password of sample-people.json.</summary>
    public async Task SignInAsync(string person)
    {
        var people = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Server.Data, "sample-people.json"))).RootElement.EnumerateArray();
        var password = people.Single(each => each.GetProperty("login").GetString() == $"panzhihua.{person}").GetProperty("password").GetString()!;
        var signedIn = await RunWithAsync(person, password, new Dictionary<string, string>(), "sign-in", "--login", $"panzhihua.{person}", "--password-stdin", "--json");
        Assert.True(signedIn.ExitCode == 0, $"Phase: sign in as {person}. Expected: exit 0. Seen: {signedIn.ExitCode} {signedIn.Error}");
    }

    /// <summary>One run in the name of who signed in at this person's desk.</summary>
    public Task<Done> RunAsync(string person, params string[] arguments) => RunWithAsync(person, "", new Dictionary<string, string>(), arguments);

    /// <param name="typed">What comes on its standard input.</param>
    /// <param name="settings">Environment variables of this run.</param>
    public async Task<Done> RunWithAsync(string person, string typed, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(ProgramPath(), arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(folder, "sessions", person);
        start.Environment["PROJECTS_SERVER"] = Server.Grpc.ToString();
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteLineAsync(typed);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new InvalidOperationException($"Phase: projects {string.Join(' ', arguments)}. Expected: its end within {Patience}. Seen:\n{await said}\n{await complained}");
        }
        return new(process.ExitCode, await said, await complained);
    }

    /// <summary>The command line built with the same configuration as these tests.</summary>
    private static string ProgramPath()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "Projects.Cli", "bin", here.Parent.Name, here.Name, "projects");
    }
}

/// <summary>A run that has ended.</summary>
public sealed record Done(int ExitCode, string Out, string Error)
{
    /// <summary>Its one JSON document; the run must have succeeded.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.True(ExitCode == 0, $"exit {ExitCode}: {Error}");
            return JsonDocument.Parse(Out).RootElement;
        }
    }

    /// <summary>The exit code and the stable reason of a refusal told with --json.</summary>
    public (int ExitCode, string? Reason) Refusal =>
        ExitCode == 0 ? (0, null) : (ExitCode, JsonDocument.Parse(Error).RootElement.GetProperty("reason").GetString());
}
