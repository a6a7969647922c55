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
    private readonly TState beginning = unknown;
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
    /// <param name="decideAsThen">The same command as it would have been judged when this event was recorded, whatever version its caller saw.</param>
    public async Task<Outcome> ExecuteAsync(Stamp stamp, long parkVersion, Func<TState, Decision> decide, Func<TState, Recorded, Task<Decision>> decideAsThen)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (doubtful)
                await WakeAsync(CancellationToken.None);
            var decision = decide(State);
            if (decision is not Decision.Accepted accepted)
            {
                if (await FirstResultAsync(stamp, decideAsThen) is { } first)
                    return first;
                if (await GrewMeanwhileAsync())
                    continue;
                return AnswerTo(decision);
            }

            var (next, recorded) = Take(accepted, stamp, parkVersion);
            doubtful = true;
            switch (await journal.AppendAsync(new Append(stream, head.Version, head.Hash, recorded, ledgerOf(State, next, recorded)), CancellationToken.None))
            {
                case AppendResult.Committed committed:
                    (State, head, doubtful) = (next, new Head(committed.Version, committed.Head), false);
                    return new Outcome.Done(recorded, Repeated: false);
                case AppendResult.Repeated repeated:
                    doubtful = repeated.LastVersion > head.Version;
                    return await FirstResultAsync(stamp, decideAsThen)
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

    /// <summary>A refusal makes no append that would find the state to be old, so whether another process wrote is asked outright.</summary>
    private async Task<bool> GrewMeanwhileAsync()
    {
        var known = head.Version;
        await WakeAsync(CancellationToken.None);
        return head.Version != known;
    }

    /// <summary>
    /// What the same request recorded before; null when it recorded nothing. An id that served another person or another command is no
    /// repeat: its answer is not theirs to have (DOMAIN 10.5).
    /// </summary>
    private async Task<Outcome?> FirstResultAsync(Stamp stamp, Func<TState, Recorded, Task<Decision>> decideAsThen)
    {
        if (await journal.FindRequestAsync(stream, stamp.RequestId, CancellationToken.None) is not { Count: > 0 } first)
            return null;
        var repeats = first[0].By.Person == stamp.Actor.Person
            && await decideAsThen(await StateBeforeAsync(first[0].Version), first[0]) is Decision.Accepted again
            && again.Events.Select(EventJson.Write).SequenceEqual(first.Select(done => EventJson.Write(done.Event)))
            && again.Events.Select(EventJson.NameOf).SequenceEqual(first.Select(done => EventJson.NameOf(done.Event)));
        return repeats ? new Outcome.Done([.. first], Repeated: true) : new Outcome.Refused(new RequestIdReused(stamp.RequestId));
    }

    /// <summary>
    /// The state a recorded command was decided on. The journal keeps no commands, and the rules are pure: the command that records the same
    /// events on the same state is the same command. Replays from the beginning, which only a repeat pays for.
    /// </summary>
    private async Task<TState> StateBeforeAsync(long version)
    {
        var state = beginning;
        await foreach (var entry in journal.ReadAsync(stream, new Head(0, EventChain.Start), CancellationToken.None))
        {
            if (entry.Recorded.Version >= version)
                break;
            state = evolve(state, entry.Recorded);
        }
        return state;
    }

    private static Outcome AnswerTo(Decision decision) => decision switch
    {
        Decision.Refused refused => new Outcome.Refused(refused.Refusal),
        _ => new Outcome.AlreadySo(),
    };
}
