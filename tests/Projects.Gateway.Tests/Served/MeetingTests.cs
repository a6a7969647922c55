using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>调度会 over the wire: what is decided is an issue from then on, and each short cut is refused alike over gRPC and JSON.</summary>
[Collection(OnSampleServer.Name)]
public sealed class MeetingTests(SampleServer sample)
{
    private const string Park = "parks/panzhihua";

    [Fact]
    public async Task Resolutions_become_issues_and_the_meeting_shows_how_they_stand()
    {
        var (officer, office) = (await AsAsync("officer-a"), await sample.IssuesAsync("ledger-a"));
        var standing = await DraftAsync(office, "E2E-MEETING");
        var request = Meeting("e2e-m1", meeting => meeting.Resolutions.Add(new V1.Resolution { Text = "续办便道", Unit = $"{Park}/units/planning", DueDate = On(2024, 2, 29), Issue = standing.Name }));

        var held = await officer.CreateMeetingAsync(request);

        Assert.Equal(($"{SampleServer.Project}/meetings/e2e-m1", $"{Park}/people/deputy-a", $"{Park}/people/officer-a"), (held.Name, held.Chair, held.By.Person));
        Assert.Equal([SampleServer.List, ""], held.Resolutions.Select(item => item.List));
        Assert.All(held.Resolutions, item => Assert.Equal(V1.IssueState.Draft, item.State));
        var drafted = await office.GetIssueAsync(new V1.GetIssueRequest { Name = held.Resolutions[0].Issue });
        Assert.Equal(("二月底前拓宽便道", On(2024, 2, 29), $"{Park}/units/planning", "调度会 e2e-m1（2024-01-11）：便道推进"), (drafted.Particulars.Description, drafted.Particulars.DueDate, drafted.Particulars.LeadUnit, drafted.Particulars.Source));
        Assert.Equal(held, await officer.CreateMeetingAsync(request));
        Assert.Equal(held, await officer.CreateMeetingAsync(new V1.CreateMeetingRequest(request) { RequestId = "" }));
        await RefusedAsync("NUMBER_TAKEN", "officer-a", Meeting("e2e-m1"));

        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = standing.Name });
        var later = await officer.GetMeetingAsync(new V1.GetMeetingRequest { Name = held.Name });
        Assert.Equal([V1.IssueState.Draft, V1.IssueState.Registered], later.Resolutions.Select(item => item.State));
    }

    [Fact]
    public async Task What_a_meeting_lacks_or_names_wrongly_is_refused()
    {
        await RefusedAsync("FORBIDDEN", "planning-handler", Meeting("e2e-no"));
        await RefusedAsync("FUTURE_DATE", "officer-a", Meeting("e2e-no", meeting => meeting.MeetingDate = On(2025, 1, 1)));
        await RefusedAsync("INVALID", "officer-a", Meeting("e2e-no", meeting => meeting.Chair = ""));
        await RefusedAsync("INVALID", "officer-a", Meeting("e2e-no", meeting => meeting.Attendees.Clear()));
        await RefusedAsync("INVALID", "officer-a", Meeting("e2e-no", meeting => meeting.Resolutions[0].List = ""));
        await RefusedAsync("INVALID", "officer-a", Meeting("e2e-no", meeting => meeting.Resolutions[0].Unit = ""));
        await RefusedAsync("INVALID", "officer-a", Meeting("e2e-no", meeting => meeting.Resolutions[0].List = $"{Park}/projects/theme-education/lists/committee"));
        await RefusedAsync("NOT_FOUND", "officer-a", Meeting("e2e-no", meeting => meeting.Resolutions[0].List = $"{SampleServer.Project}/lists/no-such"));
        await RefusedAsync("NOT_FOUND", "officer-a", Meeting("e2e-no", meeting => (meeting.Resolutions[0].List, meeting.Resolutions[0].Issue) = ("", $"{SampleServer.Project}/issues/NO-SUCH")));
        await RefusedAsync("NOT_FOUND", "officer-a", Meeting("e2e-no", meeting => (meeting.Corrects, meeting.CorrectionReason) = ($"{SampleServer.Project}/meetings/no-such", "记错")));

        var nobody = await AsAsync("system-admin");
        Assert.Equal("NOT_FOUND", await RefusalOf(() => nobody.GetMeetingAsync(new V1.GetMeetingRequest { Name = $"{SampleServer.Project}/meetings/e2e-no" }).ResponseAsync));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => nobody.ListMeetingsAsync(new V1.ListMeetingsRequest { Parent = $"{Park}/projects/-" }).ResponseAsync));
        Assert.Equal("INVALID", await RefusalOf(() => nobody.ListMeetingsAsync(new V1.ListMeetingsRequest { Parent = Park }).ResponseAsync));
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_wrong_record_and_lists_leave_that_out()
    {
        var officer = await AsAsync("officer-a");
        var wrong = await officer.CreateMeetingAsync(Meeting("e2e-wrong"));
        V1.CreateMeetingRequest Correcting(string id, string reason) => Meeting(id, meeting =>
        {
            (meeting.Corrects, meeting.CorrectionReason) = (wrong.Name, reason);
            (meeting.Resolutions[0].List, meeting.Resolutions[0].Issue) = ("", wrong.Resolutions[0].Issue);
        });
        await RefusedAsync("REASON_REQUIRED", "officer-a", Correcting("e2e-right", ""));
        var right = await officer.CreateMeetingAsync(Correcting("e2e-right", "主持人记错"));
        await RefusedAsync("WRONG_STATE", "officer-a", Correcting("e2e-again", "主持人记错"));

        Assert.Equal(wrong.Resolutions[0].Issue, right.Resolutions[0].Issue);
        Assert.Equal(right.Name, (await officer.GetMeetingAsync(new V1.GetMeetingRequest { Name = wrong.Name })).CorrectedBy);
        var shown = await officer.ListMeetingsAsync(new V1.ListMeetingsRequest { Parent = $"{Park}/projects/-", PageSize = 500 });
        Assert.Equal(shown.TotalSize, shown.Meetings.Count);
        Assert.DoesNotContain(wrong.Name, shown.Meetings.Select(meeting => meeting.Name));
        var all = await officer.ListMeetingsAsync(new V1.ListMeetingsRequest { Parent = SampleServer.Project, ShowCorrected = true, FromDate = On(2024, 1, 11), ToDate = On(2024, 1, 11) });
        Assert.Superset(new HashSet<string> { wrong.Name, right.Name }, all.Meetings.Select(meeting => meeting.Name).ToHashSet());

        using var http = await sample.Server.HttpAsAsync("panzhihua.auditor-a");
        var json = await http.GetFromJsonAsync<JsonElement>($"/v1/{Park}/projects/-/meetings?pageSize=1");
        Assert.Equal(1, json.GetProperty("meetings").GetArrayLength());
    }

    private static V1.CreateMeetingRequest Meeting(string id, Action<V1.Meeting>? change = null)
    {
        var meeting = new V1.Meeting
        {
            MeetingDate = On(2024, 1, 11),
            Chair = $"{Park}/people/deputy-a",
            Attendees = { $"{Park}/people/planning-head" },
            Topic = "便道推进",
            Resolutions = { new V1.Resolution { Text = "二月底前拓宽便道", Unit = $"{Park}/units/planning", DueDate = On(2024, 2, 29), List = SampleServer.List } },
        };
        change?.Invoke(meeting);
        return new() { Parent = SampleServer.Project, MeetingId = id, Meeting = meeting, RequestId = Guid.NewGuid().ToString() };
    }

    /// <summary>The same record is refused for the same reason over gRPC and over JSON.</summary>
    private async Task RefusedAsync(string reason, string person, V1.CreateMeetingRequest request)
    {
        var client = await AsAsync(person);
        Assert.Equal(reason, await RefusalOf(() => client.CreateMeetingAsync(request).ResponseAsync));
        Assert.Equal(reason, await sample.Server.RefusalOverJsonAsync(person, $"/v1/{request.Parent}/meetings?meetingId={request.MeetingId}", request.Meeting));
    }

    private async Task<V1.MeetingService.MeetingServiceClient> AsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));

    private static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
