using Grpc.Core;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>
/// Sends a command to the desk in the caller's name. A refusal becomes the call's error; an answer that was given before, or that changed
/// nothing, says so in a header. What the rules refused stands in the audit trail (SECURITY 2); what they allowed stands in the journal.
/// </summary>
internal sealed class Writing(ProjectDesk desk, AuditTrail audit, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <summary>Present with the value <c>true</c> when the request id had been used before and this is its first result.</summary>
    public const string RepeatedHeader = "projects-repeated";

    /// <summary>Present with the value <c>true</c> when nothing needed changing.</summary>
    public const string AlreadySoHeader = "projects-already-so";

    public async Task<Outcome> ExecuteAsync(ServerCallContext call, ProjectId project, ProjectCommand command, Request request) =>
        await SettleAsync(call, project.Park, await desk.ExecuteAsync(call.Caller(), project.Park, project.Code, command, request), ResourceName.Of(project));

    public async Task<Outcome> ExecuteAsync(ServerCallContext call, ParkCode park, ParkCommand command, Request request) =>
        await SettleAsync(call, park, await desk.ExecuteAsync(call.Caller(), park, command, request), ResourceName.Of(park));

    private async Task<Outcome> SettleAsync(ServerCallContext call, ParkCode park, Outcome outcome, string target)
    {
        if (outcome is Outcome.Refused refused)
        {
            await RecordAsync(call, refused.Refusal, target);
            var labels = (await desk.InsightAsync(call.Caller(), park))?.Park.Labels ?? Labels.Platform;
            throw refused.Refusal.ToRpcException(labels, call.Language());
        }
        if (outcome is Outcome.Done { Repeated: true })
            call.GetHttpContext().Response.Headers[RepeatedHeader] = "true";
        if (outcome is Outcome.AlreadySo)
            call.GetHttpContext().Response.Headers[AlreadySoHeader] = "true";
        return outcome;
    }

    private Task RecordAsync(ServerCallContext call, Refusal refusal, string target)
    {
        var context = call.GetHttpContext();
        var caller = call.Caller();
        return audit.RecordAsync(
            new AuditEntry(
                clock.GetUtcNow(), call.Method.TrimStart('/'), Refusing.Of(refusal.Reason), caller.Park, caller.Person, caller.Kind,
                context.User.SessionIdOf(), context.Connection.RemoteIpAddress?.ToString(), target),
            CancellationToken.None);
    }
}
