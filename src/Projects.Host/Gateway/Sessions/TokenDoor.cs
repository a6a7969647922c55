using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.V1;

namespace Projects.Host.Gateway;

/// <summary>Makes, lists and ends programs' tokens.</summary>
internal sealed class TokenDoor(ProgramTokens tokens, ProjectDesk desk) : TokenService.TokenServiceBase
{
    private const string LiveEtag = "\"live\"";
    private const string RevokedEtag = "\"revoked\"";

    public override async Task<Token> CreateToken(CreateTokenRequest request, ServerCallContext context)
    {
        var caller = CallerIn(request.Parent, context);
        var asked = request.Token ?? new Token();
        var fields = context.Fields();
        // A scope this server does not know must not become the widest one.
        var scope = fields.Member<Storage.TokenScope>((int)asked.Scope, "token.scope") ?? Storage.TokenScope.Write;
        var requestId = fields.Request(request.RequestId, effectiveDate: null).Id;
        fields.Check();
        var wish = new TokenWish(
            PersonOf(asked.Person, caller, context), asked.DisplayName, scope, asked.LifetimeDays == 0 ? null : asked.LifetimeDays, requestId);
        return Show(await tokens.CreateAsync(caller, await IsSecurityAsync(caller), wish, AddressOf(context), context.CancellationToken), context);
    }

    public override async Task<ListTokensResponse> ListTokens(ListTokensRequest request, ServerCallContext context)
    {
        var fields = context.Fields();
        var paging = WirePaging.Of(request, request.PageSize, request.PageToken, fields);
        fields.Check();
        var caller = CallerIn(request.Parent, context);
        var page = paging.Of(await tokens.ListAsync(caller, await IsSecurityAsync(caller), context.CancellationToken), token => $"{token.Created.UtcDateTime:O} {token.Id}", descending: true);
        return new ListTokensResponse
        {
            Tokens = { page.Items.Select(token => Show(token, secret: null)) },
            NextPageToken = page.NextPageToken,
            TotalSize = page.TotalSize,
        };
    }

    public override async Task<Token> RevokeToken(RevokeTokenRequest request, ServerCallContext context)
    {
        if (request.Name.Split('/') is not ["parks", var park, "tokens", var id])
            throw Refuse(IdentityRefusal.Invalid("name", "应为 parks/{park}/tokens/{token}", "must be parks/{park}/tokens/{token}"), context);
        var caller = CallerIn($"parks/{park}", context);
        if (request.Etag is not ("" or LiveEtag or RevokedEtag))
            throw Refuse(IdentityRefusal.Invalid("etag", "不是本服务器给出的 etag", "is not an etag this server gave"), context);
        return Show(await tokens.RevokeAsync(caller, await IsSecurityAsync(caller), id, AddressOf(context), context.CancellationToken), context);
    }

    /// <summary>The caller, when the park is theirs; another park is not found for them (DOMAIN 10.6).</summary>
    private static Caller CallerIn(string park, ServerCallContext context)
    {
        var caller = context.GetHttpContext().User.ToCaller();
        return park == $"parks/{caller.Park}" ? caller : throw Refuse(IdentityRefusal.NotFound("没有这个园区", "there is no such park"), context);
    }

    private static PersonId PersonOf(string name, Caller caller, ServerCallContext context) => name.Split('/') switch
    {
        [""] => caller.Person,
        ["parks", var park, "people", var person] when park == caller.Park.Value => new PersonId(person),
        _ => throw Refuse(IdentityRefusal.Invalid("token.person", "应为本园区的 parks/{park}/people/{person}", "must be parks/{park}/people/{person} of the same park"), context),
    };

    private async Task<bool> IsSecurityAsync(Caller caller) =>
        await desk.InsightAsync(caller, caller.Park) is { } insight
        && insight.Actor.Capacities.Any(capacity => capacity.Role == Role.SecurityAdministrator);

    private static Token Show(TokenOutcome outcome, ServerCallContext context) => outcome switch
    {
        TokenOutcome.Done done => Show(done.Token, done.Secret),
        TokenOutcome.Refused refused => throw Refuse(refused.Refusal, context),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
    };

    private static Token Show(Storage.Session token, string? secret) => new()
    {
        Name = ProgramTokens.NameOf(token),
        DisplayName = token.Label,
        Secret = secret ?? "",
        Person = $"parks/{token.Park}/people/{token.Person}",
        Scope = token.Scope == Storage.TokenScope.Read ? V1.TokenScope.Read : V1.TokenScope.Write,
        CreateTime = Timestamp.FromDateTimeOffset(token.Created),
        ExpireTime = Timestamp.FromDateTimeOffset(token.Expires),
        LastUseTime = token.LastUse == token.Created ? null : Timestamp.FromDateTimeOffset(token.LastUse),
        RevokeTime = token.Revoked is { } revoked ? Timestamp.FromDateTimeOffset(revoked) : null,
        Etag = token.Revoked is null ? LiveEtag : RevokedEtag,
    };

    private static System.Net.IPAddress? AddressOf(ServerCallContext context) => context.GetHttpContext().Connection.RemoteIpAddress;

    private static RpcException Refuse(IdentityRefusal refusal, ServerCallContext context) =>
        refusal.ToRpcException(SpokenLanguage.Of(context.GetHttpContext().Request.Headers.AcceptLanguage.ToString()));
}
