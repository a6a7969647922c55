using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Projects.Storage;

namespace Projects.Grains;

internal sealed partial class ProjectGrain : Grain, IProjectGrain
{
    private readonly Keeper<Project> keeper;
    private readonly ParkBook parks;
    private readonly IPersistentState<Snapshot> snapshot;
    private readonly ILogger<ProjectGrain> logger;
    private readonly ProjectId id;
    private Task saving = Task.CompletedTask;

    /// <summary>Whether anything has asked for it since it woke, beside exports, which go through all there are.</summary>
    private bool isWanted;

    public ProjectGrain(
        Journal journal,
        ParkBook parks,
        [PersistentState("snapshot", Snapshot.Storage)] IPersistentState<Snapshot> snapshot,
        ILogger<ProjectGrain> logger)
    {
        (this.parks, this.snapshot, this.logger) = (parks, snapshot, logger);
        id = GrainKeys.ProjectOf(this.GetPrimaryKeyString());
        keeper = new(StreamName.Of(id), journal, Project.Unknown(id), (project, recorded) => project.Evolve(recorded), LedgerChanges.Of);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (snapshot.State.Open<Project>() is { } kept)
        {
            snapshot.State.Lighten();
            if (await keeper.TryWakeFromAsync(kept, snapshot.State.Head, cancellationToken))
                return;
            SnapshotPassedOver(logger, id, snapshot.State.Version);
            // Counted from nothing again, or the next one would never come due.
            snapshot.State = new Snapshot();
        }
        await keeper.WakeAsync(cancellationToken);
    }

    public async Task<Outcome> ExecuteAsync(Order<ProjectCommand> order)
    {
        Wanted();
        var park = await parks.AtLeastAsync(id.Park, order.ParkVersion);
        var outcome = await keeper.ExecuteAsync(
            order.Stamp,
            park.Version,
            project => project.Decide(order.Command, order.Stamp, park, ParkBook.CalendarOf(park)),
            (project, first) => DecideAsThenAsync(order, project, first));
        if (snapshot.State.IsDueAt(keeper.At.Version) && saving.IsCompleted)
            saving = SaveAsync();
        return outcome;
    }

    public Task<Sight<Project>> CardAsync() => Task.FromResult(new Sight<Project>(Wanted().AsCard()));

    public Task<IssueSight?> IssueAsync(IssueNumber number) =>
        Task.FromResult(Wanted().Issues.TryGetValue(number, out var issue) ? new IssueSight(issue, keeper.State.Lists[issue.List], keeper.State.Particulars) : null);

    public Task<Sight<Project>> SheetAsync(ImmutableArray<IssueNumber> issues)
    {
        // Woken for this alone it sleeps again: an export of a whole park must not hold the park in memory.
        if (!isWanted)
            DeactivateOnIdle();
        return Task.FromResult(new Sight<Project>(keeper.State.AsSheet(issues)));
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await saving;
        if (keeper.At.Version - snapshot.State.Version >= Snapshot.WorthKeepingEvents)
            await SaveAsync();
    }

    private Project Wanted()
    {
        isWanted = true;
        return keeper.State;
    }

    private async Task<Decision> DecideAsThenAsync(Order<ProjectCommand> order, Project project, Recorded first)
    {
        var then = await parks.AsOfAsync(id.Park, first.ParkVersion);
        return project.Decide(order.Command with { Expected = null }, order.Stamp.AsWhen(first, then), then, ParkBook.CalendarOf(then));
    }

    /// <summary>A snapshot only shortens the next wake: failing to save one is noted and costs nothing else.</summary>
    private async Task SaveAsync()
    {
        try
        {
            snapshot.State = Snapshot.Of(keeper.State, keeper.At, snapshot.State.WeightBytes);
            await snapshot.WriteStateAsync();
            snapshot.State.Lighten();
        }
        catch (Exception failure)
        {
            SnapshotNotSaved(logger, id, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Project {Project}: its snapshot at version {Version} does not follow from the journal and was passed over; run verify.")]
    private static partial void SnapshotPassedOver(ILogger logger, ProjectId project, long version);

    [LoggerMessage(LogLevel.Warning, "Project {Project}: its snapshot could not be saved; the next wake replays more of the journal.")]
    private static partial void SnapshotNotSaved(ILogger logger, ProjectId project, Exception failure);
}
