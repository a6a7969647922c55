using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Projects.Grains;
using Projects.Storage;
using Request = Projects.Grains.Request;

namespace Projects.Identity;

/// <summary>
/// The desk as people and programs reach it: what the rules refused them stands in the audit trail (SECURITY 2), what they allowed in the journal.
/// </summary>
public sealed class AuditedDesk(ProjectDesk desk, AuditTrail audit, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <summary>Gives an order to a project of the caller's park.</summary>
    public async Task<Outcome> ExecuteAsync(Attendance who, ProjectId project, ProjectCommand command, Request request) =>
        await NoteAsync(who, await desk.ExecuteAsync(who.Caller, project.Park, project.Code, command, request), ResourceName.Of(project));

    /// <summary>Gives an order to the caller's park.</summary>
    public async Task<Outcome> ExecuteAsync(Attendance who, ParkCode park, ParkCommand command, Request request) =>
        await NoteAsync(who, await desk.ExecuteAsync(who.Caller, park, command, request), ResourceName.Of(park));

    private async Task<Outcome> NoteAsync(Attendance who, Outcome outcome, string target)
    {
        if (outcome is Outcome.Refused { Refusal.Reason: var reason })
            await audit.RecordAsync(
                new AuditEntry(
                    clock.GetUtcNow(), who.Door, JsonNamingPolicy.SnakeCaseUpper.ConvertName(reason.ToString()),
                    who.Caller.Park, who.Caller.Person, who.Caller.Kind, who.SessionId, who.Address, target),
                CancellationToken.None);
        return outcome;
    }
}

/// <summary>Who stands at the desk, and by which door they came.</summary>
/// <param name="SessionId">The session or token behind it, by the id that may be shown.</param>
/// <param name="Address">The remote address as the connection gives it.</param>
/// <param name="Door">The full name of a method of the contract, or <c>page</c> and the command given there.</param>
public sealed record Attendance(Caller Caller, string SessionId, string? Address, string Door);
