using System.Globalization;
using System.Net;
using Grpc.Core;
using V1 = Projects.V1;

namespace Projects.Fault.Tests;

/// <summary>A command that was answered.</summary>
/// <param name="Attempts">How often it was sent before an answer came.</param>
public sealed record Acknowledged(string RequestId, Answer Answer, int Attempts);

/// <summary>
/// Gives one command after another on an issue and a milestone of its own, over gRPC and JSON in turn. What is not answered is sent
/// again under the same request id, to whichever server lives then, until it is: exactly what the contract tells a caller to do.
/// </summary>
public sealed class Writer(Lives lives, int no, int kinds = 6)
{
    private const int AttemptsAtMost = 400;

    private readonly List<Acknowledged> acknowledged = [];

    public IReadOnlyList<Acknowledged> Acknowledged => acknowledged;

    /// <summary>Works until told to stop; the command then under way is still brought to its answer.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var request = string.Create(CultureInfo.InvariantCulture, $"writer-{no}-{i}");
            acknowledged.Add(await GiveAsync(request, i));
            lives.Acknowledge();
        }
    }

    private async Task<Acknowledged> GiveAsync(string request, int i)
    {
        var failure = "";
        for (var attempt = 1; attempt <= AttemptsAtMost; attempt++)
        {
            var wire = await lives.CurrentAsync();
            try
            {
                return new Acknowledged(request, await SendAsync(wire, request, i), attempt);
            }
            catch (Exception lost) when (MayBeSentAgain(lost))
            {
                failure = lost.Message;
            }
        }
        throw new InvalidOperationException($"Phase: command {request}. Expected: an answer within {AttemptsAtMost} attempts. Seen last: {failure}\n{lives.Said()}");
    }

    private Task<Answer> SendAsync(Wire wire, string request, int i) => ((no + i) % kinds) switch
    {
        0 => Wire.AnswerAsync(
            new V1.IssueService.IssueServiceClient(wire.GrpcAs("handler")).ReportProgressAsync(new() { Name = Site.IssueOf(no), RequestId = request, Progress = request }),
            issue => issue.Etag, issue => issue.Name),
        1 => wire.PostAsync("handler", $"/v1/{Site.IssueOf(no)}:reportProgress", new { requestId = request, progress = request, difficulty = "雨季" }),
        2 => Wire.AnswerAsync(
            new V1.MilestoneService.MilestoneServiceClient(wire.GrpcAs("officer")).ForecastMilestoneAsync(
                new() { Name = Site.MilestoneOf(no), RequestId = request, ForecastDate = Site.Ahead(i % 300), Reason = request }),
            milestone => milestone.Etag, milestone => milestone.Name),
        3 => Wire.AnswerAsync(
            new V1.IssueService.IssueServiceClient(wire.GrpcAs("clerk")).CreateIssueAsync(new() { Parent = Site.Project, RequestId = request, Issue = Site.NewIssue(request) }),
            issue => issue.Etag, issue => issue.Name),
        4 => Wire.AnswerAsync(
            new V1.InvestmentService.InvestmentServiceClient(wire.GrpcAs("officer")).CreateInvestmentAsync(
                new() { Parent = Site.Project, InvestmentId = request, RequestId = request, Investment = Paid(i) }),
            entry => entry.Etag, entry => entry.Name),
        _ => wire.PostAsync("handler", $"/v1/{Site.IssueOf(no)}:addMeasure", new { requestId = request, measure = request }),
    };

    private static V1.Investment Paid(int i) => new()
    {
        Month = Site.Today.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Basis = V1.InvestmentBasis.Paid,
        Category = V1.InvestmentCategory.Equipment,
        AmountFen = 100_000 + i,
    };

    // No answer, or one that says whether it was recorded is not known, or that it was not and may be tried again.
    private static bool MayBeSentAgain(Exception failure) => failure switch
    {
        RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Aborted or StatusCode.Cancelled or StatusCode.DeadlineExceeded or StatusCode.Internal } => true,
        HttpRequestException { StatusCode: null or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict or HttpStatusCode.InternalServerError } => true,
        IOException or OperationCanceledException or TimeoutException => true,
        _ => false,
    };
}
