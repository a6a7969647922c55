using Grpc.Core;
using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>
/// Sends a command to the desk in the caller's name. A refusal becomes the call's error; an answer that was given before, or that changed
/// nothing, says so in a header.
/// </summary>
internal sealed class Writing(AuditedDesk audited, ProjectDesk desk)
{
    /// <summary>Present with the value <c>true</c> when the request id had been used before and this is its first result.</summary>
    public const string RepeatedHeader = "projects-repeated";

    /// <summary>Present with the value <c>true</c> when nothing needed changing.</summary>
    public const string AlreadySoHeader = "projects-already-so";

    public async Task<Outcome> ExecuteAsync(ServerCallContext call, ProjectId project, ProjectCommand command, Request request) =>
        await SettleAsync(call, project.Park, project.Code, await audited.ExecuteAsync(AttendanceOf(call), project, command, request));

    public async Task<Outcome> ExecuteAsync(ServerCallContext call, ParkCode park, ParkCommand command, Request request) =>
        await SettleAsync(call, park, project: null, await audited.ExecuteAsync(AttendanceOf(call), park, command, request));

    /// <summary>The same for one order of many: what became of it is the caller's of this method to say.</summary>
    public Task<Outcome> TryAsync(ServerCallContext call, ProjectId project, ProjectCommand command, Request request) => audited.ExecuteAsync(AttendanceOf(call), project, command, request);

    private async Task<Outcome> SettleAsync(ServerCallContext call, ParkCode park, ProjectCode? project, Outcome outcome)
    {
        if (outcome is Outcome.Refused refused)
            throw refused.Refusal.ToRpcException(await NamesAsync(call.Caller(), park, project), call.Language());
        if (outcome is Outcome.Done { Repeated: true })
            call.GetHttpContext().Response.Headers[RepeatedHeader] = "true";
        if (outcome is Outcome.AlreadySo)
            call.GetHttpContext().Response.Headers[AlreadySoHeader] = "true";
        return outcome;
    }

    // As far as the caller sees them: a refusal tells nobody a name they may not read.
    private async Task<Naming> NamesAsync(Caller caller, ParkCode park, ProjectCode? project) => await desk.InsightAsync(caller, park) is not { } insight
        ? Naming.Platform
        : Naming.Of(insight.Park, project is { } code ? await desk.CardAsync(insight, code) : null);

    private static Attendance AttendanceOf(ServerCallContext call)
    {
        var context = call.GetHttpContext();
        return new(call.Caller(), context.User.SessionIdOf(), context.Connection.RemoteIpAddress?.ToString(), call.Method.TrimStart('/'));
    }
}
