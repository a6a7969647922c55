using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Projects;

/// <summary>One row on its way to a planned milestone.</summary>
internal sealed class MilestoneRowReader(ReadRow row, ImportSheet sheet, ImportGround ground) : OfProjectRowReader(row, sheet, ground)
{
    /// <summary>
    /// Codes of the milestones every project has, by the words they go by. 开工 matters most: whether construction began late is read from the milestone
    /// <c>start</c>.
    /// </summary>
    private static readonly (string[] Words, string Code)[] Usual =
    [
        (["开工", "开工建设", "动工", "正式开工"], "start"), (["竣工", "竣工验收", "完工"], "completion"), (["试生产", "试运行", "试产"], "trial-production"),
        (["投产", "正式投产", "建成投产"], "production"), (["达产"], "capacity"), (["签约"], "signing"), (["立项", "备案", "立项备案"], "approval"),
    ];

    /// <summary>Null when what must be there is not.</summary>
    public MilestoneDraft? Draft(ProjectCode project)
    {
        var (name, baseline) = (Needed(MilestoneImportColumns.Name), Needed(MilestoneImportColumns.Baseline) is null ? null : Day(MilestoneImportColumns.Baseline));
        var (forecast, reason) = (Day(MilestoneImportColumns.Forecast), Words(MilestoneImportColumns.Reason));
        var phase = Phase(project);
        if (reason is not null && !Cells.ContainsKey(MilestoneImportColumns.Forecast))
            Fault(MilestoneImportColumns.Reason, new("写了预计说明，还须写明预计日期", "says why, but no day is expected: give it beside"));
        return name is null || baseline is not { } day
            ? null
            : new(MilestoneCode.Of(Words(MilestoneImportColumns.Code)?.ToLowerInvariant() ?? CodeOf(name, phase)), name, phase, day, Words(MilestoneImportColumns.Predecessors) ?? "", forecast, reason);
    }

    /// <summary>By name among those of the same table, by name or code among those the project has.</summary>
    public ImmutableArray<MilestoneCode> Predecessors(ProjectCode project, MilestoneDraft draft, IReadOnlyList<MilestoneDraft> beside)
    {
        var codes = ImmutableArray.CreateBuilder<MilestoneCode>();
        foreach (var name in draft.Predecessors.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var present = Ground.Cards.GetValueOrDefault(project)?.Milestones.Values.Where(milestone => milestone.Name == name || milestone.Code.Value == name).Select(milestone => (milestone.Phase, milestone.Code)) ?? [];
            var found = beside.Where(other => other.Name == name || other.Code.Value == name).Select(other => (other.Phase, other.Code)).Concat(present).Distinct().ToList();
            // Of several of one name, that of the same phase.
            if (found.Count > 1 && found.Where(other => other.Phase == draft.Phase).ToList() is [var own])
                found = [own];
            if (found is [var one])
                codes.Add(one.Code);
            else
                Fault(MilestoneImportColumns.Predecessors, found.Count == 0
                    ? new($"项目没有节点“{name}”，表中也没有", $"neither the project nor the table has a milestone '{name}'")
                    : new($"有不止一个节点“{name}”，请改填其编码", $"there is more than one milestone '{name}': write its code instead"));
        }
        return codes.ToImmutable();
    }

    private PhaseCode? Phase(ProjectCode project)
    {
        if (Words(MilestoneImportColumns.Phase) is not { } said || said is "全部" or "整体" or "全项目")
            return null;
        var found = Ground.Cards.GetValueOrDefault(project)?.Phases.Values.Where(phase => phase.Name == said || phase.Code.Value == said).ToList();
        if (found is [var phase])
            return phase.Code;
        Fault(MilestoneImportColumns.Phase, new($"项目没有“{said}”这一期，请先登记或改为登记的名称", $"the project has no phase '{said}': enter it first, or write its name as entered"));
        return null;
    }

    /// <summary>The same milestone has the same code whenever the table is read: it is made of its name.</summary>
    private static string CodeOf(string name, PhaseCode? phase)
    {
        var usual = Usual.FirstOrDefault(known => known.Words.Contains(name)).Code
            ?? $"m-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}{(name.EndsWith("开工", StringComparison.Ordinal) ? "-start" : "")}";
        return phase is { } code ? $"{code}-{usual}" : usual;
    }
}
