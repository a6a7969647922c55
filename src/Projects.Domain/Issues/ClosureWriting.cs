using System.Collections.Immutable;

namespace Projects;

/// <summary>Puts the facts of one round into the words of a closure sheet.</summary>
internal sealed class ClosureWriting(Park park, Issue issue, Round round)
{
    private static readonly Text Nothing = new("—", "—");

    private ClosureRequest? Request => round.Requests.IsEmpty ? null : round.Requests[^1];

    public ImmutableArray<ClosureLine> Lines(IssueList list, Particulars? project)
    {
        var said = issue.Particulars;
        return
        [
            Two(Plain("项目", "Project", project?.Name), Plain("清单", "List", list.Particulars.Name)),
            One(Plain("问题描述", "Description", said.Description)),
            Two(Plain("问题来源", "Source", said.Source ?? list.Particulars.Source), Plain("发现日期", "Found on", Day(said.FoundOn))),
            Two(new(new("等级", "Grade"), [park.Labels.Of(said.Grade)]), new(new("整改类型", "Kind"), [park.Labels.Of(said.Kind)])),
            Two(Plain("责任领导", "Leader", Name(said.Leader)), Plain("牵头单位", "Lead unit", Name(said.LeadUnit))),
            Two(Plain("责任人", "Responsible", Name(said.Responsible)), Plain("配合单位", "Supporting", string.Join('、', said.SupportingUnits.Select(park.NameOf)))),
            Two(Plain("立账日期", "Registered", Day(issue.RegisteredOn)), Plain("整改时限（原/现）", "Due (original / current)", $"{Day(issue.OriginalDue?.Date) ?? "—"} / {Day(issue.CurrentDue) ?? "—"}")),
            Two(Plain("轮次", "Round", Numerals.Plain(round.No)), new(new("销号状态", "State"), [IssueWords.Of(issue.State)])),
            One(new(new("整改措施", "Measures"), Some(round.Measures.Select(Measure)))),
            One(new(new("销号标准与佐证", "Criteria and evidence"), Some(said.Criteria.SelectMany(Criterion)))),
            One(new(new("延期", "Extensions"), Some(issue.Extensions.Select(Extension)))),
            One(new(new("自查情况", "Self-check"), [Signed(round.SelfCheck?.Statement, round.SelfCheck?.By, round.SelfCheck?.On)])),
            One(new(new("申请销号", "Requests"), Some(round.Requests.Select(Asked)))),
            One(new(new("核查意见", "Verification"), Some(Request?.Verifications.Select(done => Signed(done.Opinion, done.By, done.On)) ?? []))),
            One(new(new("审批意见", "Approval"), [Request?.Approval is { } approval ? Told(approval.Opinion is { } opinion ? new(opinion, opinion) : new("同意", "approved"), approval.By, approval.On) : Nothing])),
            Two(Plain("公示起止", "Notice", Request?.Notice is { } notice ? $"{Day(notice.From)} — {Day(notice.EndedOn) ?? ""}" : null), Plain("销号日期", "Closed on", Day(issue.State.IsClosed() ? issue.ClosedOn : null))),
            Two(Plain("备案号", "Filing number", issue.FilingNumber), Plain("备案日期", "Filed on", Day(issue.FiledOn))),
        ];
    }

    private static ClosureLine One(ClosureEntry entry) => new(entry);

    private static ClosureLine Two(ClosureEntry first, ClosureEntry second) => new(first, second);

    private static Text Measure(MeasureItem measure) => measure.DoneOn is { } day
        ? new($"{measure.No}. {measure.Text}（{Day(day)} 完成）", $"{measure.No}. {measure.Text} (done {Day(day)})")
        : new($"{measure.No}. {measure.Text}（未完成）", $"{measure.No}. {measure.Text} (open)");

    /// <summary>The criterion, and under it each file that shows it, by the digest it can be proved with.</summary>
    private IEnumerable<Text> Criterion(string criterion, int place)
    {
        yield return Same($"{place + 1}. {criterion}");
        foreach (var held in round.Evidence.Where(held => held.Criteria.Contains(place + 1)))
            yield return Told(Same($"{held.File.Name} · SHA-256 {held.File.Digest}"), held.By, held.On);
    }

    private Text Extension(Extension asked)
    {
        var days = $"{Day(asked.OldDue)} → {Day(asked.NewDue)}";
        return asked switch
        {
            { Granted: true } => Told(new($"{days} 同意：{asked.Reason}", $"{days} granted: {asked.Reason}"), asked.DecidedBy, asked.DecidedOn),
            { Granted: false } => Told(new($"{days} 不同意：{asked.DecisionReason}", $"{days} denied: {asked.DecisionReason}"), asked.DecidedBy, asked.DecidedOn),
            _ => Told(new($"{days} 待审定：{asked.Reason}", $"{days} undecided: {asked.Reason}"), asked.RequestedBy, asked.RequestedOn),
        };
    }

    private Text Asked(ClosureRequest request)
    {
        var asked = Signed(request.Statement, request.By, request.On);
        if (request.Outcome is not (ClosureOutcome.Returned or ClosureOutcome.Withdrawn))
            return asked;
        var ended = request.Outcome is ClosureOutcome.Returned ? new Text("退回", "returned") : new Text("撤回", "withdrawn");
        var why = Told(Same(request.OutcomeReason ?? ""), request.OutcomeBy, request.OutcomeOn);
        return new($"{asked.Zh} {ended.Zh}：{why.Zh}", $"{asked.En} {ended.En}: {why.En}");
    }

    private Text Signed(string? words, By? by, DateOnly? on) => Told(Same(words ?? ""), by, on);

    /// <summary>With who said it and when; a delegate with whom they acted for.</summary>
    private Text Told(Text words, By? by, DateOnly? on)
    {
        if (by is null)
            return Nothing;
        var name = park.NameOf(by.Person);
        var (zh, en) = by.For is { } lent ? ($"{name}代{park.NameOf(lent)}", $"{name} for {park.NameOf(lent)}") : (name, name);
        return new($"{words.Zh}（{zh}，{Day(on)}）", $"{words.En} ({en}, {Day(on)})");
    }

    private static ClosureEntry Plain(string zh, string en, string? words) => new(new(zh, en), [string.IsNullOrEmpty(words) ? Nothing : Same(words)]);

    private static ImmutableArray<Text> Some(IEnumerable<Text> paragraphs) => [.. paragraphs.DefaultIfEmpty(Nothing)];

    private static Text Same(string words) => new(words, words);

    private static string? Day(DateOnly? day) => day is { } known ? Words.Day(known) : null;

    private string? Name(PersonId? person) => person is { } known ? park.NameOf(known) : null;

    private string? Name(UnitCode? unit) => unit is { } known ? park.NameOf(known) : null;
}
