using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// The one front door. Screen, gRPC, JSON, import and automation all come through here: it stamps who, when and which request,
/// and hands the order to the one grain that may decide it. It judges nothing itself.
/// </summary>
public sealed class ProjectDesk(IGrainFactory grains, ParkBook parks, [FromKeyedServices(ParkClock.Key)] TimeProvider clock)
{
    /// <summary>Gives an order to a project of the caller's park.</summary>
    public async Task<Outcome> ExecuteAsync(Caller caller, ParkCode park, ProjectCode project, ProjectCommand command, Request request)
    {
        if (await StampAsync(caller, park, request) is not var (stamp, seen))
            return NoSuchPark(park);
        return await GrainOf(park, project).ExecuteAsync(new Order<ProjectCommand>(command, stamp, seen.Version));
    }

    /// <summary>Gives an order to the caller's park.</summary>
    public async Task<Outcome> ExecuteAsync(Caller caller, ParkCode park, ParkCommand command, Request request)
    {
        if (await StampAsync(caller, park, request) is not var (stamp, seen))
            return NoSuchPark(park);
        return await ExecuteAsync(park, new Order<ParkCommand>(command, stamp, seen.Version));
    }

    /// <summary>Gives an order to a park in the name of the installation itself: founding, first people, the sample's set-up. Not reachable from the wire.</summary>
    public Task<Outcome> InstallAsync(ParkCode park, ParkCommand command, Request request) =>
        ExecuteAsync(park, new Order<ParkCommand>(command, StampOf(Actor.Installation, request), ParkVersion: 0));

    /// <summary>What the caller may see in this park; null in another park than their own.</summary>
    /// <param name="fresh">The park was heard to have changed: what is known of it is not enough.</param>
    public async Task<Insight?> InsightAsync(Caller caller, ParkCode park, bool fresh = false)
    {
        if (caller.Park != park)
            return null;
        var seen = fresh ? await parks.FreshAsync(park) : await parks.CurrentAsync(park);
        return seen.ActorOn(caller.Person, caller.Kind, Today) is { } actor ? new Insight(seen, actor, Today, ParkBook.CalendarOf(seen)) : null;
    }

    /// <summary>The project without its issues; null when there is none, or not for this caller.</summary>
    public async Task<Project?> CardAsync(Insight insight, ProjectCode code)
    {
        var card = (await GrainOf(insight.Park.Code, code).CardAsync()).Seen;
        return card.Exists && insight.Reaches(card.Particulars) ? card : null;
    }

    /// <summary>One issue; null when there is none, or not for this caller.</summary>
    public async Task<IssueSight?> IssueAsync(Insight insight, ProjectCode code, IssueNumber number) =>
        await GrainOf(insight.Park.Code, code).IssueAsync(number) is { } sight && insight.Reaches(sight.Project) ? sight : null;

    /// <summary>The present instant by the parks' clock, as the journal would keep it.</summary>
    public DateTimeOffset Now => EventChain.Truncate(clock.GetUtcNow());

    /// <summary>The park's business day.</summary>
    public DateOnly Today => BusinessDay.Of(clock.GetUtcNow());

    private async Task<Outcome> ExecuteAsync(ParkCode park, Order<ParkCommand> order)
    {
        var outcome = await grains.GetGrain<IParkGrain>(park.Value).ExecuteAsync(order);
        if (outcome is Outcome.Done { Events: [.., var last] })
            await parks.AtLeastAsync(park, last.Version);
        return outcome;
    }

    private IProjectGrain GrainOf(ParkCode park, ProjectCode project) => grains.GetGrain<IProjectGrain>(GrainKeys.Of(new ProjectId(park, project)));

    private async Task<(Stamp Stamp, Park Park)?> StampAsync(Caller caller, ParkCode park, Request request)
    {
        if (caller.Park != park)
            return null;
        var seen = await parks.CurrentAsync(park);
        return seen.ActorOn(caller.Person, caller.Kind, Today) is { } actor ? (StampOf(actor, request), seen) : null;
    }

    private Stamp StampOf(Actor actor, Request request)
    {
        // To the microsecond, as the journal keeps it: live state and replay are then the same.
        var now = EventChain.Truncate(clock.GetUtcNow());
        var day = BusinessDay.Of(now);
        return new Stamp(actor, now, day, request.Effective ?? day, request.Id);
    }

    private static Outcome NoSuchPark(ParkCode park) => new Outcome.Refused(new NotFound("park", park.Value));
}

/// <summary>What the caller says about the request itself.</summary>
/// <param name="Id">1 to 100 characters; a repeat with the same id returns the first result.</param>
/// <param name="Effective">The park's day on which it happened; null for today.</param>
public sealed record Request(string Id, DateOnly? Effective = null)
{
    /// <summary>A request nobody will repeat.</summary>
    public static Request Once() => new(Guid.CreateVersion7().ToString("N"));
}
