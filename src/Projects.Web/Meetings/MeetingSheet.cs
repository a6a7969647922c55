using System.Collections.Immutable;
using Projects.Web.Diary;
using Projects.Web.Issues;

namespace Projects.Web.Meetings;

/// <summary>The form of a meeting 调度会: who sat when about what, and what was decided, each drafted into a list or laid upon an issue that stands.</summary>
internal static class MeetingSheet
{
    private const string Reason = "reason";
    private const string IntoList = "list/";
    private const string UponIssue = "issue/";

    /// <inheritdoc cref="Visits.VisitSheet.Of"/>
    public static DiarySheet Of(Insight insight, DiaryChoices choices, Meeting? wrong, string free)
    {
        var attendees = new ManyField("attendees", new("参会人员", "Attendees"), DiaryChoices.People(insight, wrong is null ? [] : [.. wrong.Particulars.Attendees, wrong.Particulars.Chair]))
        {
            IsRequired = true, Hint = new("主持人不必再选。", "The chair need not be named again."),
        };
        var leaders = PeopleAndUnits.Holding(insight, Role.DeputyLeader, Role.ChiefLeader);
        ImmutableArray<Choice> chairs = [.. leaders, .. attendees.Choices.Where(person => leaders.All(leader => leader.Value != person.Value))];
        var units = PeopleAndUnits.Units(insight.Park);
        ImmutableArray<Choice> carriers =
        [
            .. choices.Lists.Select(DiaryChoices.Of).Select(list => new Choice(IntoList + list.Value, new($"列入 {list.Label.Zh}", $"drafted into {list.Label.En}"))),
            .. choices.Issues.Select(DiaryChoices.Of).Select(issue => new Choice(UponIssue + issue.Value, new($"并入 {issue.Label.Zh}", $"laid upon {issue.Label.En}"))),
        ];
        return new(
            [
                .. wrong is null ? (SheetField[])[] : [new TextField(Reason, new("更正原因", "Why it is corrected"), 2) { IsRequired = true }],
                new DayField("meeting_date", new("会议日期", "Day of the meeting")) { IsRequired = true },
                new TextField("meeting", new("编号", "Code")) { IsRequired = true, Hint = new($"小写字母、数字和连字符，不再改变；下一个空号 {free}", $"Lower-case letters, digits and hyphens; never changes. The next one free is {free}.") },
                new ChoiceField("chair", new("主持人", "Chair"), chairs) { IsRequired = true },
                new TextField("topic", new("议题", "Topic")) { IsRequired = true },
                attendees,
            ],
            new("议定事项（每项列入清单成为问题，或并入已有的问题；不填的不计）", "Resolutions: each becomes an issue of a list, or is laid upon one that stands. Rows left empty do not count."),
            number => new($"议定事项{number}", $"Resolution {number}"),
            place =>
            [
                new TextField($"resolutions[{place}].text", new("议定内容", "What was decided"), 2) { IsRequired = true },
                new ChoiceField($"resolutions[{place}].list", new("落到", "Carried by"), carriers) { IsRequired = true },
                new ChoiceField($"resolutions[{place}].unit", new("责任单位", "Unit"), units) { IsRequired = true },
                new DayField($"resolutions[{place}].due_date", new("完成时限", "Due")) { IsRequired = true },
            ],
            (f, rows) => new RecordMeeting(
                MeetingCode.Of(f["meeting"].Trim()),
                new(f.Day("meeting_date")!.Value, PersonId.Of(f["chair"]), [.. f.Ticked(attendees).Select(PersonId.Of)], f["topic"]),
                [.. rows.Select(place => ResolutionOf(f, place))],
                wrong?.Code,
                f.Optional(Reason)));
    }

    /// <summary>What the wrong record says, its resolutions laid upon the issues they became; otherwise the day.</summary>
    public static Filled Begun(Insight insight, Meeting? wrong, string free)
    {
        var filled = new Filled { ["meeting"] = free };
        filled.Set("meeting_date", wrong?.Particulars.On ?? insight.Today);
        if (wrong is null)
            return filled;
        (filled["chair"], filled["topic"]) = (wrong.Particulars.Chair.Value, wrong.Particulars.Topic);
        foreach (var person in wrong.Particulars.Attendees)
            filled.Tick("attendees", person.Value, true);
        foreach (var (place, item) in wrong.Resolutions.Index())
        {
            (filled[$"resolutions[{place}].text"], filled[$"resolutions[{place}].unit"], filled[$"resolutions[{place}].list"]) = (item.Text, item.Unit.Value, UponIssue + item.Issue.Value);
            filled.Set($"resolutions[{place}].due_date", item.Due);
        }
        return filled;
    }

    private static Resolution ResolutionOf(Filled filled, int place)
    {
        var carrier = filled[$"resolutions[{place}].list"];
        return new(
            filled[$"resolutions[{place}].text"],
            UnitCode.Of(filled[$"resolutions[{place}].unit"]),
            filled.Day($"resolutions[{place}].due_date")!.Value,
            carrier.StartsWith(IntoList, StringComparison.Ordinal) ? ListCode.Of(carrier[IntoList.Length..]) : null,
            carrier.StartsWith(UponIssue, StringComparison.Ordinal) ? IssueNumber.Of(carrier[UponIssue.Length..]) : null);
    }
}
