using Google.Protobuf.WellKnownTypes;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>Projects over the wire: registered, amended, moved along their stages, listed, counted, and their history told.</summary>
[Collection(OnSampleServer.Name)]
public sealed class ProjectTests(SampleServer sample)
{
    [Fact]
    public async Task A_project_shows_its_most_advanced_phase_and_names_the_laggard()
    {
        var officer = await AsAsync("officer-a");
        var project = await officer.CreateProjectAsync(New("e2e-stages"));
        Assert.Equal((V1.Stage.Unspecified, ""), (project.Stage, project.Laggard));

        await officer.AddPhaseAsync(new V1.AddPhaseRequest { Name = project.Name, PhaseId = "p1", DisplayName = "一期", Capacity = new V1.Quantity { Value = "120000", Unit = "吨/年" } });
        var two = await officer.AddPhaseAsync(new V1.AddPhaseRequest { Name = project.Name, PhaseId = "p2", DisplayName = "二期" });
        var moved = await officer.AdvanceStageAsync(new V1.AdvanceStageRequest { Name = $"{project.Name}/phases/p1", Stage = V1.Stage.Signed, Etag = two.Phases[0].Etag });

        Assert.Equal((V1.Stage.Signed, $"{project.Name}/phases/p2"), (moved.Stage, moved.Laggard));
        Assert.Equal([V1.Stage.Idea, V1.Stage.Signed], moved.Phases[0].Path.Select(entry => entry.Stage));
        Assert.Equal("WRONG_STATE", await RefusalOf(() => officer.AdvanceStageAsync(new V1.AdvanceStageRequest { Name = $"{project.Name}/phases/p1", Stage = V1.Stage.Idea }).ResponseAsync));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => officer.TerminatePhaseAsync(new V1.TerminatePhaseRequest { Name = $"{project.Name}/phases/p2", Reason = "不建了" }).ResponseAsync));
    }

    [Fact]
    public async Task An_amendment_changes_what_its_mask_names_and_says_when_nothing_changed()
    {
        var officer = await AsAsync("officer-a");
        var project = await officer.CreateProjectAsync(New("e2e-amend"));
        var request = new V1.UpdateProjectRequest { Project = new V1.Project { Name = project.Name, TaskForce = "新专班" }, UpdateMask = FieldMask.FromString("task_force") };

        var amended = await officer.UpdateProjectAsync(request);
        Assert.Equal((project.DisplayName, "新专班", "700000"), (amended.DisplayName, amended.TaskForce, amended.TotalInvestmentWan.Value));

        var again = officer.UpdateProjectAsync(request);
        Assert.Equal(amended.Etag, (await again).Etag);
        Assert.Equal("true", (await again.ResponseHeadersAsync).GetValue("projects-already-so"));
        request.UpdateMask = FieldMask.FromString("kind");
        Assert.Equal("INVALID", await RefusalOf(() => officer.UpdateProjectAsync(request).ResponseAsync));
        Assert.Equal("CONFLICT", await RefusalOf(() => officer.UpdateProjectAsync(
            new V1.UpdateProjectRequest { Project = new V1.Project(project) { DisplayName = "改名" }, Etag = project.Etag }).ResponseAsync));
    }

    [Fact]
    public async Task The_list_and_the_card_show_the_same_stage_and_light()
    {
        var reader = await AsAsync("auditor-a");
        var rows = (await reader.ListProjectsAsync(new V1.ListProjectsRequest { Parent = "parks/panzhihua", PageSize = 500, OrderBy = "display_name desc" })).Projects;

        foreach (var row in rows)
        {
            var card = await reader.GetProjectAsync(new V1.GetProjectRequest { Name = row.Name });
            Assert.Equal((row.Name, row.Stage, row.Laggard, row.Light), (card.Name, card.Stage, card.Laggard, card.Light));
        }
        var campaigns = await reader.ListProjectsAsync(new V1.ListProjectsRequest { Parent = "parks/panzhihua", Kinds = { V1.ProjectKind.Campaign } });
        Assert.Equal("parks/panzhihua/projects/theme-education", Assert.Single(campaigns.Projects).Name);
    }

    [Fact]
    public async Task The_summary_counts_the_park_and_an_enterprise_sees_its_own()
    {
        var all = await (await AsAsync("deputy-a")).SummarizeProjectsAsync(new V1.SummarizeProjectsRequest { Parent = "parks/panzhihua" });
        Assert.Equal(all.ProjectCount, all.Kinds.Sum(kind => kind.Count));
        Assert.Equal([V1.InvestmentBasis.Works, V1.InvestmentBasis.Paid], all.Investment.Select(row => row.Basis));
        Assert.True(all is { CampaignCount: 1, Milestones.Verified: > 0, Issues.Open: > 0 });

        var enterprise = await AsAsync("enterprise-a");
        var own = (await enterprise.ListProjectsAsync(new V1.ListProjectsRequest { Parent = "parks/panzhihua" })).Projects;
        Assert.Single(own.Select(project => project.Enterprise).Distinct());
        Assert.Equal(own.Count, (await enterprise.SummarizeProjectsAsync(new V1.SummarizeProjectsRequest { Parent = "parks/panzhihua" })).ProjectCount);
        Assert.Equal("NOT_FOUND", await RefusalOf(() => enterprise.GetProjectAsync(new V1.GetProjectRequest { Name = "parks/panzhihua/projects/theme-education" }).ResponseAsync));
    }

    [Fact]
    public async Task History_is_told_page_by_page_without_a_gap()
    {
        var reader = await AsAsync("auditor-a");
        var request = new V1.ListHistoryRequest { Name = SampleServer.Project, PageSize = 40 };
        var entries = new List<V1.HistoryEntry>();
        do
        {
            var page = await reader.ListHistoryAsync(request);
            entries.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => (int)entry.Version));
        Assert.Equal("project.registered", entries[0].Event);
        Assert.All(entries, entry => Assert.True(entry is { Digest.Length: 64, Summary.Length: > 0, Payload.Length: > 0, By: not null }));

        var start = await reader.ListHistoryAsync(new V1.ListHistoryRequest { Name = SampleServer.Project, Milestone = $"{SampleServer.Project}/milestones/start" });
        Assert.Equal(["milestone.planned", "milestone.reported", "milestone.verified"], start.Entries.Select(entry => entry.Event).Where(name => name is not "milestone.forecast"));
    }

    internal static V1.CreateProjectRequest New(string id) => new()
    {
        Parent = "parks/panzhihua",
        ProjectId = id,
        Project = new V1.Project
        {
            Kind = V1.ProjectKind.New,
            DisplayName = $"测试项目 {id}",
            Unit = "parks/panzhihua/units/economy",
            TotalInvestmentWan = new V1.Figure { Value = "700000", Qualifier = V1.Qualifier.About },
        },
    };

    private async Task<V1.ProjectService.ProjectServiceClient> AsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));
}
