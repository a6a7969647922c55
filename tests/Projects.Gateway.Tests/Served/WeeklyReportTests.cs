using System.Security.Cryptography;
using System.Text.Json;
using Projects.Tests;
using static Projects.Gateway.Tests.Served.Said;
using static Projects.Gateway.Tests.Served.WeeklySaid;

namespace Projects.Gateway.Tests.Served;

/// <summary>周报 drafted by the platform, reviewed, signed and from then on the same bytes for ever; each short cut is refused.</summary>
public sealed class WeeklyReportTests : IAsyncLifetime
{
    private static readonly string[] Formats = ["docx", "xlsx", "html", "json"];

    private readonly string data = Path.Combine(Path.GetTempPath(), $"projects-weekly-{Guid.NewGuid():N}");
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(data);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Reviewed_and_signed_its_files_are_the_same_for_ever_and_the_journal_alone_makes_them_again()
    {
        var (office, director, deputy) = (await server.WeeklyAsAsync("ledger-a"), await server.WeeklyAsAsync("ledger-director"), await server.WeeklyAsAsync("deputy-a"));
        Assert.Equal(["FORBIDDEN", "WRONG_STATE"], (await deputy.GetWeeklyReportAsync(new() { Name = First })).AllowedActions.Select(action => action.Reason));
        var draft = await FileAsync("ledger-a", First, "docx");
        Assert.Contains("稿", draft.FileName, StringComparison.Ordinal);
        await server.WeeklyRefusedAsync("FORBIDDEN", "ledger-a", $"{First}:review", new V1.ReviewWeeklyReportRequest { Name = First });
        await server.WeeklyRefusedAsync("WRONG_STATE", "deputy-a", $"{First}:sign", new V1.SignWeeklyReportRequest { Name = First });
        Assert.Equal("WRONG_STATE", await RefusalOf(() => office.ReproduceWeeklyReportAsync(new() { Name = First }).ResponseAsync));

        var review = new V1.ReviewWeeklyReportRequest { Name = First, Opinion = "数据已核", RequestId = "review-1" };
        var reviewed = await director.ReviewWeeklyReportAsync(review);
        Assert.Equal((V1.WeeklyReportState.Reviewed, "数据已核", $"{Panzhihua}/people/ledger-director"), (reviewed.State, reviewed.Opinion, reviewed.ReviewedBy.Person));
        Assert.Equal(reviewed, await director.ReviewWeeklyReportAsync(review));
        await server.WeeklyRefusedAsync("FORBIDDEN", "ledger-director", $"{First}:sign", new V1.SignWeeklyReportRequest { Name = First });
        await server.WeeklyRefusedAsync("WRONG_STATE", "deputy-a", $"{Second}:sign", new V1.SignWeeklyReportRequest { Name = Second });

        var sign = new V1.SignWeeklyReportRequest { Name = First, RequestId = "sign-1" };
        var signed = await deputy.SignWeeklyReportAsync(sign);
        Assert.Equal((V1.WeeklyReportState.Issued, $"{Panzhihua}/people/deputy-a", On(2024, 1, 12)), (signed.State, signed.SignedBy.Person, signed.SignedBy.Date));
        Assert.Equal(Formats, signed.Files.Select(file => file.Format));
        Assert.Equal(signed, await deputy.SignWeeklyReportAsync(sign));
        await server.WeeklyRefusedAsync("REPORT_ISSUED", "chief", $"{First}:sign", new V1.SignWeeklyReportRequest { Name = First });
        await server.WeeklyRefusedAsync("REPORT_ISSUED", "ledger-director", $"{First}:review", new V1.ReviewWeeklyReportRequest { Name = First });

        foreach (var issued in signed.Files)
        {
            var file = await FileAsync("auditor-a", First, issued.Format);
            Assert.Equal((issued.Digest, issued.SizeBytes), (file.Digest, file.Content.Length));
            Assert.Equal(file.Digest, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));
            Assert.Equal(file.Content, (await FileAsync("chief", First, issued.Format, "en-US")).Content);
        }
        var proof = await office.ReproduceWeeklyReportAsync(new() { Name = First });
        Assert.True(proof.Same, proof.ToString());
        Assert.Equal(signed.Files.Select(file => file.Digest), proof.Files.Select(file => file.ReproducedDigest));

        // Another week, another process: the signer is called otherwise since, and a fact of the second report's week is entered late.
        await director.ReviewWeeklyReportAsync(new() { Name = Second });
        var second = await deputy.SignWeeklyReportAsync(new() { Name = Second });
        await new V1.ParkService.ParkServiceClient(await server.GrpcAsAsync("panzhihua.system-admin")).UpdatePersonAsync(
            new() { Person = new() { Name = $"{Panzhihua}/people/deputy-a", DisplayName = "分管领导丙" }, UpdateMask = new() { Paths = { "display_name" } } });
        var visit = new V1.Visit { VisitDate = On(2024, 1, 10), Visitors = { $"{Panzhihua}/people/officer-a" }, Place = "工地", Seen = "便道积水" };
        await new V1.VisitService.VisitServiceClient(await server.GrpcAsAsync("panzhihua.officer-a")).CreateVisitAsync(
            new() { Parent = SampleServer.Project, VisitId = "late", Visit = visit, EffectiveDate = On(2024, 1, 10) });
        await DaysLaterAsync(7);

        office = await server.WeeklyAsAsync("ledger-a");
        foreach (var issued in new[] { signed, second })
        {
            Assert.True((await office.ReproduceWeeklyReportAsync(new() { Name = issued.Name })).Same);
            Assert.Equal(issued.Files, (await office.GetWeeklyReportAsync(new() { Name = issued.Name })).Files);
            Assert.Equal(issued.Files[0].Digest, (await FileAsync("auditor-a", issued.Name, "docx")).Digest);
        }
        var third = (await office.GetWeeklyReportAsync(new() { Name = $"{Panzhihua}/weeklyReports/2024-3" })).Document;
        var corrections = third.Sections.Single(section => section.Code == "corrections").Blocks.Single().Table;
        Assert.Contains(corrections.Rows, row => row.Cells[0].Text == "本周走访" && row.Cells[3].Text.Contains("late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Down_over_two_cut_offs_both_reports_are_there_on_return_once()
    {
        await DaysLaterAsync(14);
        var after = (await (await server.WeeklyAsAsync("chief")).ListWeeklyReportsAsync(new() { Parent = Panzhihua })).WeeklyReports;
        await DaysLaterAsync(0);
        var again = (await (await server.WeeklyAsAsync("chief")).ListWeeklyReportsAsync(new() { Parent = Panzhihua })).WeeklyReports;

        Assert.Equal([4, 3, 2, 1], after.Select(report => int.Parse(report.Name.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([On(2024, 1, 25), On(2024, 1, 18)], after.Take(2).Select(report => report.LastDate));
        Assert.Equal(after, again);
    }

    private async Task DaysLaterAsync(int days)
    {
        await server.KillAsync();
        await server.DisposeAsync();
        var clock = Path.Combine(data, "sample-clock.json");
        var offset = JsonDocument.Parse(await File.ReadAllTextAsync(clock)).RootElement.GetProperty("offsetSeconds").GetInt64();
        await File.WriteAllTextAsync(clock, JsonSerializer.Serialize(new { offsetSeconds = offset + (long)TimeSpan.FromDays(days).TotalSeconds }));
        server = await RunningServer.StartAsync(data);
    }

    private async Task<V1.DownloadWeeklyReportResponse> FileAsync(string person, string report, string format, string language = "zh-CN") =>
        await (await server.WeeklyAsAsync(person, language)).DownloadWeeklyReportAsync(new() { Name = report, Format = format });
}
