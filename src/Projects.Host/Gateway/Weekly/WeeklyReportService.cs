using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Projects.Grains;
using Projects.Reports;

namespace Projects.Host.Gateway;

/// <summary>Weekly reports 周报 over the wire: made by the press from the journal, ordered at the park's desk.</summary>
internal sealed class WeeklyReportService(ProjectDesk desk, Writing writing, WeeklyReading reading, ReportPress press) : V1.WeeklyReportService.WeeklyReportServiceBase
{
    public override async Task<V1.ListWeeklyReportsResponse> ListWeeklyReports(V1.ListWeeklyReportsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        fields.Check();
        var insight = await ReadAllAsync(call, park);
        var page = paging.Of(insight.Park.Weekly.Reports, report => $"{report.Number.Year:D4}-{report.Number.No:D3}", descending: true);
        var messages = new WeeklyReportMessages(insight, fields.Language);
        return new()
        {
            WeeklyReports = { page.Items.Select(report => messages.Of(report)) },
            NextPageToken = page.NextPageToken,
            TotalSize = page.TotalSize,
            Unit = ResourceName.OfAny(park, insight.Park.Weekly.Unit),
            NextLastDate = insight.Park.Weekly.Due?.Last.ToWire(),
        };
    }

    public override async Task<V1.WeeklyReport> GetWeeklyReport(V1.GetWeeklyReportRequest request, ServerCallContext call)
    {
        var (insight, report) = await FindAsync(call, request.Name);
        var document = await reading.OfAsync(insight.Park, report.Week, call.CancellationToken);
        return new WeeklyReportMessages(insight, call.Language()).Of(report, document);
    }

    public override async Task<V1.DownloadWeeklyReportResponse> DownloadWeeklyReport(V1.DownloadWeeklyReportRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, number) = fields.ReportName(request.Name, "name");
        var format = fields.ReportFormat(request.Format, "format");
        fields.Check();
        var insight = await ReadAllAsync(call, park);
        var file = await press.FileAsync(insight.Park, number, format, fields.Language, call.CancellationToken) ?? throw NoSuchReport(call, number);
        return new()
        {
            FileName = file.FileName,
            MediaType = file.MediaType,
            Digest = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)),
            Content = UnsafeByteOperations.UnsafeWrap(file.Bytes),
        };
    }

    public override async Task<V1.ReproduceWeeklyReportResponse> ReproduceWeeklyReport(V1.ReproduceWeeklyReportRequest request, ServerCallContext call)
    {
        var (insight, report) = await FindAsync(call, request.Name);
        if (report.State is not ReportState.Issued)
            throw call.Refuse(new ReportNotIssued(report.Number));
        return WeeklyReportMessages.Of(await press.ReproduceAsync(insight.Park, report.Number, call.CancellationToken) ?? throw NoSuchReport(call, report.Number));
    }

    public override async Task<V1.StartWeeklyReportsResponse> StartWeeklyReports(V1.StartWeeklyReportsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var park = fields.ParkName(request.Parent, "parent");
        var command = new StartReports(fields.RequiredUnit(request.Unit, park, "unit"), fields.RequiredDay(request.FirstWeekDate, "first_week_date"));
        var once = fields.Request(request.RequestId, effectiveDate: null);
        fields.Check();
        await writing.ExecuteAsync(call, park, command, once);
        var register = (await desk.InsightAsync(call, park)).Park.Weekly;
        return new() { Unit = ResourceName.OfAny(park, register.Unit), NextLastDate = register.Due?.Last.ToWire() };
    }

    public override async Task<V1.WeeklyReport> ReviewWeeklyReport(V1.ReviewWeeklyReportRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, number) = fields.ReportName(request.Name, "name");
        var once = fields.Request(request.RequestId, effectiveDate: null);
        fields.Check();
        await writing.ExecuteAsync(call, park, new ReviewReport(number, request.Opinion), once);
        return await ShowAsync(call, park, number);
    }

    public override async Task<V1.WeeklyReport> SignWeeklyReport(V1.SignWeeklyReportRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (park, number) = fields.ReportName(request.Name, "name");
        var once = fields.Request(request.RequestId, effectiveDate: null);
        fields.Check();
        var insight = await desk.InsightAsync(call, park);
        var (command, day) = await press.PrintAsync(insight, number, call.CancellationToken);
        await writing.ExecuteAsync(call, park, command, once with { Effective = day });
        return await ShowAsync(call, park, number);
    }

    /// <summary>What the caller may see of a park whose whole business they read.</summary>
    /// <exception cref="RpcException">FORBIDDEN: they read none, or some projects only.</exception>
    private async Task<Insight> ReadAllAsync(ServerCallContext call, ParkCode park)
    {
        var insight = await desk.BusinessAsync(call, park);
        return insight.Reach is Reach.All ? insight : throw call.Refuse(new ReportNotForReader());
    }

    private async Task<(Insight Insight, ReportRecord Report)> FindAsync(ServerCallContext call, string name)
    {
        var fields = call.Fields();
        var (park, number) = fields.ReportName(name, "name");
        fields.Check();
        var insight = await ReadAllAsync(call, park);
        return (insight, insight.Park.Weekly.Find(number) ?? throw NoSuchReport(call, number));
    }

    private async Task<V1.WeeklyReport> ShowAsync(ServerCallContext call, ParkCode park, ReportNumber number)
    {
        var insight = await desk.InsightAsync(call, park);
        return new WeeklyReportMessages(insight, call.Language()).Of(insight.Park.Weekly.Find(number)!);
    }

    private static RpcException NoSuchReport(ServerCallContext call, ReportNumber number) => call.Refuse(new NotFound("report", number.ToString()));
}
