using System.Reflection;
using Grpc.Net.Client;
using Projects.Cli.Failures;

namespace Projects.Cli.Wire;

/// <summary>The way to one server: the bearer token and the language on every call, a deadline, and repeats that cannot act twice.</summary>
internal sealed class Connection : IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private readonly GrpcChannel _channel;
    private readonly CallInvoker _invoker;
    private readonly Metadata _headers;
    private readonly TimeProvider _clock;
    private readonly Action<string> _clockSeen;

    /// <param name="clockSeen">Told the reply's projects-clock header, at every reply that has one.</param>
    /// <exception cref="UsageException">The address is none, or would carry the token in clear beyond this machine.</exception>
    public Connection(string server, string? token, Language language, TimeProvider clock, Action<string> clockSeen)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UsageException(new($"“{server}”不是服务器地址：应如 https://projects.example.cn。", $"'{server}' is no server address, such as https://projects.example.cn."));
        if (address.Scheme == "http" && !address.IsLoopback)
            throw new UsageException(new("明文 http 只用于本机：请用 https。", "Plain http is for this machine only: use https."));
        _channel = GrpcChannel.ForAddress(address);
        _invoker = _channel.CreateCallInvoker();
        _headers = new Metadata
        {
            { "accept-language", language == Language.English ? "en" : "zh-CN" },
            { "user-agent", $"projects-cli/{typeof(Connection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}" },
        };
        if (token is not null)
            _headers.Add("authorization", $"Bearer {token}");
        (_clock, _clockSeen) = (clock, clockSeen);
    }

    /// <summary>
    /// One call. A command without request_id gets one here, so that each repeat after UNAVAILABLE, at most three, is the same request
    /// and acts once (AIP-155).
    /// </summary>
    /// <exception cref="RpcException">The server refused, or could not be reached.</exception>
    public async Task<IMessage> AskAsync(MethodDescriptor method, IMessage request, CancellationToken stop)
    {
        var id = method.InputType.FindFieldByName("request_id");
        if (id is not null && id.Accessor.GetValue(request) is "")
            id.Accessor.SetValue(request, Guid.CreateVersion7(_clock.GetUtcNow()).ToString());
        var repeats = id is not null || method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("List", StringComparison.Ordinal)
            || method.Name.StartsWith("Summarize", StringComparison.Ordinal);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(method, request, stop);
            }
            catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable && repeats && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 << attempt), _clock, stop);
            }
        }
    }

    public async Task<TReply> AskAsync<TReply>(MethodDescriptor method, IMessage request, CancellationToken stop)
        where TReply : IMessage => (TReply)await AskAsync(method, request, stop);

    /// <summary>The answers of a stream as they come, until the server ends it.</summary>
    public AsyncServerStreamingCall<IMessage> Stream(MethodDescriptor method, IMessage request, CancellationToken stop) =>
        _invoker.AsyncServerStreamingCall(Wire(method, MethodType.ServerStreaming), null, new CallOptions(_headers, cancellationToken: stop), request);

    public AsyncClientStreamingCall<IMessage, IMessage> Send(MethodDescriptor method, CancellationToken stop) =>
        _invoker.AsyncClientStreamingCall(Wire(method, MethodType.ClientStreaming), null, new CallOptions(_headers, cancellationToken: stop));

    /// <summary>Sends and hears at once.</summary>
    public AsyncDuplexStreamingCall<IMessage, IMessage> Exchange(MethodDescriptor method, CancellationToken stop) =>
        _invoker.AsyncDuplexStreamingCall(Wire(method, MethodType.DuplexStreaming), null, new CallOptions(_headers, cancellationToken: stop));

    public async Task SeeClockAsync(Task<Metadata> headers)
    {
        if ((await headers).GetValue("projects-clock") is { } clock)
            _clockSeen(clock);
    }

    public void Dispose() => _channel.Dispose();

    private async Task<IMessage> OnceAsync(MethodDescriptor method, IMessage request, CancellationToken stop)
    {
        var options = new CallOptions(_headers, _clock.GetUtcNow().UtcDateTime + Deadline, stop);
        using var call = _invoker.AsyncUnaryCall(Wire(method, MethodType.Unary), null, options, request);
        var reply = await call;
        await SeeClockAsync(call.ResponseHeadersAsync);
        return reply;
    }

    private static Method<IMessage, IMessage> Wire(MethodDescriptor method, MethodType type) =>
        new(type, method.Service.FullName, method.Name, Marshaller(method.InputType), Marshaller(method.OutputType));

    private static Marshaller<IMessage> Marshaller(MessageDescriptor message) =>
        Marshallers.Create<IMessage>(value => value.ToByteArray(), bytes => message.Parser.ParseFrom(bytes));
}
