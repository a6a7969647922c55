using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Projects.Identity;
using Projects.Reports;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>The ledger as a file, over gRPC in chunks.</summary>
internal sealed class LedgerExport(ProjectDesk desk, LedgerScope scope, LedgerExtracts extracts, AsOfReads times, ExportHandout handout)
{
    private const int ChunkBytes = 256 << 10;

    public async Task RunAsync(V1.ExportLedgerRequest request, IServerStreamWriter<V1.ExportLedgerResponse> responses, ServerCallContext call)
    {
        var (fields, stop, language) = (call.Fields(), call.CancellationToken, call.Language());
        var park = fields.ParkName(request.Parent, "parent");
        var (order, descending) = LedgerFilters.OrderOf(request.OrderBy, fields);
        var format = fields.RequiredMember<LedgerFormat>((int)request.Format, "format");
        var time = times.Of(request.AsOf, fields);
        var asked = LedgerScope.Of(request.Filter, park, time, fields);
        fields.Check();

        var insight = await times.SeeAsync(await desk.BusinessAsync(call, park), time, stop);
        using var extract = await extracts.OfAsync(insight, await scope.WithinAsync(insight, asked, stop), order, descending, language, stop)
            ?? throw call.Refuse(new TooManyRows(LedgerExtracts.RowsAtMost));
        using var file = LedgerFile.Of(new LedgerHead(insight.Park.Name, insight.Today), extract.Rows, extract.Count, format, language);
        await handout.NoteAsync(call.GetHttpContext(), AuditActions.LedgerExported, $"{ResourceName.Of(park)}/issues");
        await responses.WriteAsync(new V1.ExportLedgerResponse
        {
            File = new V1.ExportedFile { FileName = file.FileName, SizeBytes = file.Content.Length, MediaType = file.MediaType, RowCount = extract.Count },
        }, stop);
        var buffer = new byte[ChunkBytes];
        while (await file.Content.ReadAsync(buffer, stop) is > 0 and var read)
            await responses.WriteAsync(new V1.ExportLedgerResponse { Chunk = ByteString.CopyFrom(buffer, 0, read) }, stop);
    }
}
