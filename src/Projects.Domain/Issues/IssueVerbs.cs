using System.Collections.Immutable;
using System.Text.Json;

namespace Projects;

/// <summary>The short names of the commands on issues and lists, as the contract's paths have them: <c>requestClosure</c>, <c>accept</c>.</summary>
public static class IssueVerbs
{
    /// <summary>Every verb on an issue, in the order of DOMAIN 4.</summary>
    public static ImmutableArray<string> All { get; } = [.. Lifecycle.Steps.Select(step => step.Verb)];

    /// <summary>RequestClosure → requestClosure, AcceptIssue → accept.</summary>
    public static string Of<TCommand>() where TCommand : IssueCommand => Of(typeof(TCommand));

    internal static string Of(Type command) => JsonNamingPolicy.CamelCase.ConvertName(command.Name.Replace("Issue", "", StringComparison.Ordinal));

    /// <summary>The label of a button or column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such verb.</exception>
    public static Text LabelOf(string verb) => verb switch
    {
        "amend" => new("修改草稿", "amend"),
        "register" => new("立账", "register"),
        "accept" => new("签收", "accept"),
        "disputeAssignment" => new("提出异议（非本单位事项）", "dispute the assignment"),
        "reassign" => new("重新交办", "reassign"),
        "reportProgress" => new("填报进展", "report progress"),
        "completeMeasure" => new("完成措施", "complete a measure"),
        "addMeasure" => new("增加措施", "add a measure"),
        "addEvidence" => new("上传佐证", "add evidence"),
        "selfCheck" => new("自查", "self-check"),
        "requestExtension" => new("申请延期", "request an extension"),
        "decideExtension" => new("审定延期", "decide the extension"),
        "requestClosure" => new("申请销号", "request closure"),
        "markStageDone" => new("申请转长期坚持", "mark the stage done"),
        "withdrawClosure" => new("撤回申请", "withdraw the request"),
        "startVerification" => new("指定核查人", "start verification"),
        "recordVerification" => new("核查通过", "record a verification"),
        "returnForRework" => new("退回整改", "return for rework"),
        "approveClosure" => new("审批销号", "approve the closure"),
        "raiseObjection" => new("登记异议", "raise an objection"),
        "settleObjection" => new("处理异议", "settle an objection"),
        "endNotice" => new("结束公示", "end the notice"),
        "fileClosure" => new("备案", "file"),
        "recordReview" => new("回头看", "record a review"),
        "reopen" => new("重新整改", "reopen"),
        "suspend" => new("中止", "suspend"),
        "resume" => new("恢复", "resume"),
        "void" => new("作废", "void"),
        "merge" => new("并案", "merge"),
        "recomputeDue" => new("重算时限", "recompute the due date"),
        "urge" => new("催办", "urge"),
        "replyToUrging" => new("答复催办", "reply to the urging"),
        "settleUrging" => new("认定答复", "settle the reply"),
        "issue" => new("印发清单", "issue the list"),
        "archive" => new("归档清单", "archive the list"),
        "quoteTotals" => new("登记引用合计", "quote totals"),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
    };
}
