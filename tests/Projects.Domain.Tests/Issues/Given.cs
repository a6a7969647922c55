using System.Collections.Immutable;
using static Projects.Domain.Tests.Issues.Cast;

namespace Projects.Domain.Tests.Issues;

/// <summary>Where a story begins. The issue of the tests is WZ-001: two criteria, two measures, due 2024-03-29, led by the economy unit.</summary>
internal static class Given
{
    public static readonly ListCode List = new("wz");
    public static readonly IssueNumber Number = new("WZ-001");
    public static readonly DateOnly Start = new(2024, 1, 8);
    public static readonly DateOnly Due = new(2024, 3, 29);

    public static readonly ListParticulars ListParticulars = new("问题清单", Tier.Committee, "主题教育", Measure.Closed);

    public static readonly IssueParticulars Particulars = new(
        "黄磷生产线尾气治理不到位",
        Category: "环保",
        Leader: Leader,
        LeadUnit: Economy,
        SupportingUnits: [Housing],
        Responsible: Responsible,
        Criteria: ["尾气达标", "台账完整"],
        Measures: ["更换净化塔", "补建台账"],
        Due: Due);

    public static readonly EvidenceFile Photo = new(new string('a', 64), "现场照片.jpg", 120_000, "image/jpeg");
    public static readonly EvidenceFile Report = new(new string('b', 64), "检测报告.pdf", 80_000, "application/pdf");

    public static readonly ImmutableArray<Judgement> BothMet = [new(1, true), new(2, true)];

    /// <summary>A project in the park, Monday 2024-01-08, and nothing else.</summary>
    public static Story AProject { get; } = Founded();

    public static Story ADraftList => AProject.Then(Clerk, new OpenList(List, ListParticulars));
    public static Story AList => ADraftList.Then(Clerk, new IssueTheList(List));

    public static Story ADraft(Grade grade = Grade.Ordinary, IssueKind kind = IssueKind.OneOff) =>
        AList.Then(Clerk, new DraftIssue(List, null, Particulars with { Grade = grade, Kind = kind }));

    public static Story Registered(Grade grade = Grade.Ordinary, IssueKind kind = IssueKind.OneOff) => ADraft(grade, kind).Then(Clerk, new RegisterIssue(Number));

    public static Story Rectifying(Grade grade = Grade.Ordinary, IssueKind kind = IssueKind.OneOff) => Registered(grade, kind).Then(Head, new AcceptIssue(Number));

    /// <summary>Both measures done, each criterion shown, a self-check made: all by the handler.</summary>
    public static Story Rectified(Grade grade = Grade.Ordinary, IssueKind kind = IssueKind.OneOff) => Rectifying(grade, kind).Rectified();

    public static Story Requested(Grade grade = Grade.Ordinary) => Rectified(grade).Then(Head, new RequestClosure(Number, "整改完成，申请销号"));

    public static Story BeingVerified(Grade grade = Grade.Ordinary) => Requested(grade).Named();

    public static Story Verified(Grade grade = Grade.Ordinary) => BeingVerified(grade).Passed();

    public static Story OnNotice(Grade grade = Grade.Ordinary) => Verified(grade).Then(Chief, new ApproveClosure(Number, "同意"));

    public static Story Closed(Grade grade = Grade.Ordinary) => OnNotice(grade).AfterWorkingDays(5).Then(Clerk, new EndNotice(Number));

    public static Story Filed => Closed().Then(Clerk, new FileClosure(Number, "备〔2024〕1号"));

    /// <summary>A standing issue whose stage was found done.</summary>
    public static Story UnderWatch => Rectified(kind: IssueKind.Standing)
        .Then(Head, new MarkStageDone(Number, "机制已建立", new(2024, 6, 28)))
        .Named().Passed()
        .Then(Chief, new ApproveClosure(Number)).AfterWorkingDays(5)
        .Then(Clerk, new EndNotice(Number));

    public static Story Reopened => Closed().On(2024, 2, 5).Then(Clerk, new ReopenIssue(Number, ReopenCause.Rebound, "尾气再次超标", new(2024, 4, 30)));

    public static Story Suspended => Rectifying().Then(Director, new SuspendIssue(Number, "企业停产", new(2024, 3, 1)));

    public static Story Voided => Rectifying().Then(Director, new VoidIssue(Number, "重复登记"));

    public static Story Rectified(this Story story) => story.Then(Handler,
        new CompleteMeasure(Number, 1), new CompleteMeasure(Number, 2), new AddEvidence(Number, Photo, [1]), new AddEvidence(Number, Report, [2]),
        new SelfCheckIssue(Number, "已逐条核对"));

    public static Story Named(this Story story) => story.Then(Clerk, new StartVerification(Number, story.VerifiersNeeded()));

    public static Story Passed(this Story story) =>
        story.VerifiersNeeded().Aggregate(story, (before, verifier) => before.Then(verifier, new RecordVerification(Number, BothMet, "达到标准")));

    /// <summary>An issue of the tests in this state, wherever it came from.</summary>
    public static Story In(IssueState state) => state switch
    {
        IssueState.Draft => ADraft(),
        IssueState.Registered => Registered(),
        IssueState.Rectifying => Rectifying(),
        IssueState.ClosureRequested => Requested(),
        IssueState.Verifying => BeingVerified(),
        IssueState.AwaitingApproval => Verified(),
        IssueState.OnNotice => OnNotice(),
        IssueState.Closed => Closed(),
        IssueState.Filed => Filed,
        IssueState.StandingWatch => UnderWatch,
        IssueState.Suspended => Suspended,
        IssueState.Void => Voided,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static ImmutableArray<PersonId> VerifiersNeeded(this Story story) => [.. new[] { Ann, Bo, Cai }.Take(story.Issue.Round!.Terms.Verifiers)];

    // The registration slice has tests of its own; here its event is enough.
    private static Story Founded()
    {
        var registered = new ProjectRegistered(ProjectKind.Campaign, new Particulars("主题教育", null, Office, null, null, null, null, null, "测试"));
        var project = Project.Unknown(new ProjectId(Cast.Park.Code, new("campaign")));
        var empty = new Story(project, Cast.Park, WorkCalendar.China, Start, []);
        var stamp = new Stamp(Cast.Park.Actor(Responsible, Start), new(Start, new TimeOnly(2, 0), TimeSpan.Zero), Start, Start, "request-1");
        return empty.Recording(new Decision.Accepted(new By(Responsible, Role.ProjectOfficer, Office), [registered]), stamp);
    }
}
