using System.Threading.Channels;
using Grpc.Core;
using Projects.Grains;
using Projects.Reports;

namespace Projects.Host.Gateway;

/// <summary>Imports over gRPC: kinds, templates, sheets in chunks.</summary>
internal sealed class ImportService(ProjectDesk desk, ImportRun run) : V1.ImportService.ImportServiceBase
{
    public override async Task<V1.ListImportKindsResponse> ListImportKinds(V1.ListImportKindsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        fields.Check();
        var insight = await desk.BusinessAsync(call, park);
        return new() { ImportKinds = { ImportKind.All.Select(kind => ImportMessages.Of(kind, insight.Park.Labels, call.Language())) } };
    }

    public override async Task ExportImportTemplate(V1.ExportImportTemplateRequest request, IServerStreamWriter<V1.ExportImportTemplateResponse> responses, ServerCallContext call)
    {
        var file = await run.TemplateAsync(request, call.GetHttpContext());
        await responses.WriteAsync(new() { File = new() { FileName = file.FileName, SizeBytes = file.Bytes.Length, MediaType = file.MediaType } }, call.CancellationToken);
        await SheetChunks.WriteAsync(responses, file.Bytes, chunk => new V1.ExportImportTemplateResponse { Chunk = chunk }, call.CancellationToken);
    }

    public override async Task ImportSheet(IAsyncStreamReader<V1.ImportSheetRequest> requests, IServerStreamWriter<V1.ImportSheetResponse> responses, ServerCallContext call)
    {
        var fields = call.Fields();
        var said = fields.Given(await requests.MoveNext(call.CancellationToken) ? requests.Current.Settings : null, "settings");
        fields.Check();
        var context = call.GetHttpContext();
        var asked = await run.AskedAsync(said, context);
        // The newest step is what counts; a caller who reads slowly does not hold the import up.
        var steps = Channel.CreateBounded<V1.ImportProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var telling = TellAsync(steps.Reader, responses, call.CancellationToken);
        try
        {
            var content = await SheetChunks.ReadAsync(requests, request => request.Chunk, call.CancellationToken);
            var result = await run.RunAsync(asked, content, context, step => steps.Writer.TryWrite(step));
            steps.Writer.Complete();
            await telling;
            await responses.WriteAsync(new() { Result = result }, call.CancellationToken);
        }
        catch (TableFileException broken)
        {
            throw call.Refuse(ImportRun.RefusalOf(broken));
        }
        finally
        {
            steps.Writer.TryComplete();
            await telling;
        }
    }

    /// <summary>Ends with the steps, or with a caller who has left: what was begun is done to its end without them.</summary>
    private static async Task TellAsync(ChannelReader<V1.ImportProgress> steps, IServerStreamWriter<V1.ImportSheetResponse> responses, CancellationToken stop)
    {
        try
        {
            await foreach (var step in steps.ReadAllAsync(stop))
                await responses.WriteAsync(new() { Progress = step }, stop);
        }
        catch (Exception left) when (left is OperationCanceledException or InvalidOperationException or IOException or RpcException)
        {
        }
    }
}
