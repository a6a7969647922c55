using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>整改 and 自查 (DOMAIN 4, row 4).</summary>
public sealed class RectifyingTests
{
    [Fact]
    public void The_units_concerned_and_the_responsible_person_record_their_work()
    {
        foreach (var who in new[] { Handler, Head, Supporter, Responsible })
            Assert.Contains(who, Rectifying().Then(who, new ReportProgress(Number, "设备已到货")).Issue.Round!.Rectifiers);
        foreach (var who in new[] { Clerk, Ann, Chief, Entrepreneur, Auditor })
            Rectifying().When(who, new ReportProgress(Number, "设备已到货")).ThenRefused(new RoleMissing([Role.Handler, Role.UnitHead], Economy));
    }

    [Fact]
    public void Being_named_responsible_gives_an_auditor_nothing_to_write()
    {
        var story = AList.Then(Clerk, new DraftIssue(List, null, Given.Particulars with { Responsible = Auditor }), new RegisterIssue(Number)).Then(Head, new AcceptIssue(Number));
        story.When(Auditor, new ReportProgress(Number, "设备已到货")).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void A_delegate_and_the_one_they_act_for_both_count_as_rectifiers()
    {
        var story = Rectifying().Lending(Handler, Role.Handler, Economy, Stranger).Then(Stranger, new ReportProgress(Number, "设备已到货"));
        Assert.Equal([Handler, Stranger], story.Issue.Round!.Rectifiers);
    }

    [Fact]
    public void Progress_is_kept_with_what_is_difficult()
    {
        var story = Rectifying().When(Handler, new ReportProgress(Number, " 设备已到货 ", "安装队伍未定")).Then(new ProgressReported(Number, "设备已到货", "安装队伍未定"));
        story.When(Handler, new ReportProgress(Number, "设备已到货", "安装队伍未定")).ThenAlreadySo();
        story.When(Handler, new ReportProgress(Number, "开始安装")).Accepted();
        story.When(Handler, new ReportProgress(Number, "")).ThenFaultIn("progress");
        story.When(Handler, new ReportProgress(Number, new string('长', 2001))).ThenFaultIn("progress");
    }

    [Fact]
    public void A_measure_is_completed_once()
    {
        var story = Rectifying().When(Handler, new CompleteMeasure(Number, 2, "已验收")).Then(new MeasureCompleted(Number, 2, "已验收"));
        Assert.Equal(new DateOnly?[] { null, Start }, story.Issue.Round!.Measures.Select(measure => measure.DoneOn));
        story.When(Handler, new CompleteMeasure(Number, 2)).ThenAlreadySo();
        story.When(Handler, new CompleteMeasure(Number, 3)).ThenRefused(new NotFound("measure", "3"));
    }

    [Fact]
    public void A_further_measure_undoes_the_self_check()
    {
        var story = Rectified().When(Handler, new AddMeasure(Number, "加装在线监测")).Then(new MeasureAdded(Number, 3, "加装在线监测"));
        Assert.Null(story.Issue.Round!.SelfCheck);
        story.When(Handler, new AddMeasure(Number, "加装在线监测")).ThenAlreadySo();
        story.When(Handler, new AddMeasure(Number, " ")).ThenFaultIn("measure");
        var full = Enumerable.Range(3, 48).Aggregate(Rectifying(), (before, no) => before.Then(Handler, new AddMeasure(Number, $"措施{no}")));
        full.When(Handler, new AddMeasure(Number, "第五十一条")).ThenFaultIn("measure");
    }

    [Fact]
    public void Evidence_names_the_criteria_it_shows()
    {
        var story = Rectifying().When(Handler, new AddEvidence(Number, Photo, [2, 1, 2], new(2024, 1, 5))).Then(new EvidenceAdded(Number, Photo, [1, 2], new(2024, 1, 5), null));
        story.When(Supporter, new AddEvidence(Number, Photo, [1, 2])).ThenAlreadySo();
        story.When(Handler, new AddEvidence(Number, Photo, [1])).Accepted();
        story.When(Handler, new AddEvidence(Number, Photo, [])).ThenFaultIn("criteria");
        story.When(Handler, new AddEvidence(Number, Photo, default)).ThenFaultIn("criteria");
        story.When(Handler, new AddEvidence(Number, Photo, [3])).ThenFaultIn("criteria");
    }

    [Fact]
    public void Evidence_is_not_made_tomorrow() =>
        Rectifying().When(Handler, new AddEvidence(Number, Photo, [1], new(2024, 1, 9))).ThenRefused(new DayInFuture("captured_date", new(2024, 1, 9), Start));

    [Fact]
    public void An_evidence_file_is_named_by_its_content_and_bounded()
    {
        Faulty("file.digest", file => file with { Digest = "ABC" });
        Faulty("file.digest", file => file with { Digest = new string('a', 64) + "\n" });
        Faulty("file.size_bytes", file => file with { SizeBytes = 0 });
        Faulty("file.size_bytes", file => file with { SizeBytes = 52_428_801 });
        Faulty("file.name", file => file with { Name = "" });
        Faulty("file.media_type", file => file with { MediaType = "" });
    }

    [Fact]
    public void The_self_check_waits_for_every_measure()
    {
        var story = Rectifying().Then(Handler, new CompleteMeasure(Number, 1));
        story.When(Handler, new SelfCheckIssue(Number, "合格")).ThenRefused(new MeasuresOpen(Number, [2]));
        var done = story.Then(Handler, new CompleteMeasure(Number, 2)).When(Handler, new SelfCheckIssue(Number, "合格")).Then(new IssueSelfChecked(Number, "合格"));
        done.When(Handler, new SelfCheckIssue(Number, "合格")).ThenAlreadySo();
        done.When(Handler, new SelfCheckIssue(Number, "")).ThenFaultIn("statement");
    }

    private static void Faulty(string field, Func<EvidenceFile, EvidenceFile> change) =>
        Rectifying().When(Handler, new AddEvidence(Number, change(Photo), [1])).ThenFaultIn(field);
}
