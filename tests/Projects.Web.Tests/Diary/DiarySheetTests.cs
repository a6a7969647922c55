using Projects.Web.Diary;
using Projects.Web.Issues;

namespace Projects.Web.Tests.Diary;

/// <summary>The rows of a form of what came of a visit or a meeting, without a browser.</summary>
public sealed class DiarySheetTests
{
    private static readonly DiarySheet Sheet = new(
        [new TextField("topic", new("议题", "Topic"))],
        new("议定事项", "Resolutions"),
        number => new($"{number}", $"{number}"),
        place => [new TextField($"resolutions[{place}].text", new("内容", "Text")), new DayField($"resolutions[{place}].due_date", new("时限", "Due")) { IsRequired = true }],
        (_, rows) => new RecordMeeting(new("m-1"), new(new(2024, 1, 12), new("ann"), [], "t"), [.. rows.Select(_ => new Resolution("", new("u"), default))]));

    [Fact]
    public void Rows_left_empty_say_nothing_wherever_they_stand()
    {
        var filled = new Filled { ["resolutions[1].text"] = "修便道", ["resolutions[3].due_date"] = "2024-01-31", ["resolutions[4].text"] = " " };
        Assert.Equal([1, 3], Sheet.Said(filled, 5));
        Assert.Equal([1], Sheet.Said(filled, 3));
        Assert.Equal("resolutions[1].due_date", Assert.Single(Assert.IsType<InvalidFields>(Sheet.Missing(filled, [1, 3])).Faults).Field);
        Assert.Null(Sheet.Missing(filled, [3]));
    }

    [Fact]
    public void A_fault_of_the_rules_stands_in_the_row_it_was_written_in()
    {
        var fault = new Text("不得早于会议日期", "must not lie before the meeting");
        var refused = new InvalidFields([new("resolutions[0].text", fault), new("resolutions[1].due_date", fault), new("topic", fault)]);
        Assert.Equal(["resolutions[1].text", "resolutions[3].due_date", "topic"], Assert.IsType<InvalidFields>(Sheet.InRows(refused, [1, 3])).Faults.Select(found => found.Field));
        Assert.Same(refused, Sheet.InRows(refused, [0, 1]));
        var other = new NotFound("list", "wz");
        Assert.Same(other, Sheet.InRows(other, [1, 3]));
    }

    [Fact]
    public void A_form_is_as_it_began_until_something_is_typed_or_ticked()
    {
        Assert.True(Sheet.AreSame(new Filled { ["topic"] = "" }, new Filled(), 3));
        Assert.False(Sheet.AreSame(new Filled { ["resolutions[2].text"] = "x" }, new Filled(), 3));
    }
}
