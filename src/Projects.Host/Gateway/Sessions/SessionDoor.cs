using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.V1;

namespace Projects.Host.Gateway;

/// <summary>Signs people in and out, and tells them who they are. Signing in is the one method of the contract open to all.</summary>
internal sealed class SessionDoor(
    SignIn signIn,
    OwnPassword ownPassword,
    LiveSessions live,
    ProjectDesk desk,
    [FromKeyedServices(ParkClock.Key)] TimeProvider clock,
    [FromKeyedServices(WallClock.Key)] TimeProvider wallClock) : SessionService.SessionServiceBase
{
    [AllowAnonymous]
    [EnableRateLimiting(SignIn.RateLimit)]
    public override async Task<Session> CreateSession(CreateSessionRequest request, ServerCallContext call)
    {
        var address = call.Address();
        var outcome = request switch
        {
            { Account.Length: > 0, Password.Length: > 0, LinkCode.Length: 0 } => await signIn.WithPasswordAsync(request.Account, request.Password, address, call.CancellationToken),
            { Account.Length: 0, Password.Length: 0, LinkCode.Length: > 0 } => await signIn.WithLinkAsync(request.LinkCode, address, call.CancellationToken),
            _ => new SignInOutcome.Refused(IdentityRefusal.Invalid(
                "account", "请给出 account 与 password，或只给 linkCode（登录链接 # 之后的部分）", "give account and password, or linkCode alone (the part of a sign-in link behind the #)")),
        };
        return outcome switch
        {
            SignInOutcome.SignedIn signedIn => await ShowAsync(signedIn.Session, signedIn.Token, call),
            SignInOutcome.Refused refused => throw call.Refuse(refused.Refusal),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
        };
    }

    public override async Task<Session> GetCurrentSession(GetCurrentSessionRequest request, ServerCallContext call) =>
        await ShowAsync(await CurrentAsync(call), secret: "", call);

    public override async Task<Empty> DeleteSession(DeleteSessionRequest request, ServerCallContext call)
    {
        await signIn.OutAsync(await CurrentAsync(call), call.Address(), call.CancellationToken);
        return new Empty();
    }

    [EnableRateLimiting(SignIn.RateLimit)]
    public override async Task<Empty> SetPassword(SetPasswordRequest request, ServerCallContext call)
    {
        var refusal = await ownPassword.SetAsync(
            await CurrentAsync(call), request.CurrentPassword, request.NewPassword, call.Address(), call.CancellationToken);
        return refusal is null ? new Empty() : throw call.Refuse(refusal);
    }

    /// <summary>The session the request came with; it may have ended since the request was let in.</summary>
    private async Task<Storage.Session> CurrentAsync(ServerCallContext call) =>
        await live.FindAsync(BearerAuthentication.TokenOf(call.GetHttpContext().Request) ?? "", call.CancellationToken)
        ?? throw call.Refuse(IdentityRefusal.TokenNotLive);

    private async Task<Session> ShowAsync(Storage.Session session, string secret, ServerCallContext call)
    {
        var language = call.Language();
        var shown = new Session
        {
            BearerToken = secret,
            ExpireTime = session.Expires.ToWire(),
            Person = ResourceName.Of(session.Park, session.Person),
            Park = ResourceName.Of(session.Park),
            Program = session.Kind == ActorKind.Program,
            SampleClock = SampleClockNow(language),
        };
        if (await desk.InsightAsync(new Caller(session.Park, session.Person, session.Kind), session.Park) is not { } insight)
            return shown;
        shown.ParkName = insight.Park.Name;
        shown.PersonName = insight.Park.People.TryGetValue(session.Person, out var person) ? person.Name : "";
        shown.Capacities.AddRange(insight.Actor.Capacities.Select(capacity => new V1.Capacity
        {
            Role = capacity.Role.ToWire(),
            RoleName = Words.Of(capacity.Role).In(language),
            Unit = ResourceName.Of(session.Park, capacity.Unit),
            OnBehalfOf = ResourceName.OfAny(session.Park, capacity.For),
        }));
        return shown;
    }

    /// <summary>Null where the park lives in the true time.</summary>
    private V1.SampleClock? SampleClockNow(Language language)
    {
        var offsetSeconds = (long)Math.Round((clock.GetUtcNow() - wallClock.GetUtcNow()).TotalSeconds);
        if (offsetSeconds == 0)
            return null;
        var today = desk.Today;
        return new V1.SampleClock
        {
            Today = today.ToWire(),
            OffsetSeconds = offsetSeconds,
            Notice = new Text(
                $"示例园区使用自己的时间，今天是{today:yyyy-MM-dd}。",
                $"The sample park lives in its own time; its day is {today:yyyy-MM-dd}.").In(language),
        };
    }
}
