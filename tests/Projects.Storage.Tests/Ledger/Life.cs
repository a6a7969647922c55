using System.Collections.Immutable;
using CsCheck;
using Projects.Domain.Tests.Issues;
using Told = Projects.Domain.Tests.Issues.Story;

namespace Projects.Storage.Tests;

/// <summary>A project's life at random: commands judged by the real rules, most of them the next sensible one, and facts of the other slices between.</summary>
internal static class Life
{
    private static readonly IssueNumber[] Numbers = [new("WZ-001"), new("WZ-002"), new("WZ-003")];

    /// <summary>One step: which issue, which deed, how many days later, and whether the sensible one is taken.</summary>
    public static Gen<List<(int Issue, int Deed, int Days, bool Sensible)>> Steps { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 999], Gen.Int[0, 4], Gen.Int[0, 9]).Select(drawn => (drawn.Item1, drawn.Item2, drawn.Item3, drawn.Item4 < 7)).List[0, 90];

    /// <summary>A project with a list in which nothing has been written down yet.</summary>
    public static Told Begin(ProjectId project)
    {
        var first = Given.AProject;
        var begun = first.Journal.Aggregate(first with { Project = Project.Unknown(project), Journal = [] }, (story, recorded) => story with
        {
            Project = story.Project.Evolve(recorded),
            Journal = story.Journal.Add(recorded),
        });
        return begun.Then(Cast.Clerk, new OpenList(Given.List, Given.ListParticulars), new IssueTheList(Given.List));
    }

    /// <summary>The story after the step; the same when the rules refused it.</summary>
    public static Told Step(this Told story, (int Issue, int Deed, int Days, bool Sensible) step)
    {
        var later = story with { Today = story.Today.AddDays(step.Days) };
        if (!step.Sensible && step.Deed % 3 == 0)
            return later.Told(Facts(later, step.Deed / 3 % 9));
        var (who, command) = Deed(later, Numbers[step.Issue], step.Deed, step.Sensible);
        var answer = later.When(who, command);
        return answer.Decision is Decision.Accepted ? answer.Accepted() : later;
    }

    private static (PersonId, ProjectCommand) Deed(Told story, IssueNumber number, int deed, bool sensible)
    {
        if (!story.Project.Issues.TryGetValue(number, out var issue))
            return (Cast.Clerk, new DraftIssue(Given.List, null, Given.Particulars with { Due = story.Today.AddDays(deed % 40), Kind = deed % 4 == 0 ? IssueKind.Standing : IssueKind.OneOff, Grade = (Grade)(deed % 3) }));
        var all = Commands(issue, story, deed);
        return sensible ? Next(issue, deed) ?? all[deed % all.Length] : all[deed % all.Length];
    }

    private static (PersonId, ProjectCommand)? Next(Issue issue, int deed) => issue.State switch
    {
        IssueState.Draft => (Cast.Clerk, new RegisterIssue(issue.Number)),
        IssueState.Registered => (Cast.Head, new AcceptIssue(issue.Number)),
        IssueState.Rectifying when issue.Round!.Measures.FirstOrDefault(measure => measure.DoneOn is null) is { } open => (Cast.Handler, new CompleteMeasure(issue.Number, open.No)),
        IssueState.Rectifying when issue.Round!.Evidence.IsEmpty => (Cast.Handler, new AddEvidence(issue.Number, Given.Photo, [1, 2])),
        IssueState.Rectifying when issue.Round!.SelfCheck is null => (Cast.Handler, new SelfCheckIssue(issue.Number, "已逐条核对")),
        IssueState.Rectifying when issue.Particulars.Kind is IssueKind.Standing => (Cast.Head, new MarkStageDone(issue.Number, "机制已建立", new(2026, 6, 30))),
        IssueState.Rectifying => (Cast.Head, new RequestClosure(issue.Number, "申请销号")),
        IssueState.ClosureRequested => (Cast.Clerk, new StartVerification(issue.Number, [.. new[] { Cast.Ann, Cast.Bo, Cast.Cai }.Take(issue.Round!.Terms.Verifiers)])),
        IssueState.Verifying => (new[] { Cast.Ann, Cast.Bo, Cast.Cai }[deed % 3], new RecordVerification(issue.Number, Given.BothMet, "达到标准")),
        IssueState.AwaitingApproval => (Cast.Chief, new ApproveClosure(issue.Number)),
        IssueState.OnNotice => (Cast.Clerk, new EndNotice(issue.Number)),
        IssueState.Closed => (Cast.Clerk, new FileClosure(issue.Number, $"备{deed}")),
        _ => null,
    };

    private static ImmutableArray<(PersonId, ProjectCommand)> Commands(Issue issue, Told story, int deed) =>
    [
        (Cast.Clerk, new AmendIssue(issue.Number, Given.Particulars with { Description = $"第{deed}次修改" })),
        (Cast.Head, new DisputeAssignment(issue.Number, "非本单位职责")),
        (Cast.Clerk, new ReassignIssue(issue.Number, Cast.Economy, [Cast.Housing], Cast.Leader, Cast.Responsible, "重新交办")),
        (Cast.Handler, new ReportProgress(issue.Number, $"进展{deed}", deed % 2 == 0 ? "资金未到" : null)),
        (Cast.Handler, new AddMeasure(issue.Number, $"补充措施{deed}")),
        (Cast.Head, new RequestExtension(issue.Number, (issue.CurrentDue ?? story.Today).AddDays(20), "设备延迟到货")),
        (Cast.Chief, new DecideExtension(issue.Number, deed % 2 == 0, "已核")),
        (Cast.Head, new WithdrawClosure(issue.Number)),
        (Cast.Ann, new ReturnForRework(issue.Number, "佐证不足")),
        (Cast.Clerk, new ReturnForRework(issue.Number, "材料不全")),
        (Cast.Clerk, new RaiseObjection(issue.Number, "居民", $"异议{deed}")),
        (Cast.Clerk, new SettleObjection(issue.Number, 1, deed % 2 == 0, "已答复")),
        (Cast.Clerk, new RecordReview(issue.Number, "未反弹", new(2026, 9, 30))),
        (Cast.Clerk, new ReopenIssue(issue.Number, ReopenCause.Rebound, "反弹", story.Today.AddDays(30))),
        (Cast.Director, new SuspendIssue(issue.Number, "停产", story.Today.AddDays(30))),
        (Cast.Chief, new ResumeIssue(issue.Number)),
        (Cast.Chief, new VoidIssue(issue.Number, "重复")),
        (Cast.Chief, new MergeIssue(issue.Number, Numbers[deed % 3], "并案")),
        (Cast.Supervisor, Urging(issue, story, deed)),
        (Cast.Handler, new ReplyToUrging(issue.Number, 1 + deed % 3, $"答复{deed}", story.Today.AddDays(deed % 5))),
        (Cast.Supervisor, new SettleUrging(issue.Number, 1 + deed % 3, deed % 2 == 0, "已核")),
        (Cast.Deputy, Visiting(issue, story, deed)),
        (Cast.Responsible, Meeting(issue, story, deed)),
        (Cast.Clerk, new QuoteTotals(Given.List, Figure.Parse("90余"), Figure.Parse($"{10 + deed % 70}"), "报道")),
        (Cast.Clerk, new TakeOverIssue(Given.List, new($"接管-{deed}"), Given.Particulars, new("旧台账", IssueState.Closed, new(2023, 5, 1), ClosedOn: new(2023, 8, 1)))),
    ];

    // Now and then it corrects the one before.
    private static RecordVisit Visiting(Issue issue, Told story, int deed) => new(
        new($"v-{story.Project.Version}"),
        new(story.Today, [Cast.Deputy], "某企业", null, $"所见{deed}", ["用电"]),
        [issue.Number],
        deed % 2 == 0 ? [new(Given.List, null, Given.Particulars with { Description = $"走访发现{deed}" })] : [],
        deed % 3 == 0 ? story.Project.Visits.Keys.LastOrDefault(new VisitCode("v-0")) : null,
        "记错");

    private static RecordMeeting Meeting(Issue issue, Told story, int deed) => new(
        new($"m-{story.Project.Version}"),
        new(story.Today, Cast.Chief, [Cast.Deputy], "推进"),
        [new($"议定{deed}", Cast.Economy, story.Today.AddDays(deed % 30), Given.List), new("续办", Cast.Economy, story.Today, Issue: issue.Number)],
        deed % 3 == 0 ? story.Project.Meetings.Keys.LastOrDefault(new MeetingCode("m-0")) : null,
        "记错");

    private static UrgeIssue Urging(Issue issue, Told story, int deed) => story.TurnsOf(issue).FirstOrDefault(turn => turn.IsDue) is { } turn
        ? new(issue.Number, turn.Condition.Trigger, turn.Level)
        : new(issue.Number, (UrgingTrigger)(deed % 3), (UrgingLevel)(deed % 5));

    /// <summary>What the rule says of an issue of the story today.</summary>
    public static ImmutableArray<UrgingTurn> TurnsOf(this Told story, Issue issue) => UrgingTurn.Of(
        IssueFacts.Of(story.Project.Id.Code, issue, story.Project.Lists[issue.List]), issue.Urgings, story.Today, story.Park.Policy, story.Calendar);

    // Facts of the other slices, as any history may hold them.
    private static ImmutableArray<Event> Facts(Told story, int which) => which switch
    {
        0 => [new MilestonePlanned(new("start"), "开工", null, new(2024, 3, 1), [])],
        1 when story.Project.Milestones.ContainsKey(new("start")) => [new MilestoneForecast(new("start"), story.Today.AddDays(40), "延期")],
        2 when story.Project.Milestones.ContainsKey(new("start")) => [new MilestoneReported(new("start"), story.Today, [Given.Photo.Digest], null)],
        3 => [new InvestmentPlanSet(2024, InvestmentBasis.Works, Money.Wan(1200), [.. Enumerable.Repeat(Money.Wan(100), 12)])],
        4 => [new InvestmentRecorded(new($"e-{story.Project.Version}"), new(2024, 1), InvestmentBasis.Paid, InvestmentCategory.Equipment, Money.Wan(12.5m), "凭-1", null)],
        5 when story.Project.Investment.Entries is [.., { ReversedBy: null, Reverses: null } last] =>
            [new InvestmentReversed(new($"r-{story.Project.Version}"), last.Code, last.Month, last.Basis, last.Category, -last.Amount, "录错")],
        6 when !story.Project.Phases.ContainsKey(new("one")) => [new PhaseAdded(new("one"), "一期", new Quantity(120_000, "吨/年"), Stage.Signed)],
        7 when story.Project.Phases.ContainsKey(new("one")) => [new PhaseAdvanced(new("one"), story.Project.Phases[new("one")].Stage, Stage.UnderConstruction, null, null)],
        8 => [new ProjectAmended(new Particulars($"主题教育{story.Project.Version}", null, Cast.Office, null, null, null, Figure.Parse("约5亿"), null, "测试"))],
        _ => [],
    };

    private static Told Told(this Told story, ImmutableArray<Event> events)
    {
        if (events.IsEmpty) return story;
        var stamp = new Stamp(Cast.Park.Actor(Cast.Clerk, story.Today), new(story.Today, new TimeOnly(2, 0), TimeSpan.Zero), story.Today, story.Today, $"request-{story.Project.Version + 1}");
        return story.Recording(new Decision.Accepted(new By(Cast.Clerk, Role.LedgerOffice, Cast.Office), events), stamp);
    }
}
