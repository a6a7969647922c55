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

    public override async Task<Token> CreateToken(CreateTokenRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var asked = fields.Given(request.Token, "token");
        var person = fields.Person(asked.Person, park, "token.person") ?? call.Caller().Person;
        // A scope this server does not know must not become the widest one.
        var scope = fields.Member<Storage.TokenScope>((int)asked.Scope, "token.scope") ?? Storage.TokenScope.Write;
        var requestId = fields.Request(request.RequestId, effectiveDate: null).Id;
        fields.Check();
        var security = await IsSecurityAsync(call, park);
        var wish = new TokenWish(person, asked.DisplayName, scope, asked.LifetimeDays == 0 ? null : asked.LifetimeDays, requestId);
        return Show(await tokens.CreateAsync(call.Caller(), security, wish, call.Address(), call.CancellationToken), call);
    }

    public override async Task<ListTokensResponse> ListTokens(ListTokensRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        fields.Check();
        var security = await IsSecurityAsync(call, park);
        var page = paging.Of(await tokens.ListAsync(call.Caller(), security, call.CancellationToken), token => $"{token.Created.UtcDateTime:O} {token.Id}", descending: true);
        return new() { Tokens = { page.Items.Select(token => Show(token, secret: null)) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<Token> RevokeToken(RevokeTokenRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, id) = fields.TokenName(request.Name, "name");
        if (request.Etag is not ("" or LiveEtag or RevokedEtag))
            fields.Fault("etag", "不是本服务器给出的 etag", "is not an etag this server gave");
        fields.Check();
        return Show(await tokens.RevokeAsync(call.Caller(), await IsSecurityAsync(call, park), id, call.Address(), call.CancellationToken), call);
    }

    /// <summary>Whether the caller is a security administrator of the park today; another park is not found for them (DOMAIN 10.6).</summary>
    private async Task<bool> IsSecurityAsync(ServerCallContext call, ParkCode park) => (await desk.InsightAsync(call, park)).Holds(Role.SecurityAdministrator);

    private static Token Show(TokenOutcome outcome, ServerCallContext call) => outcome switch
    {
        TokenOutcome.Done done => Show(done.Token, done.Secret),
        TokenOutcome.Refused refused => throw call.Refuse(refused.Refusal),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
    };

    private static Token Show(Storage.Session token, string? secret) => new()
    {
        Name = ResourceName.OfToken(token.Park, token.Id),
        DisplayName = token.Label,
        Secret = secret ?? "",
        Person = ResourceName.Of(token.Park, token.Person),
        Scope = token.Scope == Storage.TokenScope.Read ? V1.TokenScope.Read : V1.TokenScope.Write,
        CreateTime = token.Created.ToWire(),
        ExpireTime = token.Expires.ToWire(),
        LastUseTime = token.LastUse == token.Created ? null : token.LastUse.ToWire(),
        RevokeTime = token.Revoked?.ToWire(),
        Etag = token.Revoked is null ? LiveEtag : RevokedEtag,
    };
}
