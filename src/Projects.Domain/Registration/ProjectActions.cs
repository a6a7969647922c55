using System.Collections.Immutable;

namespace Projects;

/// <summary>One command on a project or a part of it, and whether this actor may give it now.</summary>
/// <param name="Verb">Its name in <see cref="ProjectVerbs"/>.</param>
/// <param name="WhyNot">The obstacle they would meet; null when the way is free as far as can be told before its fields are known.</param>
public sealed record ProjectAction(string Verb, Refusal? WhyNot)
{
    public bool Allowed => WhyNot is null;
}

/// <summary>What an actor may do with a project, its phases and its lists now. The rules themselves are asked, so the answer cannot differ from theirs.</summary>
public static class ProjectActions
{
    /// <summary>Why the actor registers no project in this park; null when they may.</summary>
    public static Refusal? WhyNotRegister(Matter matter) => RegistrationRules.MayKeep(matter).Refusal;

    /// <summary>Whether the actor may fill in anything of any project: as its keeper, or for the unit that keeps it.</summary>
    public static bool MayFillIn(Actor actor) =>
        actor.Capacities.Any(capacity => RegistrationRules.Keepers.Contains(capacity.Role) || MilestoneRights.OfKeepingUnit.Contains(capacity.Role));

    /// <summary>On the project as a whole; empty when there is none. A campaign has no phases and no investment, so their verbs are left out.</summary>
    public static ImmutableArray<ProjectAction> For(Matter matter) => matter.Project.Exists ? [.. OnProject(matter)] : [];

    /// <summary>On a phase; a verb whose effect stands already is left out. Empty when there is no such phase.</summary>
    public static ImmutableArray<ProjectAction> For(Matter matter, PhaseCode code) =>
        matter.Project.Phases.TryGetValue(code, out var phase) ? [.. OnPhase(matter, phase)] : [];

    /// <summary>On a list; a verb whose effect stands already is left out. Empty when there is no such list.</summary>
    /// <param name="issues">Of the project, drafts included: a card is read without them, and a list is archived only when nothing in it is open.</param>
    public static ImmutableArray<ProjectAction> For(Matter matter, ListCode code, IEnumerable<ListedIssue> issues) =>
        matter.Project.Lists.TryGetValue(code, out var list) ? [.. OnList(matter, list, issues)] : [];

    private static IEnumerable<ProjectAction> OnProject(Matter matter)
    {
        var keeps = RegistrationRules.MayKeep(matter).Refusal;
        string[] ofWorks = matter.Project.Kind is ProjectKind.Campaign ? [] : ["addPhase", "setInvestmentPlan", "recordInvestment", "reverseInvestment"];
        foreach (var verb in (string[])["amend", "stateBenefit", "planMilestone", "backSchedule", .. ofWorks])
            yield return new(verb, keeps);
        yield return new("openList", ListRules.MayOpen(matter).Refusal);
        yield return new("recordVisit", VisitRules.MayRecord(matter).Refusal);
        yield return new("recordMeeting", MeetingRules.MayRecord(matter).Refusal);
    }

    private static IEnumerable<ProjectAction> OnPhase(Matter matter, Phase phase)
    {
        yield return new("advanceStage", PhaseRules.MayAdvance(matter, phase).Refusal);
        yield return new("correctStage", PhaseRules.MayCorrect(matter, phase).Refusal);
        if (phase.Stage is Stage.Suspended)
            yield return new("resume", PhaseRules.MayResume(matter, phase).Refusal);
        else if (phase.Stage is not Stage.Terminated)
            yield return new("suspend", PhaseRules.MaySuspend(matter, phase).Refusal);
        if (phase.Stage is not Stage.Terminated)
            yield return new("terminate", PhaseRules.MayTerminate(matter, phase).Refusal);
    }

    private static IEnumerable<ProjectAction> OnList(Matter matter, IssueList list, IEnumerable<ListedIssue> issues)
    {
        if (list.Status is ListStatus.Archived)
            yield break;
        if (list.Status is ListStatus.Draft)
            yield return new("issue", ListRules.MayIssue(matter, list).Refusal);
        yield return new("archive", ListRules.MayArchive(matter, list, issues).Refusal);
        yield return new("quoteTotals", ListRules.MayQuote(matter, list).Refusal);
    }
}

/// <summary>As much of an issue as decides whether its list may be archived.</summary>
public readonly record struct ListedIssue(ListCode List, IssueNumber Number, IssueState State);
