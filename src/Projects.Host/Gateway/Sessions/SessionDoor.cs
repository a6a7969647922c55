using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.V1;
using Date = Google.Type.Date;

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
    public override async Task<Session> CreateSession(CreateSessionRequest request, ServerCallContext context)
    {
        var address = context.GetHttpContext().Connection.RemoteIpAddress;
        var outcome = request switch
        {
            { Account.Length: > 0, Password.Length: > 0, LinkCode.Length: 0 } => await signIn.WithPasswordAsync(request.Account, request.Password, address, context.CancellationToken),
            { Account.Length: 0, Password.Length: 0, LinkCode.Length: > 0 } => await signIn.WithLinkAsync(request.LinkCode, address, context.CancellationToken),
            _ => new SignInOutcome.Refused(IdentityRefusal.Invalid(
                "account", "请给出 account 与 password，或只给 linkCode（登录链接 # 之后的部分）", "give account and password, or linkCode alone (the part of a sign-in link behind the #)")),
        };
        return outcome switch
        {
            SignInOutcome.SignedIn signedIn => await ShowAsync(signedIn.Session, signedIn.Token, context),
            SignInOutcome.Refused refused => throw refused.Refusal.ToRpcException(LanguageOf(context)),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
        };
    }

    public override async Task<Session> GetCurrentSession(GetCurrentSessionRequest request, ServerCallContext context) =>
        await ShowAsync(await CurrentAsync(context), secret: "", context);

    public override async Task<Empty> DeleteSession(DeleteSessionRequest request, ServerCallContext context)
    {
        await signIn.OutAsync(await CurrentAsync(context), context.GetHttpContext().Connection.RemoteIpAddress, context.CancellationToken);
        return new Empty();
    }

    [EnableRateLimiting(SignIn.RateLimit)]
    public override async Task<Empty> SetPassword(SetPasswordRequest request, ServerCallContext context)
    {
        var refusal = await ownPassword.SetAsync(
            await CurrentAsync(context), request.CurrentPassword, request.NewPassword, context.GetHttpContext().Connection.RemoteIpAddress, context.CancellationToken);
        return refusal is null ? new Empty() : throw refusal.ToRpcException(LanguageOf(context));
    }

    /// <summary>The session the request came with; it may have ended since the request was let in.</summary>
    private async Task<Storage.Session> CurrentAsync(ServerCallContext context) =>
        await live.FindAsync(BearerAuthentication.TokenOf(context.GetHttpContext().Request) ?? "", context.CancellationToken)
        ?? throw IdentityRefusal.TokenNotLive.ToRpcException(LanguageOf(context));

    private async Task<Session> ShowAsync(Storage.Session session, string secret, ServerCallContext context)
    {
        var language = LanguageOf(context);
        var shown = new Session
        {
            BearerToken = secret,
            ExpireTime = Timestamp.FromDateTimeOffset(session.Expires),
            Person = PersonName(session.Park, session.Person),
            Park = $"parks/{session.Park}",
            Program = session.Kind == ActorKind.Program,
            SampleClock = SampleClockNow(language),
        };
        if (await desk.InsightAsync(new Caller(session.Park, session.Person, session.Kind), session.Park) is not { } insight)
            return shown;
        shown.ParkName = insight.Park.Name;
        shown.PersonName = insight.Park.People.TryGetValue(session.Person, out var person) ? person.Name : "";
        shown.Capacities.AddRange(insight.Actor.Capacities.Select(capacity => new V1.Capacity
        {
            Role = System.Enum.Parse<V1.Role>(capacity.Role.ToString()),
            RoleName = Words.Of(capacity.Role).In(language),
            Unit = $"parks/{session.Park}/units/{capacity.Unit}",
            OnBehalfOf = capacity.For is { } lender ? PersonName(session.Park, lender) : "",
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
            Today = new Date { Year = today.Year, Month = today.Month, Day = today.Day },
            OffsetSeconds = offsetSeconds,
            Notice = new Text(
                $"示例园区使用自己的时间，今天是{today:yyyy-MM-dd}。",
                $"The sample park lives in its own time; its day is {today:yyyy-MM-dd}.").In(language),
        };
    }

    private static string PersonName(ParkCode park, PersonId person) => $"parks/{park}/people/{person}";

    private static Language LanguageOf(ServerCallContext context) =>
        SpokenLanguage.Of(context.GetHttpContext().Request.Headers.AcceptLanguage.ToString());
}
