using System.Collections.Immutable;

namespace Projects.Domain.Tests.Exchange;

public sealed class LedgerImportTests
{
    private const string Document = "2023年主题教育问题台账";

    private static readonly ProjectCode Project = ProjectCode.Of("campaign");
    private static readonly ListCode List = ListCode.Of("wz");

    private static readonly Park Park = Park.Unknown(ParkCode.Of("demo")) with
    {
        Units = Park.Unknown(default).Units.Add(UnitCode.Of("planning"), new(UnitCode.Of("planning"), "规划建设局", null)).Add(UnitCode.Of("economy"), new(UnitCode.Of("economy"), "经济发展局", null)),
        People = Park.Unknown(default).People.Add(PersonId.Of("deputy"), new(PersonId.Of("deputy"), "张三")).Add(PersonId.Of("one"), new(PersonId.Of("one"), "李四")).Add(PersonId.Of("two"), new(PersonId.Of("two"), "李四")),
    };

    private static readonly (string Title, string Value)[] Usual =
    [
        ("销号状态", "已销号"), ("编号", "WZ-1"), ("责任单位", "规划建设局"), ("存在问题", "围墙破损"), ("包保领导", "张三"), ("发现时间", "2023年9月1日"), ("完成时限", "2023/10/31"),
        ("销号日期", "45230"), ("销号标准", "1. 修好 2. 验收"), ("整改措施", "（1）砌墙；（2）抹灰"), ("等级", "较大"), ("备注", "约90余处"), ("核查意见", "属实"), ("自用", "x"), ("配合单位", "经济发展局、规划建设局"),
    ];

    [Fact]
    public void A_ledger_of_any_order_is_taken_over_by_the_names_of_its_columns_and_unknown_ones_are_named()
    {
        var read = Read(Row(2, Usual));
        Assert.Empty(read.Faults);
        Assert.Equal(["自用"], read.Unknown);
        var command = Assert.IsType<TakeOverIssue>(Assert.Single(Assert.Single(read.Rows).Orders).Command);
        Assert.Equal((List, IssueNumber.Of("WZ-1")), (command.List, command.Number!.Value));
        Assert.True(command.Particulars.SaysTheSameAs(new IssueParticulars(
            "围墙破损", FoundOn: new DateOnly(2023, 9, 1), Grade: Grade.Larger, Leader: PersonId.Of("deputy"), LeadUnit: UnitCode.Of("planning"),
            SupportingUnits: [UnitCode.Of("economy"), UnitCode.Of("planning")], Criteria: ["修好", "验收"], Measures: ["砌墙", "抹灰"], Due: new DateOnly(2023, 10, 31), Remark: "约90余处")), command.Particulars.ToString());
        Assert.Equal(new TakeOver(Document, IssueState.Closed, new(2023, 9, 1), ClosedOn: new DateOnly(2023, 10, 31), People: "核查意见：属实"), command.TakeOver);
    }

    [Theory]
    [InlineData("发现时间", "2024-02-30", "没有这一天")]
    [InlineData("完成时限", "约3月底", "不是日期，应写作 2024-01-31")]
    [InlineData("责任单位", "城管局", "园区没有“城管局”，请先登记或改为登记的名称")]
    [InlineData("包保领导", "李四", "园区有不止一个“李四”，请改填其编码")]
    [InlineData("销号状态", "基本完成", "应为待立账、待签收、整改中、申请销号、核查中、待审批、公示中、已销号、已备案、长期坚持、中止、作废之一")]
    [InlineData("编号", "a/b", "编号限汉字、字母、数字和 - . _，最长40字")]
    [InlineData("存在问题", "", "不能为空")]
    public void What_cannot_be_read_is_named_by_row_column_value_and_reason(string title, string value, string reason)
    {
        var read = Read(Row(7, [.. Usual.Select(cell => cell.Title == title ? (title, value) : cell)]));
        Assert.Empty(read.Rows);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((7, value, reason), (fault.Row, fault.Value, fault.Reason.Zh));
    }

    [Fact]
    public void Twenty_thousand_rows_with_fifty_planted_faults_name_all_fifty_and_no_other()
    {
        Dictionary<int, (string Title, string Value)> planted = [];
        (string, string)[] faults = [("发现时间", "2024-02-30"), ("责任单位", "城管局"), ("销号状态", "差不多"), ("编号", "WZ-100"), ("销号日期", "月底")];
        for (var at = 0; at < 50; at++)
            planted.Add(1_000 + at * 377, faults[at % faults.Length]);
        var read = Read([.. Enumerable.Range(2, 20_000).Select(no => Row(no, [.. Usual.Select(cell =>
            planted.TryGetValue(no, out var fault) && fault.Title == cell.Title ? fault : cell.Title == "编号" ? (cell.Title, $"WZ-{no}") : cell)]))]);
        Assert.Equal(planted.Keys.Order(), read.Faults.Select(fault => fault.Row));
        Assert.Equal(19_950, read.Rows.Length);
    }

    [Fact]
    public void A_sheet_that_is_no_ledger_is_not_taken_at_all()
    {
        Assert.Contains("问题编号", Whole(new([new(1, Cells("甲", "乙"))])).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("销号状态", Whole(new([new(1, Cells("编号", "问题"))])).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("两次", Whole(new([new(1, Cells("编号", "问题编号"))])).Reason.Zh, StringComparison.Ordinal);
    }

    private static RowFault Whole(ReadTable table) => Assert.Single(Read(table).Faults);

    private static ReturnedSheet Read(params ReadRow[] rows) => Read(new ReadTable([new(1, Cells([.. Usual.Select(cell => cell.Title)])), .. rows]));

    private static ReturnedSheet Read(ReadTable table) => ImportSheet.Of(table, LedgerImport.Kind.Columns, out var fault) is { } sheet
        ? LedgerImport.Kind.Read(sheet, new(Park, []), new(Project, List, Document))
        : ReturnedSheet.Whole(fault!);

    private static ReadRow Row(int no, (string Title, string Value)[] cells) => new(no, Cells([.. cells.Select(cell => cell.Value)]));

    private static ImmutableSortedDictionary<int, ReadCell> Cells(params string[] cells) =>
        cells.Select((words, at) => (words, at)).Where(cell => cell.words.Length > 0).ToImmutableSortedDictionary(cell => cell.at, cell => new ReadCell(cell.words));
}
