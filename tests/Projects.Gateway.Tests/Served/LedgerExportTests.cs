using System.IO.Compression;
using System.Text;
using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

[Collection(OnSampleServer.Name)]
public sealed class LedgerExportTests(SampleServer sample)
{
    private static readonly V1.LedgerFilter Committee = new() { List = "parks/panzhihua/projects/theme-education/lists/committee" };

    [Theory]
    [InlineData("number")]
    [InlineData("due desc")]
    [InlineData("light")]
    public async Task An_export_has_the_rows_of_the_listing_in_its_order(string order)
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        var filter = new V1.LedgerFilter { Project = "parks/panzhihua/projects/theme-education" };
        var listed = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", Filter = filter, OrderBy = order });
        var (file, content) = await ExportAsync(ledger, new() { Filter = filter, OrderBy = order, Format = V1.LedgerFormat.Csv });

        Assert.Equal(listed.Rows.Count, file.RowCount);
        Assert.Equal(content.Length, file.SizeBytes);
        var lines = Encoding.UTF8.GetString(content).Split("\r\n");
        Assert.StartsWith("\uFEFF序号,问题编号,问题来源,", lines[0]);
        Assert.Equal(listed.Rows.Select((row, at) => $"{at + 1},{row.Number}"), lines[1..^1].Select(line => string.Join(',', line.Split(',')[..2])));
    }

    [Fact]
    public async Task An_export_looks_back_and_comes_as_a_workbook()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        V1.ExportLedgerRequest Asked(int day) => new()
        {
            Filter = Committee, Format = V1.LedgerFormat.Xlsx, AsOf = day == 0 ? null : new V1.AsOf { EffectiveDate = new Google.Type.Date { Year = 2023, Month = 12, Day = day } },
        };
        var (file, now) = await ExportAsync(ledger, Asked(0));
        var (_, then) = await ExportAsync(ledger, Asked(1));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.MediaType);
        Assert.EndsWith(".xlsx", file.FileName);
        Assert.NotEqual(SheetOf(now), SheetOf(then));
    }

    [Fact]
    public async Task Who_reads_no_ledger_gets_no_file_and_an_enterprise_only_its_own()
    {
        var request = new V1.ExportLedgerRequest { Format = V1.LedgerFormat.Csv };
        Assert.Equal("FORBIDDEN", await RefusalOf(async () => await ExportAsync(await sample.LedgerAsync("system-admin"), request)));
        var foreigner = new V1.LedgerService.LedgerServiceClient(await sample.Server.GrpcAsAsync("bengbu.system-admin"));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => ExportAsync(foreigner, request)));

        var enterprise = await sample.LedgerAsync("enterprise-a");
        var listed = await enterprise.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 500 });
        Assert.Equal(listed.Rows.Count, (await ExportAsync(enterprise, request)).File.RowCount);
    }

    [Fact]
    public async Task An_export_without_its_format_or_in_an_unknown_order_is_invalid()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        Assert.Equal("INVALID", await RefusalOf(() => ExportAsync(ledger, new())));
        Assert.Equal("INVALID", await RefusalOf(() => ExportAsync(ledger, new() { Format = V1.LedgerFormat.Csv, OrderBy = "colour" })));
    }

    private static async Task<(V1.ExportedFile File, byte[] Content)> ExportAsync(V1.LedgerService.LedgerServiceClient ledger, V1.ExportLedgerRequest request)
    {
        using var call = ledger.ExportLedger(new V1.ExportLedgerRequest(request) { Parent = "parks/panzhihua" });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var file = call.ResponseStream.Current.File;
        using var content = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            call.ResponseStream.Current.Chunk.WriteTo(content);
        return (file, content.ToArray());
    }

    private static string SheetOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return sheet.ReadToEnd();
    }
}
