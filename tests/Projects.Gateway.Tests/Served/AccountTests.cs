using Grpc.Core;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>Accounts and tokens over the wire: the park's own, named as everything else is.</summary>
[Collection(OnSampleServer.Name)]
public sealed class AccountTests(SampleServer sample)
{
    private const string Park = "parks/panzhihua";

    [Fact]
    public async Task An_account_is_opened_once_and_a_taken_name_is_told_as_every_taken_name()
    {
        var accounts = await AccountsAsync("security-admin");
        var administrator = new V1.ParkService.ParkServiceClient(await sample.Server.GrpcAsAsync("panzhihua.system-admin"));
        var person = await administrator.CreatePersonAsync(new V1.CreatePersonRequest { Parent = Park, PersonId = "e2e-account", Person = new V1.Person { DisplayName = "经办测试" } });
        var request = new V1.CreateAccountRequest { Parent = Park, AccountId = "panzhihua.e2e-account", Account = new V1.Account { Person = person.Name } };

        var opened = await accounts.CreateAccountAsync(request);

        Assert.Equal(($"{Park}/accounts/panzhihua.e2e-account", person.Name), (opened.Name, opened.Person));
        var taken = await Assert.ThrowsAsync<RpcException>(() => accounts.CreateAccountAsync(request).ResponseAsync);
        Assert.Equal(StatusCode.AlreadyExists, taken.StatusCode);
        Assert.Equal("NUMBER_TAKEN", taken.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task Another_parks_accounts_and_tokens_are_not_found_and_a_malformed_name_is_told_under_its_field()
    {
        var accounts = await AccountsAsync("security-admin");
        var tokens = new V1.TokenService.TokenServiceClient(await sample.Server.GrpcAsAsync("panzhihua.security-admin"));

        Assert.Equal("NOT_FOUND", await RefusalOf(() => accounts.ListAccountsAsync(new V1.ListAccountsRequest { Parent = "parks/kunshan" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => accounts.DisableAccountAsync(new V1.DisableAccountRequest { Name = "parks/kunshan/accounts/kunshan.chief" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => tokens.ListTokensAsync(new V1.ListTokensRequest { Parent = "parks/kunshan" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => tokens.RevokeTokenAsync(new V1.RevokeTokenRequest { Name = $"{Park}/tokens/none" }).ResponseAsync));
        Assert.Equal("name", await FieldOf(() => tokens.RevokeTokenAsync(new V1.RevokeTokenRequest { Name = "tokens/none" }).ResponseAsync));
        Assert.Equal("name", await FieldOf(() => accounts.EnableAccountAsync(new V1.EnableAccountRequest { Name = $"{Park}/people/chief" }).ResponseAsync));
        Assert.Equal("account.person", await FieldOf(() => accounts.CreateAccountAsync(
            new V1.CreateAccountRequest { Parent = Park, AccountId = "e2e", Account = new V1.Account { Person = "parks/kunshan/people/chief" } }).ResponseAsync));
    }

    [Fact]
    public async Task Accounts_are_the_security_administrators_alone()
    {
        var accounts = await AccountsAsync("system-admin");
        Assert.Equal("FORBIDDEN", await RefusalOf(() => accounts.ListAccountsAsync(new V1.ListAccountsRequest { Parent = Park }).ResponseAsync));
    }

    private static async Task<string> FieldOf(Func<Task> call) => Assert.Single((await StatusOf(call)).GetDetail<Google.Rpc.BadRequest>()!.FieldViolations).Field;

    private async Task<V1.AccountService.AccountServiceClient> AccountsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));
}
