using System.Collections.Immutable;

namespace Projects;

/// <summary>What a visit 走访 found.</summary>
/// <param name="On">The day of the visit; never after today.</param>
/// <param name="Visitors">Who went: people of the park, at least one.</param>
/// <param name="Enterprise">The enterprise visited, by name; null when it was no enterprise.</param>
/// <param name="Place">Where; null when the enterprise says it. One of the two is required.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Demands">诉求: what was asked for, each in a text of its own.</param>
public sealed record VisitParticulars(DateOnly On, ImmutableArray<PersonId> Visitors, string? Enterprise, string? Place, string Seen, ImmutableArray<string> Demands = default)
{
    public ImmutableArray<PersonId> Visitors { get; init; } = Visitors.IsDefault ? [] : Visitors;
    public ImmutableArray<string> Demands { get; init; } = Demands.IsDefault ? [] : Demands;

    /// <summary>Equal in all they say; <c>==</c> would ask whether the lists are the same objects.</summary>
    public bool SaysTheSameAs(VisitParticulars other) =>
        Visitors.SequenceEqual(other.Visitors) && Demands.SequenceEqual(other.Demands) && this with { Visitors = other.Visitors, Demands = other.Demands } == other;
}

/// <summary>Records a visit, and drafts the issues it found in the same command. Append-only: a wrong record is corrected by another that names it.</summary>
/// <param name="Issues">Issues of this project it found that stand already.</param>
/// <param name="Drafts">Issues to be written down, each into a list of this project.</param>
/// <param name="Corrects">The wrong record this one takes the place of; null for a visit of its own.</param>
/// <param name="Reason">Why it is corrected; required then.</param>
public sealed record RecordVisit(
    VisitCode Visit, VisitParticulars Particulars, ImmutableArray<IssueNumber> Issues = default, ImmutableArray<DraftIssue> Drafts = default, VisitCode? Corrects = null, string? Reason = null)
    : ProjectCommand
{
    public ImmutableArray<IssueNumber> Issues { get; init; } = Issues.IsDefault ? [] : Issues;
    public ImmutableArray<DraftIssue> Drafts { get; init; } = Drafts.IsDefault ? [] : Drafts;
}

/// <param name="Issues">All issues it produced: those that stood already, then those drafted with it.</param>
[JournalName("visit.recorded")]
public sealed record VisitRecorded(VisitCode Visit, VisitParticulars Particulars, ImmutableArray<IssueNumber> Issues, VisitCode? Corrects, string? Reason) : ProjectEvent;

/// <summary>A visit 走访 of a project, for ever as it was written.</summary>
/// <param name="Issues">All issues it produced, those drafted with it last.</param>
/// <param name="Corrects">The wrong record this one takes the place of.</param>
/// <param name="Reason">Why it was corrected; null when it corrects nothing.</param>
/// <param name="CorrectedBy">The record that took the place of this one; null while it stands.</param>
/// <param name="RecordedOn">The effective day of the record.</param>
public sealed record Visit(
    VisitCode Code, VisitParticulars Particulars, ImmutableArray<IssueNumber> Issues, VisitCode? Corrects, string? Reason, VisitCode? CorrectedBy, By By, DateOnly RecordedOn, long Version);
