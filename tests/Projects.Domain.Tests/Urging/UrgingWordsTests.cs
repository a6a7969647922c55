namespace Projects.Domain.Tests.Urging;

public sealed class UrgingWordsTests
{
    [Fact]
    public void Every_level_trigger_and_state_has_a_label_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<UrgingLevel>().Select(UrgingWords.Of));
        Assert.Distinct(Enum.GetValues<UrgingTrigger>().Select(UrgingWords.Of));
        Assert.Distinct(Enum.GetValues<UrgingState>().Select(UrgingWords.Of));
    }

    [Fact]
    public void Every_wait_is_said_in_words_of_its_own()
    {
        var waits = Enum.GetValues<UrgingWait>().Where(wait => wait is not UrgingWait.None).Select(wait => new UrgingWaits(new("WZ-001"), 1, wait, wait is UrgingWait.ReplyTime ? new(2024, 4, 7) : null));
        Assert.Distinct(waits.Select(wait => Words.Of(wait).Zh));
        Assert.Equal("事项 WZ-001 的第1次催办答复已获认可，承诺 2024-04-10 办结，期满方可再催。", Words.Of(new UrgingWaits(new("WZ-001"), 1, UrgingWait.Answered, new(2024, 4, 10))).Zh);
    }

    [Fact]
    public void A_line_of_history_names_level_cause_and_reply_time() => Assert.Equal(
        new Text("WZ-001 催办：提醒（临期（5个工作日内）），2024-03-27 前答复", "WZ-001 urged: reminder (near its due date (within 5 working days)), reply by 2024-03-27"),
        Words.Of(new IssueUrged(new("WZ-001"), 1, UrgingLevel.Reminder, new(1, UrgingTrigger.NearDue, new(2024, 3, 29), 5), new(new("economy"), null), new(2024, 3, 27), false, null, null)));
}
