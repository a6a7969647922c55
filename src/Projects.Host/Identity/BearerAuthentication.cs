using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Projects.Host.Gateway;

namespace Projects.Host.Identity;

/// <summary>
/// <c>Authorization: Bearer …</c>, the same on gRPC and JSON. A cookie is never looked at, so no other site can make a
/// browser speak for its user (SECURITY 3).
/// </summary>
internal sealed class BearerAuthentication(
    LiveSessions live, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = SchemeName + " ";

    /// <summary>The token a request came with, live or not; null when it came with none.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        return header?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true ? header[Prefix.Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token)
            return AuthenticateResult.NoResult();
        var session = await live.FindAsync(token, Context.RequestAborted);
        return session is null
            ? AuthenticateResult.Fail("the token is not live")
            : AuthenticateResult.Success(new AuthenticationTicket(session.ToPrincipal(SchemeName), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var tried = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = tried.Failure is null ? SchemeName : """Bearer error="invalid_token" """.TrimEnd();
        await RefusalResponse.WriteAsync(Context, tried.Failure is null ? IdentityRefusal.NoToken : IdentityRefusal.TokenNotLive);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        RefusalResponse.WriteAsync(Context, IdentityRefusal.OutOfScope);
}
