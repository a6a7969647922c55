using System.Collections.Immutable;
using static Projects.Domain.Tests.Issues.Cast;

namespace Projects.Domain.Tests.Issues;

/// <summary>One step of a random walk.</summary>
/// <param name="Luck">0 to 99: below 50 a step towards the end, below 75 any step the rules allow, above it anything by anybody; the last few change the park.</param>
/// <param name="Roll">Chooses person, command and fields.</param>
/// <param name="Days">Days that pass before it.</param>
internal sealed record WalkStep(int Luck, int Roll, int Days);

/// <summary>People doing likely and unlikely things to a few issues, through the real rules.</summary>
internal static class RandomWalk
{
    private static readonly IssueNumber[] Numbers = [new("WZ-001"), new("WZ-002"), new("WZ-003")];
    private static readonly string[] Onwards =
    [
        "register", "accept", "completeMeasure", "addEvidence", "requestClosure", "markStageDone", "startVerification", "recordVerification", "approveClosure", "endNotice", "fileClosure",
    ];

    private static readonly (Role Role, UnitCode Unit, PersonId Giver)[] Loans =
        [.. Appointments.Where(held => held.Role is not (Role.SystemAdministrator or Role.Audit)).Select(held => (held.Role, held.Unit, held.Person))];

    public static Story From(Story story, IEnumerable<WalkStep> steps) => steps.Aggregate(story, Next);

    private static Story Next(Story before, WalkStep step)
    {
        var story = before with { Today = before.Today.AddDays(step.Days) };
        if (step.Luck >= 93)
            return ChangedPark(story, step.Roll);
        var (who, command) = step.Luck switch
        {
            < 50 => Allowed(story, step.Roll, Onwards.Contains) ?? Anything(story, step.Roll),
            // Voiding at every turn would end each walk early.
            < 75 => Allowed(story, step.Roll, verb => verb is not ("void" or "merge") || step.Roll % 11 == 0) ?? Anything(story, step.Roll),
            _ => Anything(story, step.Roll),
        };
        var answer = story.When(who, command, on: step.Luck % 10 == 9 ? story.Today.AddDays(-step.Roll % 4) : null, kind: step.Luck % 17 == 3 ? ActorKind.Program : ActorKind.Person);
        return answer.Decision is Decision.Accepted ? answer.Accepted() : story;
    }

    // Somebody for whom something is free to do, beginning the search where the roll says.
    private static (PersonId, ProjectCommand)? Allowed(Story story, int roll, Func<string, bool> suits)
    {
        var number = Numbers[roll % 10 < 8 ? 0 : roll % 3];
        for (var i = 0; i < Everyone.Length; i++)
        {
            var who = Everyone[(roll + i) % Everyone.Length];
            var free = story.ActionsOf(who, number: number).Where(action => action.Allowed && suits(action.Verb)).ToList();
            if (free.Count > 0)
                return (who, Command(story, number, free[roll / 7 % free.Count].Verb, roll));
        }
        return null;
    }

    private static (PersonId, ProjectCommand) Anything(Story story, int roll)
    {
        var who = Everyone[roll % Everyone.Length];
        var number = Numbers[roll / 3 % Numbers.Length];
        return (who, (roll / 5 % (IssueVerbs.All.Length + 6)) switch
        {
            0 => new DraftIssue(Given.List, null, Particulars(roll)),
            1 => new DraftIssue(Given.List, number, Particulars(roll)),
            2 => new ArchiveList(Given.List),
            3 => new TakeOverIssue(Given.List, number, Particulars(roll) with { Due = new(2023, 12, 1) }, new TakeOver("旧台账", IssueState.Rectifying, new(2023, 9, 1), Round: 1 + roll % 3)),
            4 => Visiting(story, number, roll),
            5 => Meeting(story, number, roll),
            var verb => Command(story, number, IssueVerbs.All[verb - 6], roll),
        });
    }

    private static ProjectCommand Command(Story story, IssueNumber number, string verb, int roll)
    {
        var issue = story.Project.Issues.GetValueOrDefault(number);
        var ahead = story.Today.AddDays(5 + roll % 40);
        return verb switch
        {
            "amend" => new AmendIssue(number, Particulars(roll + 1)),
            "register" => new RegisterIssue(number),
            "accept" => new AcceptIssue(number),
            "disputeAssignment" => new DisputeAssignment(number, "不属本单位"),
            "reassign" => new ReassignIssue(number, Economy, roll % 2 == 0 ? [Housing] : [], Leader, roll % 3 == 0 ? Responsible : null, "调整"),
            "reportProgress" => new ReportProgress(number, $"进展{roll}"),
            "completeMeasure" => new CompleteMeasure(number, issue?.Round?.Measures.FirstOrDefault(measure => measure.DoneOn is null)?.No ?? 1),
            "addMeasure" => new AddMeasure(number, $"措施{roll % 2}"),
            "addEvidence" => new AddEvidence(number, Given.Photo with { Digest = new string((char)('a' + roll % 6), 64) }, roll % 2 == 0 ? [1, 2] : [1 + roll / 2 % 2]),
            "selfCheck" => new SelfCheckIssue(number, "自查合格"),
            "requestExtension" => new RequestExtension(number, ahead.AddDays(60), "延迟"),
            "decideExtension" => new DecideExtension(number, roll % 3 != 0, "已核"),
            "requestClosure" => new RequestClosure(number, "完成"),
            "markStageDone" => new MarkStageDone(number, "机制已建立", ahead),
            "withdrawClosure" => new WithdrawClosure(number),
            "startVerification" => new StartVerification(number, Verifiers(issue, roll)),
            "recordVerification" => new RecordVerification(number, Given.BothMet, $"达到{roll}"),
            "returnForRework" => new ReturnForRework(number, "不足"),
            "approveClosure" => new ApproveClosure(number, "同意"),
            "raiseObjection" => new RaiseObjection(number, "群众", $"异议{roll}"),
            "settleObjection" => new SettleObjection(number, 1, roll % 4 == 0, "已核"),
            "endNotice" => new EndNotice(number),
            "fileClosure" => new FileClosure(number, $"备{roll}"),
            "recordReview" => new RecordReview(number, "未反弹", ahead),
            "reopen" => new ReopenIssue(number, ReopenCause.Rebound, $"反弹{roll}", ahead),
            "suspend" => new SuspendIssue(number, "停产", ahead),
            "resume" => new ResumeIssue(number),
            "void" => new VoidIssue(number, "误报"),
            "urge" => Urging(story, issue, number, roll),
            "replyToUrging" => new ReplyToUrging(number, NoticeIn(issue, UrgingState.AwaitingReply), $"答复{roll % 3}", roll % 3 == 0 ? null : ahead),
            "settleUrging" => new SettleUrging(number, NoticeIn(issue, UrgingState.AwaitingSettlement), roll % 2 == 0, "已核"),
            "merge" => new MergeIssue(number, Numbers[roll % Numbers.Length], "同一问题"),
            _ => new RecomputeDue(number),
        };
    }

    private static UrgeIssue Urging(Story story, Issue? issue, IssueNumber number, int roll)
    {
        var due = issue is null ? [] : UrgingTurn.Of(
            IssueFacts.Of(story.Project.Id.Code, issue, story.Project.Lists[issue.List]), issue.Urgings, story.Today, story.Park.Policy, story.Calendar);
        return due.FirstOrDefault(turn => turn.IsDue) is { } turn
            ? new UrgeIssue(number, turn.Condition.Trigger, turn.Level)
            : new UrgeIssue(number, (UrgingTrigger)(roll % 3), (UrgingLevel)(roll / 3 % 5));
    }

    // Now and then it corrects the one before.
    private static RecordVisit Visiting(Story story, IssueNumber number, int roll) => new(
        new($"v-{roll % 50}"),
        new(story.Today, [Deputy], "某企业", null, $"所见{roll % 2}"),
        roll % 3 == 0 ? [number] : [],
        roll % 2 == 0 ? [new(Given.List, null, Particulars(roll))] : [],
        roll % 4 == 0 ? story.Project.Visits.Keys.LastOrDefault(new VisitCode("v-0")) : null,
        "记错");

    private static RecordMeeting Meeting(Story story, IssueNumber number, int roll) => new(
        new($"m-{roll % 50}"),
        new(story.Today, Deputy, [Responsible], "推进"),
        [new($"议定{roll % 2}", Economy, story.Today.AddDays(30), roll % 2 == 0 ? Given.List : null, roll % 2 == 0 ? null : number)],
        roll % 4 == 0 ? story.Project.Meetings.Keys.LastOrDefault(new MeetingCode("m-0")) : null,
        "记错");

    private static int NoticeIn(Issue? issue, UrgingState state) => issue?.Urgings.FirstOrDefault(notice => notice.StateIn(issue) == state)?.No ?? 1;

    private static ImmutableArray<PersonId> Verifiers(Issue? issue, int roll)
    {
        var anyone = roll % 4 == 0 ? Everyone : [Ann, Bo, Cai];
        return [.. Enumerable.Range(0, issue?.Round?.Terms.Verifiers ?? 1).Select(no => anyone[(roll / 4 + no) % anyone.Length])];
    }

    private static IssueParticulars Particulars(int roll) => Given.Particulars with
    {
        Grade = (Grade)(roll % 3), Kind = (IssueKind)(roll / 3 % 3), Due = Given.Start.AddDays(400), Remark = $"{roll % 2}",
    };

    private static Story ChangedPark(Story story, int roll) => (roll % 4) switch
    {
        0 => story.In(park => park.With(Policy.Default with
        {
            Approval = (ApprovalOrder)(roll / 4 % 2), NoticeWorkingDays = roll / 8 % 4, Closing = Policy.Default.Closing.SetItem(Grade.Ordinary, new ClosingRule(1 + roll % 3, 1)),
        })),
        1 => story.Appointing(Everyone[roll / 4 % Everyone.Length], (roll / 80 % 3) switch { 0 => Role.Verifier, 1 => Role.LedgerDirector, _ => Role.Handler }, roll % 8 < 4 ? Economy : Inspection),
        _ => Loans[roll / 4 % Loans.Length] is var (role, unit, giver) ? story.Lending(giver, role, unit, roll % 4 == 2 ? Stranger : Everyone[roll / 16 % Everyone.Length]) : story,
    };
}
