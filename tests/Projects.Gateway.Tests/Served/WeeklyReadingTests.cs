using System.Net.Http.Json;
using System.Text.Json;
using Projects.Tests;
using static Projects.Gateway.Tests.Served.Said;
using static Projects.Gateway.Tests.Served.WeeklySaid;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>周报 over the wire as they are read, and by whom; a draft is the same for everybody.</summary>
[Collection(OnSampleServer.Name)]
public sealed class WeeklyReadingTests(SampleServer sample)
{
    private readonly RunningServer server = sample.Server;

    [Fact]
    public async Task The_first_start_ends_with_a_draft_for_each_week_that_is_over_and_every_figure_names_its_rows()
    {
        var chief = await server.WeeklyAsAsync("chief");
        var listed = await chief.ListWeeklyReportsAsync(new() { Parent = Panzhihua });

        Assert.Equal([Second, First], listed.WeeklyReports.Select(report => report.Name));
        Assert.Equal(($"{Panzhihua}/units/ledger-office", On(2024, 1, 18), 2), (listed.Unit, listed.NextLastDate, listed.TotalSize));
        Assert.All(listed.WeeklyReports, report => Assert.Equal((V1.WeeklyReportState.Drafted, null), (report.State, report.Document)));
        var page = await chief.ListWeeklyReportsAsync(new() { Parent = Panzhihua, PageSize = 1 });
        Assert.Equal(First, Assert.Single((await chief.ListWeeklyReportsAsync(new() { Parent = Panzhihua, PageSize = 1, PageToken = page.NextPageToken })).WeeklyReports).Name);

        var report = await chief.GetWeeklyReportAsync(new() { Name = Second });
        Assert.Equal(("〔2024〕2号", On(2024, 1, 5), On(2024, 1, 11)), (report.Number, report.FirstDate, report.LastDate));
        Assert.Equal(new DateTimeOffset(2024, 1, 13, 0, 0, 0, TimeSpan.FromHours(8)), report.IssueByTime.ToDateTimeOffset());
        Assert.Equal(10, report.Document.Sections.Count + (report.Document.Sections.Any(section => section.Code == "corrections") ? 0 : 1));
        var overdue = report.Document.Figures.Single(figure => figure.Id == "issues.overdue");
        Assert.Equal(overdue.Text, $"{overdue.Rows.Count}");
        Assert.NotEmpty(overdue.Rows);
        var said = report.Document.Sections.SelectMany(section => section.Blocks).Where(block => block.Sentence is not null).SelectMany(block => block.Sentence.Terms);
        Assert.Contains(said, term => term.Figure == "issues.overdue");
        Assert.Contains(report.Document.Sections.Single(section => section.Code == "permits").Blocks, block => block.Missing == "手续办理：数据缺失。");
        Assert.Equal("Permits: no data recorded.", (await (await server.WeeklyAsAsync("chief", "en-US")).GetWeeklyReportAsync(new() { Name = Second })).Document.Sections.Single(section => section.Code == "permits").Blocks[0].Missing);

        using var http = await server.HttpAsAsync("panzhihua.auditor-a");
        Assert.Equal(2, (await http.GetFromJsonAsync<JsonElement>($"/v1/{Panzhihua}/weeklyReports")).GetProperty("weeklyReports").GetArrayLength());
    }

    [Fact]
    public async Task Reports_are_read_by_who_reads_the_whole_park_and_begun_by_the_ledger_office_once()
    {
        foreach (var outsider in new[] { "enterprise-a", "system-admin", "audit-admin" })
        {
            var client = await server.WeeklyAsAsync(outsider);
            Assert.Equal("FORBIDDEN", await RefusalOf(() => client.ListWeeklyReportsAsync(new() { Parent = Panzhihua }).ResponseAsync));
            Assert.Equal("FORBIDDEN", await RefusalOf(() => client.GetWeeklyReportAsync(new() { Name = First }).ResponseAsync));
            Assert.Equal("FORBIDDEN", await RefusalOf(() => client.DownloadWeeklyReportAsync(new() { Name = First, Format = "docx" }).ResponseAsync));
            Assert.Equal("FORBIDDEN", await RefusalOf(() => client.ReproduceWeeklyReportAsync(new() { Name = First }).ResponseAsync));
        }
        var chief = await server.WeeklyAsAsync("chief");
        Assert.Equal("NOT_FOUND", await RefusalOf(() => chief.GetWeeklyReportAsync(new() { Name = $"{Panzhihua}/weeklyReports/2024-99" }).ResponseAsync));
        Assert.Equal("NOT_FOUND", await RefusalOf(() => chief.ListWeeklyReportsAsync(new() { Parent = "parks/taian" }).ResponseAsync));
        Assert.Equal("INVALID", await RefusalOf(() => chief.GetWeeklyReportAsync(new() { Name = $"{Panzhihua}/weeklyReports/first" }).ResponseAsync));
        Assert.Equal("INVALID", await RefusalOf(() => chief.DownloadWeeklyReportAsync(new() { Name = First, Format = "pdf" }).ResponseAsync));

        V1.StartWeeklyReportsRequest Start(Date first) => new() { Parent = Panzhihua, Unit = $"{Panzhihua}/units/ledger-office", FirstWeekDate = first };
        await server.WeeklyRefusedAsync("FORBIDDEN", "chief", $"{Panzhihua}/weeklyReports:start", Start(On(2024, 1, 4)));
        await server.WeeklyRefusedAsync("WRONG_STATE", "ledger-a", $"{Panzhihua}/weeklyReports:start", Start(On(2024, 1, 11)));
        Assert.Equal(On(2024, 1, 18), (await (await server.WeeklyAsAsync("ledger-a")).StartWeeklyReportsAsync(Start(On(2024, 1, 4)))).NextLastDate);

        // Elsewhere they are begun over the wire, and the next week is the first.
        var other = new V1.WeeklyReportService.WeeklyReportServiceClient(await server.GrpcAsAsync("taian.ledger-a"));
        Assert.Equal("INVALID", await RefusalOf(() => other.StartWeeklyReportsAsync(new() { Parent = "parks/taian", Unit = "parks/taian/units/no", FirstWeekDate = new Date { Year = 2024, Month = 1 } }).ResponseAsync));
    }
}
