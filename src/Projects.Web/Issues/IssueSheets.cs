using System.Collections.Immutable;
using System.Globalization;

namespace Projects.Web.Issues;

/// <summary>The form of every verb on an issue, in the order of DOMAIN 4: its fields and the command they make.</summary>
public static class IssueSheets
{
    private static readonly SheetField Reason = new TextField("reason", new("理由", "Reason"), 3) { IsRequired = true };
    private static readonly SheetField Statement = new TextField("statement", new("情况说明", "Statement"), 4) { IsRequired = true };
    private static readonly SheetField Note = new TextField("note", new("备注", "Note"), 2);
    private static readonly SheetField NewDue = new DayField("new_due_date", new("新时限", "New due date")) { IsRequired = true };
    private static readonly SheetField NextReview = new DayField("next_review_date", new("下次回头看", "Next review"));

    /// <summary>The verbs that ask nothing about one issue alone, so that one form may serve several issues.</summary>
    public static ImmutableArray<string> ForSeveral { get; } = ["startVerification", "approveClosure", "endNotice", "decideExtension"];

    /// <exception cref="ArgumentOutOfRangeException">There is no such verb.</exception>
    public static Sheet<IssueCommand> Of(string verb, IssueSight sight, Insight insight) =>
        Preparing(verb, sight.Issue, insight) ?? Working(verb, sight.Issue) ?? Closing(verb, sight.Issue, insight) ?? After(verb, sight.Issue) ?? UrgingSheets.Of(verb, sight, insight)
        ?? throw new ArgumentOutOfRangeException(nameof(verb), verb, null);

    /// <summary>What stands in the form before anything is typed: what the issue says already.</summary>
    public static Filled Begun(string verb, IssueSight sight, Insight insight) => verb switch
    {
        "amend" => ParticularsSheet.Of(sight.Issue.Particulars),
        "reassign" => Assignment(sight.Issue.Particulars),
        "addEvidence" when sight.Issue.Particulars.Criteria.Length == 1 => WithTick("criteria", "1"),
        "completeMeasure" when OpenMeasures(sight.Issue) is [var only] => new Filled { ["measure"] = only.Value },
        "settleObjection" when OpenObjections(sight.Issue) is [var only] => new Filled { ["objection"] = only.Value },
        _ => UrgingSheets.Begun(verb, sight, insight) ?? new Filled(),
    };

    private static Sheet<IssueCommand>? Preparing(string verb, Issue issue, Insight insight)
    {
        var n = issue.Number;
        switch (verb)
        {
            case "amend":
                var particulars = new ParticularsSheet(insight);
                return new(particulars.Fields, f => new AmendIssue(n, particulars.From(f)));
            case "register":
                return Bare(new RegisterIssue(n));
            case "accept":
                return Bare(new AcceptIssue(n));
            case "disputeAssignment":
                return new([Reason], f => new DisputeAssignment(n, f["reason"]));
            case "reassign":
                return Reassigning(n, insight);
            case "recomputeDue":
                return Bare(new RecomputeDue(n));
            default:
                return null;
        }
    }

    private static Sheet<IssueCommand> Reassigning(IssueNumber n, Insight insight)
    {
        var supporting = new ManyField("supporting_units", new("配合单位", "Supporting units"), PeopleAndUnits.Units(insight.Park));
        return new(
            [
                new ChoiceField("lead_unit", new("牵头单位", "Lead unit"), PeopleAndUnits.Units(insight.Park)) { IsRequired = true },
                supporting,
                new ChoiceField("leader", new("责任领导", "Accountable leader"), PeopleAndUnits.Holding(insight, Role.DeputyLeader, Role.ChiefLeader)) { IsRequired = true },
                new ChoiceField("responsible", new("责任人", "Responsible person"), PeopleAndUnits.OfBusiness(insight)),
                Reason,
            ],
            f => new ReassignIssue(n, UnitCode.Of(f["lead_unit"]), [.. f.Ticked(supporting).Select(UnitCode.Of)], PersonId.Of(f["leader"]), f.Id<PersonId>("responsible"), f["reason"]));
    }

    private static Sheet<IssueCommand>? Working(string verb, Issue issue)
    {
        var n = issue.Number;
        switch (verb)
        {
            case "reportProgress":
                return new(
                    [new TextField("progress", new("本期进展", "Progress"), 4) { IsRequired = true }, new TextField("difficulty", new("存在困难", "Difficulty"), 2)],
                    f => new ReportProgress(n, f["progress"], f.Optional("difficulty")));
            case "completeMeasure":
                return new(
                    [new ChoiceField("measure", new("完成的措施", "Measure done"), OpenMeasures(issue)) { IsRequired = true }, Note],
                    f => new CompleteMeasure(n, f.Number("measure") ?? 0, f.Optional("note")));
            case "addMeasure":
                return new([new TextField("measure", new("新增措施", "Further measure"), 2) { IsRequired = true }], f => new AddMeasure(n, f["measure"]));
            case "addEvidence":
                var criteria = new ManyField("criteria", new("佐证哪条销号标准", "Criteria it shows"), Numbered(issue.Particulars.Criteria)) { IsRequired = true };
                return new(
                    [new FileField("content", new("佐证材料", "File")) { IsRequired = true }, criteria, new DayField("captured_date", new("形成日期", "Made on")), Note],
                    f => new AddEvidence(n, f.File!, [.. f.Ticked(criteria).Select(NumberOf)], f.Day("captured_date"), f.Optional("note")));
            case "selfCheck":
                return new([Statement], f => new SelfCheckIssue(n, f["statement"]));
            case "requestExtension":
                return new([NewDue, Reason], f => new RequestExtension(n, f.Day("new_due_date")!.Value, f["reason"]));
            case "decideExtension":
                return new(
                    [YesOrNo("grant", new("审定意见", "Decision"), new("同意延期", "grant"), new("不同意延期", "decline")), new TextField("reason", new("意见", "Reason"), 3) { Hint = new("不同意时须写明理由。", "Needed when declining.") }],
                    f => new DecideExtension(n, IsYes(f, "grant"), f.Optional("reason")));
            default:
                return null;
        }
    }

    private static Sheet<IssueCommand>? Closing(string verb, Issue issue, Insight insight)
    {
        var n = issue.Number;
        switch (verb)
        {
            case "requestClosure":
                return new([Statement], f => new RequestClosure(n, f["statement"]));
            case "markStageDone":
                return new([Statement, NextReview with { IsRequired = true }], f => new MarkStageDone(n, f["statement"], f.Day("next_review_date")!.Value));
            case "withdrawClosure":
                return new([Reason with { IsRequired = false }], f => new WithdrawClosure(n, f.Optional("reason")));
            case "startVerification":
                var verifiers = new ManyField("verifiers", new("核查人", "Verifiers"), PeopleAndUnits.Holding(insight, Role.Verifier))
                {
                    IsRequired = true, Hint = issue.Round is { Terms.Verifiers: var needed } ? new($"本等级须指定{needed}名。", $"This grade takes {needed}.") : null,
                };
                return new([verifiers], f => new StartVerification(n, [.. f.Ticked(verifiers).Select(PersonId.Of)]));
            case "recordVerification":
                return Verifying(issue);
            case "returnForRework":
                return new([Reason], f => new ReturnForRework(n, f["reason"]));
            case "approveClosure":
                return new([new TextField("opinion", new("审批意见", "Opinion"), 3)], f => new ApproveClosure(n, f.Optional("opinion")));
            case "raiseObjection":
                return new(
                    [new TextField("raised_by", new("异议人", "Raised by")) { IsRequired = true }, new TextField("objection", new("异议内容", "Objection"), 3) { IsRequired = true }],
                    f => new RaiseObjection(n, f["raised_by"], f["objection"]));
            case "settleObjection":
                return new(
                    [
                        new ChoiceField("objection", new("异议", "Objection"), OpenObjections(issue)) { IsRequired = true },
                        YesOrNo("upheld", new("是否成立", "Upheld"), new("成立，须退回整改", "upheld, to be returned for rework"), new("不成立", "not upheld")),
                        new TextField("outcome", new("处理结果", "Outcome"), 3) { IsRequired = true },
                    ],
                    f => new SettleObjection(n, f.Number("objection") ?? 0, IsYes(f, "upheld"), f["outcome"]));
            case "endNotice":
                return Bare(new EndNotice(n));
            default:
                return null;
        }
    }

    private static Sheet<IssueCommand> Verifying(Issue issue)
    {
        ImmutableArray<SheetField> judged =
        [
            .. issue.Particulars.Criteria.Select((criterion, place) => YesOrNo(Filled.InputOf("judgements", $"{place + 1}"), new($"标准{place + 1}：{criterion}", $"Criterion {place + 1}: {criterion}"), new("达到", "met"), new("未达到", "not met"))),
        ];
        return new(
            [.. judged, new TextField("opinion", new("核查意见", "Opinion"), 3) { IsRequired = true, Hint = new("有一条未达到即应退回整改。", "Where one is not met, return it for rework.") }],
            f => new RecordVerification(issue.Number, [.. judged.Select((field, place) => new Judgement(place + 1, IsYes(f, field.Name)))], f["opinion"]));
    }

    private static Sheet<IssueCommand>? After(string verb, Issue issue)
    {
        var n = issue.Number;
        return verb switch
        {
            "fileClosure" => new([new TextField("filing_number", new("备案号", "Filing number")) { IsRequired = true }], f => new FileClosure(n, f["filing_number"])),
            "recordReview" => new([new TextField("finding", new("回头看情况", "Finding"), 3) { IsRequired = true }, NextReview], f => new RecordReview(n, f["finding"], f.Day("next_review_date"))),
            "reopen" => new(
                [
                    new ChoiceField("cause", new("重开原因", "Cause"), Choice.Of<ReopenCause>(IssueWords.Of)) { IsRequired = true },
                    Reason,
                    NewDue,
                    new LinesField("measures", new("新一轮措施", "Measures of the new round")) { Hint = new("一行一条；不填则沿用上一轮措施。", "One a line; the last round's when left empty.") },
                ],
                f => new ReopenIssue(n, f.Member<ReopenCause>("cause"), f["reason"], f.Day("new_due_date")!.Value, f.Lines("measures"))),
            "suspend" => new([Reason, new DayField("review_date", new("复核日期", "Review on")) { IsRequired = true }], f => new SuspendIssue(n, f["reason"], f.Day("review_date")!.Value)),
            "resume" => new([Note], f => new ResumeIssue(n, f.Optional("note"))),
            "void" => new([Reason], f => new VoidIssue(n, f["reason"])),
            "merge" => new(
                [new TextField("into", new("并入的事项编号", "Into issue number")) { IsRequired = true, Hint = new("须为本项目在账未销号的事项。", "An open issue of this project.") }, Reason],
                f => new MergeIssue(n, IssueNumber.Of(f["into"].Trim()), f["reason"])),
            _ => null,
        };
    }

    private static Sheet<IssueCommand> Bare(IssueCommand command) => new([], _ => command);

    internal static ChoiceField YesOrNo(string name, Text label, Text yes, Text no) => new(name, label, [new("yes", yes), new("no", no)]) { IsRequired = true };

    internal static bool IsYes(Filled filled, string field) => filled[field] == "yes";

    private static ImmutableArray<Choice> Numbered(ImmutableArray<string> texts) => [.. texts.Select((text, place) => Numbered(place + 1, text))];

    private static Choice Numbered(int no, string text) => new(no.ToString(CultureInfo.InvariantCulture), new($"{no}. {text}", $"{no}. {text}"));

    private static int NumberOf(string choice) => int.Parse(choice, CultureInfo.InvariantCulture);

    private static ImmutableArray<Choice> OpenMeasures(Issue issue) => [.. issue.Round?.Measures.Where(measure => measure.DoneOn is null).Select(measure => Numbered(measure.No, measure.Text)) ?? []];

    private static ImmutableArray<Choice> OpenObjections(Issue issue) =>
        [.. issue.Request?.Notice?.Objections.Where(held => held.SettledOn is null).Select(held => Numbered(held.No, held.Text)) ?? []];

    private static Filled Assignment(IssueParticulars said)
    {
        var filled = new Filled { ["lead_unit"] = $"{said.LeadUnit}", ["leader"] = $"{said.Leader}", ["responsible"] = $"{said.Responsible}" };
        foreach (var unit in said.SupportingUnits)
            filled.Tick("supporting_units", unit.Value, true);
        return filled;
    }

    private static Filled WithTick(string field, string choice)
    {
        var filled = new Filled();
        filled.Tick(field, choice, true);
        return filled;
    }
}
