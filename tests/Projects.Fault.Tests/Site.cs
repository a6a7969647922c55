using Google.Type;
using V1 = Projects.V1;

namespace Projects.Fault.Tests;

/// <summary>The project the writers work on: an issue being rectified and a milestone for each of them, so that each knows its own versions.</summary>
public static class Site
{
    public const string Park = "parks/demo";
    public const string Project = Park + "/projects/works";
    public const string List = Project + "/lists/site";

    public static string IssueOf(int writer) => $"{Project}/issues/W-{writer}";

    public static string MilestoneOf(int writer) => $"{Project}/milestones/m{writer}";

    /// <summary>Sets it up over the wire, each step by whom it belongs to.</summary>
    public static async Task SetUpAsync(Wire wire, int writers)
    {
        var (officer, clerk, head) = (wire.GrpcAs("officer"), wire.GrpcAs("clerk"), wire.GrpcAs("head"));
        await new V1.ProjectService.ProjectServiceClient(officer).CreateProjectAsync(new()
        {
            Parent = Park,
            ProjectId = "works",
            Project = new() { Kind = V1.ProjectKind.New, DisplayName = "磷酸铁锂", Unit = Park + "/units/office" },
        });
        var lists = new V1.IssueListService.IssueListServiceClient(clerk);
        await lists.CreateIssueListAsync(new()
        {
            Parent = Project,
            IssueListId = "site",
            IssueList = new() { DisplayName = "现场问题", Source = "巡查", Tier = V1.Tier.Unit, Measure = V1.Measure.Closed },
        });
        await lists.IssueIssueListAsync(new() { Name = List });
        for (var writer = 0; writer < writers; writer++)
        {
            await new V1.IssueService.IssueServiceClient(clerk).CreateIssueAsync(new() { Parent = Project, IssueId = $"W-{writer}", Issue = NewIssue($"第{writer}处") });
            await new V1.IssueService.IssueServiceClient(clerk).RegisterIssueAsync(new() { Name = IssueOf(writer) });
            await new V1.IssueService.IssueServiceClient(head).AcceptIssueAsync(new() { Name = IssueOf(writer) });
            await new V1.MilestoneService.MilestoneServiceClient(officer).CreateMilestoneAsync(new()
            {
                Parent = Project,
                MilestoneId = $"m{writer}",
                Milestone = new() { DisplayName = $"节点{writer}", BaselineDate = Ahead(60) },
            });
        }
    }

    public static V1.Issue NewIssue(string description) => new()
    {
        List = List,
        Particulars = new()
        {
            Description = description,
            Leader = Park + "/people/leader",
            LeadUnit = Park + "/units/economy",
            Criteria = { "整改到位" },
            Measures = { "更换" },
            DueDate = Ahead(90),
        },
    };

    public static DateOnly Today => BusinessDay.Of(TimeProvider.System.GetUtcNow());

    public static Date Ahead(int days)
    {
        var day = Today.AddDays(days);
        return new Date { Year = day.Year, Month = day.Month, Day = day.Day };
    }
}
