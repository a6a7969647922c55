using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// Keeps one stream's live state: wake (snapshot and tail), decide, append, evolve. State is replaced only after the commit, so a reader
/// sees what is durable and nothing else. One command at a time: its grain is not reentrant for writes.
/// </summary>
/// <param name="unknown">The state before the first event.</param>
/// <param name="ledgerOf">The ledger rows that a change from one state to the next makes, recorded in the same transaction.</param>
internal sealed class Keeper<TState>(
    StreamName stream,
    Journal journal,
    TState unknown,
    Func<TState, Recorded, TState> evolve,
    Func<TState, TState, IReadOnlyList<Recorded>, IReadOnlyList<LedgerChange>> ledgerOf)
    where TState : class
{
    private Head head = new(0, EventChain.Start);

    /// <summary>True from before an append until its outcome is known: nothing may be decided on a state that may be behind.</summary>
    private bool doubtful = true;

    public TState State { get; private set; } = unknown;

    /// <summary>Version and digest of the last event in <see cref="State"/>.</summary>
    public Head At => head;

    /// <summary>Wakes from a state kept elsewhere by replaying what follows it. False, and nothing changed, when the journal does not hold what it was taken from.</summary>
    public async Task<bool> TryWakeFromAsync(TState kept, Head at, CancellationToken cancellationToken)
    {
        var end = await journal.HeadAsync(stream, cancellationToken);
        if (end is null || end.Version < at.Version || (end.Version == at.Version && !end.Hash.AsSpan().SequenceEqual(at.Hash)))
            return false;
        var before = (State, head);
        (State, head) = (kept, at);
        try
        {
            await WakeAsync(cancellationToken);
            return true;
        }
        catch (JournalCorruptException)
        {
            (State, head) = before;
            return false;
        }
    }

    /// <summary>Replays what the journal holds beyond the present state; checks each link of the chain on the way.</summary>
    /// <exception cref="JournalCorruptException">The history does not follow from the starting point.</exception>
    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        var state = State;
        var at = head;
        await foreach (var entry in journal.ReadAsync(stream, at, cancellationToken))
        {
            state = evolve(state, entry.Recorded);
            at = new Head(entry.Recorded.Version, entry.Hash);
        }
        (State, head, doubtful) = (state, at, false);
    }

    /// <summary>Judges and records. A conflict replays and decides once more; a second one is the caller's to repeat.</summary>
    public async Task<Outcome> ExecuteAsync(Stamp stamp, long parkVersion, Func<TState, Decision> decide)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (doubtful)
                await WakeAsync(CancellationToken.None);
            if (decide(State) is not Decision.Accepted accepted)
                return await FirstResultAsync(stamp.RequestId) ?? AnswerTo(decide(State));

            var (next, recorded) = Take(accepted, stamp, parkVersion);
            doubtful = true;
            switch (await journal.AppendAsync(new Append(stream, head.Version, head.Hash, recorded, ledgerOf(State, next, recorded)), CancellationToken.None))
            {
                case AppendResult.Committed committed:
                    (State, head, doubtful) = (next, new Head(committed.Version, committed.Head), false);
                    return new Outcome.Done(recorded, Repeated: false);
                case AppendResult.Repeated:
                    doubtful = false;
                    return await FirstResultAsync(stamp.RequestId)
                        ?? throw new JournalCorruptException($"Request {stamp.RequestId} stands in {stream} and cannot be read back.");
            }
        }
        throw new ProjectConflictException($"{stream} was changed by another process twice in a row; nothing was recorded. Send the same request again.");
    }

    private (TState Next, ImmutableArray<Recorded> Recorded) Take(Decision.Accepted accepted, Stamp stamp, long parkVersion)
    {
        var next = State;
        var version = head.Version;
        var recorded = ImmutableArray.CreateBuilder<Recorded>(accepted.Events.Length);
        foreach (var happened in accepted.Events)
        {
            var entry = new Recorded(++version, happened, accepted.By, stamp.Effective, stamp.At, stamp.RequestId, parkVersion);
            next = evolve(next, entry);
            recorded.Add(entry);
        }
        return (next, recorded.MoveToImmutable());
    }

    private async Task<Outcome?> FirstResultAsync(string requestId) =>
        await journal.FindRequestAsync(stream, requestId, CancellationToken.None) is { Count: > 0 } first ? new Outcome.Done([.. first], Repeated: true) : null;

    private static Outcome AnswerTo(Decision decision) => decision switch
    {
        Decision.Refused refused => new Outcome.Refused(refused.Refusal),
        _ => new Outcome.AlreadySo(),
    };
}
