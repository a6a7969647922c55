namespace Projects;

/// <summary>What is said of meetings.</summary>
internal static class MeetingWords
{
    public static Text Of(MeetingRecorded e)
    {
        var zh = $"调度会 {e.Meeting}（{Words.Day(e.Particulars.On)}）“{e.Particulars.Topic}”，议定{e.Resolutions.Length}项";
        var en = $"Meeting {e.Meeting} on {Words.Day(e.Particulars.On)}, “{e.Particulars.Topic}”: {e.Resolutions.Length} resolution(s)";
        return e.Corrects is { } wrong ? new($"{zh}；更正 {wrong}：{e.Reason}", $"{en}; corrects {wrong}: {e.Reason}") : new(zh, en);
    }
}
