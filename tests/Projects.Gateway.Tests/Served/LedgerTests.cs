using Grpc.Core;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

[Collection(OnSampleServer.Name)]
public sealed class LedgerTests(SampleServer sample)
{
    private const string Campaign = "parks/panzhihua/projects/theme-education";

    [Theory]
    [InlineData("due")]
    [InlineData("number desc")]
    [InlineData("light")]
    public async Task Pages_hold_every_row_once_while_others_come(string order)
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        var filter = new V1.LedgerFilter { Project = Campaign };
        var whole = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", OrderBy = order, Filter = filter, CountTotal = true });
        var paged = new List<string>();
        var token = "";
        do
        {
            var page = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", OrderBy = order, Filter = filter, PageSize = 3, PageToken = token });
            paged.AddRange(page.Rows.Select(row => row.Issue));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(whole.Rows.Select(row => row.Issue), paged);
        Assert.Equal(whole.TotalSize, paged.Count);
    }

    [Fact]
    public async Task A_page_token_of_another_question_is_invalid()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        var page = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 1 });
        Assert.Equal("INVALID", await RefusalOf(() =>
            ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 1, PageToken = page.NextPageToken, OrderBy = "number" }).ResponseAsync));
    }

    [Fact]
    public async Task The_committees_list_is_two_fifths_closed_and_the_branches_are_an_interval()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        var rates = await ledger.ListRatesAsync(new V1.ListRatesRequest { Parent = "parks/panzhihua" });

        string Shown(string list, V1.RateKind kind) => rates.Lists.Single(group => group.List == $"{Campaign}/lists/{list}").Rates.Single(rate => rate.Kind == kind).Rate.Shown;
        Assert.Equal("40.0 %", Shown("committee", V1.RateKind.Closure));
        Assert.Equal("约71.7%–86.8%", Shown("branches", V1.RateKind.Rectification));
        var total = rates.Whole.Rates.Single(rate => rate.Kind == V1.RateKind.Closure);
        Assert.Null(total.Rate);
        Assert.NotEmpty(total.NoTotal);
    }

    [Fact]
    public async Task An_administrator_reads_no_business_and_an_enterprise_only_its_own()
    {
        var administrator = await sample.LedgerAsync("system-admin");
        Assert.Equal("FORBIDDEN", await RefusalOf(() => administrator.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua" }).ResponseAsync));
        var enterprise = await sample.LedgerAsync("enterprise-a");
        var page = await enterprise.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua" });
        Assert.Single(page.Rows.Select(row => row.ProjectDisplayName).Distinct());
    }

    [Fact]
    public async Task A_watch_goes_on_where_it_left_off_and_misses_nothing()
    {
        var office = await sample.IssuesAsync("ledger-a");
        var ledger = await sample.LedgerAsync("ledger-a");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string token;
        using (var first = ledger.WatchLedger(new V1.WatchLedgerRequest { Parent = "parks/panzhihua" }, cancellationToken: patience.Token))
        {
            Assert.True(await first.ResponseStream.MoveNext(patience.Token));
            token = first.ResponseStream.Current.ResumeToken;
            var seen = await DraftAsync(office, "E2E-WATCH-1");
            token = (await UntilAsync(first.ResponseStream, seen.Name, patience.Token)).ResumeToken;
        }
        var missed = await DraftAsync(office, "E2E-WATCH-2");

        using var second = ledger.WatchLedger(new V1.WatchLedgerRequest { Parent = "parks/panzhihua", ResumeToken = token }, cancellationToken: patience.Token);
        var change = await UntilAsync(second.ResponseStream, missed.Name, patience.Token);

        Assert.Equal("issue.drafted", change.Entries[^1].Event);
        Assert.Equal("parks/panzhihua/people/ledger-a", change.Entries[^1].By.Person);
    }

    [Fact]
    public async Task A_watch_ends_with_the_session()
    {
        var own = await sample.Server.GrpcInOwnSessionAsync("panzhihua.supervision-a");
        var (session, ledger) = (new V1.SessionService.SessionServiceClient(own), new V1.LedgerService.LedgerServiceClient(own));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var watch = ledger.WatchLedger(new V1.WatchLedgerRequest { Parent = "parks/panzhihua" }, cancellationToken: patience.Token);
        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));

        await session.DeleteSessionAsync(new V1.DeleteSessionRequest());

        Assert.Equal("UNAUTHENTICATED", await RefusalOf(async () =>
        {
            while (await watch.ResponseStream.MoveNext(patience.Token)) { }
        }));
    }

    private static async Task<V1.WatchLedgerResponse> UntilAsync(IAsyncStreamReader<V1.WatchLedgerResponse> changes, string issue, CancellationToken patience)
    {
        while (await changes.MoveNext(patience))
            if (changes.Current.Rows.Any(row => row.Issue == issue))
                return changes.Current;
        throw new InvalidOperationException($"Phase: watch. Expected: {issue}. Seen: the end of the stream.");
    }
}
