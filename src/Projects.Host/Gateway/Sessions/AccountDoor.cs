using Grpc.Core;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.V1;

namespace Projects.Host.Gateway;

/// <summary>Keeps the park's accounts, for its security administrator signed in as a person (SECURITY 2).</summary>
internal sealed class AccountDoor(AccountBook book, ProjectDesk desk) : AccountService.AccountServiceBase
{
    public override async Task<Account> CreateAccount(CreateAccountRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var person = fields.RequiredPerson(fields.Given(request.Account, "account").Person, park, "account.person");
        fields.Check();
        var insight = await SecurityIn(call, park);
        if (!insight.Park.People.ContainsKey(person))
            throw call.Refuse(new NotFound("person", person.Value));
        return Show(await book.CreateAsync(call.Caller(), request.AccountId, person, call.Address(), call.CancellationToken), call);
    }

    public override async Task<ListAccountsResponse> ListAccounts(ListAccountsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        fields.Check();
        await SecurityIn(call, park);
        var page = paging.Of(await book.ListAsync(call.Caller(), call.CancellationToken), account => account.Login);
        return new() { Accounts = { page.Items.Select(account => Show(account, linkCode: null)) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<Account> ResetAccount(ResetAccountRequest request, ServerCallContext call) =>
        Show(await book.ResetAsync(call.Caller(), await LoginIn(call, request.Name), call.Address(), call.CancellationToken), call);

    public override async Task<Account> DisableAccount(DisableAccountRequest request, ServerCallContext call) =>
        Show(await book.DisableAsync(call.Caller(), await LoginIn(call, request.Name), call.Address(), call.CancellationToken), call);

    public override async Task<Account> EnableAccount(EnableAccountRequest request, ServerCallContext call) =>
        Show(await book.EnableAsync(call.Caller(), await LoginIn(call, request.Name), call.Address(), call.CancellationToken), call);

    private async Task<string> LoginIn(ServerCallContext call, string name)
    {
        var fields = call.Fields();
        var (park, login) = fields.AccountName(name, "name");
        fields.Check();
        await SecurityIn(call, park);
        return login;
    }

    /// <summary>What a security administrator sees of their park; another park is not found for them (DOMAIN 10.6), and accounts are nobody else's affair.</summary>
    private async Task<Insight> SecurityIn(ServerCallContext call, ParkCode park)
    {
        var insight = await desk.InsightAsync(call, park);
        return call.Caller().Kind == ActorKind.Person && insight.Holds(Role.SecurityAdministrator) ? insight : throw call.Refuse(IdentityRefusal.SecurityNeeded);
    }

    private static Account Show(AccountOutcome outcome, ServerCallContext call) => outcome switch
    {
        AccountOutcome.Done done => Show(done.Account, done.LinkCode),
        AccountOutcome.Refused refused => throw call.Refuse(refused.Refusal),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
    };

    private static Account Show(Storage.Account account, string? linkCode) => new()
    {
        Name = ResourceName.OfAccount(account.Park, account.Login),
        Person = ResourceName.Of(account.Park, account.Person),
        LinkCode = linkCode ?? "",
        HasPassword = account.PasswordHash is not null,
        CreateTime = account.Created.ToWire(),
        DisableTime = account.Disabled?.ToWire(),
    };
}
