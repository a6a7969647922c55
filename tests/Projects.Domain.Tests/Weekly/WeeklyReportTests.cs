namespace Projects.Domain.Tests.Weekly;

public sealed class WeeklyReportTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    private static readonly ReportWeek Week = new(new DateOnly(2024, 1, 11));

    [Fact]
    public void Shows()
    {
        foreach (var last in new[] { "2023-12-28", "2024-01-11" })
        {
            var report = weeks.Report(new(DateOnly.Parse(last)));
            Console.WriteLine($"##### {report.Head.Week}");
            foreach (var section in report.Sections)
            {
                Console.WriteLine($"== {section.Title.Zh}");
                foreach (var block in section.Blocks)
                    Console.WriteLine(block switch
                    {
                        ReportSentence s => s.Show(Language.Chinese),
                        ReportGap g => g.Show(Language.Chinese),
                        ReportHeading h => $"（）{h.Words.Zh}",
                        ReportTable t => $"[{t.Title.Zh}] " + string.Join(" | ", t.Columns.Select(c => c.Title.Zh)) + "\n" + string.Join("\n", t.Rows.Select(r => "   " + string.Join(" | ", r.Select(c => c.Show(Language.Chinese))))),
                        ReportChart c => $"<{c.Title.Zh}> " + string.Join(" ", c.Series.Select(s => s.Name.Zh + ":" + string.Join(",", s.Values))),
                        _ => "?",
                    });
            }
        }
    }
}
