using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Projects.Web.Seats;

/// <summary>The cookie of the pages: it holds a session's token, and is never looked at by the API (SECURITY 3).</summary>
public sealed class PageAuthentication(
    LiveSessions live, PageCookie cookie, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Page";

    /// <summary>Where a person signs in; the page they wanted follows in <c>return</c>.</summary>
    public const string SignInPath = "/sign-in";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Request) is not { } token)
            return AuthenticateResult.NoResult();
        return await live.FindAsync(token, Context.RequestAborted) is { } session
            ? AuthenticateResult.Success(new AuthenticationTicket(
                PageIdentity.Principal(session, BearerToken.DigestOf(token), Context.Connection.RemoteIpAddress, SchemeName), SchemeName))
            : AuthenticateResult.Fail("the session is not live");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!HttpMethods.IsGet(Request.Method) || Request.Path.StartsWithSegments("/_blazor"))
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            Response.Redirect(SignInPath + QueryString.Create("return", Request.PathBase + Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>How the token lies in the browser: for this host alone, out of reach of scripts, and over TLS only where there is TLS.</summary>
/// <param name="alwaysSecure">TLS ends at a proxy in front: the browser speaks it though this process does not.</param>
public sealed class PageCookie(bool alwaysSecure)
{
    private const string Plain = "projects";

    // The prefix makes the browser refuse the cookie from any other host or without TLS; on plain loopback it could not be set at all.
    private const string OverTls = "__Host-projects";

    public string? Read(HttpRequest request) => request.Cookies[IsSecure(request) ? OverTls : Plain];

    public void Write(HttpContext context, string token) => context.Response.Cookies.Append(NameFor(context.Request), token, OptionsFor(context.Request));

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), OptionsFor(context.Request));

    private string NameFor(HttpRequest request) => IsSecure(request) ? OverTls : Plain;

    private bool IsSecure(HttpRequest request) => alwaysSecure || request.IsHttps;

    private CookieOptions OptionsFor(HttpRequest request) => new() { HttpOnly = true, Secure = IsSecure(request), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
