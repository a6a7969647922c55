using System.Net;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

public sealed class BearerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("prs_short")]
    [InlineData("prs_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("prl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_live_token_nothing_is_reachable_but_what_says_so(string? token)
    {
        await using var door = await Door.OpenAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await door.StatusAsync(token));
        Assert.Equal("well", await door.Http.GetStringAsync("/health"));
        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
            await door.Sessions.GetCurrentSessionAsync(new V1.GetCurrentSessionRequest(), token is null ? null : Door.Bearer(token)));
        Assert.Equal(StatusCode.Unauthenticated, fault.StatusCode);
        Assert.Equal(("projects", "UNAUTHENTICATED"), Info(fault));
    }

    [Fact]
    public async Task The_refusal_in_json_is_a_status_with_reason_in_the_callers_language()
    {
        await using var door = await Door.OpenAsync();

        using var answer = await door.SendAsync(HttpMethod.Get, "/v1/whoami", token: null, language: "en");
        var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(16, status.GetProperty("code").GetInt32());
        Assert.StartsWith("Sign in first", status.GetProperty("message").GetString());
        Assert.Equal("UNAUTHENTICATED", status.GetProperty("details")[0].GetProperty("reason").GetString());

        using var chinese = await door.SendAsync(HttpMethod.Get, "/v1/whoami", token: null);
        Assert.Contains("请先登录", await chinese.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_token_serves_json_and_grpc_alike()
    {
        await using var door = await Door.WithAccountAsync();
        var token = (await door.SignInAsync()).Token;

        using var answer = await door.SendAsync(HttpMethod.Get, "/v1/whoami", token);
        Assert.Equal("Caller { Park = panzhihua, Person = officer-a, Kind = Person }", await answer.Content.ReadAsStringAsync());
        Assert.Equal(StatusCode.Unimplemented, await CodeAsync(door, token, writing: false));
    }

    [Fact]
    public async Task A_reading_token_reads_and_a_writing_token_writes_too()
    {
        await using var door = await Door.WithAccountAsync();
        var (reads, writes) = (await door.TokenAsync(TokenScope.Read), await door.TokenAsync(TokenScope.Write));

        Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(reads));
        using var refused = await door.SendAsync(HttpMethod.Post, "/v1/change", reads);
        using var changed = await door.SendAsync(HttpMethod.Post, "/v1/change", writes);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, changed.StatusCode));

        Assert.Equal(StatusCode.Unimplemented, await CodeAsync(door, reads, writing: false));
        Assert.Equal(StatusCode.PermissionDenied, await CodeAsync(door, reads, writing: true));
        Assert.Equal(StatusCode.Unimplemented, await CodeAsync(door, writes, writing: true));
    }

    [Fact]
    public async Task A_runaway_script_is_told_to_wait_and_the_others_are_served()
    {
        await using var door = await Door.WithAccountAsync(("Projects:RateLimits:PerPrincipal", "2"));
        var (script, person) = (await door.TokenAsync(TokenScope.Read), (await door.SignInAsync()).Token);
        await door.StatusAsync(script);
        await door.StatusAsync(script);

        using var refused = await door.SendAsync(HttpMethod.Get, "/v1/whoami", script);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("RATE_LIMITED", await refused.Content.ReadAsStringAsync());
        Assert.Equal(StatusCode.ResourceExhausted, await CodeAsync(door, script, writing: false));
        Assert.Equal(HttpStatusCode.OK, await door.StatusAsync(person));
    }

    [Fact]
    public async Task An_address_signs_in_only_so_often()
    {
        await using var door = await Door.OpenAsync(("Projects:RateLimits:SignInsPerAddressAndMinute", "1"));

        using var first = await door.SendAsync(HttpMethod.Post, "/v1/guess", token: null);
        using var second = await door.SendAsync(HttpMethod.Post, "/v1/guess", token: null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    private static async Task<StatusCode> CodeAsync(Door door, string token, bool writing)
    {
        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            if (writing)
                await door.Sessions.DeleteSessionAsync(new V1.DeleteSessionRequest(), Door.Bearer(token));
            else
                await door.Sessions.GetCurrentSessionAsync(new V1.GetCurrentSessionRequest(), Door.Bearer(token));
        });
        return fault.StatusCode;
    }

    private static (string Domain, string Reason) Info(RpcException fault)
    {
        var info = fault.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        return (info.Domain, info.Reason);
    }
}
