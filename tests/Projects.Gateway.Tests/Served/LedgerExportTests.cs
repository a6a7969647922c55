using System.IO.Compression;
using System.Text;
using Projects.Storage;
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

    [Fact]
    public async Task An_export_stands_in_the_audit_trail_with_who_took_it_and_one_that_was_refused_does_not()
    {
        var before = (await ExportsAsync()).Count;
        await RefusalOf(async () => await ExportAsync(await sample.LedgerAsync("system-admin"), new() { Format = V1.LedgerFormat.Csv }));
        Assert.Equal(before, (await ExportsAsync()).Count);

        await ExportAsync(await sample.LedgerAsync("auditor-a"), new() { Filter = Committee, Format = V1.LedgerFormat.Csv });
        var entries = await ExportsAsync();
        Assert.Equal(before + 1, entries.Count);
        Assert.Equal(
            (AuditEntry.Ok, PersonId.Of("auditor-a"), ActorKind.Person, "parks/panzhihua/issues"),
            (entries[0].Outcome, entries[0].Person, entries[0].Kind, entries[0].Target));
        Assert.NotNull(entries[0].SessionId);
        Assert.NotNull(entries[0].Address);
    }

    [Fact]
    public async Task What_waits_for_the_caller_is_listed_and_exported_alike_and_is_a_question_of_now()
    {
        var mine = new V1.LedgerFilter { Mine = true };
        var ledger = await sample.LedgerAsync("planning-head");
        var all = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 500 });
        var waiting = await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 500, Filter = mine });

        Assert.NotEmpty(waiting.Rows);
        Assert.Equal(
            all.Rows.Where(row => row.BallInCourt.Any(holder => holder.Unit == "parks/panzhihua/units/planning")).Select(row => row.Issue),
            waiting.Rows.Select(row => row.Issue));
        Assert.Equal(waiting.Rows.Count, (await ExportAsync(ledger, new() { Filter = mine, Format = V1.LedgerFormat.Csv })).File.RowCount);
        Assert.Equal(0, (await ExportAsync(await sample.LedgerAsync("auditor-a"), new() { Filter = mine, Format = V1.LedgerFormat.Csv })).File.RowCount);
        Assert.Equal("INVALID", await RefusalOf(() => ExportAsync(ledger, new() { Filter = mine, Format = V1.LedgerFormat.Csv, AsOf = new V1.AsOf { EffectiveDate = Day(2023, 12, 1) } })));
    }

    [Fact]
    public async Task What_was_registered_or_closed_in_some_days_is_listed_and_exported_alike()
    {
        var ledger = await sample.LedgerAsync("auditor-a");
        var all = (await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 500 })).Rows;
        var (first, last) = (new DateOnly(2023, 12, 1), new DateOnly(2023, 12, 31));
        var closed = new V1.LedgerFilter { ClosedFromDate = Day(2023, 12, 1), ClosedToDate = Day(2023, 12, 31) };

        var listed = (await ledger.ListLedgerAsync(new V1.ListLedgerRequest { Parent = "parks/panzhihua", PageSize = 500, Filter = closed })).Rows;
        Assert.NotEmpty(listed);
        Assert.Equal(
            all.Where(row => row.ClosedDate is { } on && new DateOnly(on.Year, on.Month, on.Day) is var day && first <= day && day <= last).Select(row => row.Issue),
            listed.Select(row => row.Issue));
        Assert.Equal(listed.Count, (await ExportAsync(ledger, new() { Filter = closed, Format = V1.LedgerFormat.Csv })).File.RowCount);

        async Task<int> RegisteredAsync(V1.LedgerFilter filter) => (await ExportAsync(ledger, new() { Filter = filter, Format = V1.LedgerFormat.Csv })).File.RowCount;
        var (until, since) = (await RegisteredAsync(new() { RegisteredToDate = Day(2023, 12, 1) }), await RegisteredAsync(new() { RegisteredFromDate = Day(2023, 12, 2) }));
        Assert.True(until > 0 && since > 0, $"{until} registered until the day, {since} after it");
        Assert.Equal(await RegisteredAsync(new() { RegisteredFromDate = Day(2000, 1, 1) }), until + since);
        Assert.Equal("INVALID", await RefusalOf(() => ExportAsync(ledger, new() { Filter = new() { ClosedFromDate = Day(2024, 1, 2), ClosedToDate = Day(2024, 1, 1) }, Format = V1.LedgerFormat.Csv })));
    }

    private static Google.Type.Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    /// <summary>Newest first.</summary>
    private async Task<List<AuditEntry>> ExportsAsync()
    {
        await using var accounts = new AccountsDatabase(Database.SqliteFile(Path.Combine(sample.Server.Data, "projects.db")));
        return [.. (await new AuditTrail(accounts).ReadAsync(ParkCode.Of("panzhihua"), null, 1_000, TestContext.Current.CancellationToken))
            .Select(row => row.Entry).Where(entry => entry.Action == AuditActions.LedgerExported)];
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
