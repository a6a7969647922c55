using System.Collections.Immutable;

namespace Projects;

/// <summary>What a meeting 调度会 was.</summary>
/// <param name="On">The day it was held; never after today.</param>
/// <param name="Attendees">People of the park beside the chair, at least one.</param>
public sealed record MeetingParticulars(DateOnly On, PersonId Chair, ImmutableArray<PersonId> Attendees, string Topic)
{
    public ImmutableArray<PersonId> Attendees { get; init; } = Attendees.IsDefault ? [] : Attendees;

    /// <summary>Equal in all they say; <c>==</c> would ask whether the attendees are the same list.</summary>
    public bool SaysTheSameAs(MeetingParticulars other) => Attendees.SequenceEqual(other.Attendees) && this with { Attendees = other.Attendees } == other;
}

/// <summary>议定事项: what the meeting decided. It becomes an issue, or is laid upon one that stands already; nothing is decided beside the books.</summary>
/// <param name="Unit">Who is to do it; the lead unit of the issue drafted.</param>
/// <param name="Due">By when; the due date of the issue drafted.</param>
/// <param name="List">The list of this project it is drafted into; null when <paramref name="Issue"/> is given.</param>
/// <param name="Issue">The issue of this project that carries it; null when it is drafted.</param>
public sealed record Resolution(string Text, UnitCode Unit, DateOnly Due, ListCode? List = null, IssueNumber? Issue = null);

/// <summary>Records a meeting and drafts its resolutions in the same command. Append-only: a wrong record is corrected by another that names it.</summary>
/// <param name="Corrects">The wrong record this one takes the place of; null for a meeting of its own.</param>
/// <param name="Reason">Why it is corrected; required then.</param>
public sealed record RecordMeeting(MeetingCode Meeting, MeetingParticulars Particulars, ImmutableArray<Resolution> Resolutions = default, MeetingCode? Corrects = null, string? Reason = null)
    : ProjectCommand
{
    public ImmutableArray<Resolution> Resolutions { get; init; } = Resolutions.IsDefault ? [] : Resolutions;
}

/// <summary>A resolution with the issue that carries it.</summary>
/// <param name="DraftedInto">The list it was drafted into with the meeting; null when the issue stood already.</param>
public sealed record ResolvedItem(string Text, UnitCode Unit, DateOnly Due, IssueNumber Issue, ListCode? DraftedInto);

[JournalName("meeting.recorded")]
public sealed record MeetingRecorded(MeetingCode Meeting, MeetingParticulars Particulars, ImmutableArray<ResolvedItem> Resolutions, MeetingCode? Corrects, string? Reason) : ProjectEvent;

/// <summary>A meeting 调度会 of a project, for ever as it was written; how its resolutions stand is seen in their issues.</summary>
/// <param name="Corrects">The wrong record this one takes the place of.</param>
/// <param name="Reason">Why it was corrected; null when it corrects nothing.</param>
/// <param name="CorrectedBy">The record that took the place of this one; null while it stands.</param>
/// <param name="RecordedOn">The effective day of the record.</param>
public sealed record Meeting(
    MeetingCode Code, MeetingParticulars Particulars, ImmutableArray<ResolvedItem> Resolutions, MeetingCode? Corrects, string? Reason, MeetingCode? CorrectedBy, By By, DateOnly RecordedOn, long Version);
