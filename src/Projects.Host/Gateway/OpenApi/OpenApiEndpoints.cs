using System.Security.Cryptography;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Projects.Host.Gateway.OpenApi;

/// <summary>Where the API describes itself: <c>/openapi/v1.json</c> for programs, <c>/openapi</c> for people.</summary>
public static class OpenApiEndpoints
{
    /// <summary>Maps both; the document is made once, on first use. Who may read them is the caller's to say on the returned group.</summary>
    public static IEndpointConventionBuilder MapOpenApiDocument(this IEndpointRouteBuilder endpoints)
    {
        var json = new Lazy<Task<string>>(() => ContractDocument.Describe().SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        var group = endpoints.MapGroup("/openapi");
        group.MapGet("/v1.json", async () => Results.Text(await json.Value, "application/json; charset=utf-8"));
        group.MapScalarApiReference("/", (options, context) =>
        {
            options.Title = "重大项目与问题台账 API";
            options.OpenApiRoutePattern = "/openapi/v1.json";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.DisableAgent();
            options.Nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy = OwnOnly(options.Nonce);
        });
        return group;
    }

    // SECURITY 3, and the page's one inline script by its nonce: everything else it may use comes from this process, no CDN.
    private static string OwnOnly(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
}
