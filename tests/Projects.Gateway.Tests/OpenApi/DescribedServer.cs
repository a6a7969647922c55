using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Projects.Host.Gateway.OpenApi;

namespace Projects.Gateway.Tests.OpenApi;

/// <summary>A server that does nothing but describe the API, and its description as a stranger's reader understands it.</summary>
public sealed class DescribedServer : IAsyncLifetime
{
    private WebApplication _server = null!;

    public HttpClient Client { get; } = new();
    public OpenApiDocument Document { get; private set; } = null!;
    public OpenApiDiagnostic Diagnostic { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapOpenApiDocument();
        _server.Urls.Add("http://127.0.0.1:0");
        await _server.StartAsync();
        Client.BaseAddress = new Uri(_server.Urls.Single());

        var read = OpenApiDocument.Parse(await Client.GetStringAsync("/openapi/v1.json"), "json");
        (Document, Diagnostic) = (read.Document!, read.Diagnostic!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }
}
