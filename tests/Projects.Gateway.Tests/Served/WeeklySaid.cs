using Projects.Tests;
using static Projects.Gateway.Tests.Served.Said;
using Date = Google.Type.Date;

namespace Projects.Gateway.Tests.Served;

/// <summary>What the tests of weekly reports say again and again, of the sample park on some server.</summary>
internal static class WeeklySaid
{
    public const string Panzhihua = "parks/panzhihua";
    public const string First = Panzhihua + "/weeklyReports/2024-1";
    public const string Second = Panzhihua + "/weeklyReports/2024-2";

    public static async Task<V1.WeeklyReportService.WeeklyReportServiceClient> WeeklyAsAsync(this RunningServer server, string person, string language = "zh-CN") =>
        new(await server.GrpcAsAsync($"panzhihua.{person}", language));

    /// <summary>The same order is refused for the same reason over gRPC and over JSON.</summary>
    public static async Task WeeklyRefusedAsync(this RunningServer server, string reason, string person, string address, Google.Protobuf.IMessage request)
    {
        var client = await server.WeeklyAsAsync(person);
        Assert.Equal(reason, await RefusalOf(() => request switch
        {
            V1.ReviewWeeklyReportRequest review => client.ReviewWeeklyReportAsync(review).ResponseAsync,
            V1.SignWeeklyReportRequest sign => client.SignWeeklyReportAsync(sign).ResponseAsync,
            V1.StartWeeklyReportsRequest start => client.StartWeeklyReportsAsync(start).ResponseAsync,
            _ => throw new NotSupportedException(request.Descriptor.Name),
        }));
        Assert.Equal(reason, await server.RefusalOverJsonAsync(person, $"/v1/{address}", request));
    }

    public static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
