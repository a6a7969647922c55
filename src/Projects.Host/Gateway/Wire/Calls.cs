using System.Net;
using Grpc.Core;
using Projects.Grains;
using Projects.Host.Identity;

namespace Projects.Host.Gateway;

/// <summary>What every method of the gateway asks of its call.</summary>
internal static class Calls
{
    /// <summary>Who the door has proved to be asking.</summary>
    public static Caller Caller(this ServerCallContext call) => call.GetHttpContext().User.ToCaller();

    /// <summary>Reads the request's fields, to be refused together in the caller's language.</summary>
    public static WireFields Fields(this ServerCallContext call) => new(call.Language());

    public static RpcException Refuse(this ServerCallContext call, Refusal refusal) => refusal.ToRpcException(call.Language());

    public static RpcException Refuse(this ServerCallContext call, IdentityRefusal refusal) => refusal.ToRpcException(call.Language());

    /// <summary>Where the call comes from, for the audit trail.</summary>
    public static IPAddress? Address(this ServerCallContext call) => call.GetHttpContext().Connection.RemoteIpAddress;

    /// <summary>What the caller may see in a park; a park that is not theirs is not found (DOMAIN 10.6).</summary>
    public static async Task<Insight> InsightAsync(this ProjectDesk desk, ServerCallContext call, ParkCode park) =>
        await desk.InsightAsync(call.Caller(), park) ?? throw call.Refuse(new NotFound("park", park.Value));

    /// <summary>The same, for what is business of the park.</summary>
    /// <exception cref="RpcException">FORBIDDEN: the caller reads none.</exception>
    public static async Task<Insight> BusinessAsync(this ProjectDesk desk, ServerCallContext call, ParkCode park)
    {
        var insight = await desk.InsightAsync(call, park);
        return LedgerReach.ObstacleTo(insight) is { } obstacle ? throw call.Refuse(obstacle) : insight;
    }

    /// <summary>A project without its issues; one that is not there, or not for this caller, is not found.</summary>
    public static async Task<Project> CardAsync(this ProjectDesk desk, ServerCallContext call, Insight insight, ProjectId project) =>
        await desk.CardAsync(insight, project.Code) ?? throw call.Refuse(new NotFound("project", project.Code.Value));
}
