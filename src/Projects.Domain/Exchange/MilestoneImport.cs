using System.Collections.Immutable;

namespace Projects;

/// <summary>Milestones to be planned for projects of the park: a row each, in any order; one that waits for another is planned after it.</summary>
public sealed class MilestoneImport : ImportKind
{
    private MilestoneImport() { }

    public static MilestoneImport Kind { get; } = new();

    public override string Code => "milestones";

    public override Text Title { get; } = new("节点", "Milestones");

    public override Text Hint { get; } = new(
        "每行一个节点。计划日期即基准，今后经审批才变更；预计与计划不同的填预计日期和说明。前置节点填名称，可在同表，也可是已有的。完成情况不在此导入，须附佐证上报。",
        "A row is a milestone. Its planned day is the baseline and changes by approval from then on; where another day is expected, give it and why. Predecessors are named, in the same table or planned already. What is done is not imported: it is reported with evidence.");

    public override ImmutableArray<ImportColumn> Columns => MilestoneImportColumns.All;

    public override ImmutableArray<Role> Givers => MilestoneRights.Planners;

    public override bool NamesProjects => true;

    public override IEnumerable<ProjectCode> About(ImportSheet sheet, ImportGround ground) => ProjectColumns.About(sheet, ground);

    public override ReturnedSheet Read(ImportSheet sheet, ImportGround ground, ImportTarget? target)
    {
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var untouched = 0;
        List<(MilestoneRowReader Reader, int Row, ProjectCode Project, MilestoneDraft Draft)> drafts = [];
        Dictionary<(ProjectCode, MilestoneCode), int> seen = [];
        foreach (var row in sheet.Rows)
        {
            var reader = new MilestoneRowReader(row, sheet, ground);
            if (reader.IsEmpty)
                untouched++;
            else if (reader.Project() is { } project && reader.Draft(project) is { } draft && reader.Faults.Count == 0)
                drafts.Add((reader, row.No, project, draft));
            else
                faults.AddRange(reader.Faults);
        }
        var named = drafts.GroupBy(draft => draft.Project).ToDictionary(group => group.Key, group => group.Select(draft => draft.Draft).ToList());
        List<(int Row, ProjectCode Project, MilestoneDraft Draft, ImmutableArray<MilestoneCode> Waits)> good = [];
        foreach (var (reader, row, project, draft) in drafts)
        {
            if (!seen.TryAdd((project, draft.Code), row))
                reader.Fault(MilestoneImportColumns.Name, new($"与第{seen[(project, draft.Code)]}行是同一节点", $"is the milestone of row {seen[(project, draft.Code)]} again"));
            var waits = reader.Predecessors(project, draft, named[project]);
            faults.AddRange(reader.Faults);
            if (reader.Faults.Count == 0)
                good.Add((row, project, draft, waits));
        }
        return new([.. InOrder(good, faults)], faults.ToImmutable(), untouched + sheet.PassedOver, sheet.Unknown) { Sheet = sheet };
    }

    /// <summary>Each after those it waits for; those that wait for one another in a circle are a fault each.</summary>
    private static IEnumerable<ReturnedRow> InOrder(
        List<(int Row, ProjectCode Project, MilestoneDraft Draft, ImmutableArray<MilestoneCode> Waits)> good, ImmutableArray<RowFault>.Builder faults)
    {
        var waiting = good.Select(row => (row.Project, row.Draft.Code)).ToHashSet();
        var left = good;
        while (left.Count > 0)
        {
            List<(int Row, ProjectCode Project, MilestoneDraft Draft, ImmutableArray<MilestoneCode> Waits)> later = [];
            foreach (var row in left)
            {
                if (row.Waits.Any(code => waiting.Contains((row.Project, code))))
                {
                    later.Add(row);
                    continue;
                }
                waiting.Remove((row.Project, row.Draft.Code));
                yield return new(row.Row, row.Project, null, null, null, [.. row.Draft.Orders(row.Waits)]);
            }
            if (later.Count == left.Count)
            {
                faults.AddRange(later.Select(row => new RowFault(row.Row, MilestoneImportColumns.Predecessors.Title.Zh, row.Draft.Predecessors, new("互为前置，排不出先后", "waits in a circle"))));
                yield break;
            }
            left = later;
        }
    }
}

/// <param name="Predecessors">As they are named.</param>
internal sealed record MilestoneDraft(MilestoneCode Code, string Name, PhaseCode? Phase, DateOnly Baseline, string Predecessors, DateOnly? Forecast, string? Reason)
{
    public IEnumerable<ReturnedOrder> Orders(ImmutableArray<MilestoneCode> predecessors)
    {
        yield return new("plan", MilestoneImportColumns.Name.Title, Name, new PlanMilestone(Code, Name, Phase, Baseline, predecessors));
        if (Forecast is { } day)
            yield return new("forecast", MilestoneImportColumns.Forecast.Title, Words.Day(day), new ForecastMilestone(Code, day, Reason ?? ""));
    }
}
