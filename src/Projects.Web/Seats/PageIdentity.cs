using System.Net;
using System.Security.Claims;

namespace Projects.Web.Seats;

/// <summary>Who signed in to the pages, as the cookie proved it.</summary>
/// <param name="Digest">Of the session's token, to ask whether it is still live.</param>
/// <param name="Address">The remote address when the page was opened.</param>
public sealed record PageIdentity(Caller Caller, string SessionId, string Login, string Digest, string? Address)
{
    private const string DigestClaim = "digest";
    private const string AddressClaim = "address";

    public static ClaimsPrincipal Principal(Session session, string digest, IPAddress? address, string scheme)
    {
        var principal = session.ToPrincipal(scheme);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(DigestClaim, digest));
        if (address is not null)
            identity.AddClaim(new Claim(AddressClaim, address.ToString()));
        return principal;
    }

    /// <summary>Null when nobody signed in through a page.</summary>
    public static PageIdentity? Of(ClaimsPrincipal user) =>
        user is { Identity.IsAuthenticated: true } && user.FindFirstValue(DigestClaim) is { } digest
            ? new(user.ToCaller(), user.SessionIdOf(), user.LoginOf(), digest, user.FindFirstValue(AddressClaim))
            : null;

    internal Attendance At(string door) => new(Caller, SessionId, Address, door);
}
