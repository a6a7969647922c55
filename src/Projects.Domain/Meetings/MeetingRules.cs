using System.Collections.Immutable;

namespace Projects;

/// <summary>调度会 (DOMAIN 3): every resolution is an issue in a list, drafted with the meeting or there before.</summary>
internal static class MeetingRules
{
    /// <summary>The topic stands in the source or remark of every issue drafted, with the meeting's code and day beside it.</summary>
    private const int LongestTopic = 100;

    /// <summary>The capacity in which the actor records meetings.</summary>
    public static Way MayRecord(Matter matter) => Way.InOneOf(matter, VisitRules.Recorders);

    public static Decision Record(Matter matter, RecordMeeting command) => MayRecord(matter).Then(capacity => Record(matter, command, capacity));

    private static Decision Record(Matter matter, RecordMeeting command, Capacity capacity)
    {
        var check = new FieldCheck();
        check.Id("meeting", command.Meeting.Value);
        var particulars = Checked(check, command.Particulars, matter);
        check.Require(command.Resolutions.Length <= FieldCheck.Items, "resolutions", $"不得超过{FieldCheck.Items}项", $"must not exceed {FieldCheck.Items}");
        ImmutableArray<Resolution> resolutions = [.. command.Resolutions.Take(FieldCheck.Items).Select((said, place) => Checked(check, said, $"resolutions[{place}]", particulars, matter))];
        var reason = command.Corrects is null ? null : check.Reason("reason", command.Reason);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Project.Meetings.TryGetValue(command.Meeting, out var present))
            return IsThatOf(command, particulars, resolutions, reason, present) ? Matter.Already : Matter.No(new NameTaken("meeting", command.Meeting.Value));
        if (CorrectionObstacle(matter.Project, command.Corrects) is { } obstacle)
            return Matter.No(obstacle);
        if (resolutions.Select(said => IssueObstacle(matter.Project, said.Issue, particulars.On)).FirstOrDefault(found => found is not null) is { } unfit)
            return Matter.No(unfit);
        var drafts = resolutions.Where(said => said.List is not null).Select(said => DraftOf(said, command.Meeting, particulars, matter.Park));
        var drafted = Drafting.All(matter, capacity, [.. drafts], "resolutions");
        return drafted.Refusal is { } refusal
            ? Matter.No(refusal)
            : matter.Yes(capacity, [.. drafted.Events, new MeetingRecorded(command.Meeting, particulars, Resolved(resolutions, drafted.Numbers), command.Corrects, reason)]);
    }

    private static MeetingParticulars Checked(FieldCheck check, MeetingParticulars said, Matter matter)
    {
        check.Past("meeting_date", said.On, matter.Today);
        check.Plausible("meeting_date", said.On);
        check.Person("chair", said.Chair, matter.Park);
        check.People("attendees", said.Attendees, matter.Park);
        check.Require(!said.Attendees.IsEmpty, "attendees", "至少一名参会人员", "must name at least one attendee");
        check.Require(!said.Attendees.Contains(said.Chair), "attendees", "主持人不再列入参会人员", "must not name the chair again");
        return said with { Topic = check.Text("topic", said.Topic, LongestTopic) };
    }

    private static Resolution Checked(FieldCheck check, Resolution said, string field, MeetingParticulars meeting, Matter matter)
    {
        check.Unit($"{field}.unit", said.Unit, matter.Park);
        check.Plausible($"{field}.due_date", said.Due);
        check.Require(said.Due >= meeting.On, $"{field}.due_date", "不得早于会议日期", "must not lie before the meeting");
        check.Require(said.List is null != said.Issue is null, $"{field}.list", "须列入一个清单或指明一个已有事项，二者择一", "must name either a list to be drafted into or an issue that carries it");
        return said with { Text = check.Text($"{field}.text", said.Text, FieldCheck.Statement) };
    }

    // The source says which meeting it was; where the park keeps a list of sources, the remark does, and the ledger office chooses the term.
    private static DraftIssue DraftOf(Resolution said, MeetingCode meeting, MeetingParticulars particulars, Park park)
    {
        var origin = $"调度会 {meeting}（{Words.Day(particulars.On)}）：{particulars.Topic}";
        var written = new IssueParticulars(said.Text, LeadUnit: said.Unit, Due: said.Due);
        return new(said.List!.Value, Number: null, park.TermsOf(Vocabulary.IssueSource).IsEmpty ? written with { Source = origin } : written with { Remark = origin });
    }

    private static ImmutableArray<ResolvedItem> Resolved(ImmutableArray<Resolution> resolutions, ImmutableArray<IssueNumber> drafted)
    {
        var next = 0;
        return [.. resolutions.Select(said => new ResolvedItem(said.Text, said.Unit, said.Due, said.Issue ?? drafted[next++], said.List))];
    }

    // What had ended before the meeting carries nothing any more: a resolution laid upon it would be done as soon as it was decided.
    private static Refusal? IssueObstacle(Project project, IssueNumber? number, DateOnly on)
    {
        if (number is not { } named)
            return null;
        if (!project.Issues.TryGetValue(named, out var issue))
            return new NotFound("issue", named.Value);
        var ended = issue.State switch
        {
            IssueState.Closed or IssueState.Filed => issue.ClosedOn,
            IssueState.Void => issue.LastStepOn,
            _ => null,
        };
        return ended < on ? Lifecycle.WrongState(issue) : null;
    }

    private static Refusal? CorrectionObstacle(Project project, MeetingCode? corrects)
    {
        if (corrects is not { } code)
            return null;
        if (!project.Meetings.TryGetValue(code, out var wrong))
            return new NotFound("meeting", code.Value);
        return wrong.CorrectedBy is { } by ? new CorrectedAlready("meeting", code.Value, by.Value) : null;
    }

    private static bool IsThatOf(RecordMeeting command, MeetingParticulars particulars, ImmutableArray<Resolution> resolutions, string? reason, Meeting present) =>
        present.Particulars.SaysTheSameAs(particulars) && (present.Corrects, present.Reason) == (command.Corrects, reason)
        && present.Resolutions.Select(item => new Resolution(item.Text, item.Unit, item.Due, item.DraftedInto, item.DraftedInto is null ? item.Issue : null)).SequenceEqual(resolutions);
}
