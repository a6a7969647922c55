using System.Diagnostics;
using Grpc.Core;
using Projects.Tests;
using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>E1: a ledger of 100,000 issues as a file to the last byte, asked of a server whose projects sleep: first without snapshots, then with those the first has left.</summary>
internal sealed class Exports : ITarget
{
    private const int ProjectsInAll = 500;
    private const int IssuesEach = 200;

    public string Code => "E1";
    public string Promise => "the ledger of 100,000 issues as XLSX and CSV: time, CPU and memory of the server";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"{ProjectsInAll} projects with {IssuesEach} issues each");
        await using (var journal = town.OpenJournal())
            await town.TellAsync(journal, ProjectsInAll, IssuesEach);

        await using var server = await ground.ServeAsync();
        var ledger = new V1.LedgerService.LedgerServiceClient(server.GrpcWith(town.TokenOf(0)));
        await FindAsync("XLSX, no project with a snapshot", V1.LedgerFormat.Xlsx);
        await FindAsync("XLSX, from the snapshots the first has left", V1.LedgerFormat.Xlsx);
        await FindAsync("CSV, from snapshots", V1.LedgerFormat.Csv);

        async Task FindAsync(string what, V1.LedgerFormat format)
        {
            ProcessFigures.ForgetPeak(server.ProcessId);
            var (before, cpu, began) = (ProcessFigures.ResidentMiB(server.ProcessId), ProcessFigures.Cpu(server.ProcessId), Stopwatch.GetTimestamp());
            var (rows, bytes) = await ExportAsync(ledger, format);
            if (rows != ProjectsInAll * IssuesEach)
                throw new InvalidOperationException($"The file holds {rows} rows.");
            bench.Find(Code, $"{what}, {bytes / 1024.0 / 1024:0.0} MiB", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", null, Wish.None);
            bench.Find(Code, $"{what}: CPU of the server", (ProcessFigures.Cpu(server.ProcessId) - cpu).TotalSeconds, "s", null, Wish.None);
            bench.Find(Code, $"{what}: most memory of the server, beside what it held before", ProcessFigures.PeakMiB(server.ProcessId), "MiB", before, Wish.None);
        }
    }

    private static async Task<(int Rows, long Bytes)> ExportAsync(V1.LedgerService.LedgerServiceClient ledger, V1.LedgerFormat format)
    {
        using var call = ledger.ExportLedger(new V1.ExportLedgerRequest { Parent = $"parks/{Town.Code}", Format = format });
        var (rows, bytes) = (0, 0L);
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            (rows, bytes) = (response.File?.RowCount ?? rows, bytes + response.Chunk.Length);
        return (rows, bytes);
    }
}
