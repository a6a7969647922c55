using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>A park's own labels and lists of kinds over the wire: who sets them, and where they are met.</summary>
[Collection(OnSampleServer.Name)]
public sealed class WordingTests(SampleServer sample)
{
    private const string Labels = "parks/taian/labels";
    private const string Sources = "parks/taian/vocabularies/issue-source";

    [Theory]
    [InlineData("zh-CN", "各级基层党组织", "整改销号")]
    [InlineData("en", "party branches at all levels", "rectified and closed")]
    public async Task A_parks_labels_stand_in_its_rates(string language, string branches, string closed)
    {
        var ledger = new V1.LedgerService.LedgerServiceClient(await sample.Server.GrpcAsAsync("panzhihua.auditor-a", language));
        var rates = await ledger.ListRatesAsync(new V1.ListRatesRequest { Parent = "parks/panzhihua" });
        Assert.Equal(branches, rates.Tiers.Single(group => group.Tier == V1.Tier.Branch).DisplayName);
        Assert.Equal(closed, rates.Measures.Single(group => group.Measure == V1.Measure.Closed).DisplayName);
    }

    [Fact]
    public async Task A_history_and_a_refusal_speak_the_parks_words_and_the_wires_values_stay()
    {
        var projects = new V1.ProjectService.ProjectServiceClient(await sample.Server.GrpcAsAsync("panzhihua.officer-a"));
        const string restart = "parks/panzhihua/projects/yellow-phosphorus-restart";
        var history = await projects.ListHistoryAsync(new V1.ListHistoryRequest { Name = restart });
        Assert.StartsWith("登记复工复产“", history.Entries[0].Summary, StringComparison.Ordinal);
        Assert.Equal(V1.ProjectKind.Restart, (await projects.GetProjectAsync(new V1.GetProjectRequest { Name = restart })).Kind);

        var phase = (await projects.GetProjectAsync(new V1.GetProjectRequest { Name = SampleServer.Project })).Phases[0].Name;
        var refused = await StatusOf(() => projects.AdvanceStageAsync(new V1.AdvanceStageRequest { Name = phase, Stage = V1.Stage.Restarted }).ResponseAsync);
        Assert.StartsWith("“复工复产”不是该类项目的阶段。", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_park_carries_its_labels_for_whoever_shows_its_words()
    {
        var parks = await ParksAsync("panzhihua.enterprise-a");
        var park = await parks.GetParkAsync(new V1.GetParkRequest { Name = "parks/panzhihua" });
        Assert.Equal("各级基层党组织", park.Labels.Single(label => label.WordCase == V1.Label.WordOneofCase.Tier && label.Tier == V1.Tier.Branch).Zh);
        Assert.Equal(park.Labels, (await parks.GetLabelsAsync(new V1.GetLabelsRequest { Name = "parks/panzhihua/labels" })).Labels_);
    }

    [Fact]
    public async Task The_administrator_replaces_labels_and_nobody_else_does()
    {
        var administrator = await ParksAsync("taian.system-admin");
        var before = await administrator.GetLabelsAsync(new V1.GetLabelsRequest { Name = Labels });
        var request = new V1.UpdateLabelsRequest { Labels = Calling("已签约"), RequestId = Guid.NewGuid().ToString(), Etag = before.Etag };

        Assert.Equal("FORBIDDEN", await RefusalOf(async () => await (await ParksAsync("taian.chief")).UpdateLabelsAsync(request)));
        Assert.Equal("NOT_FOUND", await RefusalOf(async () => await (await ParksAsync("bengbu.system-admin")).UpdateLabelsAsync(request)));
        var after = await administrator.UpdateLabelsAsync(request);
        Assert.Equal(Calling("已签约").Labels_, after.Labels_);

        using var again = administrator.UpdateLabelsAsync(request);
        Assert.Equal(after.Labels_, (await again).Labels_);
        Assert.Equal("true", (await again.ResponseHeadersAsync).GetValue("projects-repeated"));
        using var same = administrator.UpdateLabelsAsync(new V1.UpdateLabelsRequest { Labels = Calling("已签约") });
        Assert.Equal(after.Etag, (await same).Etag);
        Assert.Equal("true", (await same.ResponseHeadersAsync).GetValue("projects-already-so"));

        Assert.Equal("CONFLICT", await RefusalOf(() => administrator.UpdateLabelsAsync(new V1.UpdateLabelsRequest { Labels = Calling("签了"), Etag = before.Etag }).ResponseAsync));
        Assert.Empty((await administrator.UpdateLabelsAsync(new V1.UpdateLabelsRequest { Labels = new V1.Labels { Name = Labels } })).Labels_);
    }

    [Fact]
    public async Task Labels_and_lists_are_set_over_json_as_well()
    {
        using var http = await sample.Server.HttpAsAsync("taian.system-admin");
        using var labels = await PatchAsync(http, Labels, """{"labels":[{"grade":"GRADE_MAJOR","zh":"特别重大"}]}""", HttpStatusCode.OK);
        Assert.Equal("特别重大", labels.RootElement.GetProperty("labels")[0].GetProperty("zh").GetString());
        using var terms = await PatchAsync(http, Sources, """{"terms":["督查发现","企业走访"]}""", HttpStatusCode.OK);
        Assert.Equal(("问题来源", 2), (terms.RootElement.GetProperty("displayName").GetString(), terms.RootElement.GetProperty("terms").GetArrayLength()));

        using var twice = await PatchAsync(http, Labels, """{"labels":[{"tier":"TIER_UNIT","zh":"局"},{"tier":"TIER_UNIT","zh":"处"}]}""", HttpStatusCode.BadRequest);
        Assert.Contains("labels.labels[1]", twice.RootElement.GetRawText(), StringComparison.Ordinal);
        using var wordless = await PatchAsync(http, Labels, """{"labels":[{"zh":"局"}]}""", HttpStatusCode.BadRequest);
        Assert.Contains("labels.labels[0]", wordless.RootElement.GetRawText(), StringComparison.Ordinal);
        using var alike = await PatchAsync(http, Labels, """{"labels":[{"tier":"TIER_UNIT","zh":"企业"}]}""", HttpStatusCode.BadRequest);
        Assert.Contains("labels[Unit].zh", alike.RootElement.GetRawText(), StringComparison.Ordinal);

        using var none = await PatchAsync(http, Labels, "{}", HttpStatusCode.OK);
        Assert.False(none.RootElement.TryGetProperty("labels", out var left) && left.GetArrayLength() > 0);
        using var free = await PatchAsync(http, Sources, "{}", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_list_of_kinds_binds_a_draft_and_names_what_may_be_said()
    {
        var office = new V1.IssueService.IssueServiceClient(await sample.Server.GrpcAsAsync("kunshan.ledger-a"));
        const string project = "parks/kunshan/projects/cluster-party-building";
        var request = new V1.CreateIssueRequest
        {
            Parent = project,
            Issue = new V1.Issue { List = $"{project}/lists/eleven", Particulars = new V1.IssueParticulars { Description = "示例：阵地联用", Category = "阵地" } },
        };

        var refused = await StatusOf(() => office.CreateIssueAsync(request).ResponseAsync);

        Assert.Equal("INVALID", refused.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        var fault = Assert.Single(refused.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations);
        Assert.Equal(("category", "须从本园区的问题类别中选择：核心、班子、工程、机制"), (fault.Field, fault.Description));
        request.Issue.Particulars.Category = "机制";
        Assert.Equal("机制", (await office.CreateIssueAsync(request)).Particulars.Category);
    }

    [Fact]
    public async Task Lists_of_kinds_are_listed_and_replaced_by_the_administrator_alone()
    {
        var administrator = await ParksAsync("kunshan.system-admin");
        var listed = await administrator.ListVocabulariesAsync(new V1.ListVocabulariesRequest { Parent = "parks/kunshan" });
        Assert.Equal(["issue-category", "issue-source", "task-force"], listed.Vocabularies.Select(vocabulary => vocabulary.Name.Split('/')[^1]));
        Assert.Equal(3, listed.TotalSize);
        Assert.Equal(["核心", "班子", "工程", "机制"], listed.Vocabularies[0].Terms);

        var wanted = new V1.Vocabulary { Name = "parks/kunshan/vocabularies/task-force", Terms = { "先进计算专班" } };
        var ledger = await ParksAsync("kunshan.ledger-a");
        Assert.Equal("FORBIDDEN", await RefusalOf(() => ledger.UpdateVocabularyAsync(new V1.UpdateVocabularyRequest { Vocabulary = wanted }).ResponseAsync));
        Assert.Equal("CONFLICT", await RefusalOf(() => administrator.UpdateVocabularyAsync(new V1.UpdateVocabularyRequest { Vocabulary = wanted, Etag = "\"1\"" }).ResponseAsync));
        await administrator.UpdateVocabularyAsync(new V1.UpdateVocabularyRequest { Vocabulary = wanted });
        Assert.Equal(wanted.Terms, (await ledger.GetVocabularyAsync(new V1.GetVocabularyRequest { Name = wanted.Name })).Terms);

        Assert.Equal("NOT_FOUND", await RefusalOf(() => ledger.GetVocabularyAsync(new V1.GetVocabularyRequest { Name = "parks/kunshan/vocabularies/colour" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => ledger.GetVocabularyAsync(new V1.GetVocabularyRequest { Name = "parks/taian/vocabularies/task-force" }).ResponseAsync));
        await administrator.UpdateVocabularyAsync(new V1.UpdateVocabularyRequest { Vocabulary = new V1.Vocabulary { Name = wanted.Name } });
    }

    private static V1.Labels Calling(string signed) => new() { Name = Labels, Labels_ = { new V1.Label { Stage = V1.Stage.Signed, Zh = signed } } };

    private static async Task<JsonDocument> PatchAsync(HttpClient http, string name, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PatchAsync(new Uri($"/v1/{name}", UriKind.Relative), content);
        var said = await answer.Content.ReadFromJsonAsync<JsonDocument>();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {said!.RootElement}");
        return said!;
    }

    private async Task<V1.ParkService.ParkServiceClient> ParksAsync(string account) => new(await sample.Server.GrpcAsAsync(account));
}
