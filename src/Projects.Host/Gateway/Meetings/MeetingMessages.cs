namespace Projects.Host.Gateway;

/// <summary>A meeting, both ways.</summary>
internal static class MeetingMessages
{
    /// <param name="states">How the issues of its resolutions stand; empty where that is not shown.</param>
    public static V1.Meeting Of(ProjectId project, Meeting meeting, Park park, IReadOnlyDictionary<IssueNumber, IssueState> states) => new()
    {
        Name = ResourceName.Of(project, meeting.Code),
        MeetingDate = meeting.Particulars.On.ToWire(),
        Chair = ResourceName.Of(park.Code, meeting.Particulars.Chair),
        Attendees = { meeting.Particulars.Attendees.Select(person => ResourceName.Of(park.Code, person)) },
        Topic = meeting.Particulars.Topic,
        Resolutions = { meeting.Resolutions.Select(item => Of(project, item, states)) },
        Corrects = meeting.Corrects is { } wrong ? ResourceName.Of(project, wrong) : "",
        CorrectionReason = meeting.Reason ?? "",
        CorrectedBy = meeting.CorrectedBy is { } right ? ResourceName.Of(project, right) : "",
        By = Signatures.Of(meeting.By, meeting.RecordedOn, park),
    };

    public static RecordMeeting ToCommand(this V1.CreateMeetingRequest request, ProjectId project, WireFields fields)
    {
        var said = fields.Given(request.Meeting, "meeting");
        return new(
            MeetingCode.Of(fields.NewId(request.MeetingId, "meeting_id")),
            new(
                fields.RequiredDay(said.MeetingDate, "meeting.meeting_date"),
                fields.RequiredPerson(said.Chair, project.Park, "meeting.chair"),
                fields.People(said.Attendees, project.Park, "meeting.attendees"),
                said.Topic),
            [.. said.Resolutions.Select((resolution, place) => ToDomain(resolution, project, fields, $"meeting.resolutions[{place}]"))],
            fields.MeetingOf(project, said.Corrects, "meeting.corrects"),
            said.CorrectionReason);
    }

    private static V1.Resolution Of(ProjectId project, ResolvedItem item, IReadOnlyDictionary<IssueNumber, IssueState> states) => new()
    {
        Text = item.Text,
        Unit = ResourceName.Of(project.Park, item.Unit),
        DueDate = item.Due.ToWire(),
        List = item.DraftedInto is { } list ? ResourceName.Of(project, list) : "",
        Issue = ResourceName.Of(project, item.Issue),
        State = states.TryGetValue(item.Issue, out var state) ? state.ToWire() : V1.IssueState.Unspecified,
    };

    private static Resolution ToDomain(V1.Resolution said, ProjectId project, WireFields fields, string path) => new(
        said.Text,
        fields.RequiredUnit(said.Unit, project.Park, $"{path}.unit"),
        fields.RequiredDay(said.DueDate, $"{path}.due_date"),
        said.List.Length == 0 ? null : fields.ListOf(project, said.List, $"{path}.list"),
        said.Issue.Length == 0 ? null : fields.IssueOf(project, said.Issue, $"{path}.issue"));
}
