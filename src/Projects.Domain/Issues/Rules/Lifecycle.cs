using System.Collections.Frozen;
using System.Collections.Immutable;
using In = Projects.IssueState;

namespace Projects;

/// <summary>One way forward: the command, where it may be given, and who may.</summary>
/// <param name="PersonOnly">A program may not (SECURITY 2).</param>
/// <param name="Standing">True: standing issues only; false: all but standing; null: every kind.</param>
/// <param name="May">Right, state and guards, as the rule itself asks them.</param>
internal sealed record Step(Type Command, ImmutableArray<IssueState> From, bool PersonOnly, bool? Standing, Func<IssueMatter, Leave> May)
{
    public string Verb { get; } = IssueVerbs.Of(Command);

    public bool Fits(Issue issue) => Fits(issue.State, issue.Particulars.Kind is IssueKind.Standing);

    public bool Fits(IssueState state, bool standing) => From.Contains(state) && (Standing is null || Standing == standing);
}

/// <summary>The table of DOMAIN 4 in its order: which command is possible in which state.</summary>
internal static class Lifecycle
{
    public static ImmutableArray<Step> Steps { get; } =
    [
        Open<AmendIssue>(Drafting.MayAmend, In.Draft),
        Open<RegisterIssue>(Registering.MayRegister, In.Draft),
        Open<AcceptIssue>(Assigning.MayAccept, In.Registered),
        Open<DisputeAssignment>(Assigning.MayDispute, In.Registered),
        Open<ReassignIssue>(Assigning.MayReassign, In.Registered),
        Open<ReportProgress>(Rectification.MayReport, In.Rectifying),
        Open<CompleteMeasure>(Rectification.MayComplete, In.Rectifying),
        Open<AddMeasure>(Rectification.MayAddMeasure, In.Rectifying),
        Open<AddEvidence>(Rectification.MayAddEvidence, In.Rectifying),
        Open<SelfCheckIssue>(Rectification.MaySelfCheck, In.Rectifying),
        Open<RequestExtension>(Extending.MayRequest, In.Rectifying),
        Person<DecideExtension>(Extending.MayDecide, In.Rectifying),
        Open<RequestClosure>(Requesting.MayRequest, In.Rectifying) with { Standing = false },
        Open<MarkStageDone>(Requesting.MayMarkStageDone, In.Rectifying) with { Standing = true },
        Open<WithdrawClosure>(Requesting.MayWithdraw, In.ClosureRequested),
        Open<StartVerification>(Verifying.MayStart, In.ClosureRequested),
        Person<RecordVerification>(Verifying.MayRecord, In.Verifying),
        Person<ReturnForRework>(Returning.MayReturn, In.Verifying, In.AwaitingApproval, In.OnNotice),
        Person<ApproveClosure>(Approving.MayApprove, In.AwaitingApproval),
        Open<RaiseObjection>(Noticing.MayRaise, In.OnNotice),
        Person<SettleObjection>(Noticing.MaySettle, In.OnNotice),
        Open<EndNotice>(Noticing.MayEnd, In.OnNotice),
        Open<FileClosure>(Filing.MayFile, In.Closed),
        Person<RecordReview>(Reviewing.MayReview, In.Closed, In.Filed, In.StandingWatch),
        Person<ReopenIssue>(Reopening.MayReopen, In.Closed, In.Filed, In.StandingWatch),
        Person<SuspendIssue>(Suspending.MaySuspend, In.Registered, In.Rectifying),
        Person<ResumeIssue>(Suspending.MayResume, In.Suspended),
        Person<VoidIssue>(Voiding.MayVoid, In.Draft, In.Registered, In.Rectifying),
        Person<MergeIssue>(Voiding.MayMerge, In.Draft, In.Registered, In.Rectifying),
        Open<UrgeIssue>(UrgingRules.MayUrge, In.Registered, In.Rectifying, In.Suspended),
        Open<ReplyToUrging>(UrgingRules.MayReply, In.Registered, In.Rectifying, In.Suspended),
        Open<SettleUrging>(UrgingRules.MaySettle, In.Registered, In.Rectifying, In.Suspended),
        Open<RecomputeDue>(Registering.MayRecompute, In.Registered, In.Rectifying, In.ClosureRequested, In.Verifying, In.AwaitingApproval, In.OnNotice, In.Suspended),
    ];

    private static readonly FrozenDictionary<Type, Step> ByCommand = Steps.ToFrozenDictionary(step => step.Command);

    // Asked for with every issue that is shown, most of whose steps are not possible in its state.
    private static readonly FrozenDictionary<(IssueState State, bool Standing), ImmutableArray<string>> Possible =
        (from state in Enum.GetValues<IssueState>()
         from standing in new[] { false, true }
         select (Key: (state, standing), Verbs: Steps.Where(step => step.Fits(state, standing)).Select(step => step.Verb).ToImmutableArray()))
        .ToFrozenDictionary(each => each.Key, each => each.Verbs);

    public static Step Of(Type command) => ByCommand[command];

    /// <summary>The verbs its state and kind allow, whoever may give them.</summary>
    public static ImmutableArray<string> PossibleOn(Issue issue) => Possible[(issue.State, issue.Particulars.Kind is IssueKind.Standing)];

    public static WrongIssueState WrongState(Issue issue) => new(issue.Number, issue.State, PossibleOn(issue));

    private static Step Open<TCommand>(Func<IssueMatter, Leave> may, params ImmutableArray<IssueState> from) where TCommand : IssueCommand =>
        new(typeof(TCommand), from, PersonOnly: false, Standing: null, may);

    private static Step Person<TCommand>(Func<IssueMatter, Leave> may, params ImmutableArray<IssueState> from) where TCommand : IssueCommand =>
        new(typeof(TCommand), from, PersonOnly: true, Standing: null, may);
}
