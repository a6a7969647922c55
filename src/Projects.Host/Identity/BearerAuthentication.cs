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

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var session = await live.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
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
