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

    private async Task<V1.AccountService.AccountServiceClient> AccountsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));
}
