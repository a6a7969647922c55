using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>A project or campaign as its history says. Immutable; replayed from its journal, decided on by the rules.</summary>
public sealed partial record Project
{
    public required ProjectId Id { get; init; }

    /// <summary>Version of the last event replayed; 0 when nothing has happened.</summary>
    public long Version { get; init; }

    public ProjectKind Kind { get; init; }
    public Particulars? Particulars { get; init; }

    /// <summary>Version of the last event that changed kind, particulars or whole-project benefits; the project's own etag.</summary>
    public long ParticularsVersion { get; init; }
    public DateOnly RegisteredOn { get; init; }

    /// <summary>Since when it is there, on both clocks.</summary>
    public AsOf Registered { get; init; }

    public ImmutableSortedDictionary<PhaseCode, Phase> Phases { get; init; } = ImmutableSortedDictionary<PhaseCode, Phase>.Empty;

    /// <summary>Benefits stated for the whole project; a phase has its own.</summary>
    public ImmutableSortedDictionary<string, Benefit> Benefits { get; init; } = ImmutableSortedDictionary<string, Benefit>.Empty.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<MilestoneCode, Milestone> Milestones { get; init; } = ImmutableSortedDictionary<MilestoneCode, Milestone>.Empty;
    public InvestmentAccount Investment { get; init; } = InvestmentAccount.Empty;
    public ImmutableSortedDictionary<ListCode, IssueList> Lists { get; init; } = ImmutableSortedDictionary<ListCode, IssueList>.Empty;
    public ImmutableSortedDictionary<VisitCode, Visit> Visits { get; init; } = ImmutableSortedDictionary<VisitCode, Visit>.Empty;
    public ImmutableSortedDictionary<MeetingCode, Meeting> Meetings { get; init; } = ImmutableSortedDictionary<MeetingCode, Meeting>.Empty;
    public ImmutableSortedDictionary<IssueNumber, Issue> Issues { get; init; } = ImmutableSortedDictionary<IssueNumber, Issue>.Empty;

    [JsonIgnore]
    public bool Exists => Version > 0;

    public static Project Unknown(ProjectId id) => new() { Id = id };

    /// <summary>Takes one more event of the journal into account. Total: refuses nothing that was ever recorded (STYLE 7).</summary>
    public Project Evolve(Recorded recorded) => recorded.Event switch
    {
        MilestoneEvent => EvolveMilestones(recorded),
        ListEvent => EvolveLists(recorded),
        IssueEvent => EvolveIssues(recorded),
        InvestmentPlanSet or InvestmentRecorded or InvestmentReversed => EvolveInvestment(recorded),
        VisitRecorded e => EvolveVisits(e, recorded),
        MeetingRecorded e => EvolveMeetings(e, recorded),
        _ => EvolveRegistration(recorded),
    } with { Version = recorded.Version };

    /// <summary>Judges a command. Pure: the same arguments give the same answer; nothing changes until the events are recorded and evolved.</summary>
    public Decision Decide(ProjectCommand command, Stamp stamp, Park park, WorkCalendar calendar)
    {
        var matter = new Matter(this, stamp, park, calendar);
        if (matter.ObstacleBefore(command) is { } obstacle)
            return obstacle;
        return command switch
        {
            MilestoneCommand or BackSchedule => MilestoneRules.Decide(matter, command),
            SetInvestmentPlan or RecordInvestment or ReverseInvestment => InvestmentRules.Decide(matter, command),
            ListCommand c => ListRules.Decide(matter, c),
            IssueCommand or DraftIssue or TakeOverIssue => IssueRules.Decide(matter, command),
            RecordVisit c => VisitRules.Record(matter, c),
            RecordMeeting c => MeetingRules.Record(matter, c),
            _ => RegistrationRules.Decide(matter, command),
        };
    }
}
