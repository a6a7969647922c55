namespace Projects.Domain.Tests.Exchange;

public sealed class ProjectImportTests
{
    private const string Header = "建设性质 | 项目代码 | 项目名称 | 责任单位 | 包保领导 | 总投资（亿元） | 分期 | 产能 | 阶段 | 备用";

    [Fact]
    public void Projects_are_read_by_the_names_of_columns_with_their_phases_and_the_figures_as_quoted()
    {
        var read = Read(
            "2024年重大项目 | | | | | | | | |",
            Header,
            "新建 | 2024-LFP-01 | 磷酸铁锂 | 规划建设局 | 张三 | 约70 | 首期 | 12万吨/年 | 在建 | x",
            " | 2024-LFP-01 | | | | | 二期 | | 前期 |",
            "技改扩能 | ti | 钛材 | planning | | 3700万元左右 | | | |");
        Assert.Empty(read.Faults);
        Assert.Equal(["备用"], read.Unknown);
        Assert.Equal([3, 4, 5], read.Rows.Select(row => row.Row));
        Assert.Equal(
            [
                new RegisterProject(ProjectKind.New, new Particulars("磷酸铁锂", null, UnitCode.Of("planning"), PersonId.Of("deputy"), null, null, new Figure(700_000, Qualifier.About), null, null)),
                new AddPhase(PhaseCode.Of("phase-1"), "首期", new Quantity(120_000, "吨/年"), Stage.UnderConstruction),
            ],
            read.Rows[0].Orders.Select(order => order.Command));
        Assert.Equal((ProjectCode.Of("2024-lfp-01"), new AddPhase(PhaseCode.Of("phase-2"), "二期", null, Stage.Preliminary)), (read.Rows[1].Project, Assert.Single(read.Rows[1].Orders).Command));
        var titanium = Assert.IsType<RegisterProject>(Assert.Single(read.Rows[2].Orders).Command);
        Assert.Equal((ProjectKind.Retrofit, new Figure(3700, Qualifier.About)), (titanium.Kind, titanium.Particulars.TotalInvestment!.Value));
    }

    [Fact]
    public void Each_fault_is_named_by_row_column_value_and_reason_and_all_of_a_row_at_once()
    {
        var read = Read(
            Header,
            "重建 | a | 甲 | 城管局 | 王五 | 很多 | | | |",
            "新建 | b | 乙 | 规划建设局 | | | | | 在建 |",
            "新建 | b | 丙 | 规划建设局 | | | 扩能期 | 约1万吨 | |",
            "新建 | | 丁 | 规划建设局 | | | | | |",
            "新建 | c | 戊 | 规划建设局 | | | 一期 | | |",
            " | c | 己 | | | | 第1期 | | |",
            " | c | | | | | | | |");
        Assert.Equal(
            [
                (2, "单位", "城管局", "园区没有“城管局”，请先登记或改为登记的名称"),
                (2, "类别", "重建", "应为新建、扩建、技改扩能、复产、数字化、专项之一"),
                (2, "包保领导", "王五", "园区没有“王五”，请先登记或改为登记的名称"),
                (2, "总投资", "很多", "读不懂这个数，应如 12300 或 约5亿元"),
                (3, "分期", "", "写了阶段或产能，还须写明是哪一期（如 一期）"),
                (4, "产能", "约1万吨", "应为带单位的准数，如 12万吨/年"),
                (4, "分期", "扩能期", "不是“一期”“二期”这样的期次，请另填分期编码"),
                (4, "项目名称", "丙", "与第3行所写不同"),
                (5, "项目代码", "", "不能为空"),
                (7, "项目名称", "己", "与第6行所写不同"),
                (7, "分期", "第1期", "与第6行是同一期"),
                (8, "项目代码", "c", "与第6行代码相同；再写一期须填分期"),
            ],
            Tables.Faults(read));
        Assert.Equal([6], read.Rows.Select(row => row.Row));
    }

    [Fact]
    public void A_unit_of_money_stands_in_the_cell_the_heading_or_above_the_table_and_is_never_guessed()
    {
        Assert.Equal(new Figure(123_000, Qualifier.Exact), Total("总投资(亿元)", new("12.3", CellKind.Number)));
        Assert.Equal(new Figure(12_300.1m, Qualifier.Exact), Total("总投资（单位：万元）", new("12300.100000000001", CellKind.Number)));
        Assert.Equal(new Figure(50_000, Qualifier.MoreThan), Total("总投资", new("超5亿")));
        Assert.Equal(new Figure(50, Qualifier.Exact), Total("总投资 元", new("500000", CellKind.Formula)));
        Assert.Equal(new Figure(900, Qualifier.Odd), Total("总投资", new("900余"), above: "单位：万元"));
        Assert.Equal("没有单位：请在栏名或数后写明万元或亿元", Assert.Single(Table("总投资", new("900"), "").Faults).Reason.Zh);
    }

    private static Figure? Total(string heading, ReadCell cell, string above = "") =>
        Assert.IsType<RegisterProject>(Assert.Single(Assert.Single(Table(heading, cell, above).Rows).Orders).Command).Particulars.TotalInvestment;

    private static ReturnedSheet Table(string heading, ReadCell cell, string above) => Tables.Read(ProjectImport.Kind, new(
    [
        Tables.Row(1, new ReadCell(above)),
        Tables.Row(2, new("项目代码"), new("项目名称"), new("类别"), new("单位"), new(heading)),
        Tables.Row(3, new("a"), new("甲"), new("新建"), new("规划建设局"), cell),
    ]));

    private static ReturnedSheet Read(params string[] rows) => Tables.Read(ProjectImport.Kind, Tables.Of(rows));
}
