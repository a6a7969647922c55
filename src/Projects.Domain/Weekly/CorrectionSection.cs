using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// 更正: figures of the last report that read otherwise today, because something was recorded late. The last report itself is never changed (DOMAIN 7).
/// </summary>
internal static class CorrectionSection
{
    /// <summary>Null when the last report still holds.</summary>
    /// <param name="stated">As the last report states them.</param>
    /// <param name="known">The same as known now.</param>
    public static ReportSection? Of(IReadOnlyDictionary<string, ReportFigure> stated, IReadOnlyDictionary<string, ReportFigure> known, ReportWeek week)
    {
        ImmutableArray<ImmutableArray<ReportTerm>> rows =
        [
            .. from figure in known.Values
               let before = stated.GetValueOrDefault(figure.Id)
               where before is null ? figure.IsSome : before.Value != figure.Value
               orderby figure.Id
               select Row(figure.Name, before, figure),
            // What is no longer counted at all.
            .. from figure in stated.Values
               where figure.IsSome && !known.ContainsKey(figure.Id)
               orderby figure.Id
               select Row(figure.Name, figure, null),
        ];
        return rows.IsEmpty ? null : new("corrections", new("更正", "Corrections"),
        [
            new ReportTable("corrections", new($"上期（截至{week.Last:yyyy-MM-dd}）更正", $"Corrections of the last report (by {week.Last:yyyy-MM-dd})"),
                [new(new("指标", "Figure"), 5), new(new("上期所报", "As reported"), 3), new(new("更正为", "Corrected"), 3), new(new("涉及", "Rows"), 6)], rows),
        ]);
    }

    private static ImmutableArray<ReportTerm> Row(Text name, ReportFigure? stated, ReportFigure? known)
    {
        IEnumerable<string> was = stated?.Rows ?? [], now = known?.Rows ?? [];
        ImmutableArray<string> differing = [.. was.Except(now).Concat(now.Except(was))];
        var about = string.Join('、', (differing.IsEmpty ? [.. now] : differing).Take(10).Select(row => row[(row.LastIndexOf('/') + 1)..]));
        return [ReportTerm.Of(name), Shown(stated), known is null ? ReportTerm.Plain("—") : ReportTerm.Of(known with { Id = $"corrected.{known.Id}", Rows = differing.IsEmpty ? known.Rows : differing }), ReportTerm.Plain(about)];
    }

    private static ReportTerm Shown(ReportFigure? stated) => stated is null ? ReportTerm.Plain("—") : ReportTerm.Of(stated with { Id = $"stated.{stated.Id}" });
}
