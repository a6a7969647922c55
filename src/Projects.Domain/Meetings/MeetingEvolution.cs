namespace Projects;

public sealed partial record Project
{
    private Project EvolveMeetings(MeetingRecorded e, Recorded recorded)
    {
        var meetings = Meetings.SetItem(e.Meeting, new Meeting(e.Meeting, e.Particulars, e.Resolutions, e.Corrects, e.Reason, CorrectedBy: null, recorded.By, recorded.Effective, recorded.Version));
        return e.Corrects is { } code && meetings.TryGetValue(code, out var wrong)
            ? this with { Meetings = meetings.SetItem(code, wrong with { CorrectedBy = e.Meeting, Version = recorded.Version }) }
            : this with { Meetings = meetings };
    }
}
