using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.V1;

namespace Projects.Host.Gateway;

/// <summary>Keeps the park's accounts, for its security administrator signed in as a person (SECURITY 2).</summary>
internal sealed class AccountDoor(AccountBook book, ProjectDesk desk) : AccountService.AccountServiceBase
{
    public override async Task<Account> CreateAccount(CreateAccountRequest request, ServerCallContext context)
    {
        var (caller, park) = await SecurityIn(request.Parent, context);
        if ((request.Account?.Person ?? "").Split('/') is not ["parks", var named, "people", var id] || named != caller.Park.Value)
            throw Refuse(IdentityRefusal.Invalid("account.person", "应为本园区的 parks/{park}/people/{person}", "must be parks/{park}/people/{person} of the same park"), context);
        var person = new PersonId(id);
        if (!park.People.ContainsKey(person))
            throw context.Refuse(new NotFound("person", id));
        return Show(await book.CreateAsync(caller, request.AccountId, person, AddressOf(context), context.CancellationToken), context);
    }

    public override async Task<ListAccountsResponse> ListAccounts(ListAccountsRequest request, ServerCallContext context)
    {
        var fields = context.Fields();
        var paging = WirePaging.Of(request, request.PageSize, request.PageToken, fields);
        fields.Check();
        var (caller, _) = await SecurityIn(request.Parent, context);
        var page = paging.Of(await book.ListAsync(caller, context.CancellationToken), account => account.Login);
        return new ListAccountsResponse
        {
            Accounts = { page.Items.Select(account => Show(account, linkCode: null)) },
            NextPageToken = page.NextPageToken,
            TotalSize = page.TotalSize,
        };
    }

    public override async Task<Account> ResetAccount(ResetAccountRequest request, ServerCallContext context)
    {
        var (caller, login) = await AccountIn(request.Name, context);
        return Show(await book.ResetAsync(caller, login, AddressOf(context), context.CancellationToken), context);
    }

    public override async Task<Account> DisableAccount(DisableAccountRequest request, ServerCallContext context)
    {
        var (caller, login) = await AccountIn(request.Name, context);
        return Show(await book.DisableAsync(caller, login, AddressOf(context), context.CancellationToken), context);
    }

    public override async Task<Account> EnableAccount(EnableAccountRequest request, ServerCallContext context)
    {
        var (caller, login) = await AccountIn(request.Name, context);
        return Show(await book.EnableAsync(caller, login, AddressOf(context), context.CancellationToken), context);
    }

    private async Task<(Caller Caller, string Login)> AccountIn(string name, ServerCallContext context)
    {
        if (name.Split('/') is not ["parks", var park, "accounts", var login])
            throw Refuse(IdentityRefusal.Invalid("name", "应为 parks/{park}/accounts/{account}", "must be parks/{park}/accounts/{account}"), context);
        var (caller, _) = await SecurityIn($"parks/{park}", context);
        return (caller, login);
    }

    /// <summary>The caller and their park; another park is not found for them (DOMAIN 10.6), and accounts are nobody else's affair.</summary>
    private async Task<(Caller Caller, Park Park)> SecurityIn(string park, ServerCallContext context)
    {
        var caller = context.Caller();
        if (park != $"parks/{caller.Park}" || await desk.InsightAsync(caller, caller.Park) is not { } insight)
            throw context.Refuse(new NotFound("park", park));
        return caller.Kind == ActorKind.Person && insight.Actor.Capacities.Any(capacity => capacity.Role == Role.SecurityAdministrator)
            ? (caller, insight.Park)
            : throw Refuse(IdentityRefusal.SecurityNeeded, context);
    }

    private static Account Show(AccountOutcome outcome, ServerCallContext context) => outcome switch
    {
        AccountOutcome.Done done => Show(done.Account, done.LinkCode),
        AccountOutcome.Refused refused => throw Refuse(refused.Refusal, context),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
    };

    private static Account Show(Storage.Account account, string? linkCode) => new()
    {
        Name = AccountBook.NameOf(account),
        Person = $"parks/{account.Park}/people/{account.Person}",
        LinkCode = linkCode ?? "",
        HasPassword = account.PasswordHash is not null,
        CreateTime = Timestamp.FromDateTimeOffset(account.Created),
        DisableTime = account.Disabled is { } disabled ? Timestamp.FromDateTimeOffset(disabled) : null,
    };

    private static System.Net.IPAddress? AddressOf(ServerCallContext context) => context.GetHttpContext().Connection.RemoteIpAddress;

    private static RpcException Refuse(IdentityRefusal refusal, ServerCallContext context) => refusal.ToRpcException(context.Language());
}
