using System.Collections.Immutable;

namespace Projects;

/// <summary>Planning: one milestone, or a chain of them laid out back from the day of production. Predecessors stand before, so no circle can come about.</summary>
internal static class MilestonePlanning
{
    private const int LongestStepDays = 3660;

    public static Decision Plan(Matter matter, PlanMilestone command, Capacity capacity)
    {
        var predecessors = command.Predecessors.IsDefault ? [] : command.Predecessors;
        var check = new FieldCheck();
        check.Id("milestone", command.Milestone.Value);
        check.Plausible("baseline_date", command.Baseline);
        check.Require(predecessors.Distinct().Count() == predecessors.Length, "predecessors", "前置节点重复", "must not repeat one");
        check.Require(predecessors.Length <= FieldCheck.Items, "predecessors", $"不得超过{FieldCheck.Items}个", $"must not exceed {FieldCheck.Items}");
        check.Require(!predecessors.Contains(command.Milestone), "predecessors", "不得以自身为前置节点", "must not name the milestone itself");
        var planned = new MilestonePlanned(command.Milestone, check.Text("display_name", command.Name, FieldCheck.Line), command.Phase, command.Baseline, predecessors);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Project.Milestones.TryGetValue(command.Milestone, out var present))
            return IsPlanOf(present, planned) ? Matter.Already : Matter.No(new NameTaken("milestone", command.Milestone.Value));
        if (UnknownPhase(matter.Project, command.Phase) is { } phase)
            return Matter.No(phase);
        foreach (var predecessor in predecessors)
        {
            if (!matter.Project.Milestones.ContainsKey(predecessor))
                return Matter.No(new NotFound("milestone", predecessor.Value));
        }
        return matter.Yes(capacity, planned);
    }

    /// <summary>
    /// 倒排工期. Each step is due its successor's time before the successor: working days by the park's calendar, plain weekdays beyond
    /// its published years. A first day gone by already is no obstacle: that the work is late before it begins is worth seeing.
    /// </summary>
    public static Decision BackSchedule(Matter matter, BackSchedule command, Capacity capacity)
    {
        var steps = command.Steps.IsDefault ? [] : command.Steps;
        var check = new FieldCheck();
        check.Plausible("production_date", command.Production);
        check.Require(steps.Length is >= 1 and <= FieldCheck.Items, "steps", $"应有1至{FieldCheck.Items}步", $"must hold 1 to {FieldCheck.Items} steps");
        check.Require(steps.Select(step => step.Milestone).Distinct().Count() == steps.Length, "steps", "节点编号重复", "must not repeat a milestone");
        if (check.Refusal is { } shape)
            return Matter.No(shape);
        var chain = LayOut(matter, command.Phase, command.Production, steps, check);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (UnknownPhase(matter.Project, command.Phase) is { } phase)
            return Matter.No(phase);
        var present = chain.Where(planned => matter.Project.Milestones.ContainsKey(planned.Milestone)).ToList();
        if (present.Count == chain.Length && present.TrueForAll(planned => IsPlanOf(matter.Project.Milestones[planned.Milestone], planned)))
            return Matter.Already;
        return present is [var taken, ..]
            ? Matter.No(new NameTaken("milestone", taken.Milestone.Value))
            : matter.Yes(capacity, [.. chain]);
    }

    private static ImmutableArray<MilestonePlanned> LayOut(Matter matter, PhaseCode? phase, DateOnly production, ImmutableArray<BackScheduleStep> steps, FieldCheck check)
    {
        var chain = new MilestonePlanned[steps.Length];
        var day = production;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var step = steps[i];
            check.Id($"steps[{i}].milestone_id", step.Milestone.Value);
            var name = check.Text($"steps[{i}].display_name", step.Name, FieldCheck.Line);
            check.Require(step.Takes.Days <= LongestStepDays, $"steps[{i}].duration", $"不得超过{LongestStepDays}天", $"must not exceed {LongestStepDays} days");
            chain[i] = new MilestonePlanned(step.Milestone, name, phase, day, i == 0 ? [] : [steps[i - 1].Milestone]);
            if (step.Takes.Days <= LongestStepDays && i > 0)
                day = Before(matter.Calendar, day, step.Takes);
        }
        check.Plausible("steps", day);
        return [.. chain];
    }

    // The longest chain of the longest steps reaches back seven centuries: no day runs out of the calendar before it is judged.
    private static DateOnly Before(WorkCalendar calendar, DateOnly day, DayCount takes) =>
        takes.Basis is DayBasis.Working ? calendar.SubtractWorkingDays(day, takes.Days) : day.AddDays(-takes.Days);

    private static NotFound? UnknownPhase(Project project, PhaseCode? phase) =>
        phase is { } code && !project.Phases.ContainsKey(code) ? new("phase", code.Value) : null;

    // Compared with the first baseline: that it was changed by approval since does not make another milestone of it.
    private static bool IsPlanOf(Milestone present, MilestonePlanned planned) =>
        (present.Name, present.Phase, present.Baselines[0].Baseline) == (planned.Name, planned.Phase, planned.Baseline)
        && present.Predecessors.SequenceEqual(planned.Predecessors);
}
