using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>催办 over the wire: urged, answered, settled, and each short cut refused alike over gRPC and JSON.</summary>
[Collection(OnSampleServer.Name)]
public sealed class UrgingTests(SampleServer sample)
{
    private const string Park = "parks/panzhihua";
    private const string Overdue = "parks/panzhihua/projects/theme-education/issues/ZT-2023-04";

    [Fact]
    public async Task An_issue_near_its_limit_is_urged_answered_and_settled_by_three_people()
    {
        var name = await NearItsLimitAsync("E2E-URGED");
        var (supervision, unit, office) = (await sample.IssuesAsync("supervision-a"), await sample.IssuesAsync("planning-handler"), await sample.IssuesAsync("ledger-a"));
        var urge = new V1.UrgeIssueRequest { Name = name, Trigger = V1.UrgingTrigger.NearDue, Level = V1.UrgingLevel.Reminder, Message = "请抓紧", RequestId = Guid.NewGuid().ToString() };

        await RefusedAsync("FORBIDDEN", "planning-handler", name, "urge", () => unit.UrgeIssueAsync(urge).ResponseAsync, new { trigger = "URGING_TRIGGER_NEAR_DUE", level = "URGING_LEVEL_REMINDER" });
        await RefusedAsync("INVALID", "supervision-a", name, "urge", () => supervision.UrgeIssueAsync(new V1.UrgeIssueRequest(urge) { Level = V1.UrgingLevel.Unspecified }).ResponseAsync, new { trigger = "URGING_TRIGGER_NEAR_DUE" });
        await RefusedAsync("WRONG_STATE", "supervision-a", name, "urge", () => supervision.UrgeIssueAsync(new V1.UrgeIssueRequest(urge) { Trigger = V1.UrgingTrigger.Overdue }).ResponseAsync,
            new { trigger = "URGING_TRIGGER_OVERDUE", level = "URGING_LEVEL_URGING_SLIP" });
        var urged = await supervision.UrgeIssueAsync(urge);
        var notice = Assert.Single(urged.Urgings);
        Assert.Equal((1, 5, V1.UrgingState.AwaitingReply, "parks/panzhihua/units/planning", "parks/panzhihua/people/supervision-a"), (notice.Number, notice.WithinWorkingDays, notice.State, notice.Unit, notice.By.Person));
        Assert.Equal(urged.Etag, (await supervision.UrgeIssueAsync(urge)).Etag);
        Assert.Equal(urged.Etag, (await supervision.UrgeIssueAsync(new V1.UrgeIssueRequest(urge) { RequestId = "" })).Etag);

        await RefusedAsync("NOT_FOUND", "planning-handler", name, "replyToUrging", () => unit.ReplyToUrgingAsync(new V1.ReplyToUrgingRequest { Name = name, Notice = 9, Reply = "已办" }).ResponseAsync, new { notice = 9, reply = "已办" });
        await RefusedAsync("INVALID", "planning-handler", name, "replyToUrging", () => unit.ReplyToUrgingAsync(new V1.ReplyToUrgingRequest { Name = name, Notice = 1 }).ResponseAsync, new { notice = 1 });
        await RefusedAsync("FORBIDDEN", "ledger-a", name, "replyToUrging", () => office.ReplyToUrgingAsync(new V1.ReplyToUrgingRequest { Name = name, Notice = 1, Reply = "已办" }).ResponseAsync, new { notice = 1, reply = "已办" });
        await RefusedAsync("WRONG_STATE", "ledger-a", name, "settleUrging", () => office.SettleUrgingAsync(new V1.SettleUrgingRequest { Name = name, Notice = 1, Accepted = true }).ResponseAsync, new { notice = 1, accepted = true });
        var replied = await unit.ReplyToUrgingAsync(new V1.ReplyToUrgingRequest { Name = name, Notice = 1, Reply = "便道本周贯通", PromisedDate = On(2024, 1, 16) });
        Assert.Equal(V1.UrgingState.AwaitingSettlement, replied.Urgings[0].State);

        await RefusedAsync("REASON_REQUIRED", "ledger-a", name, "settleUrging", () => office.SettleUrgingAsync(new V1.SettleUrgingRequest { Name = name, Notice = 1 }).ResponseAsync, new { notice = 1 });
        await RefusedAsync("FORBIDDEN", "planning-handler", name, "settleUrging", () => unit.SettleUrgingAsync(new V1.SettleUrgingRequest { Name = name, Notice = 1, Accepted = true }).ResponseAsync, new { notice = 1, accepted = true });
        var settled = await office.SettleUrgingAsync(new V1.SettleUrgingRequest { Name = name, Notice = 1, Accepted = true });
        var reply = Assert.Single(settled.Urgings[0].Replies);
        Assert.Equal((V1.UrgingState.Answered, true, "parks/panzhihua/people/ledger-a"), (settled.Urgings[0].State, reply.Accepted, reply.SettledBy.Person));

        var rows = (await (await sample.LedgerAsync("auditor-a")).ListLedgerAsync(new V1.ListLedgerRequest { Parent = Park, Filter = new V1.LedgerFilter { Text = "E2E-URGED" } })).Rows;
        Assert.Equal((V1.UrgingLevel.Reminder, notice.By.Date), (Assert.Single(rows).UrgedLevel, rows[0].UrgedDate));
    }

    [Fact]
    public async Task The_desk_finds_what_is_due_acts_on_it_and_finds_it_among_what_awaits_a_reply()
    {
        var (desk, supervision, unit) = (await DeskAsync("supervision-a"), await sample.IssuesAsync("supervision-a"), await sample.IssuesAsync("planning-head"));
        var due = (await DueAsync(desk)).Single(one => one.Issue.Issue == Overdue);
        Assert.Equal((V1.UrgingTrigger.Overdue, V1.UrgingLevel.SupervisionLetter, 2), (due.Trigger, due.Level, due.Follows));
        Assert.Contains("urge", (await supervision.GetIssueAsync(new V1.GetIssueRequest { Name = Overdue })).AllowedActions.Where(action => action.Allowed).Select(action => action.Verb));
        await RefusedAsync("FORBIDDEN", "ledger-a", Overdue, "urge", null, new { trigger = "URGING_TRIGGER_OVERDUE", level = "URGING_LEVEL_SUPERVISION_LETTER" });
        await RefusedAsync("WRONG_STATE", "supervision-a", Overdue, "urge", null, new { trigger = "URGING_TRIGGER_OVERDUE", level = "URGING_LEVEL_LISTED_SUPERVISION" });

        var urged = await supervision.UrgeIssueAsync(new V1.UrgeIssueRequest { Name = Overdue, Trigger = due.Trigger, Level = due.Level, Document = "高新督〔2024〕1号" });

        Assert.Equal("parks/panzhihua/people/deputy-a", urged.Urgings[2].Person);
        Assert.DoesNotContain(await DueAsync(desk), one => one.Issue.Issue == Overdue);
        Assert.Equal("TOO_LATE", await RefusalOf(() => unit.ReplyToUrgingAsync(new V1.ReplyToUrgingRequest { Name = Overdue, Notice = 2, Reply = "已办", PromisedDate = On(2024, 1, 31) }).ResponseAsync));
        var letters = await desk.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park, Filter = new V1.UrgingFilter { Levels = { V1.UrgingLevel.SupervisionLetter }, States = { V1.UrgingState.AwaitingReply } } });
        Assert.Equal(urged.Urgings[2], Assert.Single(letters.Urgings));
        var overdue = await desk.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park, Filter = new V1.UrgingFilter { ReplyOverdue = true } });
        Assert.All(overdue.Urgings, notice => Assert.True(notice.ReplyOverdue));
        var ofIssue = await desk.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park, Filter = new V1.UrgingFilter { Issue = Overdue } });
        Assert.Equal(urged.Urgings, ofIssue.Urgings);
    }

    [Fact]
    public async Task Notices_are_listed_page_by_page_over_json_too()
    {
        var desk = await DeskAsync("auditor-a");
        var request = new V1.ListUrgingsRequest { Parent = Park, PageSize = 1, Filter = new V1.UrgingFilter { Project = $"{Park}/projects/theme-education" } };
        var first = await desk.ListUrgingsAsync(request);
        Assert.True(first.TotalSize >= 2);
        request.PageToken = first.NextPageToken;
        Assert.NotEqual(first.Urgings, (await desk.ListUrgingsAsync(request)).Urgings);
        request.Filter.ReplyOverdue = true;
        Assert.Equal("INVALID", await RefusalOf(() => desk.ListUrgingsAsync(request).ResponseAsync));
        Assert.Equal("INVALID", await RefusalOf(() => desk.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park, Filter = new V1.UrgingFilter { Project = "parks/kunshan/projects/x" } }).ResponseAsync));

        using var http = await sample.Server.HttpAsAsync("panzhihua.auditor-a");
        var listed = await http.GetFromJsonAsync<JsonElement>($"/v1/{Park}/urgings?filter.levels=URGING_LEVEL_URGING_SLIP&filter.unit={Park}/units/planning");
        Assert.Equal(Overdue, listed.GetProperty("urgings")[0].GetProperty("issue").GetString());
        var due = await http.GetFromJsonAsync<JsonElement>($"/v1/{Park}/urgings:due?pageSize=1");
        Assert.Equal(1, due.GetProperty("dueUrgings").GetArrayLength());
    }

    [Fact]
    public async Task An_administrator_sees_no_urging_and_an_enterprise_only_that_of_its_projects()
    {
        var administrator = await DeskAsync("system-admin");
        Assert.Equal("FORBIDDEN", await RefusalOf(() => administrator.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park }).ResponseAsync));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => administrator.ListDueUrgingsAsync(new V1.ListDueUrgingsRequest { Parent = Park }).ResponseAsync));
        var stranger = new V1.UrgingService.UrgingServiceClient(await sample.Server.GrpcAsAsync("kunshan.chief"));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => stranger.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park }).ResponseAsync));

        var enterprise = await DeskAsync("enterprise-a");
        var seen = await enterprise.ListUrgingsAsync(new V1.ListUrgingsRequest { Parent = Park });
        Assert.All(seen.Urgings, notice => Assert.StartsWith($"{SampleServer.Project}/", notice.Issue, StringComparison.Ordinal));
        Assert.All(await DueAsync(enterprise), one => Assert.StartsWith($"{SampleServer.Project}/", one.Issue.Issue, StringComparison.Ordinal));
    }

    /// <summary>An issue due in three working days, accepted by its unit.</summary>
    private async Task<string> NearItsLimitAsync(string number)
    {
        var office = await sample.IssuesAsync("ledger-a");
        var particulars = Particulars("施工便道未通");
        particulars.DueDate = On(2024, 1, 17);
        var drafted = await office.CreateIssueAsync(new V1.CreateIssueRequest { Parent = SampleServer.Project, IssueId = number, Issue = new V1.Issue { List = SampleServer.List, Particulars = particulars } });
        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = drafted.Name });
        await (await sample.IssuesAsync("planning-head")).AcceptIssueAsync(new V1.AcceptIssueRequest { Name = drafted.Name });
        return drafted.Name;
    }

    private static async Task<IEnumerable<V1.DueUrging>> DueAsync(V1.UrgingService.UrgingServiceClient desk) =>
        (await desk.ListDueUrgingsAsync(new V1.ListDueUrgingsRequest { Parent = Park, PageSize = 500 })).DueUrgings;

    private async Task<V1.UrgingService.UrgingServiceClient> DeskAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));

    /// <summary>The same order is refused for the same reason over gRPC and over JSON.</summary>
    private async Task RefusedAsync(string reason, string person, string name, string verb, Func<Task>? grpc, object body)
    {
        if (grpc is not null)
            Assert.Equal(reason, await RefusalOf(grpc));
        using var http = await sample.Server.HttpAsAsync($"panzhihua.{person}");
        using var response = await http.PostAsJsonAsync($"/v1/{name}:{verb}", body);
        var status = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(reason, status.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    private static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
