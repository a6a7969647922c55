namespace Projects;

/// <summary>What is said of visits.</summary>
internal static class VisitWords
{
    public static Text Of(VisitRecorded e)
    {
        var (where, issues) = (e.Particulars.Enterprise ?? e.Particulars.Place, e.Issues.Length);
        var zh = $"走访 {e.Visit}（{Words.Day(e.Particulars.On)}，{where}），问题{issues}个";
        var en = $"Visit {e.Visit} on {Words.Day(e.Particulars.On)} to {where}, {issues} issue(s)";
        return e.Corrects is { } wrong ? new($"{zh}；更正 {wrong}：{e.Reason}", $"{en}; corrects {wrong}: {e.Reason}") : new(zh, en);
    }
}
