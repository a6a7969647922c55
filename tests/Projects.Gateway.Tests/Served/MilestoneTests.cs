using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>A milestone 节点 over the wire: three dates, other eyes than the reporter's, and each short cut refused alike over gRPC and JSON.</summary>
[Collection(OnSampleServer.Name)]
public sealed class MilestoneTests(SampleServer sample)
{
    [Fact]
    public async Task A_milestone_is_planned_forecast_reported_and_verified_by_somebody_else()
    {
        var officer = await AsAsync("officer-a");
        var planned = await PlanAsync(officer, "e2e-roof");
        Assert.Equal((V1.MilestoneState.Planned, V1.Light.Green), (planned.State, planned.Light));
        Assert.Null(planned.Variance);

        var forecast = await officer.ForecastMilestoneAsync(new V1.ForecastMilestoneRequest { Name = planned.Name, ForecastDate = On(2024, 3, 8), Reason = "钢构晚到", Etag = planned.Etag });
        Assert.Equal((V1.Light.Yellow, 7, 5), (forecast.Light, forecast.Variance.CalendarDays, forecast.Variance.WorkingDays));
        Assert.Equal("CONFLICT", await RefusalOf(() => officer.ForecastMilestoneAsync(
            new V1.ForecastMilestoneRequest { Name = planned.Name, ForecastDate = On(2024, 3, 9), Reason = "再晚", Etag = planned.Etag }).ResponseAsync));

        Assert.Equal("NO_EVIDENCE", await RefusalOf(() => officer.ReportMilestoneAsync(new V1.ReportMilestoneRequest { Name = planned.Name, ActualDate = On(2024, 1, 11) }).ResponseAsync));
        var file = await UploadAsync(await sample.EvidenceAsync("officer-a"), Pdf());
        Assert.Equal("FUTURE_DATE", await RefusalOf(() => officer.ReportMilestoneAsync(
            new V1.ReportMilestoneRequest { Name = planned.Name, ActualDate = On(2025, 1, 1), Evidence = { file.Name } }).ResponseAsync));
        var reported = await officer.ReportMilestoneAsync(new V1.ReportMilestoneRequest { Name = planned.Name, ActualDate = On(2024, 1, 11), Evidence = { file.Name } });
        Assert.Equal((V1.MilestoneState.Reported, file.Name), (reported.State, Assert.Single(reported.Evidence)));

        _ = await RefusedAsync("SEPARATION_OF_DUTIES", "officer-a", planned.Name, () => officer.VerifyMilestoneAsync(new V1.VerifyMilestoneRequest { Name = planned.Name }).ResponseAsync);
        var handler = await AsAsync("planning-handler");
        _ = await RefusedAsync("FORBIDDEN", "planning-handler", planned.Name, () => handler.VerifyMilestoneAsync(new V1.VerifyMilestoneRequest { Name = planned.Name }).ResponseAsync);
        Assert.Equal("SEPARATION_OF_DUTIES", reported.AllowedActions.Single(action => action.Verb == "verify").Reason);

        var verified = await (await AsAsync("verifier-a")).VerifyMilestoneAsync(new V1.VerifyMilestoneRequest { Name = planned.Name, Note = "现场属实" });
        Assert.Equal((V1.MilestoneState.Verified, "parks/panzhihua/people/verifier-a"), (verified.State, verified.VerifiedBy.Person));
        Assert.Equal("parks/panzhihua/people/officer-a", verified.ReportedBy.Person);
    }

    [Theory]
    [InlineData("zh-CN", "节点“试车”由项目专员甲（或其委托人）上报，须由他人核实。")]
    [InlineData("en-US", "Milestone “试车” was reported by 项目专员甲 or for them; somebody else must verify it.")]
    public async Task A_refusal_says_names_to_people_and_codes_to_programs(string language, string message)
    {
        var officer = await AsAsync("officer-a");
        var planned = await PlanAsync(officer, $"e2e-named-{language[..2]}", "试车");
        var file = await UploadAsync(await sample.EvidenceAsync("officer-a"), Pdf());
        await officer.ReportMilestoneAsync(new V1.ReportMilestoneRequest { Name = planned.Name, ActualDate = On(2024, 1, 11), Evidence = { file.Name } });

        var status = await RefusedAsync(
            "SEPARATION_OF_DUTIES", "officer-a", planned.Name, () => officer.VerifyMilestoneAsync(new V1.VerifyMilestoneRequest { Name = planned.Name }).ResponseAsync, language);

        Assert.Equal(message, status.GetProperty("message").GetString());
        var facts = status.GetProperty("details")[0].GetProperty("metadata");
        Assert.Equal((planned.Name[(planned.Name.LastIndexOf('/') + 1)..], "officer-a"), (facts.GetProperty("milestone").GetString(), facts.GetProperty("person").GetString()));
        var shown = await (await AsAsync("officer-a", language)).GetMilestoneAsync(new V1.GetMilestoneRequest { Name = planned.Name });
        Assert.Equal(message, shown.AllowedActions.Single(action => action.Verb == "verify").Explanation);
    }

    [Fact]
    public async Task Milestones_are_laid_out_back_from_the_day_of_production_and_wait_for_one_another()
    {
        var officer = await AsAsync("officer-a");
        var chain = await officer.BackScheduleMilestonesAsync(new V1.BackScheduleMilestonesRequest
        {
            Parent = SampleServer.Project,
            ProductionDate = On(2024, 6, 28),
            Steps =
            {
                new V1.BackScheduleStep { MilestoneId = "e2e-order", DisplayName = "订货" },
                new V1.BackScheduleStep { MilestoneId = "e2e-install", DisplayName = "安装", Duration = new V1.DayCount { Days = 30, Basis = V1.DayBasis.Calendar } },
                new V1.BackScheduleStep { MilestoneId = "e2e-run", DisplayName = "投料", Duration = new V1.DayCount { Days = 5, Basis = V1.DayBasis.Working } },
            },
        });

        Assert.Equal([On(2024, 5, 22), On(2024, 6, 21), On(2024, 6, 28)], chain.Milestones.Select(milestone => milestone.BaselineDate));
        var file = await UploadAsync(await sample.EvidenceAsync("officer-a"), Pdf());
        Assert.Equal("PREDECESSOR_OPEN", await RefusalOf(() => officer.ReportMilestoneAsync(
            new V1.ReportMilestoneRequest { Name = $"{SampleServer.Project}/milestones/e2e-install", ActualDate = On(2024, 1, 11), Evidence = { file.Name } }).ResponseAsync));
    }

    [Fact]
    public async Task A_list_holds_what_was_asked_for_page_by_page()
    {
        var client = await AsAsync("auditor-a");
        var request = new V1.ListMilestonesRequest { Parent = SampleServer.Project, States = { V1.MilestoneState.Verified }, OrderBy = "code", PageSize = 1 };
        var seen = new List<string>();
        V1.ListMilestonesResponse page;
        do
        {
            page = await client.ListMilestonesAsync(request);
            seen.AddRange(page.Milestones.Select(milestone => milestone.Name[(milestone.Name.LastIndexOf('/') + 1)..]));
            request.PageToken = page.NextPageToken;
        }
        while (page.NextPageToken.Length > 0);

        Assert.Equal(page.TotalSize, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Contains("start", seen);
    }

    private static async Task<V1.Milestone> PlanAsync(V1.MilestoneService.MilestoneServiceClient officer, string id, string name = "厂房封顶") => await officer.CreateMilestoneAsync(new V1.CreateMilestoneRequest
    {
        Parent = SampleServer.Project,
        MilestoneId = id,
        Milestone = new V1.Milestone { DisplayName = name, BaselineDate = On(2024, 3, 1) },
    });

    /// <returns>What JSON says of it.</returns>
    private async Task<JsonElement> RefusedAsync(string reason, string person, string name, Func<Task> grpc, string language = "zh-CN")
    {
        Assert.Equal(reason, await RefusalOf(grpc));
        using var http = await sample.Server.HttpAsAsync($"panzhihua.{person}", language);
        using var response = await http.PostAsJsonAsync($"/v1/{name}:verify", new { });
        var status = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal(reason, status.GetProperty("details")[0].GetProperty("reason").GetString());
        return status;
    }

    private async Task<V1.MilestoneService.MilestoneServiceClient> AsAsync(string person, string language = "zh-CN") => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}", language));

    private static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
