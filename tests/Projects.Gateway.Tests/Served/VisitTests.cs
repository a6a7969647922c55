using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>走访 over the wire: recorded with the issues it found, corrected by another record, and each short cut refused alike over gRPC and JSON.</summary>
[Collection(OnSampleServer.Name)]
public sealed class VisitTests(SampleServer sample)
{
    private const string Park = "parks/panzhihua";

    [Fact]
    public async Task A_leaders_visit_drafts_what_it_found_and_is_told_twice_without_harm()
    {
        var leader = await AsAsync("deputy-a");
        var request = Visit("e2e-v1");
        request.Visit.Drafts.Add(Draft("便道积水"));

        var visit = await leader.CreateVisitAsync(request);

        Assert.Equal(($"{SampleServer.Project}/visits/e2e-v1", "parks/panzhihua/people/deputy-a", On(2024, 1, 11)), (visit.Name, visit.By.Person, visit.VisitDate));
        var issue = await (await sample.IssuesAsync("deputy-a")).GetIssueAsync(new V1.GetIssueRequest { Name = Assert.Single(visit.Issues) });
        Assert.Equal((V1.IssueState.Draft, "便道积水"), (issue.State, issue.Particulars.Description));
        Assert.Equal(visit, await leader.CreateVisitAsync(request));
        Assert.Equal(visit, await leader.CreateVisitAsync(new V1.CreateVisitRequest(request) { RequestId = "" }));
        Assert.Equal(visit, await leader.GetVisitAsync(new V1.GetVisitRequest { Name = visit.Name }));
        await RefusedAsync("NUMBER_TAKEN", "deputy-a", Visit("e2e-v1"));
    }

    [Fact]
    public async Task What_a_visit_lacks_or_names_wrongly_is_refused()
    {
        await RefusedAsync("FORBIDDEN", "supervision-a", Visit("e2e-no"));
        await RefusedAsync("FUTURE_DATE", "officer-a", Visit("e2e-no", visit => visit.VisitDate = On(2025, 1, 1)));
        await RefusedAsync("INVALID", "officer-a", Visit("e2e-no", visit => visit.Visitors.Clear()));
        await RefusedAsync("INVALID", "officer-a", Visit("e2e-no", visit => visit.Visitors.Add("parks/kunshan/people/chief")));
        await RefusedAsync("INVALID", "officer-a", Visit("e2e-no", visit => visit.VisitDate = null));
        await RefusedAsync("INVALID", "officer-a", Visit("E2E NO"));
        await RefusedAsync("NOT_FOUND", "officer-a", Visit("e2e-no", visit => visit.Issues.Add($"{SampleServer.Project}/issues/NO-SUCH")));
        await RefusedAsync("NOT_FOUND", "officer-a", Visit("e2e-no", visit => visit.Corrects = $"{SampleServer.Project}/visits/no-such", reason: "记错"));
        await RefusedAsync("INVALID", "officer-a", Visit("e2e-no", visit => visit.Drafts.Add(Draft(""))));

        var nobody = await AsAsync("system-admin");
        Assert.Equal("NOT_FOUND", await RefusalOf(() => nobody.GetVisitAsync(new V1.GetVisitRequest { Name = $"{SampleServer.Project}/visits/e2e-no" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => nobody.ListVisitsAsync(new V1.ListVisitsRequest { Parent = "parks/kunshan/projects/-" }).ResponseAsync));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => nobody.ListVisitsAsync(new V1.ListVisitsRequest { Parent = $"{Park}/projects/-" }).ResponseAsync));
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_wrong_record_which_stays_to_be_read()
    {
        var officer = await AsAsync("officer-a");
        var wrong = await officer.CreateVisitAsync(Visit("e2e-wrong"));
        await RefusedAsync("REASON_REQUIRED", "officer-a", Visit("e2e-right", visit => visit.Corrects = wrong.Name));
        var right = await officer.CreateVisitAsync(Visit("e2e-right", visit => visit.Corrects = wrong.Name, reason: "日期记错"));
        await RefusedAsync("WRONG_STATE", "officer-a", Visit("e2e-again", visit => visit.Corrects = wrong.Name, reason: "日期记错"));

        Assert.Equal(right.Name, (await officer.GetVisitAsync(new V1.GetVisitRequest { Name = wrong.Name })).CorrectedBy);
        Assert.DoesNotContain(wrong.Name, await NamesAsync(officer, new V1.ListVisitsRequest { Parent = SampleServer.Project }));
        Assert.Contains(wrong.Name, await NamesAsync(officer, new V1.ListVisitsRequest { Parent = SampleServer.Project, ShowCorrected = true }));
    }

    [Fact]
    public async Task Visits_of_the_whole_park_come_newest_first_page_by_page_and_an_enterprise_sees_its_own()
    {
        var officer = await AsAsync("officer-a");
        await officer.CreateVisitAsync(Visit("e2e-old", visit => visit.VisitDate = On(2023, 12, 1)));
        await officer.CreateVisitAsync(Visit("e2e-new", visit => visit.VisitDate = On(2024, 1, 12)));
        var all = new V1.ListVisitsRequest { Parent = $"{Park}/projects/-", PageSize = 2 };
        var (seen, total) = (new List<V1.Visit>(), 0);
        do
        {
            var page = await officer.ListVisitsAsync(all);
            seen.AddRange(page.Visits);
            (all.PageToken, total) = (page.NextPageToken, page.TotalSize);
        }
        while (all.PageToken.Length > 0);

        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.OrderByDescending(visit => $"{visit.VisitDate.Year:0000}-{visit.VisitDate.Month:00}-{visit.VisitDate.Day:00}").Select(visit => visit.VisitDate), seen.Select(visit => visit.VisitDate));
        var within = await NamesAsync(officer, new V1.ListVisitsRequest { Parent = SampleServer.Project, FromDate = On(2023, 12, 1), ToDate = On(2023, 12, 1) });
        Assert.Equal([$"{SampleServer.Project}/visits/e2e-old"], within);
        Assert.All(await NamesAsync(await AsAsync("enterprise-a"), new V1.ListVisitsRequest { Parent = $"{Park}/projects/-", PageSize = 500 }), name => Assert.StartsWith($"{SampleServer.Project}/", name, StringComparison.Ordinal));

        using var http = await sample.Server.HttpAsAsync("panzhihua.auditor-a");
        var json = await http.GetFromJsonAsync<JsonElement>($"/v1/{Park}/projects/-/visits?pageSize=1");
        Assert.Equal(1, json.GetProperty("visits").GetArrayLength());
    }

    private static V1.CreateVisitRequest Visit(string id, Action<V1.Visit>? change = null, string reason = "")
    {
        var visit = new V1.Visit { VisitDate = On(2024, 1, 11), Visitors = { $"{Park}/people/officer-a" }, Enterprise = "某企业", Seen = "便道积水", Demands = { "排水" }, CorrectionReason = reason };
        change?.Invoke(visit);
        return new() { Parent = SampleServer.Project, VisitId = id, Visit = visit, RequestId = Guid.NewGuid().ToString() };
    }

    private static V1.IssueDraft Draft(string description) => new() { List = SampleServer.List, Particulars = Particulars(description) };

    private static async Task<IEnumerable<string>> NamesAsync(V1.VisitService.VisitServiceClient client, V1.ListVisitsRequest request) =>
        (await client.ListVisitsAsync(request)).Visits.Select(visit => visit.Name);

    /// <summary>The same record is refused for the same reason over gRPC and over JSON.</summary>
    private async Task RefusedAsync(string reason, string person, V1.CreateVisitRequest request)
    {
        var client = await AsAsync(person);
        Assert.Equal(reason, await RefusalOf(() => client.CreateVisitAsync(request).ResponseAsync));
        Assert.Equal(reason, await sample.Server.RefusalOverJsonAsync(person, $"/v1/{request.Parent}/visits?visitId={Uri.EscapeDataString(request.VisitId)}", request.Visit));
    }

    private async Task<V1.VisitService.VisitServiceClient> AsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));

    private static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
