namespace Projects;

/// <summary>回头看 that finds an issue still sound; one that does not is a reopening (DOMAIN 4, rows 15 and 16).</summary>
internal static class Reviewing
{
    public static Leave MayReview(IssueMatter m) => m.May<RecordReview>(Reopening.Right);

    public static Decision Review(IssueMatter m, RecordReview command)
    {
        var leave = MayReview(m);
        var check = new FieldCheck();
        var finding = check.Text("finding", command.Finding, FieldCheck.Statement);
        var alreadySo = m.Issue is { State: IssueState.Closed or IssueState.Filed or IssueState.StandingWatch, Reviews: [.., var last] }
            && (last.Finding, last.NextReview, last.On, last.By.Person) == (finding, command.NextReview, m.On, m.Person);
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        check.Require(command.NextReview is not null || m.Issue.State is not IssueState.StandingWatch, "next_review_date", "长期坚持事项须定下次回头看日期", "a standing issue needs the day of its next review");
        check.Require(command.NextReview is not { } day || day > m.On, "next_review_date", "下次回头看须晚于今天", "must lie ahead");
        check.Day("next_review_date", command.NextReview);
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new IssueReviewed(m.Number, finding, command.NextReview));
    }
}
