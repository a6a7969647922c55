using System.Globalization;
using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>One project told in process, without a server: the rules decide, the journal keeps, as in the product.</summary>
internal sealed class Tale(Town town, int no)
{
    private const string List = "site";
    private static readonly TimeProvider Clock = TimeProvider.System;

    private Head head = new(0, EventChain.Start);

    public int No => no;
    public Project Project { get; private set; } = Project.Unknown(IdOf(no));

    /// <summary>What it says of itself when it begins.</summary>
    public Particulars Particulars { get; } = new(
        $"年产{no}万吨磷酸锰铁锂", "攀西新能源材料有限公司", Town.Office, Town.Leader, Town.Officer, "新能源专班", Figure.Parse("约5亿"), "一期三阶段", "基准测试");

    public static ProjectId IdOf(int no) => new(Town.Code, ProjectCode.Of($"p-{no}"));

    public static IssueNumber IssueOf(int n) => IssueNumber.Of($"WT-{n}");

    public static MilestoneCode MilestoneOf(int n) => MilestoneCode.Of($"m-{n}");

    /// <summary>The resource name of an issue.</summary>
    public static string NameOf(int project, int issue) => $"parks/{Town.Code}/projects/{IdOf(project).Code}/issues/{IssueOf(issue)}";

    /// <summary>Registers the project with six milestones and a list of issues, each accepted by its unit and being rectified.</summary>
    public IEnumerable<(PersonId, ProjectCommand)> Beginning(int issues)
    {
        yield return (Town.Officer, new RegisterProject(ProjectKind.New, Particulars));
        for (var n = 0; n < 6; n++)
            yield return (Town.Officer, new PlanMilestone(MilestoneOf(n), $"节点{n}", null, Town.Today.AddDays(30 * (n + 1)), n == 0 ? [] : [MilestoneOf(n - 1)]));
        yield return (Town.Clerk, new OpenList(ListCode.Of(List), new ListParticulars("现场问题清单", Tier.Unit, "安全巡查", Measure.Closed)));
        yield return (Town.Clerk, new IssueTheList(ListCode.Of(List)));
        foreach (var command in Enumerable.Range(0, issues).SelectMany(Entering))
            yield return command;
    }

    /// <summary>An issue from its draft to its acceptance.</summary>
    private IEnumerable<(PersonId, ProjectCommand)> Entering(int n) =>
    [
        (Town.Clerk, new DraftIssue(ListCode.Of(List), IssueOf(n), new IssueParticulars(
            $"第{n}处氯化车间通风口锈蚀，防护栏缺失", "安全巡查", Town.Today, "安全生产", (Grade)(n % 3), Leader: Town.Leader, LeadUnit: Town.UnitOf(no),
            Criteria: ["通风口更换并通过验收", "防护栏按规范恢复"], Measures: ["更换通风口", "恢复防护栏并挂牌"], Due: Town.Today.AddDays(30 + n % 90)))),
        (Town.Clerk, new RegisterIssue(IssueOf(n))),
        (Town.HeadOf(no), new AcceptIssue(IssueOf(n))),
    ];

    /// <summary>Progress on an issue, different from one to the next.</summary>
    public (PersonId, ProjectCommand) Progress(int issue, int which) =>
        (Town.HandlerOf(no), new ReportProgress(IssueOf(issue), string.Create(CultureInfo.InvariantCulture, $"第{which}次：材料已进场，完成工程量的 {which % 100}%")));

    /// <summary>Decides the commands one after another and takes them for recorded; to be appended in the order they were made.</summary>
    public Append Next(params IEnumerable<(PersonId Person, ProjectCommand Command)> commands)
    {
        var before = Project;
        var request = Guid.CreateVersion7().ToString("N");
        var recorded = new List<Recorded>();
        var now = EventChain.Truncate(Clock.GetUtcNow());
        var day = BusinessDay.Of(now);
        foreach (var (person, command) in commands)
        {
            var stamp = new Stamp(town.Park.ActorOn(person, ActorKind.Person, day)!, now, day, day, request);
            var decided = Project.Decide(command, stamp, town.Park, WorkCalendars.Newest) as Decision.Accepted
                ?? throw new InvalidOperationException($"{command} of {person} was not accepted.");
            foreach (var happened in decided.Events)
            {
                recorded.Add(new Recorded(Project.Version + 1, happened, decided.By, day, now, request, town.Park.Version));
                Project = Project.Evolve(recorded[^1]);
            }
        }
        return new Append(StreamName.Of(Project.Id), head.Version, head.Hash, recorded, LedgerChanges.Of(before, Project, recorded));
    }

    /// <summary>Appends <see cref="Beginning"/>.</summary>
    public Task BeginAsync(Journal journal, int issues) => AppendAsync(journal, Next(Beginning(issues)));

    /// <summary>Appends what was decided; the next may be decided when it is stored.</summary>
    public async Task AppendAsync(Journal journal, Append append)
    {
        var committed = (AppendResult.Committed)await journal.AppendAsync(append, CancellationToken.None);
        head = new Head(committed.Version, committed.Head);
    }
}
