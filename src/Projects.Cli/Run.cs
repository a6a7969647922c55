using Projects.Cli.Failures;
using Projects.Cli.Sessions;
using Projects.Cli.Show;
using Projects.Cli.Wire;

namespace Projects.Cli;

/// <summary>One run of one verb: how it reaches the server and how it shows what comes back.</summary>
internal sealed class Run(Terminal terminal, Language language, bool json, string server, string? token, string? park) : IDisposable
{
    private string? _park = park;
    private bool _clockShown;
    private Connection? _connection;

    public Terminal Terminal { get; } = terminal;

    public Language Language { get; } = language;

    public bool Json { get; } = json;

    public string Server { get; } = server;

    /// <summary>Null when nobody is signed in.</summary>
    public string? Token { get; } = token;

    public Connection Connection => _connection ??= Connect(Token);

    public Connection Connect(string? token) => new(Server, token, Language, Terminal.Clock, SeeClock);

    /// <summary>The park the verb speaks of: --park, the session's own, or asked of the server for a token from the environment.</summary>
    /// <exception cref="NotSignedInException">There is neither.</exception>
    public async Task<string?> ParkAsync(CancellationToken stop)
    {
        if (_park is null && Token is null)
            throw new NotSignedInException();
        _park ??= (await Connection.AskAsync<Session>(SessionVerbs.Method("GetCurrentSession"), new GetCurrentSessionRequest(), stop)).Park;
        return _park;
    }

    /// <summary>How answers of this kind are read: in the park's own labels where they hold words it may have some for. Asked first, so that whatever a verb did is shown.</summary>
    public async Task<Wording> WordingAsync(MessageDescriptor answer, CancellationToken stop)
    {
        if (Json || !Wording.Matters(answer))
            return new(Language, []);
        var name = new ResourceNames(await ParkAsync(stop), null).Expand("projects.v1/Park", null);
        return new(Language, (await Connection.AskAsync<Park>(ContractVerbs.Method("ParkService", "GetPark"), new GetParkRequest { Name = name }, stop)).Labels);
    }

    /// <summary>A reply that holds no word a park may label.</summary>
    public void Show(IMessage reply) => Show(reply, new(Language, []));

    /// <summary>A reply as one JSON document a line, or as tables.</summary>
    public void Show(IMessage reply, Wording wording)
    {
        if (Json)
            Terminal.Out.WriteLine(JsonFormatter.Default.Format(reply));
        else
            SheetWriter.Write(Terminal, Sheets.Of(reply, wording));
    }

    public void Say(Said words)
    {
        if (!Json)
            Terminal.Out.WriteLine(words.In(Language));
    }

    public void Dispose() => _connection?.Dispose();

    /// <summary>A sample's clock is no secret: said once a run, on stderr.</summary>
    private void SeeClock(string clock)
    {
        if (_clockShown || Json || !clock.StartsWith("sample", StringComparison.Ordinal))
            return;
        _clockShown = true;
        var now = DateTimeOffset.TryParse(clock.Split("now=")[^1], CultureInfo.InvariantCulture, out var instant)
            ? instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : clock;
        Terminal.Error.WriteLine(new Said($"示例数据，示例时钟现为 {now}。", $"Sample data; the sample's own clock shows {now}.").In(Language));
    }
}
