using System.Net;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Projects.Reports;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>导入 over the wire: looked at first, taken when it is said, and never twice.</summary>
[Collection(OnSampleServer.Name)]
public sealed class ImportTests(SampleServer sample)
{
    private const string Header = "问题编号,存在问题,销号状态,立账日期,销号日期,责任单位,责任领导,销号标准,整改措施,完成时限,自用\r\n";

    [Fact]
    public async Task A_ledger_is_looked_at_first_and_says_its_columns_and_every_fault_by_row_column_value_and_reason()
    {
        var sheet = Header + Line("IMP-1") + Line("IMP-2", unit: "城管局") + Line("IMP-3", closed: "2023-02-30") + Line("IMP-4", closed: "2023-08-01");
        var (steps, result) = await ImportAsync("ledger-a", sheet, Ledger());
        Assert.Equal((false, 1, 1), (result.Applied, result.RowCount, result.OrderCount));
        Assert.Contains(result.Columns, column => (column.Heading, column.Title) == ("责任单位", "牵头单位"));
        Assert.Equal(["自用"], result.UnknownColumns);
        Assert.Equal(
            [(3, "牵头单位", "城管局", "园区没有“城管局”，请先登记或改为登记的名称"), (4, "销号日期", "2023-02-30", "没有这一天"), (5, "销号日期", "2023-08-01", "早于前一环节的日期")],
            result.Faults.Select(fault => (fault.Row, fault.Column, fault.Value, fault.Explanation)));
        Assert.NotEmpty(steps);
        Assert.Equal("NOT_FOUND", await RefusalOf(() => IssueAsync("IMP-1")));
    }

    [Fact]
    public async Task One_faulty_row_is_enough_for_nothing_and_the_same_sheet_gives_no_order_twice()
    {
        var sheet = Header + Line("IMP-11") + Line("IMP-12", unit: "城管局");
        var refused = await StatusOf(() => ImportAsync("ledger-a", sheet, Ledger(apply: true)));
        Assert.Equal(("IMPORT_ROW", "rows[3].牵头单位"), (refused.GetDetail<Google.Rpc.ErrorInfo>()!.Reason, Assert.Single(refused.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations).Field));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => IssueAsync("IMP-11")));

        var (steps, taken) = await ImportAsync("ledger-a", sheet, Ledger(apply: true, leaveOut: true));
        Assert.Equal((true, 1, 0, 1), (taken.Applied, taken.OrderCount, taken.StoppedRow, taken.Faults.Count));
        Assert.Contains(steps, step => step.Applying);
        Assert.Equal(V1.IssueState.Closed, (await IssueAsync("IMP-11")).State);

        var (_, again) = await ImportAsync("ledger-a", sheet, Ledger(apply: true, leaveOut: true));
        Assert.Equal((0, 0, 1), (again.OrderCount, again.RowCount, again.AlreadyCount));
    }

    [Fact]
    public async Task A_sheet_without_a_needed_column_is_not_taken_by_leaving_rows_out()
    {
        var sheet = Header.Replace("存在问题", "口号", StringComparison.Ordinal) + Line("IMP-21");

        var refused = await StatusOf(() => ImportAsync("ledger-a", sheet, Ledger(apply: true, leaveOut: true)));

        Assert.Equal("IMPORT_ROW", refused.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        var said = Assert.Single(refused.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations);
        Assert.Equal(("sheet", "缺少“问题描述”一栏"), (said.Field, said.Description));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => IssueAsync("IMP-21")));
    }

    [Fact]
    public async Task Of_two_thousand_rows_with_fifty_faults_all_fifty_are_named_and_nothing_is_taken()
    {
        (string Unit, string Closed)[] kinds = [("城管局", "2023-10-20"), ("规划建设局", "2023-02-30"), ("规划建设局", "月底"), ("规划建设局", "2023-08-01"), ("规划建设局", "")];
        int[] planted = [.. Enumerable.Range(0, 50).Select(n => 17 + n * 39)];
        var sheet = Header + string.Concat(Enumerable.Range(2, 2_000).Select(row =>
            Array.IndexOf(planted, row) is >= 0 and var n ? Line($"BIG-{row}", kinds[n % kinds.Length].Unit, kinds[n % kinds.Length].Closed) : Line($"BIG-{row}")));
        var (_, looked) = await ImportAsync("ledger-a", sheet, Ledger());
        Assert.Equal(planted, looked.Faults.Select(fault => fault.Row));
        Assert.Equal(1_950, looked.RowCount);

        var refused = await StatusOf(() => ImportAsync("ledger-a", sheet, Ledger(apply: true)));
        Assert.Equal(("IMPORT_ROW", 50), (refused.GetDetail<Google.Rpc.ErrorInfo>()!.Reason, refused.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Count));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => IssueAsync("BIG-2")));
    }

    [Fact]
    public async Task Nobody_imports_what_they_may_not_order_and_what_is_asked_wrongly_is_refused_before_a_byte_is_read()
    {
        var (_, result) = await ImportAsync("planning-head", Header + Line("IMP-21"), Ledger());
        Assert.Equal((0, 2), (result.RowCount, Assert.Single(result.Faults).Row));
        Assert.Equal("FORBIDDEN", await RefusalOf(() => ImportAsync("system-admin", "", Ledger())));
        Assert.Equal("INVALID", await RefusalOf(() => ImportAsync("ledger-a", "", new() { Parent = "parks/panzhihua", Kind = "poems" })));
        Assert.Equal("INVALID", await RefusalOf(() => ImportAsync("ledger-a", "", new() { Parent = "parks/panzhihua", Kind = "ledger" })));
        Assert.Equal("INVALID", await RefusalOf(() => ImportAsync("ledger-a", "\0", Ledger())));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => ImportAsync("ledger-a", "", new() { Parent = "parks/guiyang", Kind = "ledger", List = "parks/guiyang/projects/a/lists/b", Document = "台账" })));
    }

    [Fact]
    public async Task The_same_goes_over_HTTP_with_the_settings_in_the_address()
    {
        using var http = await sample.Server.HttpAsAsync("panzhihua.ledger-a");
        var address = $"/v1/parks/panzhihua/imports?kind=ledger&list={SampleServer.List}&document={Uri.EscapeDataString("2023年台账")}";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        using var looked = await http.PostAsync(address, new ByteArrayContent(gbk.GetBytes(Header + Line("IMP-31"))));
        var result = JsonDocument.Parse(await looked.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((HttpStatusCode.OK, 1), (looked.StatusCode, result.GetProperty("rowCount").GetInt32()));
        Assert.False(result.TryGetProperty("applied", out _));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => IssueAsync("IMP-31")));

        using var taken = await http.PostAsync(address + "&apply=true", new ByteArrayContent(gbk.GetBytes(Header + Line("IMP-31"))));
        Assert.True(JsonDocument.Parse(await taken.Content.ReadAsStringAsync()).RootElement.GetProperty("applied").GetBoolean());
        Assert.Equal("施工便道未通", (await IssueAsync("IMP-31")).Particulars.Description);

        using var misspelt = await http.PostAsync(address + "&aply=true", new ByteArrayContent([]));
        Assert.Equal((HttpStatusCode.BadRequest, true), (misspelt.StatusCode, (await misspelt.Content.ReadAsStringAsync()).Contains("aply", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_project_with_its_phases_its_milestones_and_its_investment_come_in_one_after_the_other_by_ordinary_orders()
    {
        var projects = "项目代码,项目名称,建设性质,责任单位,总投资(亿元),分期,产能,阶段\r\nE2E-TI,海绵钛扩能（导入）,扩建,规划建设局,约12,一期,3.5万吨/年,在建\r\nE2E-TI,,,,,二期,,前期\r\n";
        var (_, registered) = await ImportAsync("officer-a", projects, Kind("projects", apply: true));
        Assert.Equal((true, 2, 3), (registered.Applied, registered.RowCount, registered.OrderCount));
        var service = new V1.ProjectService.ProjectServiceClient(await sample.Server.GrpcAsAsync("panzhihua.auditor-a"));
        var project = await service.GetProjectAsync(new V1.GetProjectRequest { Name = "parks/panzhihua/projects/e2e-ti" });
        Assert.Equal(("120000", V1.Qualifier.About, 2), (project.TotalInvestmentWan.Value, project.TotalInvestmentWan.Qualifier, project.Phases.Count));

        // The rules are asked too: a day no plan can mean, a stage that is of no such project.
        var milestones = "项目,节点,计划日期,前置\r\n海绵钛扩能（导入）,投产,2025-06-30,开工\r\n海绵钛扩能（导入）,开工,2024-02-20,\r\n海绵钛扩能（导入）,封顶,1899-01-01,\r\n";
        var refused = Assert.Single((await ImportAsync("officer-a", milestones, Kind("milestones"))).Result.Faults);
        Assert.Equal((4, "计划日期", "1899-01-01", "应在1990年至2099年之间"), (refused.Row, refused.Column, refused.Value, refused.Explanation));
        var (_, planned) = await ImportAsync("officer-a", milestones, Kind("milestones", apply: true, leaveOut: true));
        Assert.Equal(2, planned.OrderCount);
        var listed = new V1.MilestoneService.MilestoneServiceClient(await sample.Server.GrpcAsAsync("panzhihua.auditor-a"));
        var production = await listed.GetMilestoneAsync(new V1.GetMilestoneRequest { Name = "parks/panzhihua/projects/e2e-ti/milestones/production" });
        Assert.Equal(["parks/panzhihua/projects/e2e-ti/milestones/start"], production.Predecessors);

        var investment = "项目代码,年月,口径,完成金额（万元）,类别\r\ne2e-ti,2023-11,形象进度,1230.5,建筑工程\r\ne2e-ti,2099-11,形象进度,1,建筑工程\r\n";
        Assert.Equal((3, "年月"), (await ImportAsync("officer-a", investment, Kind("investment"))).Result.Faults.Select(fault => (fault.Row, fault.Column)).Single());
        Assert.Equal(1, (await ImportAsync("officer-a", investment, Kind("investment", apply: true, leaveOut: true))).Result.OrderCount);

        // What stands is not given again, in whatever table it stands, and nobody imports what they may not order.
        Assert.Equal((0, 2), (await ImportAsync("officer-a", projects, Kind("projects", apply: true))).Result is var again ? (again.OrderCount, again.AlreadyCount) : default);
        Assert.Equal(1, (await ImportAsync("officer-a", "项目代码,年月,口径,类别,完成金额(元)\r\ne2e-ti,2023年11月,形象进度,建筑工程,12305000\r\n", Kind("investment", apply: true))).Result.AlreadyCount);
        Assert.Equal(3, (await ImportAsync("planning-handler", projects.Replace("E2E-TI", "E2E-TI-2", StringComparison.Ordinal) + "E2E-TI-3,钒,新建,规划建设局,,,,\r\n", Kind("projects"))).Result.Faults.Count);
    }

    [Fact]
    public async Task Every_kind_says_its_columns_and_gives_an_empty_workbook_that_is_read_as_it_is()
    {
        var client = new V1.ImportService.ImportServiceClient(await sample.Server.GrpcAsAsync("panzhihua.ledger-a"));
        var kinds = (await client.ListImportKindsAsync(new V1.ListImportKindsRequest { Parent = "parks/panzhihua" })).ImportKinds;
        Assert.Equal(ImportKind.All.Select(kind => kind.Code), kinds.Select(kind => kind.Kind));
        using var http = await sample.Server.HttpAsAsync("panzhihua.ledger-a");
        foreach (var kind in kinds)
        {
            using var call = client.ExportImportTemplate(new V1.ExportImportTemplateRequest { Parent = "parks/panzhihua", Kind = kind.Kind });
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            using var content = new MemoryStream();
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                call.ResponseStream.Current.Chunk.WriteTo(content);
            var sheet = ImportSheet.Of(TableFile.Read(content.ToArray()), ImportKind.Of(kind.Kind)!.Columns, out var fault);
            Assert.Null(fault);
            Assert.Equal((kind.Columns.Count, 0, 0), (sheet!.Mapped.Length, sheet.Unknown.Length, sheet.Rows.Length));
            Assert.Equal(content.ToArray(), await http.GetByteArrayAsync($"/v1/parks/panzhihua/importKinds/{kind.Kind}:template"));
        }
    }

    private static V1.ImportSettings Ledger(bool apply = false, bool leaveOut = false) => new()
    {
        Parent = "parks/panzhihua", Kind = "ledger", List = SampleServer.List, Document = "2023年台账", Apply = apply, LeaveOutFaultyRows = leaveOut,
    };

    private static V1.ImportSettings Kind(string kind, bool apply = false, bool leaveOut = false) => new() { Parent = "parks/panzhihua", Kind = kind, Apply = apply, LeaveOutFaultyRows = leaveOut };

    private static string Line(string number, string unit = "规划建设局", string closed = "2023-10-20") =>
        $"{number},施工便道未通,已销号,2023年9月1日,{closed},{unit},分管领导甲,修好,砌墙,2023/10/31,x\r\n";

    private async Task<V1.Issue> IssueAsync(string number) =>
        await (await sample.IssuesAsync("ledger-a")).GetIssueAsync(new V1.GetIssueRequest { Name = $"{SampleServer.Project}/issues/{number}" });

    private async Task<(List<V1.ImportProgress> Steps, V1.ImportResult Result)> ImportAsync(string person, string sheet, V1.ImportSettings settings)
    {
        var client = new V1.ImportService.ImportServiceClient(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));
        using var call = client.ImportSheet();
        await call.RequestStream.WriteAsync(new V1.ImportSheetRequest { Settings = settings });
        await call.RequestStream.WriteAsync(new V1.ImportSheetRequest { Chunk = ByteString.CopyFrom(Encoding.UTF8.GetBytes(sheet)) });
        await call.RequestStream.CompleteAsync();
        List<V1.ImportProgress> steps = [];
        V1.ImportResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (call.ResponseStream.Current.Progress is { } step)
                steps.Add(step);
            result = call.ResponseStream.Current.Result ?? result;
        }
        return (steps, result!);
    }
}
