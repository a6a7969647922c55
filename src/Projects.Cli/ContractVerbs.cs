using Google.Api;
using Projects.Cli.Wire;

namespace Projects.Cli;

/// <summary>Which verb is which method of the contract. Everything else about a verb is read from the contract.</summary>
internal static class ContractVerbs
{
    private static readonly Dictionary<string, ServiceDescriptor> Services = new FileDescriptor[]
    {
        InvestmentReflection.Descriptor, IssueServiceReflection.Descriptor, LedgerReflection.Descriptor, ListsReflection.Descriptor,
        MilestoneServiceReflection.Descriptor, ParkServiceReflection.Descriptor, ProjectServiceReflection.Descriptor, SessionsReflection.Descriptor,
        UrgingServiceReflection.Descriptor, VisitsReflection.Descriptor, MeetingsReflection.Descriptor, WeeklyReportsReflection.Descriptor,
    }.SelectMany(file => file.Services).ToDictionary(service => service.Name);

    public static MethodDescriptor Method(string service, string method) => Services[service].FindMethodByName(method);

    public static IEnumerable<Command> All(GlobalOptions globals) =>
    [
        Group("project", "项目  Projects", "ProjectService", globals, Project),
        Group("phase", "项目分期与阶段  Phases and their stages", "ProjectService", globals, Phase),
        // Not "list": a group must not bear the name of a verb in it, or the parser cannot tell them apart.
        Group("issue-list", "问题清单  Lists of issues", "IssueListService", globals, List),
        Issues(globals),
        Group("urging", "催办：各级通知与今日应催  Urging: notices, and what is due today", "UrgingService", globals, Urging),
        Group("visit", "走访  Visits", "VisitService", globals, Visit),
        Group("meeting", "调度会  Meetings", "MeetingService", globals, Meeting),
        Reports(globals),
        Group("milestone", "里程碑  Milestones", "MilestoneService", globals, Milestone),
        Group("investment", "投资  Investment", "InvestmentService", globals, Investment),
        Group("park", "园区、单位、人员与任职  The park, its units, people and offices", "ParkService", globals, Park),
        Group("token", "程序令牌  Tokens for programs", "TokenService", globals, Token),
        Verb.Of("rates", new("销号率等各项比率", "Closure and other rates, with what they count"), Method("LedgerService", "ListRates"), globals),
    ];

    /// <summary>An action as the contract names it (requestClosure), as a verb here: "issue request-closure" and its words. Null when it has none.</summary>
    public static (string Verb, Said Summary)? OfAction(string action) => 
        (_actions ??= Named("issue", "IssueService", Issue).Concat(Named("milestone", "MilestoneService", Milestone))
            .ToDictionary(each => each.Action, each => (each.Verb, each.Summary))).TryGetValue(action, out var verb) ? verb : null;

    private static Dictionary<string, (string, Said)>? _actions;

    /// <summary>An action is named by the custom verb of its path; amending is the plain update.</summary>
    private static IEnumerable<(string Action, string Verb, Said Summary)> Named(string group, string service, (string Name, string Method, Said Summary)[] verbs) =>
        from verb in verbs
        let path = Method(service, verb.Method).GetOptions()?.GetExtension(AnnotationsExtensions.Http)?.Post ?? ""
        let action = verb.Method == "UpdateIssue" ? "amend" : path.Split('}')[^1].Split(':')[^1]
        where action.Length > 0 && !action.StartsWith('/')
        select (action, $"{group} {verb.Name}", verb.Summary);

    private static Command Issues(GlobalOptions globals)
    {
        var issues = Group("issue", "问题：立账、整改、核查、销号  Issues from register to closure", "IssueService", globals, Issue);
        issues.Add(Projects.Cli.Issues.ClosureSheetVerb.Command(globals));
        issues.Add(Verb.Of("list", new("台账", "The ledger"), Method("LedgerService", "ListLedger"), globals));
        return issues;
    }

    private static Command Reports(GlobalOptions globals)
    {
        var reports = Group("report", "周报：审核、签发、核对  Weekly reports: review, signing, proof", "WeeklyReportService", globals, Report);
        reports.Add(Weekly.ReportFile.Command(globals));
        return reports;
    }

    /// <summary>A name of two words is a verb within a group of its own: extension request.</summary>
    private static Command Group(string name, string description, string service, GlobalOptions globals, (string Name, string Method, Said Summary)[] verbs)
    {
        var group = new Command(name, description);
        foreach (var (verb, method, summary) in verbs)
        {
            var words = verb.Split(' ');
            var home = group;
            if (words is [var inner, _])
            {
                home = group.Subcommands.FirstOrDefault(each => each.Name == inner);
                if (home is null)
                    group.Add(home = new Command(inner, $"{summary.Chinese}  {summary.English}"));
            }
            home.Add(Verb.Of(words[^1], summary, Method(service, method), globals));
        }
        return group;
    }

    private static readonly (string, string, Said)[] Project =
    [
        ("list", "ListProjects", new("项目一览", "All projects")),
        ("show", "GetProject", new("一个项目", "One project")),
        ("summary", "SummarizeProjects", new("园区汇总", "The park in figures")),
        ("history", "ListHistory", new("全程留痕", "Everything that happened")),
        ("create", "CreateProject", new("登记项目", "Register a project")),
        ("update", "UpdateProject", new("更正登记", "Correct what was registered")),
        ("benefit", "StateBenefit", new("登记效益", "State a benefit")),
    ];

    private static readonly (string, string, Said)[] Phase =
    [
        ("add", "AddPhase", new("增加分期", "Add a phase")),
        ("advance", "AdvanceStage", new("推进阶段", "Advance to a stage")),
        ("correct", "CorrectStage", new("更正阶段", "Correct a stage")),
        ("suspend", "SuspendPhase", new("停工", "Suspend")),
        ("resume", "ResumePhase", new("复工", "Resume")),
        ("terminate", "TerminatePhase", new("终止", "Terminate")),
    ];

    private static readonly (string, string, Said)[] List =
    [
        ("list", "ListIssueLists", new("清单一览", "All lists of a project")),
        ("show", "GetIssueList", new("一份清单", "One list")),
        ("open", "CreateIssueList", new("建立清单", "Open a list")),
        ("issue", "IssueIssueList", new("印发", "Issue it")),
        ("archive", "ArchiveIssueList", new("归档", "Archive it")),
        ("quote", "QuoteTotals", new("引用总数", "Quote its totals")),
    ];

    private static readonly (string, string, Said)[] Issue =
    [
        ("show", "GetIssue", new("一个问题", "One issue")),
        ("draft", "CreateIssue", new("起草", "Draft")),
        ("update", "UpdateIssue", new("修改草稿", "Change a draft")),
        ("take-over", "TakeOverIssue", new("承接既有问题", "Take over an issue with a past")),
        ("register", "RegisterIssue", new("立账", "Register")),
        ("accept", "AcceptIssue", new("签收", "Accept")),
        ("dispute", "DisputeAssignment", new("对交办提出异议", "Dispute the assignment")),
        ("reassign", "ReassignIssue", new("改派", "Reassign")),
        ("progress", "ReportProgress", new("报告进展", "Report progress")),
        ("measure-done", "CompleteMeasure", new("措施完成", "A measure is done")),
        ("measure-add", "AddMeasure", new("增加措施", "Add a measure")),
        ("evidence", "AddEvidence", new("上传佐证（--evidence 文件）", "Add evidence (--evidence FILE)")),
        ("self-check", "SelfCheckIssue", new("自查", "Self-check")),
        ("extension request", "RequestExtension", new("申请延期", "Request an extension")),
        ("extension decide", "DecideExtension", new("审批延期", "Decide an extension")),
        ("request-closure", "RequestClosure", new("申请销号", "Request closure")),
        ("stage-done", "MarkStageDone", new("阶段完成", "A stage of a standing issue is done")),
        ("withdraw", "WithdrawClosure", new("撤回销号申请", "Withdraw the request")),
        ("start-verification", "StartVerification", new("组织核查", "Start verification")),
        ("verify", "RecordVerification", new("核查", "Record a verification")),
        ("return", "ReturnForRework", new("退回整改", "Return for rework")),
        ("approve", "ApproveClosure", new("审批销号", "Approve the closure")),
        ("objection raise", "RaiseObjection", new("提出异议", "Raise an objection")),
        ("objection settle", "SettleObjection", new("处理异议", "Settle an objection")),
        ("end-notice", "EndNotice", new("公示结束", "End the notice")),
        ("file", "FileClosure", new("备案", "File")),
        ("review", "RecordReview", new("回头看", "Record a review")),
        ("reopen", "ReopenIssue", new("重新整改", "Reopen")),
        ("suspend", "SuspendIssue", new("中止", "Suspend")),
        ("resume", "ResumeIssue", new("恢复", "Resume")),
        ("urge", "UrgeIssue", new("催办", "Urge")),
        ("urging reply", "ReplyToUrging", new("答复催办", "Reply to a notice")),
        ("urging settle", "SettleUrging", new("认定答复", "Accept a reply, or not")),
        ("void", "VoidIssue", new("作废", "Void")),
        ("merge", "MergeIssue", new("并入", "Merge into another")),
        ("recompute-due", "RecomputeDue", new("重算期限", "Compute the due date again")),
    ];

    private static readonly (string, string, Said)[] Urging =
    [
        ("list", "ListUrgings", new("催办一览", "All notices of the park")),
        ("due", "ListDueUrgings", new("今日应催", "What is due to be urged today")),
    ];

    private static readonly (string, string, Said)[] Visit =
    [
        ("list", "ListVisits", new("走访一览（-p - 为全园区）", "All visits of a project, with -p - of the park")),
        ("show", "GetVisit", new("一次走访", "One visit")),
        ("record", "CreateVisit", new("记录走访，并起草发现的问题", "Record a visit, and draft what it found")),
    ];

    private static readonly (string, string, Said)[] Meeting =
    [
        ("list", "ListMeetings", new("调度会一览（-p - 为全园区）", "All meetings of a project, with -p - of the park")),
        ("show", "GetMeeting", new("一次调度会", "One meeting, and how its resolutions stand")),
        ("record", "CreateMeeting", new("记录调度会，议定事项列入清单", "Record a meeting; its resolutions become issues")),
    ];

    private static readonly (string, string, Said)[] Report =
    [
        ("list", "ListWeeklyReports", new("周报登记", "All reports")),
        ("show", "GetWeeklyReport", new("一期周报", "One report, as it reads")),
        ("start", "StartWeeklyReports", new("启用周报，或更换编发单位", "Begin the reports, or hand them to another unit")),
        ("review", "ReviewWeeklyReport", new("审核", "Review a draft")),
        ("sign", "SignWeeklyReport", new("签发", "Sign it; it then never changes")),
        ("reproduce", "ReproduceWeeklyReport", new("由留痕重制文件并核对摘要", "Make its files again from the journal and compare")),
    ];

    private static readonly (string, string, Said)[] Milestone =
    [
        ("list", "ListMilestones", new("里程碑一览", "All milestones of a project")),
        ("show", "GetMilestone", new("一个里程碑", "One milestone")),
        ("plan", "CreateMilestone", new("计划", "Plan")),
        ("back-schedule", "BackScheduleMilestones", new("倒排工期", "Plan backwards from production")),
        ("forecast", "ForecastMilestone", new("预测", "Forecast")),
        ("report", "ReportMilestone", new("上报完成", "Report it done")),
        ("verify", "VerifyMilestone", new("核实", "Verify")),
        ("reject", "RejectMilestone", new("退回", "Reject")),
        ("baseline request", "RequestBaselineChange", new("申请调整基准", "Request a new baseline")),
        ("baseline decide", "DecideBaselineChange", new("审批基准调整", "Decide on a new baseline")),
    ];

    private static readonly (string, string, Said)[] Investment =
    [
        ("list", "ListInvestments", new("投资明细", "All entries")),
        ("show", "GetInvestment", new("一笔投资", "One entry")),
        ("figures", "GetInvestmentFigures", new("投资进度", "Progress against plan and time")),
        ("plans", "ListInvestmentPlans", new("年度计划", "Plans by year")),
        ("plan", "SetInvestmentPlan", new("下达年度计划", "Set a year's plan")),
        ("record", "CreateInvestment", new("登记投资", "Record an entry")),
        ("reverse", "ReverseInvestment", new("冲正", "Reverse a wrong entry")),
    ];

    private static readonly (string, string, Said)[] Park =
    [
        ("show", "GetPark", new("园区", "The park")),
        ("adopt-calendar", "AdoptCalendar", new("启用日历", "Adopt a calendar")),
        ("unit list", "ListUnits", new("单位一览", "All units")),
        ("unit add", "CreateUnit", new("增加单位", "Add a unit")),
        ("unit update", "UpdateUnit", new("修改单位", "Change a unit")),
        ("person list", "ListPeople", new("人员一览", "All people")),
        ("person add", "CreatePerson", new("增加人员", "Add a person")),
        ("person update", "UpdatePerson", new("修改人员", "Change a person")),
        ("appointments", "ListAppointments", new("任职一览", "All appointments")),
        ("appoint", "Appoint", new("任命", "Appoint")),
        ("end-appointment", "EndAppointment", new("免职", "End an appointment")),
        ("delegations", "ListDelegations", new("授权一览", "All delegations")),
        ("delegate", "Delegate", new("授权代行", "Delegate")),
        ("end-delegation", "EndDelegation", new("终止授权", "End a delegation")),
        ("policy show", "GetPolicy", new("规则", "The park's rules")),
        ("policy update", "UpdatePolicy", new("修改规则", "Change the park's rules")),
        ("labels show", "GetLabels", new("园区用语", "The park's own labels")),
        ("labels set", "UpdateLabels", new("替换全部用语；不给则恢复平台用语", "Replace all of them; none for the platform's own words")),
        ("vocabulary list", "ListVocabularies", new("选项表一览", "All lists of kinds")),
        ("vocabulary show", "GetVocabulary", new("一张选项表", "One list of kinds")),
        ("vocabulary set", "UpdateVocabulary", new("替换全部选项；不给则不限", "Replace its terms; none for free text")),
    ];

    private static readonly (string, string, Said)[] Token =
    [
        ("create", "CreateToken", new("签发；只显示一次", "Make one; its secret is shown once")),
        ("list", "ListTokens", new("令牌一览", "All tokens")),
        ("revoke", "RevokeToken", new("吊销", "Revoke")),
    ];
}
