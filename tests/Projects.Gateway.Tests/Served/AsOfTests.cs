using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>The two clocks of a look back over the wire.</summary>
[Collection(OnSampleServer.Name)]
public sealed class AsOfTests(SampleServer sample)
{
    private const string Park = "parks/panzhihua";

    [Fact]
    public async Task A_reply_says_which_clocks_it_answers_for_and_repeats_itself_for_them_whatever_is_recorded_later()
    {
        var (office, ledger) = (await sample.IssuesAsync("ledger-a"), await sample.LedgerAsync("ledger-a"));
        var early = await DraftAsync(office, $"E2E-ASOF-{Guid.NewGuid():N}"[..20]);
        var first = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = Park, PageSize = 500, CountTotal = true });
        var then = new V1.ListLedgerRequest { Parent = Park, PageSize = 500, CountTotal = true, AsOf = first.AsOf };
        var known = await ledger.ListLedgerAsync(then);
        var rates = await ledger.ListRatesAsync(new V1.ListRatesRequest { Parent = Park, AsOf = first.AsOf });

        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = early.Name });
        var late = await DraftAsync(office, $"E2E-ASOF-{Guid.NewGuid():N}"[..20]);

        Assert.Equal(first.AsOf, known.AsOf);
        Assert.Equal(first.Rows.Select(row => (row.Issue, row.State, row.Light, row.BallInCourt)), known.Rows.Select(row => (row.Issue, row.State, row.Light, row.BallInCourt)));
        Assert.Equal(first.TotalSize, known.TotalSize);
        Assert.All(known.Rows, row => Assert.Empty(row.Etag));
        Assert.Equal(known, await ledger.ListLedgerAsync(then));
        Assert.Equal(rates, await ledger.ListRatesAsync(new V1.ListRatesRequest { Parent = Park, AsOf = first.AsOf }));
        var now = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = Park, PageSize = 500 });
        Assert.Contains(late.Name, now.Rows.Select(row => row.Issue));

        var stood = await office.GetIssueAsync(new V1.GetIssueRequest { Name = early.Name, AsOf = first.AsOf });
        Assert.Equal((V1.IssueState.Draft, "", 0), (stood.State, stood.Etag, stood.AllowedActions.Count));
        Assert.Equal(V1.IssueState.Registered, (await office.GetIssueAsync(new V1.GetIssueRequest { Name = early.Name })).State);
        Assert.Equal("NOT_FOUND", await RefusalOf(() => office.GetIssueAsync(new V1.GetIssueRequest { Name = late.Name, AsOf = first.AsOf }).ResponseAsync));
    }

    [Fact]
    public async Task Pages_of_the_past_hold_every_row_once()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        var at = new V1.AsOf { EffectiveDate = new Date { Year = 2023, Month = 12, Day = 20 } };
        var whole = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = Park, PageSize = 500, AsOf = at, OrderBy = "light" });
        var paged = new List<string>();
        var token = "";
        do
        {
            var page = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = Park, PageSize = 3, PageToken = token, AsOf = at, OrderBy = "light" });
            paged.AddRange(page.Rows.Select(row => row.Issue));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.NotEmpty(paged);
        Assert.Equal(whole.Rows.Select(row => row.Issue), paged);
    }

    [Fact]
    public async Task Projects_their_history_and_the_parks_figures_are_those_of_the_day()
    {
        var projects = new V1.ProjectService.ProjectServiceClient(await sample.Server.GrpcAsAsync("panzhihua.auditor-a"));
        var at = new V1.AsOf { EffectiveDate = new Date { Year = 2023, Month = 12, Day = 20 } };
        var then = await projects.SummarizeProjectsAsync(new V1.SummarizeProjectsRequest { Parent = Park, AsOf = at });
        var listed = await projects.ListProjectsAsync(new V1.ListProjectsRequest { Parent = Park, AsOf = at, PageSize = 500 });
        Assert.Equal(at.EffectiveDate, then.Date);
        Assert.Equal(then.ProjectCount + then.CampaignCount, listed.TotalSize);

        var shown = await projects.GetProjectAsync(new V1.GetProjectRequest { Name = SampleServer.Project, AsOf = at });
        Assert.Equal(listed.Projects.Single(project => project.Name == SampleServer.Project).Light, shown.Light);
        var history = await projects.ListHistoryAsync(new V1.ListHistoryRequest { Name = SampleServer.Project, AsOf = at, PageSize = 500 });
        Assert.NotEmpty(history.Entries);
        Assert.All(history.Entries, entry => Assert.True(new DateOnly(entry.By.Date.Year, entry.By.Date.Month, entry.By.Date.Day) <= new DateOnly(2023, 12, 20)));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => projects.GetProjectAsync(new V1.GetProjectRequest { Name = SampleServer.Project, AsOf = new() { EffectiveDate = new Date { Year = 1999, Month = 1, Day = 1 } } }).ResponseAsync));
    }

    [Fact]
    public async Task What_has_not_come_yet_or_is_no_day_is_refused_by_its_field()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        Assert.Equal(["as_of.effective_date", "as_of.known_time"], await FieldsOf(new()
        {
            EffectiveDate = new Date { Year = 2099, Month = 1, Day = 1 },
            KnownTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        }));
        Assert.Equal(["as_of.effective_date"], await FieldsOf(new() { EffectiveDate = new Date { Year = 2024, Month = 2, Day = 30 } }));
        Assert.Equal(["as_of.known_time"], await FieldsOf(new() { KnownTime = new Timestamp { Seconds = 1, Nanos = -5 } }));
        // Known before it happened: nothing was, and that is the answer.
        Assert.Empty((await ledger.ListLedgerAsync(new() { Parent = Park, AsOf = new() { KnownTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) } })).Rows);

        async Task<string[]> FieldsOf(V1.AsOf at) =>
            [.. (await StatusOf(() => ledger.ListRatesAsync(new V1.ListRatesRequest { Parent = Park, AsOf = at }).ResponseAsync)).GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Over_JSON_the_clocks_stand_in_the_address()
    {
        using var http = await sample.Server.HttpAsAsync("panzhihua.auditor-a");
        var said = await http.GetStringAsync("/v1/parks/panzhihua/issues:rates?asOf.effectiveDate.year=2023&asOf.effectiveDate.month=12&asOf.effectiveDate.day=20&asOf.knownTime=2023-12-31T16:00:00Z");
        Assert.Contains("\"knownTime\": \"2023-12-31T16:00:00Z\"", said.Replace("\":\"", "\": \"", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
