namespace Projects.Domain.Tests.Exchange;

public sealed class InvestmentImportTests
{
    private const string Header = "项目 | 口径 | 年月 | 计划(万元) | 本月完成(万元) | 费用类别 | 凭证号";

    [Fact]
    public void Twelve_months_are_one_plan_and_each_amount_invested_is_an_entry()
    {
        var read = Read([Header, .. Enumerable.Range(1, 12).Select(month => $"磷酸铁锂 | 形象进度 | 2024年{month}月 | {(month == 2 ? 0 : 100)} | {(month == 3 ? "1,230.5" : "")} | {(month == 3 ? "设备" : "")} | {(month == 3 ? "P-1" : "")}")]);
        Assert.Empty(read.Faults);
        Assert.Equal([2, 4], read.Rows.Select(row => row.Row));
        var plan = Assert.IsType<SetInvestmentPlan>(Assert.Single(read.Rows[0].Orders).Command);
        Assert.Equal((2024, InvestmentBasis.Works, Money.Wan(1100), Money.Zero), (plan.Year, plan.Basis, plan.Total, plan.Months[1]));
        var entry = Assert.IsType<RecordInvestment>(Assert.Single(read.Rows[1].Orders).Command);
        Assert.Equal((new Month(2024, 3), InvestmentCategory.Equipment, Money.Wan(1230.5m), "P-1"), (entry.Month, entry.Category, entry.Amount, entry.Voucher));
        Assert.StartsWith("works-2024-03-", entry.Entry.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_entry_has_the_same_code_in_whatever_table_it_stands()
    {
        string Code(params string[] rows) => Assert.IsType<RecordInvestment>(Read([Header, .. rows]).Rows[^1].Orders[^1].Command).Entry.Value;
        const string Line = "磷酸铁锂 | 财务支出 | 2024-01 | | 5 | 土地费用 | ";
        Assert.Equal(Code(Line), Code("磷酸铁锂 | 财务支出 | 2024-02 | | 7 | 土地费用 | ", Line));
        Assert.NotEqual(Code(Line), Code(Line + "P-2"));
    }

    [Fact]
    public void Each_fault_is_named_by_row_column_value_and_reason_and_a_plan_with_one_is_none()
    {
        var read = Read(
            Header,
            "磷酸铁锂 | 形象进度 | 2024-13 | | 5 | 土地费用 |",
            "磷酸铁锂 | 投资口径 | 2024-01 | | 5 | 土地费用 |",
            "磷酸铁锂 | 形象进度 | 2024-01 | | 约5 | 土地费用 |",
            "磷酸铁锂 | 形象进度 | 2024-01 | | 5 | |",
            "磷酸铁锂 | 形象进度 | 2024-01 | | | |",
            "磷酸铁锂 | 财务支出 | 2024-01 | | 5 | 土地费用 | P-1",
            "磷酸铁锂 | 财务支出 | 202401 | | 5.00 | 土地费用 | P-1",
            "磷酸铁锂 | 财务支出 | 2024-01 | 5 | | |",
            "磷酸铁锂 | 形象进度 | 2025-01 | 十 | | |",
            "磷酸铁锂 | 形象进度 | 2025-02 | 10 | | |",
            "合计 | | | 15 | 25 | |");
        Assert.Equal(
            [
                (2, "年月", "2024-13", "不是年月，应写作 2024-01"),
                (3, "口径", "投资口径", "应为形象进度、财务支出之一"),
                (4, "完成金额", "约5", "应为准数，不写“约”“余”“超”"),
                (5, "类别", "", "填了完成金额，还须写明类别"),
                (6, "完成金额", "", "计划金额和完成金额至少填一项"),
                (8, "完成金额", "5.00", "与第7行相同；确是两笔的，请用凭证号、备注或记录编号分开"),
                (9, "计划金额", "5万元", "2024年的计划缺2、3、4、5、6、7、8、9、10、11、12月，没有计划的月份请写0"),
                (10, "计划金额", "十", "读不懂这个数，应如 12300 或 约5亿元"),
                (11, "计划金额", "10万元", "2025年的计划缺1、3、4、5、6、7、8、9、10、11、12月，没有计划的月份请写0"),
                (12, "项目", "合计", "园区没有“合计”，请先登记或改为登记的名称"),
                (12, "年月", "", "不能为空"),
                (12, "口径", "", "不能为空"),
                (12, "类别", "", "填了完成金额，还须写明类别"),
            ],
            Tables.Faults(read));
    }

    [Fact]
    public void A_year_that_lacks_months_is_no_plan()
    {
        var fault = Assert.Single(Read(Header, "磷酸铁锂 | 财务支出 | 2024-01 | 5 | | |", "磷酸铁锂 | 财务支出 | 2024-12 | 5 | | |").Faults);
        Assert.Equal((2, "2024年的计划缺2、3、4、5、6、7、8、9、10、11月，没有计划的月份请写0"), (fault.Row, fault.Reason.Zh));
    }

    [Fact]
    public void A_merged_amount_would_be_counted_once_a_row_and_is_a_fault()
    {
        var merged = new ReadCell("5", CellKind.Number, IsMerged: true);
        ReadRow Line(int no, string month) => Tables.Row(no, new("磷酸铁锂"), new("财务支出"), new(month), new(""), merged, new("土地费用"));
        var read = Tables.Read(InvestmentImport.Kind, new([Tables.Of(Header).Rows[0], Line(2, "2024-01"), Line(3, "2024-02")]));
        Assert.Equal([2, 3], read.Faults.Select(fault => fault.Row));
        Assert.Empty(read.Rows);
    }

    private static ReturnedSheet Read(params string[] rows) => Tables.Read(InvestmentImport.Kind, Tables.Of(rows));
}
