using System.Security.Claims;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>A session as claims, and back: the one place that knows the claims' names.</summary>
public static class CallerClaims
{
    private const string Park = "park";
    private const string Person = "sub";
    private const string Kind = "kind";
    private const string SessionId = "sid";
    private const string Login = "login";
    private const string Scope = "scope";

    public static ClaimsPrincipal ToPrincipal(this Session session, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(Park, session.Park.Value),
            new Claim(Person, session.Person.Value),
            new Claim(Kind, session.Kind.ToString()),
            new Claim(SessionId, session.Id),
            new Claim(Login, session.Login),
            new Claim(Scope, session.Scope.ToString()),
        ],
        scheme, nameType: Login, roleType: null));

    /// <summary>Who the desk is told is asking.</summary>
    /// <exception cref="InvalidOperationException">Nobody signed in: the method let anonymous callers through by mistake.</exception>
    public static Caller ToCaller(this ClaimsPrincipal principal) => new(
        new ParkCode(Required(principal, Park)),
        new PersonId(Required(principal, Person)),
        Enum.Parse<ActorKind>(Required(principal, Kind)));

    /// <summary>The session or token behind the request, by the id that may be shown.</summary>
    public static string SessionIdOf(this ClaimsPrincipal principal) => Required(principal, SessionId);

    public static string LoginOf(this ClaimsPrincipal principal) => Required(principal, Login);

    /// <summary>How far the token reaches; reading only, when nothing is said.</summary>
    public static TokenScope ScopeOf(this ClaimsPrincipal principal) =>
        Enum.TryParse<TokenScope>(principal.FindFirstValue(Scope), out var scope) ? scope : TokenScope.Read;

    private static string Required(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) ?? throw new InvalidOperationException($"The caller has no claim '{claim}': an anonymous request came through");
}
