using Projects.Cli.Show;
using Projects.Cli.Urging;

namespace Projects.Cli.Issues;

/// <summary>One issue: what it is, who must act, each round with its criteria against the evidence, and what the reader may do.</summary>
internal static class IssueSheets
{
    public static IEnumerable<Sheet> Of(Issue issue, Wording wording)
    {
        var about = new Issue(issue);
        about.Rounds.Clear();
        about.Particulars = null;
        foreach (var sheet in Sheets.Plain(about, wording).Take(1))
            yield return sheet;
        if (issue.BallInCourt.Count > 0)
            yield return Sheet.Line(new Said("球在谁手：", "Must act: ").In(wording) + Cells.Holders(issue.BallInCourt, wording));
        if (issue.Particulars is not null)
        {
            foreach (var sheet in Sheets.Plain(issue.Particulars, wording))
                yield return sheet;
        }
        foreach (var round in issue.Rounds)
        {
            yield return Criteria(issue, round, wording);
            if (round.Measures.Count > 0)
                yield return Sheets.Table(new Said("措施", "Measures").In(wording), MeasureItem.Descriptor, [.. round.Measures], wording);
            if (round.Progress.Count > 0)
                yield return Sheets.Table(new Said("进展", "Progress").In(wording), ProgressEntry.Descriptor, [.. round.Progress], wording);
            if (round.Requests.Count > 0)
                yield return Sheets.Table(new Said("销号申请", "Closure requests").In(wording), ClosureRequest.Descriptor, [.. round.Requests], wording);
        }
        if (issue.Urgings.Count > 0)
            yield return UrgingSheets.Of(issue.Urgings, language);
        if (issue.AllowedActions.Count > 0)
            yield return ActionSheet.Of(issue.AllowedActions, wording);
    }

    /// <summary>A row a criterion: the evidence for it, and the verifiers' judgement in the round's last request.</summary>
    private static Sheet Criteria(Issue issue, Round round, Wording wording)
    {
        var title = new Said(
            $"第 {round.Number} 轮（{Cells.Date(round.OpenedDate)} 起）：标准与佐证",
            $"Round {round.Number} (from {Cells.Date(round.OpenedDate)}): criteria and evidence").In(wording);
        var criteria = issue.Particulars?.Criteria ?? [];
        return new(title,
            ["#", new Said("标准", "criterion").In(wording), new Said("佐证", "evidence").In(wording), new Said("核查", "judgement").In(wording)],
            [.. criteria.Select((text, index) => (IReadOnlyList<string>)
                [(index + 1).ToString(CultureInfo.InvariantCulture), text, EvidenceFor(round, index + 1), JudgementOn(round, index + 1, wording)])]);
    }

    private static string EvidenceFor(Round round, int criterion) =>
        string.Join(", ", round.Evidence.Where(item => item.Criteria.Contains(criterion)).Select(item => item.FileName));

    private static string JudgementOn(Round round, int criterion, Wording wording)
    {
        var judged = round.Requests.LastOrDefault()?.Verifications
            .SelectMany(verification => verification.Judgements.Where(judgement => judgement.Criterion == criterion)
                .Select(judgement => $"{verification.By?.PersonName} {(judgement.Met ? new Said("达到", "met") : new Said("未达到", "not met")).In(wording)}".Trim()));
        return string.Join(", ", judged ?? []);
    }
}
