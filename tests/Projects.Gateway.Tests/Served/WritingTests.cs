using Google.Protobuf.WellKnownTypes;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>What holds for every write: repeats, etags, masks, and errors in the caller's language.</summary>
[Collection(OnSampleServer.Name)]
public sealed class WritingTests(SampleServer sample)
{
    [Fact]
    public async Task A_repeated_request_gets_the_first_result_and_says_so()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var request = new V1.CreateIssueRequest
        {
            Parent = SampleServer.Project,
            RequestId = Guid.NewGuid().ToString(),
            Issue = new V1.Issue { List = SampleServer.List, Particulars = Particulars("重复提交") },
        };
        var first = await office.CreateIssueAsync(request);

        using var again = office.CreateIssueAsync(request);

        Assert.Equal(first.Name, (await again).Name);
        Assert.Equal("true", (await again.ResponseHeadersAsync).GetValue("projects-repeated"));
    }

    [Fact]
    public async Task A_stale_etag_is_a_conflict_and_changes_nothing()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var drafted = await DraftAsync(office, "E2E-ETAG");
        var registered = await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = drafted.Name, Etag = drafted.Etag });
        var head = await sample.IssuesAsync("planning-head");

        Assert.Equal("CONFLICT", await RefusalOf(() => head.AcceptIssueAsync(new V1.AcceptIssueRequest { Name = drafted.Name, Etag = drafted.Etag }).ResponseAsync));
        Assert.Equal("INVALID", await RefusalOf(() => head.AcceptIssueAsync(new V1.AcceptIssueRequest { Name = drafted.Name, Etag = "7" }).ResponseAsync));
        Assert.Equal(registered.Etag, (await head.GetIssueAsync(new V1.GetIssueRequest { Name = drafted.Name })).Etag);
    }

    [Fact]
    public async Task An_update_changes_what_its_mask_names_and_nothing_else()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var drafted = await DraftAsync(office, "E2E-MASK");

        var updated = await office.UpdateIssueAsync(new V1.UpdateIssueRequest
        {
            Issue = new V1.Issue { Name = drafted.Name, Particulars = new V1.IssueParticulars { Goal = "贯通", Criteria = { "甲", "乙" } } },
            UpdateMask = new FieldMask { Paths = { "particulars.goal", "particulars.criteria" } },
        });

        var expected = drafted.Particulars.Clone();
        (expected.Goal, _) = ("贯通", expected.Criteria.Remove("便道已贯通"));
        expected.Criteria.Add(["甲", "乙"]);
        Assert.Equal(expected, updated.Particulars);
    }

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("en", "en")]
    public async Task An_error_speaks_the_callers_language(string asked, string locale)
    {
        var office = await sample.IssuesAsync("ledger-a", asked);

        var status = await StatusOf(() => office.GetIssueAsync(new V1.GetIssueRequest { Name = SampleServer.Project + "/issues/NOBODY" }).ResponseAsync);

        Assert.Equal("NOT_FOUND", status.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Equal(locale, status.GetDetail<Google.Rpc.LocalizedMessage>()!.Locale);
        Assert.Equal(locale == "en", status.Message.All(char.IsAscii));
    }

    [Fact]
    public async Task Another_parks_issues_are_not_found()
    {
        var stranger = new V1.IssueService.IssueServiceClient(await sample.Server.GrpcAsAsync("bengbu.system-admin"));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => stranger.GetIssueAsync(new V1.GetIssueRequest { Name = SampleServer.Project + "/issues/LFP-2023-01" }).ResponseAsync));
    }

    [Fact]
    public async Task What_the_caller_may_do_is_what_the_rules_would_allow()
    {
        var office = await sample.IssuesAsync("ledger-a", "en");
        var drafted = await DraftAsync(office, "E2E-ACTIONS");
        Assert.True(drafted.AllowedActions.Single(action => action.Verb == "register").Allowed);
        var accept = drafted.AllowedActions.Single(action => action.Verb == "accept");
        Assert.False(accept.Allowed);
        Assert.NotEmpty(accept.Explanation);
    }
}
