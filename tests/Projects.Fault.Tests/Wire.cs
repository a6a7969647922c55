using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Projects.Tests;

namespace Projects.Fault.Tests;

/// <summary>What a command was answered.</summary>
/// <param name="Version">The version of what it changed, read from the etag.</param>
/// <param name="Repeated">The server said it had answered this request id before.</param>
/// <param name="Name">The resource's name.</param>
public sealed record Answer(long Version, bool Repeated, string Name);

/// <summary>One life of a server as its callers reach it, over gRPC and JSON.</summary>
public sealed class Wire(RunningServer server, Home home) : IDisposable
{
    private const string RepeatedHeader = "projects-repeated";
    private static readonly TimeSpan CallAtMost = TimeSpan.FromSeconds(60);

    private readonly GrpcChannel channel = GrpcChannel.ForAddress(server.Grpc);
    private readonly HttpClient http = new() { BaseAddress = server.Http, Timeout = CallAtMost };

    public CallInvoker GrpcAs(string person) => channel.Intercept(headers =>
    {
        headers.Add("authorization", $"Bearer {home.TokenOf(person)}");
        return headers;
    });

    /// <summary>Awaits a gRPC call, with the header that tells a repeat.</summary>
    public static async Task<Answer> AnswerAsync<T>(AsyncUnaryCall<T> call, Func<T, string> etag, Func<T, string> name)
    {
        using (call)
        {
            var answer = await call.ResponseAsync.WaitAsync(CallAtMost);
            var headers = await call.ResponseHeadersAsync;
            return new Answer(VersionOf(etag(answer)), headers.GetValue(RepeatedHeader) == "true", name(answer));
        }
    }

    /// <summary>Posts JSON; what is refused for the moment is thrown as the failure it is.</summary>
    public async Task<Answer> PostAsync(string person, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        using var response = await SendAsync(person, request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{(int)response.StatusCode} {text}", null, response.StatusCode);
        var answer = JsonDocument.Parse(text).RootElement;
        return new Answer(
            VersionOf(answer.GetProperty("etag").GetString()!), response.Headers.TryGetValues(RepeatedHeader, out var said) && said.Single() == "true",
            answer.GetProperty("name").GetString()!);
    }

    public Task<HttpResponseMessage> SendAsync(string person, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", home.TokenOf(person));
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public void Dispose()
    {
        channel.Dispose();
        http.Dispose();
    }

    private static long VersionOf(string etag) => long.Parse(etag.Trim('"'), CultureInfo.InvariantCulture);
}
