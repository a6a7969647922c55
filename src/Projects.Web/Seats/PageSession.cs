using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging;

namespace Projects.Web.Seats;

/// <summary>Asks again and again whether the session of an open page is still live: one revoked ends there within 5 s (SECURITY 2).</summary>
internal sealed class PageSession(ILoggerFactory logs, LiveSessions live) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(4);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken) =>
        PageIdentity.Of(state.User) is { } who && await live.PeekAsync(who.Digest, cancellationToken) is not null;
}

/// <summary>What a person does on an open page counts as a use of their session; a page that merely stands open does not.</summary>
internal sealed class PageUse(AuthenticationStateProvider state, LiveSessions live) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        if (PageIdentity.Of((await state.GetAuthenticationStateAsync()).User) is { } who)
            await live.UseAsync(who.Digest, CancellationToken.None);
        await next(activity);
    };
}
