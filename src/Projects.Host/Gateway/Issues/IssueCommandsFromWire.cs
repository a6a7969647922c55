using System.Collections.Immutable;

namespace Projects.Host.Gateway;

/// <summary>Orders about issues, from the wire to the domain. Texts are bounded by the rules; here only names, dates and enumerations are read.</summary>
internal static class IssueCommandsFromWire
{
    public static DraftIssue ToCommand(this V1.CreateIssueRequest request, ProjectId project, WireFields fields)
    {
        var issue = fields.Given(request.Issue, "issue");
        return new DraftIssue(
            fields.ListOf(project, issue.List, "issue.list"),
            NewNumber(request.IssueId, "issue_id", fields),
            fields.Given(issue.Particulars, "issue.particulars").ToDomain(project.Park, fields, "issue.particulars"));
    }

    /// <param name="path">Where the draft stands in its request.</param>
    public static DraftIssue ToDraft(this V1.IssueDraft draft, ProjectId project, WireFields fields, string path) => new(
        fields.ListOf(project, draft.List, $"{path}.list"),
        NewNumber(draft.Number, $"{path}.number", fields),
        fields.Given(draft.Particulars, $"{path}.particulars").ToDomain(project.Park, fields, $"{path}.particulars"));

    public static TakeOverIssue ToCommand(this V1.TakeOverIssueRequest request, ProjectId project, WireFields fields) => new(
        fields.ListOf(project, request.List, "list"),
        NewNumber(request.IssueId, "issue_id", fields),
        fields.Given(request.Particulars, "particulars").ToDomain(project.Park, fields, "particulars"),
        fields.Given(request.TakeOver, "take_over").ToDomain(fields));

    public static RegisterIssue ToCommand(this V1.RegisterIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number);

    public static AcceptIssue ToCommand(this V1.AcceptIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number);

    public static DisputeAssignment ToCommand(this V1.DisputeAssignmentRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Reason);

    public static ReassignIssue ToCommand(this V1.ReassignIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(
        number,
        fields.RequiredUnit(r.LeadUnit, project.Park, "lead_unit"),
        fields.Units(r.SupportingUnits, project.Park, "supporting_units"),
        fields.RequiredPerson(r.Leader, project.Park, "leader"),
        fields.Person(r.Responsible, project.Park, "responsible"),
        r.Reason);

    public static ReportProgress ToCommand(this V1.ReportProgressRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Progress, r.Difficulty);

    public static CompleteMeasure ToCommand(this V1.CompleteMeasureRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Measure, r.Note);

    public static AddMeasure ToCommand(this V1.AddMeasureRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Measure);

    /// <param name="file">As the evidence store knows it.</param>
    public static AddEvidence ToCommand(this V1.AddEvidenceRequest r, IssueNumber number, EvidenceFile file, WireFields fields) =>
        new(number, file, [.. r.Criteria], fields.Day(r.CapturedDate, "captured_date"), r.Note);

    public static SelfCheckIssue ToCommand(this V1.SelfCheckIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Statement);

    public static RequestExtension ToCommand(this V1.RequestExtensionRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, fields.RequiredDay(r.NewDueDate, "new_due_date"), r.Reason);

    public static DecideExtension ToCommand(this V1.DecideExtensionRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Grant, r.Reason);

    public static RequestClosure ToCommand(this V1.RequestClosureRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Statement);

    public static MarkStageDone ToCommand(this V1.MarkStageDoneRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Statement, fields.RequiredDay(r.NextReviewDate, "next_review_date"));

    public static WithdrawClosure ToCommand(this V1.WithdrawClosureRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Reason);

    public static StartVerification ToCommand(this V1.StartVerificationRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, [.. r.Verifiers.Select((verifier, place) => fields.RequiredPerson(verifier, project.Park, $"verifiers[{place}]"))]);

    public static RecordVerification ToCommand(this V1.RecordVerificationRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, [.. r.Judgements.Select(judged => new Judgement(judged.Criterion, judged.Met, judged.Note))], r.Opinion);

    public static ReturnForRework ToCommand(this V1.ReturnForReworkRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Reason);

    public static ApproveClosure ToCommand(this V1.ApproveClosureRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Opinion);

    public static RaiseObjection ToCommand(this V1.RaiseObjectionRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.RaisedBy, r.Objection);

    public static SettleObjection ToCommand(this V1.SettleObjectionRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Objection, r.Upheld, r.Outcome);

    public static EndNotice ToCommand(this V1.EndNoticeRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number);

    public static FileClosure ToCommand(this V1.FileClosureRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.FilingNumber);

    public static RecordReview ToCommand(this V1.RecordReviewRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Finding, fields.Day(r.NextReviewDate, "next_review_date"));

    public static ReopenIssue ToCommand(this V1.ReopenIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(
        number,
        fields.RequiredMember<ReopenCause>((int)r.Cause, "cause"),
        r.Reason,
        fields.RequiredDay(r.NewDueDate, "new_due_date"),
        [.. r.Measures]);

    public static SuspendIssue ToCommand(this V1.SuspendIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, r.Reason, fields.RequiredDay(r.ReviewDate, "review_date"));

    public static ResumeIssue ToCommand(this V1.ResumeIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Note);

    public static VoidIssue ToCommand(this V1.VoidIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number, r.Reason);

    public static MergeIssue ToCommand(this V1.MergeIssueRequest r, ProjectId project, IssueNumber number, WireFields fields) =>
        new(number, fields.IssueOf(project, r.Into, "into"), r.Reason);

    public static RecomputeDue ToCommand(this V1.RecomputeDueRequest r, ProjectId project, IssueNumber number, WireFields fields) => new(number);

    /// <summary>The number chosen; null lets the rules give the list's next one.</summary>
    private static IssueNumber? NewNumber(string id, string field, WireFields fields)
    {
        if (id.Length > 0 && !Identifier.IsIssueNumber(id))
            fields.Fault(field, "编号限40字以内的汉字、字母、数字和 . _ -", "must be letters, digits, CJK characters, dots, hyphens or underscores, at most 40");
        return id.Length == 0 ? null : IssueNumber.Of(id);
    }
}
