using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Projects.Reports;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>Workbooks of units 收发表 over gRPC: out and back in chunks.</summary>
internal sealed class WorkbookService(ProjectDesk desk, UnitBooks books, SheetOrders orders, Writing writing, ExportHandout handout) : V1.WorkbookService.WorkbookServiceBase
{
    public override async Task ExportWorkbook(V1.ExportWorkbookRequest request, IServerStreamWriter<V1.ExportWorkbookResponse> responses, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, code) = fields.UnitName(request.Name, "name");
        fields.Check();
        var insight = await desk.BusinessAsync(call, park);
        if (!insight.Park.Units.TryGetValue(code, out var unit))
            throw call.Refuse(new NotFound("unit", code.Value));
        var book = await books.OfAsync(insight, unit, call.CancellationToken) ?? throw call.Refuse(new TooManyRows(UnitBooks.RowsAtMost));
        var file = UnitBookFile.Write(book, call.Language());
        await handout.NoteAsync(call.GetHttpContext(), AuditActions.LedgerExported, request.Name);
        await responses.WriteAsync(new() { File = new() { FileName = file.FileName, SizeBytes = file.Bytes.Length, MediaType = file.MediaType, RowCount = book.Rows.Length } }, call.CancellationToken);
        await SheetChunks.WriteAsync(responses, file.Bytes, chunk => new V1.ExportWorkbookResponse { Chunk = chunk }, call.CancellationToken);
    }

    public override async Task<V1.CheckWorkbookResponse> CheckWorkbook(IAsyncStreamReader<V1.CheckWorkbookRequest> requests, ServerCallContext call)
    {
        var parent = await requests.MoveNext(call.CancellationToken) ? requests.Current.Parent : "";
        var (insight, came) = await TakenInAsync(parent, requests, request => request.Chunk, call);
        var answer = new V1.CheckWorkbookResponse { UntouchedCount = came.Rehearsed.Returned.Untouched };
        answer.UnknownColumns.Add(came.Rehearsed.Returned.Unknown);
        answer.Rows.Add(came.Rehearsed.Good.Select(row => new V1.WorkbookRow
        {
            Row = row.Row, Issue = ResourceName.Of(new ProjectId(insight.Park.Code, row.Project), row.Number!.Value), Orders = { row.Orders.Select(order => order.Column.In(call.Language())) },
        }));
        answer.Faults.Add(ImportMessages.Faults(came.Rehearsed, call.Language()));
        return answer;
    }

    public override async Task<V1.ImportWorkbookResponse> ImportWorkbook(IAsyncStreamReader<V1.ImportWorkbookRequest> requests, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(await requests.MoveNext(call.CancellationToken) ? requests.Current.Import : null, "import");
        fields.Check();
        var (insight, came) = await TakenInAsync(said.Parent, requests, request => request.Chunk, call);
        if (!came.Rehearsed.MayBeTaken(said.LeaveOutFaultyRows))
            throw call.Refuse(new RowsFaulty(came.Rehearsed.Faults));
        var taken = await SheetOrders.TakeAsync(
            came.Rehearsed.Good, came.Digest, async (project, command, request) => await writing.TryAsync(call, new ProjectId(insight.Park.Code, project), command, request), progress: null);
        var answer = new V1.ImportWorkbookResponse { OrderCount = taken.Given, StoppedRow = taken.Stopped?.Row ?? 0 };
        if (taken.Refusal is { } refusal)
            answer.Explanation = Words.Of(refusal, Naming.Of(insight.Park)).In(call.Language());
        answer.Faults.Add(ImportMessages.Faults(came.Rehearsed, call.Language()));
        return answer;
    }

    /// <summary>The whole file, read and rehearsed.</summary>
    private async Task<(Insight Insight, (RehearsedSheet Rehearsed, string Digest) Came)> TakenInAsync<TRequest>(
        string parent, IAsyncStreamReader<TRequest> requests, Func<TRequest, ByteString> chunk, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(parent, "parent");
        fields.Check();
        var insight = await desk.BusinessAsync(call, park);
        try
        {
            var content = await SheetChunks.ReadAsync(requests, chunk, call.CancellationToken);
            var rehearsed = await orders.RehearseAsync(insight, UnitReading.Of(TableFile.Read(content)), progress: null, call.CancellationToken);
            return (insight, (rehearsed, UnitBooks.DigestOf(content.Span)));
        }
        catch (TableFileException broken)
        {
            throw call.Refuse(ImportRun.RefusalOf(broken));
        }
    }
}
