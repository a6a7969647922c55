using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>
/// I1: an existing ledger of 20,000 rows as a workbook, over gRPC to the built server by the ledger office: looked at, then taken over, then sent once more
/// as after a crash. Beside it the same workbook with 50 faults.
/// </summary>
internal sealed class Imports : ITarget
{
    private const int Rows = 20_000;
    private const int Faults = 50;
    private const int ChunkBytes = 256 << 10;
    private const int MemoryAtMostMiB = 300;
    private const int SecondsAtMost = 30;

    private static readonly string[] Header = ["问题编号", "存在问题", "问题来源", "等级", "销号状态", "立账日期", "销号日期", "责任单位", "责任领导", "销号标准", "整改措施", "完成时限", "备注"];

    public string Code => "I1";
    public string Promise => "taking over a workbook of 20,000 rows, time and memory";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        await using (var journal = town.OpenJournal())
            await town.TellAsync(journal, 1, 0);
        var (sheet, faulty, warm) = (Workbook(Rows, faults: 0), Workbook(Rows, Faults), Workbook(200, faults: 0));
        Bench.Say($"a workbook of {Rows:#,0} rows, {sheet.Length >> 10} KiB");
        var token = await town.SignInAsync(Town.Clerk);
        await using var server = await ground.ServeAsync();
        using var channel = GrpcChannel.ForAddress(server.Grpc);
        var client = new V1.ImportService.ImportServiceClient(channel);
        await AskAsync(warm, apply: false);

        var idle = ProcessFigures.ResidentMiB(server.ProcessId);
        ProcessFigures.ForgetPeak(server.ProcessId);
        var (lookedS, looked) = await TimedAsync(() => AskAsync(sheet, apply: false));
        Expect(looked.RowCount == Rows && looked.Faults.Count == 0, looked);
        bench.Find(Code, "looked at: read and every rule asked", lookedS, "s", null, Wish.None);
        bench.Find(Code, "most memory above the idle server's while it is looked at", ProcessFigures.PeakMiB(server.ProcessId) - idle, "MiB", null, Wish.None);

        var (_, found) = await TimedAsync(() => AskAsync(faulty, apply: false));
        Expect(found.Faults.Count == Faults, found);
        bench.Find(Code, $"faults named of {Faults} planted", found.Faults.Count, "", Faults, Wish.None);

        var before = ProcessFigures.Cpu(server.ProcessId);
        var (takenS, taken) = await TimedAsync(() => AskAsync(sheet, apply: true));
        Expect(taken is { OrderCount: Rows, StoppedRow: 0 }, taken);
        bench.Find(Code, "looked at and taken over", takenS, "s", null, Wish.AtMost(SecondsAtMost, "s"));
        bench.Find(Code, "its CPU", (ProcessFigures.Cpu(server.ProcessId) - before).TotalSeconds, "s", null, Wish.None);
        bench.Find(Code, "most memory above the idle server's, all told", ProcessFigures.PeakMiB(server.ProcessId) - idle, "MiB", idle, Wish.AtMost(MemoryAtMostMiB, "MiB"));

        var (againS, again) = await TimedAsync(() => AskAsync(sheet, apply: true));
        Expect(again.AlreadyCount == Rows, again);
        bench.Find(Code, "sent once more: every row seen to stand", againS, "s", takenS, Wish.None);

        async Task<V1.ImportResult> AskAsync(byte[] content, bool apply)
        {
            using var call = client.ImportSheet(new Metadata { { "authorization", $"Bearer {token}" } });
            await call.RequestStream.WriteAsync(new V1.ImportSheetRequest
            {
                Settings = new() { Parent = $"parks/{Town.Code}", Kind = "ledger", List = $"parks/{Town.Code}/projects/{Tale.IdOf(0).Code}/lists/site", Document = "既有台账", Apply = apply },
            });
            foreach (var chunk in content.Chunk(ChunkBytes))
                await call.RequestStream.WriteAsync(new V1.ImportSheetRequest { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) });
            await call.RequestStream.CompleteAsync();
            V1.ImportResult? result = null;
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                result = call.ResponseStream.Current.Result ?? result;
            return result!;
        }
    }

    private static async Task<(double Seconds, V1.ImportResult Result)> TimedAsync(Func<Task<V1.ImportResult>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await ask();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, result);
    }

    private static void Expect(bool holds, V1.ImportResult seen)
    {
        if (!holds)
            throw new InvalidOperationException($"{seen.RowCount} rows, {seen.OrderCount} orders, {seen.AlreadyCount} already, {seen.Faults.Count} faults, stopped at {seen.StoppedRow}: {seen.Explanation} {seen.Faults.FirstOrDefault()}");
    }

    /// <summary>As a spreadsheet writes it: words shared, days as numbers.</summary>
    private static byte[] Workbook(int rows, int faults)
    {
        Dictionary<string, int> shared = [];
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Add(1, [.. Header.Select(Cell)]);
        var every = faults == 0 ? int.MaxValue : rows / faults;
        var first = Town.Today.AddDays(-700).DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        for (var no = 0; no < rows; no++)
        {
            var isFaulty = no % every == every - 1;
            Add(no + 2,
            [
                Cell($"JG-{rows}-{no:00000}"), Cell($"第{no}处氯化车间通风口锈蚀，防护栏缺失"), Cell("安全巡查"), Cell("一般"), Cell("已销号"), Day(first + no % 300), Day(first + 310 + no % 60),
                Cell(isFaulty ? "没有的局" : $"第{no % Town.Units}局"), Cell("leader"), Cell("1. 通风口更换并通过验收 2. 防护栏按规范恢复"), Cell("（1）更换通风口；（2）恢复防护栏并挂牌"), Day(first + 340), Cell($"原第{no}号，约90余处"),
            ]);
        }
        sheet.Append("</sheetData></worksheet>");
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part(zip, "xl/worksheets/sheet1.xml", sheet.ToString());
            Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(shared.Keys.Select(words => $"<si><t>{words}</t></si>"))}</sst>");
        }
        return file.ToArray();

        void Add(int no, string[] cells) => sheet.Append("<row r=\"").Append(no).Append("\">").AppendJoin("", cells).Append("</row>");

        string Cell(string words)
        {
            if (!shared.TryGetValue(words, out var place))
                shared.Add(words, place = shared.Count);
            return $"<c t=\"s\"><v>{place}</v></c>";
        }

        static string Day(int serial) => $"<c><v>{serial}</v></c>";
    }

    private static void Part(ZipArchive zip, string name, string words)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(words);
    }
}
