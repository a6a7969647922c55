using System.Collections.Immutable;

namespace Projects;

/// <summary>The words of the issue slice: obstacles here, labels beside.</summary>
public static partial class IssueWords
{
    /// <summary>What stands in the way of which issue, and what to do next.</summary>
    public static Text Of(IssueRefusal refusal, Naming names) => OfClosing(refusal, names) ?? refusal switch
    {
        WrongIssueState r => new(
            $"事项 {r.Number} 现为“{Of(r.State).Zh}”，不能这样办理。{Allowed(r.Allowed).Zh}",
            $"Issue {r.Number} is {Of(r.State).En}, which does not allow this. {Allowed(r.Allowed).En}"),
        WrongListStatus r => new(
            $"清单“{names.Of(r.List)}”现为“{Of(r.Status).Zh}”，不能这样办理。{Allowed(r.Allowed).Zh}",
            $"List “{names.Of(r.List)}” is {Of(r.Status).En}, which does not allow this. {Allowed(r.Allowed).En}"),
        ListNotIssued { Status: ListStatus.Archived } r => new(
            $"清单“{names.Of(r.List)}”已归档，不再收新事项。请选用在用的清单。",
            $"List “{names.Of(r.List)}” is archived and takes no new issues. Choose a list in use."),
        ListNotIssued r => new($"清单“{names.Of(r.List)}”尚未印发，不能立账。请整改办先印发清单。", $"List “{names.Of(r.List)}” has not been issued. The ledger office issues it first."),
        ListNotEmpty r => new(
            $"清单“{names.Of(r.List)}”还有{r.Open.Length}项未办结（{Some(r.Open, "、")}），不能归档。请先办结或作废。",
            $"List “{names.Of(r.List)}” still holds {r.Open.Length} open issue(s) ({Some(r.Open, ", ")}). Close or void them before archiving."),
        IssueIncomplete r => new(
            $"{(r.Number is { } number ? $"事项 {number} " : "")}要素不全：{Words.Faults(r.Missing, Language.Chinese)}。请补全后再立账。",
            $"{(r.Number is { } named ? $"Issue {named}" : "The issue")} is incomplete: {Words.Faults(r.Missing, Language.English)}. Complete it, then register."),
        NumberInUse r => new($"编号 {r.Number} 已用过；编号永不重复使用，作废的也一样。请换一个或由系统编号。", $"Number {r.Number} has been used; numbers are never used again, not even void ones. Choose another or let the platform give one."),
        ExtensionTooLate r => new(
            $"事项 {r.Number} 的延期申请已逾申请期限，须由{Roles(r.LevelNeeded, Language.Chinese)}审定。请呈报上一级。",
            $"The extension of issue {r.Number} was asked for too late; it takes {Roles(r.LevelNeeded, Language.English)} to decide. Pass it on to them."),
        ExtensionsUsedUp r => new($"事项 {r.Number} 已延期{r.AtMost}次，不得再延。请按现时限完成整改。", $"Issue {r.Number} has had its {r.AtMost} extension(s). Finish by the current due date."),
        ExtensionPending r => new(
            $"事项 {r.Number} 已有一份延期申请（至{Words.Day(r.NewDue)}）待审定。请等候结果。",
            $"An extension of issue {r.Number} to {Words.Day(r.NewDue)} waits for its decision. Wait for the outcome."),
        NoExtensionPending r => new($"事项 {r.Number} 没有待审定的延期申请。", $"No extension of issue {r.Number} waits for a decision."),
        MergeTargetUnfit { State: { } state } r => new($"事项 {r.Into} 的状态为{IssueWords.Of(state).Zh}，不能并入。请选一个尚未销号的在账事项。", $"Issue {r.Into} is {IssueWords.Of(state).En} and cannot take another in. Choose one that is in the books and open."),
        MergeTargetUnfit => new("事项不能并入自身。请选另一个编号。", "An issue cannot be merged into itself. Choose another number."),
        _ => throw new NotSupportedException($"{refusal.GetType().Name} has no words."),
    };

    private static Text? OfClosing(IssueRefusal refusal, Naming names) => refusal switch
    {
        MeasuresOpen r => new($"事项 {r.Number} 的措施 {Numbers(r.Measures)} 尚未完成。请先完成。", $"Measure(s) {Numbers(r.Measures)} of issue {r.Number} are not done yet. Complete them first."),
        NoEvidence r => new(
            $"事项 {r.Number} 的销号标准 {Numbers(r.Criteria)} 没有第{r.Round}轮的佐证。请上传本轮佐证，往轮材料不算。",
            $"Nothing of round {r.Round} shows criteria {Numbers(r.Criteria)} of issue {r.Number}. Add evidence of this round; an earlier round's does not count."),
        CriteriaUnjudged r => new($"事项 {r.Number} 的销号标准 {Numbers(r.Criteria)} 未作判定。请逐条判定。", $"Criteria {Numbers(r.Criteria)} of issue {r.Number} are not judged. Judge every one."),
        CriteriaNotMet r => new($"事项 {r.Number} 的销号标准 {Numbers(r.Criteria)} 未达到，不能核查通过。请退回整改。", $"Criteria {Numbers(r.Criteria)} of issue {r.Number} are not met. Return it for rework instead."),
        DutiesNotSeparate r => new(
            $"职责须分离：{names.Of(r.Person)} 是事项 {r.Number} 的{Of(r.Holds).Zh}，不得再作此判断（受托人同样受限）。请由无关人员办理。",
            $"Duties must be separate: {names.Of(r.Person)} {Of(r.Holds).En} (issue {r.Number}) and may not judge it, nor may their delegate. Let someone uninvolved do it."),
        NotNamedVerifier r => new($"事项 {r.Number} 的核查人是 {Some(r.Named.Select(names.Of), "、")}。须由本人或其受托人核查。", $"Issue {r.Number} is to be verified by {Some(r.Named.Select(names.Of), ", ")} or their delegates."),
        VerifierDoneAlready r => new($"核查人 {names.Of(r.Verifier)} 对事项 {r.Number} 的意见已记录，不能更改。", $"The finding of {names.Of(r.Verifier)} on issue {r.Number} is recorded and cannot be changed."),
        VerifierCountWrong r => new($"事项 {r.Number} 按等级须由{r.Needed}名不同的核查人核查，现指定{r.Named}名。请重新指定。", $"The grade of issue {r.Number} asks for {r.Needed} different verifier(s); {r.Named} named. Name them anew."),
        VerifierNotAppointed r => new($"{Some(r.People.Select(names.Of), "、")} 现无核查人任职。请为事项 {r.Number} 另行指定。", $"{Some(r.People.Select(names.Of), ", ")} hold no appointment as verifier today. Name others for issue {r.Number}."),
        NoticeRunning r => new(
            $"事项 {r.Number} 公示已计{r.Counted}个工作日，须满{r.Needed}个{Objections(r, Language.Chinese)}。",
            $"The notice of issue {r.Number} has run {r.Counted} of {r.Needed} working days{Objections(r, Language.English)}."),
        ObjectionAlreadySettled r => new(
            $"事项 {r.Number} 的第{r.Objection}条异议已处理（{(r.Upheld ? "成立" : "不成立")}），不能更改。",
            $"Objection {r.Objection} to issue {r.Number} was settled before ({(r.Upheld ? "upheld" : "not upheld")}) and cannot be changed."),
        _ => null,
    };

    private static string Objections(NoticeRunning r, Language language)
    {
        var chinese = language == Language.Chinese;
        if (!r.UpheldObjections.IsEmpty)
            return chinese ? $"；异议 {Numbers(r.UpheldObjections)} 成立，请退回整改" : $"; objection(s) {Numbers(r.UpheldObjections)} were upheld: return it for rework";
        if (!r.OpenObjections.IsEmpty)
            return chinese ? $"；异议 {Numbers(r.OpenObjections)} 未处理，请先处理" : $"; settle objection(s) {Numbers(r.OpenObjections)} first";
        return chinese ? "。请期满后再办" : ". Wait until they are over";
    }

    private static Text Allowed(ImmutableArray<string> verbs) => verbs.IsEmpty
        ? new("此状态下不能再办理。", "Nothing can be done in this state.")
        : new($"现在可以：{string.Join('、', verbs.Select(verb => IssueVerbs.LabelOf(verb).Zh))}。", $"Possible now: {string.Join(", ", verbs.Select(verb => IssueVerbs.LabelOf(verb).En))}.");

    private static string Roles(int level, Language language) =>
        string.Join(language == Language.English ? " or " : "或", Right.ApproverRoles(level).Select(role => Words.Of(role).In(language)));

    private static string Numbers(ImmutableArray<int> numbers) => string.Join(", ", numbers);

    // A message names at most five.
    private static string Some<T>(IEnumerable<T> named, string between) => string.Join(between, named.Take(5)) + (named.Skip(5).Any() ? " …" : "");
}
