using Microsoft.AspNetCore.Components.Authorization;

namespace Projects.Web.Seats;

/// <summary>
/// The place of one person before one page: who they are, what they may see now, and the way to the desk. Each look asks anew, so that a
/// right or a session that has ended shows at the next step.
/// </summary>
public sealed class Seat(AuthenticationStateProvider state, ProjectDesk desk, AuditedDesk audited, LiveSessions live)
{
    /// <summary>Who signed in; null when nobody did, or the session has ended.</summary>
    public async Task<PageIdentity?> WhoAsync() => PageIdentity.Of((await state.GetAuthenticationStateAsync()).User);

    /// <summary>What the person may see of their park; null when nobody is signed in or the park no longer knows them.</summary>
    /// <param name="fresh">After news of a change.</param>
    public async Task<Insight?> InsightAsync(bool fresh = false) =>
        await WhoAsync() is { } who && await live.PeekAsync(who.Digest, CancellationToken.None) is not null
            ? await desk.InsightAsync(who.Caller, who.Caller.Park, fresh)
            : null;

    /// <summary>The present instant by the park's clock.</summary>
    public DateTimeOffset Now => desk.Now;

    /// <summary>The park's business day.</summary>
    public DateOnly Today => desk.Today;

    /// <summary>The project without its issues; null when there is none, or not for this person.</summary>
    public Task<Project?> CardAsync(Insight insight, ProjectCode project) => desk.CardAsync(insight, project);

    /// <summary>One issue; null when there is none, or not for this person.</summary>
    public Task<IssueSight?> IssueAsync(Insight insight, ProjectCode project, IssueNumber number) => desk.IssueAsync(insight, project, number);

    /// <summary>Gives an order to a project of the person's park; what came of it stands in <paramref name="giving"/>.</summary>
    /// <returns>Whether it is so now: recorded, recorded before, or so already.</returns>
    public Task<bool> GiveAsync(ProjectCode project, ProjectCommand command, Giving giving) =>
        GiveAsync(command.GetType().Name, giving, (who, request) => audited.ExecuteAsync(who, new ProjectId(who.Caller.Park, project), command, request));

    /// <summary>Gives an order to the person's park.</summary>
    /// <inheritdoc cref="GiveAsync(ProjectCode, ProjectCommand, Giving)"/>
    public Task<bool> GiveAsync(ParkCommand command, Giving giving) =>
        GiveAsync(command.GetType().Name, giving, (who, request) => audited.ExecuteAsync(who, who.Caller.Park, command, request));

    /// <summary>Gives one order of many, under a request id made of what they come from.</summary>
    /// <returns>Null when nobody is signed in any more: nothing was given.</returns>
    /// <exception cref="JournalException">Whether it was recorded is not known, or it was not: the same request may be sent again either way.</exception>
    public async Task<Outcome?> OrderAsync(ProjectCode project, ProjectCommand command, Request request) =>
        await WhoAsync() is { } who && await live.UseAsync(who.Digest, CancellationToken.None) is not null
            ? await audited.ExecuteAsync(who.At($"page {command.GetType().Name}"), new ProjectId(who.Caller.Park, project), command, request)
            : null;

    private async Task<bool> GiveAsync(string command, Giving giving, Func<Attendance, Request, Task<Outcome>> order)
    {
        if (await WhoAsync() is not { } who || await live.UseAsync(who.Digest, CancellationToken.None) is null)
            return giving.Fail(Giving.SignedOut);
        try
        {
            return giving.Settle(await order(who.At($"page {command}"), giving.Request));
        }
        catch (JournalException)
        {
            // Whether it was recorded is not known, or it was not: the same request may be sent again either way.
            return giving.Fail(Giving.Unavailable);
        }
        catch (ProjectConflictException)
        {
            return giving.Fail(Giving.Unavailable);
        }
    }
}
