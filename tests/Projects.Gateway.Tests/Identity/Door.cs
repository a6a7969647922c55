using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Projects.Host.Gateway;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

/// <summary>The server's door without the house behind it: identity and rate limits on a database of its own, at a time the test sets.</summary>
public sealed class Door : IAsyncDisposable
{
    public const string Login = "panzhihua.officer-a";
    public const string Password = "correct horse battery";
    public static readonly ParkCode Park = new("panzhihua");
    public static readonly PersonId Person = new("officer-a");

    private readonly string folder = Directory.CreateTempSubdirectory("projects-door-").FullName;
    private readonly WebApplication app;
    private GrpcChannel? channel;

    private Door(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddKeyedSingleton<TimeProvider>(WallClock.Key, Clock);
        builder.Services.AddProjectsStorage(Database.SqliteFile(Path.Combine(folder, "projects.db")));
        builder.Services.AddIdentity();
        // Last uses are written when the test says so.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SessionUpkeep)));
        builder.Services.AddGatewayRateLimits();
        builder.Services.AddGrpc();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        app = builder.Build();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapGet("/v1/whoami", (HttpContext request) => request.User.ToCaller().ToString());
        app.MapPost("/v1/change", () => "changed");
        app.MapGet("/health", () => "well").AllowAnonymous();
        app.MapPost("/v1/guess", () => "guessed").AllowAnonymous().RequireRateLimiting(SignIn.RateLimit);
        app.MapGrpcService<EmptyHouse>();
    }

    public SetClock Clock { get; } = new();
    public HttpClient Http { get; private set; } = null!;
    public string Folder => folder;

    /// <param name="settings">Beside the defaults, such as <c>("Projects:RateLimits:PerPrincipal", "3")</c>.</param>
    public static async Task<Door> OpenAsync(params (string Key, string Value)[] settings)
    {
        var door = new Door(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        await door.Get<SchemaMigrator>().ApplyAsync(CancellationToken.None);
        await door.app.StartAsync();
        var addresses = door.app.Urls.ToArray();
        door.Http = new HttpClient { BaseAddress = new Uri(addresses[0]) };
        door.channel = GrpcChannel.ForAddress(addresses[1]);
        return door;
    }

    /// <summary>A door with one account, <see cref="Login"/>.</summary>
    public static async Task<Door> WithAccountAsync(params (string Key, string Value)[] settings)
    {
        var door = await OpenAsync(settings);
        await door.AddAccountAsync(Login, Person, Password);
        return door;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public V1.SessionService.SessionServiceClient Sessions => new(channel);

    public async Task AddAccountAsync(string login, PersonId person, string? password) => Assert.True(await Get<Accounts>().AddAsync(
        new Account(login, Park, person, password is null ? null : Get<Passwords>().Hash(password), Sample: false, Clock.GetUtcNow()),
        CancellationToken.None));

    internal Task<SignInOutcome> TryAsync(string password, string login = Login, string address = "10.0.0.7") =>
        Get<SignIn>().WithPasswordAsync(login, password, IPAddress.Parse(address), CancellationToken.None);

    internal async Task<SignInOutcome.SignedIn> SignInAsync() => Assert.IsType<SignInOutcome.SignedIn>(await TryAsync(Password));

    internal async Task<string> TokenAsync(TokenScope scope) => Assert.IsType<TokenOutcome.Done>(await Get<ProgramTokens>().CreateAsync(
        new Grains.Caller(Park, Person, ActorKind.Person), security: false,
        new TokenWish(Person, "周报脚本", scope, LifetimeDays: null, Guid.NewGuid().ToString()), address: null, CancellationToken.None)).Secret!;

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? language = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return Http.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(string? token)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/v1/whoami", token);
        return answer.StatusCode;
    }

    public static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    public async Task<IReadOnlyList<AuditEntry>> TrailAsync() =>
        [.. (await Get<AuditTrail>().ReadAsync(Park, null, 100, CancellationToken.None)).Select(row => row.Entry).Reverse()];

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        Http.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Answers every call that got in with UNIMPLEMENTED: the contract's own bases do.</summary>
public sealed class EmptyHouse : V1.SessionService.SessionServiceBase;

/// <summary>A clock that stands where the test puts it.</summary>
public sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
