using System.Text;
using Google.Protobuf;
using Projects.Reports;
using Projects.Tests;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>收发表 over the wire: sent, filled in, checked, taken back.</summary>
[Collection(OnSampleServer.Name)]
public sealed class WorkbookTests(SampleServer sample)
{
    private const string Planning = "parks/panzhihua/units/planning";

    [Fact]
    public async Task A_workbook_goes_out_and_what_is_filled_in_comes_back_as_commands_once()
    {
        var number = await RectifyingAsync("E2E-BOOK-1");
        var head = await WorkbooksAsync("planning-head");
        var sheet = await SentAsync(head, number, ("本期进展", "便道已通"), ("存在困难", "资金"));

        var check = await CheckAsync(head, sheet);
        Assert.Empty(check.Faults);
        Assert.Equal(($"{SampleServer.Project}/issues/{number}", "本期进展"), (Assert.Single(check.Rows).Issue, Assert.Single(check.Rows[0].Orders)));
        Assert.Equal(1, (await ImportAsync(head, sheet)).OrderCount);
        var issue = await (await sample.IssuesAsync("planning-head")).GetIssueAsync(new V1.GetIssueRequest { Name = check.Rows[0].Issue });
        var progress = Assert.Single(issue.Rounds[0].Progress);
        Assert.Equal(("便道已通", "资金", "parks/panzhihua/people/planning-head"), (progress.Progress, progress.Difficulty, progress.By.Person));

        Assert.Equal("IMPORT_ROW", await RefusalOf(() => ImportAsync(head, sheet)));
        Assert.Equal(0, (await ImportAsync(head, sheet, leaveOut: true)).OrderCount);
    }

    [Fact]
    public async Task One_faulty_row_is_enough_for_nothing_to_be_taken_unless_it_is_to_be_left_out()
    {
        var (good, bad) = (await RectifyingAsync("E2E-BOOK-2"), await RectifyingAsync("E2E-BOOK-3"));
        var head = await WorkbooksAsync("planning-head");
        var sheet = await SentAsync(head, good, ("本期进展", "好")) + (await SentAsync(head, bad, ("本期进展", "好"), ("发生日期", "2024-02-30"))).Split("\r\n", 2)[1];

        var status = await StatusOf(() => ImportAsync(head, sheet));
        Assert.Equal("IMPORT_ROW", status.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Equal("rows[3].发生日期", Assert.Single(status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations).Field);
        var issues = await sample.IssuesAsync("planning-head");
        Assert.Empty((await issues.GetIssueAsync(new V1.GetIssueRequest { Name = $"{SampleServer.Project}/issues/{good}" })).Rounds[0].Progress);

        var taken = await ImportAsync(head, sheet, leaveOut: true);
        Assert.Equal((1, 0, 3), (taken.OrderCount, taken.StoppedRow, Assert.Single(taken.Faults).Row));
    }

    [Fact]
    public async Task Nobody_orders_by_a_workbook_what_they_may_not_order_and_no_sheet_is_no_sheet()
    {
        var number = await RectifyingAsync("E2E-BOOK-4");
        var auditor = await WorkbooksAsync("auditor-a");
        var check = await CheckAsync(auditor, await SentAsync(auditor, number, ("本期进展", "越权")));
        Assert.Equal("本期进展", Assert.Single(check.Faults).Column);
        Assert.Equal("INVALID", await RefusalOf(() => CheckAsync(auditor, "\0")));
        Assert.Equal("FORBIDDEN", await RefusalOf(async () => await CheckAsync(await WorkbooksAsync("system-admin"), "a")));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => SentAsync(auditor, number, unit: "parks/panzhihua/units/nobody")));
    }

    private async Task<V1.WorkbookService.WorkbookServiceClient> WorkbooksAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));

    private async Task<string> RectifyingAsync(string number)
    {
        var office = await sample.IssuesAsync("ledger-a");
        var issue = await DraftAsync(office, number);
        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = issue.Name });
        await (await sample.IssuesAsync("planning-head")).AcceptIssueAsync(new V1.AcceptIssueRequest { Name = issue.Name });
        return number;
    }

    /// <summary>The planning unit's workbook with one issue of it filled in, as CSV.</summary>
    private static async Task<string> SentAsync(V1.WorkbookService.WorkbookServiceClient client, string number, params (string Column, string Value)[] filled) =>
        await SentAsync(client, number, Planning, filled);

    private static async Task<string> SentAsync(V1.WorkbookService.WorkbookServiceClient client, string number, string unit, params (string Column, string Value)[] filled)
    {
        using var call = client.ExportWorkbook(new V1.ExportWorkbookRequest { Name = unit });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.EndsWith(".xlsx", call.ResponseStream.Current.File.FileName);
        using var content = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            call.ResponseStream.Current.Chunk.WriteTo(content);
        var table = TableFile.Read(content.ToArray());
        var header = table.Rows[0].Cells.Values.Select(cell => cell.Words).ToList();
        var row = table.Rows.Single(row => row.Cells.Values.First().Words == number);
        var cells = header.Select((column, at) => filled.Where(cell => cell.Column == column).Select(cell => cell.Value).FirstOrDefault(row.Cells.TryGetValue(at, out var cell) ? cell.Words : ""));
        return $"{string.Join(',', header)}\r\n{string.Join(',', cells.Select(words => $"\"{words}\""))}\r\n";
    }

    private static async Task<V1.CheckWorkbookResponse> CheckAsync(V1.WorkbookService.WorkbookServiceClient client, string sheet)
    {
        using var call = client.CheckWorkbook();
        await call.RequestStream.WriteAsync(new V1.CheckWorkbookRequest { Parent = "parks/panzhihua" });
        await call.RequestStream.WriteAsync(new V1.CheckWorkbookRequest { Chunk = ByteString.CopyFrom(Encoding.UTF8.GetBytes(sheet)) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private static async Task<V1.ImportWorkbookResponse> ImportAsync(V1.WorkbookService.WorkbookServiceClient client, string sheet, bool leaveOut = false)
    {
        using var call = client.ImportWorkbook();
        await call.RequestStream.WriteAsync(new V1.ImportWorkbookRequest { Import = new V1.WorkbookImport { Parent = "parks/panzhihua", LeaveOutFaultyRows = leaveOut } });
        await call.RequestStream.WriteAsync(new V1.ImportWorkbookRequest { Chunk = ByteString.CopyFrom(Encoding.UTF8.GetBytes(sheet)) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }
}
