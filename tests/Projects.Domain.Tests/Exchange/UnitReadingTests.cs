using System.Collections.Immutable;

namespace Projects.Domain.Tests.Exchange;

public sealed class UnitReadingTests
{
    private static readonly ProjectCode Project = ProjectCode.Of("lithium");
    private static readonly IssueNumber Number = IssueNumber.Of("LFP-1");

    [Fact]
    public void Each_cell_filled_in_is_an_order_and_an_untouched_row_is_none()
    {
        var read = Read(
            [("签收", "签收"), ("本期进展", "便道已通"), ("存在困难", "资金"), ("完成措施（序号）", "1、3"), ("申请延期至", "2024-03-01"), ("延期理由", "汛期"), ("发生日期", "2024-01-10")],
            []);
        Assert.Empty(read.Faults);
        Assert.Equal(1, read.Untouched);
        var row = Assert.Single(read.Rows);
        Assert.Equal((2, Project, Number, 7L, new DateOnly(2024, 1, 10)), (row.Row, row.Project, row.Number, row.Version, row.On));
        Assert.Equal(
            [new AcceptIssue(Number), new ReportProgress(Number, "便道已通", "资金"), new CompleteMeasure(Number, 1), new CompleteMeasure(Number, 3), new RequestExtension(Number, new(2024, 3, 1), "汛期")],
            row.Orders.Select(order => order.Command));
        Assert.Equal(row.Orders.Length, row.Orders.Select(order => order.Key).Distinct().Count());
    }

    [Fact]
    public void Columns_are_known_by_name_wherever_they_stand_and_others_are_named_and_passed_over()
    {
        ReadTable table = new([Row(1, "2024年1月收发表"), Row(3, "Version", "备忘", " 项目 编码", "Progress", "问题编号"), Row(4, "7", "自用", "lithium", "done", "LFP-1")]);
        var read = UnitReading.Of(table);
        Assert.Equal(["备忘"], read.Unknown);
        Assert.Equal(new ReportProgress(Number, "done"), Assert.Single(Assert.Single(read.Rows).Orders).Command);
    }

    [Theory]
    [InlineData("发生日期", "2024-02-30", "没有这一天")]
    [InlineData("发生日期", "上周", "不是日期，应写作 2024-01-31")]
    [InlineData("申请延期至", "45", "不是日期，应写作 2024-01-31")]
    [InlineData("签收", "不签", "只能填“签收”")]
    [InlineData("存在困难", "资金", "写了困难，还须写明本期进展")]
    [InlineData("完成措施（序号）", "全部", "应为措施的序号，如 1、3")]
    [InlineData("完成措施（序号）", "约3", "应为措施的序号，如 1、3")]
    [InlineData("延期理由", "汛期", "写了延期理由，还须写明申请延期至哪一天")]
    public void What_cannot_be_read_is_named_by_row_column_value_and_reason(string column, string value, string reason)
    {
        var read = Read([(column, value)]);
        Assert.Empty(read.Rows);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((2, column, value, reason), (fault.Row, fault.Column, fault.Value, fault.Reason.Zh));
        Assert.NotEmpty(fault.Reason.En);
    }

    [Theory]
    [InlineData("2024-03-01")]
    [InlineData("2024/3/1")]
    [InlineData("2024.03.01")]
    [InlineData("2024年3月1日")]
    [InlineData("20240301")]
    [InlineData("2024-03-01T00:00:00.000")]
    [InlineData("45352")]
    [InlineData("45352.75")]
    public void A_day_is_read_as_people_and_spreadsheets_write_it(string written) =>
        Assert.Equal(new DateOnly(2024, 3, 1), Assert.Single(Read([("发生日期", written), ("本期进展", "好")]).Rows).On);

    [Fact]
    public void The_same_issue_twice_is_reported_with_the_row_it_stood_in_before()
    {
        var read = Read([("本期进展", "一")], [("本期进展", "二")]);
        Assert.Equal("一", Assert.Single(Assert.Single(read.Rows).Orders).Value);
        Assert.Equal((3, "与第2行是同一事项"), (Assert.Single(read.Faults).Row, read.Faults[0].Reason.Zh));
    }

    [Fact]
    public void A_merged_cell_a_formula_and_a_broken_cell_are_nobodys_words()
    {
        foreach (var cell in new ReadCell[] { new("通了", IsMerged: true), new("通了", CellKind.Formula), new("#REF!", CellKind.Broken) })
        {
            var table = Table([("本期进展", "x")]);
            var row = table.Rows[1];
            var place = row.Cells.First(each => each.Value.Words == "x").Key;
            var read = UnitReading.Of(table with { Rows = table.Rows.SetItem(1, row with { Cells = row.Cells.SetItem(place, cell) }) });
            Assert.Empty(read.Rows);
            Assert.Equal("本期进展", Assert.Single(read.Faults).Column);
        }
    }

    [Fact]
    public void A_sheet_without_its_hidden_columns_or_with_one_twice_is_not_taken_at_all()
    {
        Assert.Contains("项目编码", Whole([Row(1, "问题编号", "本期进展"), Row(2, "LFP-1", "好")]).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("问题编号", Whole([Row(1, "甲", "乙")]).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("两次", Whole([Row(1, "问题编号", "项目编码", "版本", "问题编号")]).Reason.Zh, StringComparison.Ordinal);
        Assert.Equal(0, Whole([]).Row);
    }

    [Fact]
    public void Faulty_rows_are_a_refusal_a_program_can_read()
    {
        var refusal = new RowsFaulty(Read([("签收", "不签")]).Faults);
        Assert.Equal(Reason.ImportRow, refusal.Reason);
        Assert.Equal("rows[2].签收", Assert.Single(refusal.Fields).Field);
        Assert.Contains("不签", Words.Of(refusal).Zh, StringComparison.Ordinal);
    }

    private static RowFault Whole(ImmutableArray<ReadRow> rows) => Assert.Single(UnitReading.Of(new(rows)).Faults);

    private static ReturnedSheet Read(params (string Column, string Value)[][] rows) => UnitReading.Of(Table(rows));

    /// <summary>The workbook's own header, and rows with these cells filled in.</summary>
    private static ReadTable Table(params (string Column, string Value)[][] rows)
    {
        ImmutableArray<string> header = [.. UnitColumns.All.Select(column => column.Title.Zh)];
        return new([Row(1, [.. header]), .. rows.Select((filled, at) => Row(at + 2, [.. header.Select(column => column switch
        {
            "问题编号" => "LFP-1",
            "项目编码" => "lithium",
            "版本" => "7",
            _ => filled.FirstOrDefault(cell => cell.Column == column).Value ?? "",
        })]))]);
    }

    private static ReadRow Row(int no, params string[] cells) => new(no, cells.Select((words, at) => (words, at)).Where(cell => cell.words.Length > 0)
        .ToImmutableSortedDictionary(cell => cell.at, cell => new ReadCell(cell.words)));
}
