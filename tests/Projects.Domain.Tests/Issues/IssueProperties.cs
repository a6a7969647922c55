using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;

namespace Projects.Domain.Tests.Issues;

/// <summary>What is true of every history, whoever tries whatever (DOMAIN 10).</summary>
public sealed class IssueProperties
{
    private static readonly Gen<Story> Walks = Gen.Select(Gen.Enum<Grade>(), Gen.Bool, Gen.Int[0, 3],
            Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99_999], Gen.Frequency((6, Gen.Const(0)), (3, Gen.Int[1, 3]), (1, Gen.Int[4, 12]))).Select((luck, roll, days) => new WalkStep(luck, roll, days)).Array[10, 120])
        .Select((grade, standing, start, steps) => RandomWalk.From(Start(grade, standing ? IssueKind.Standing : IssueKind.OneOff, start), steps));

    [Fact]
    public void Versions_have_no_gap_and_no_step_lies_after_its_recording_or_before_the_last() => Hold(story =>
    {
        Assert.Equal(Enumerable.Range(1, story.Journal.Length).Select(version => (long)version), story.Journal.Select(recorded => recorded.Version));
        Assert.Equal(story.Journal.Length, story.Project.Version);
        foreach (var history in Histories(story))
        {
            Assert.All(history, recorded => Assert.True(recorded.Effective <= DateOnly.FromDateTime(recorded.At.UtcDateTime)));
            Assert.Equal(history.Select(recorded => recorded.Effective).Order(), history.Select(recorded => recorded.Effective));
            Assert.Equal(history[^1].Version, story.Project.Issues[NumberOf(history[0])].Version);
        }
    }, times: 40);

    [Fact]
    public void A_number_is_given_once_and_its_original_due_never_moves() => Hold(story =>
    {
        foreach (var history in Histories(story))
        {
            Assert.Single(history, recorded => recorded.Event is IssueDrafted or IssueTakenOver);
            var due = history.Select(recorded => recorded.Event).Select(happened => happened switch { IssueRegistered e => e.Due, IssueTakenOver e => e.Due, _ => (DueDate?)null }).OfType<DueDate>().ToList();
            Assert.True(due.Count <= 1);
            Assert.Equal(due.Count == 0 ? null : due[0], story.Project.Issues[NumberOf(history[0])].OriginalDue);
        }
    }, times: 40);

    [Fact]
    public void Every_closing_was_judged_by_enough_people_who_had_no_part_in_it() => Hold(story =>
    {
        foreach (var history in Histories(story))
        {
            for (var i = 0; i < history.Count; i++)
            {
                if (history[i].Event is IssueClosed or IssueStageDone)
                    AssertJudged(story, history.Take(i).ToList());
            }
        }
    }, times: 200);

    [Fact]
    public void Nobody_decides_the_extension_they_asked_for_and_no_program_judges() => Hold(story =>
    {
        foreach (var extension in story.Project.Issues.Values.SelectMany(issue => issue.Extensions).Where(extension => extension.DecidedBy is not null))
            Assert.Empty(Behind(extension.RequestedBy).Intersect(Behind(extension.DecidedBy!)));
        Assert.DoesNotContain(story.Journal, recorded => recorded.By.Kind is ActorKind.Program
            && recorded.Event is VerificationRecorded or ClosureReturned or ClosureApproved or ExtensionDecided or IssueReopened or IssueVoided or IssueMerged or IssueSuspended or IssueTakenOver);
    }, times: 40);

    [Fact]
    public void No_condition_is_urged_twice_and_no_level_comes_before_its_time() => Hold(story =>
    {
        foreach (var history in Histories(story))
        {
            var urged = history.Where(recorded => recorded.Event is IssueUrged).Select(recorded => (IssueUrged)recorded.Event).ToList();
            Assert.Distinct(urged.Select(notice => (notice.Condition, notice.Level)));
            Assert.Equal(Enumerable.Range(1, urged.Count), urged.Select(notice => notice.Notice));
            foreach (var recorded in history.Where(recorded => recorded.Event is IssueUrged { Condition.Trigger: not UrgingTrigger.NearDue }))
                AssertInTurn(history, recorded, (IssueUrged)recorded.Event);
        }
    }, times: 100);

    [Fact]
    public void Rounds_go_up_by_one_and_hold_only_their_own_evidence() => Hold(story =>
    {
        foreach (var history in Histories(story))
        {
            var issue = story.Project.Issues[NumberOf(history[0])];
            Assert.Equal(issue.Rounds.Select((_, index) => (issue.TakenOver?.Round ?? 1) + index), issue.Rounds.Select(round => round.No));
            Assert.Equal(EvidenceByRound(history), issue.Rounds.Select(round => round.Evidence.Length));
            Assert.All(issue.Rounds.SkipLast(1), round => Assert.All(round.Requests, request => Assert.NotEqual(ClosureOutcome.Open, request.Outcome)));
        }
    }, times: 40);

    [Fact]
    public void Replaying_the_journal_gives_the_live_state_and_both_survive_json() => Hold(story =>
    {
        var live = Json(story.Project);
        var read = story.Journal.Select(recorded => recorded with { Event = Reread(recorded.Event) });
        Assert.Equal(live, Json(read.Aggregate(Project.Unknown(story.Project.Id), (project, recorded) => project.Evolve(recorded))));
        Assert.Equal(live, Json(JsonSerializer.Deserialize<Project>(live, DomainJson.Options)!));
    }, times: 40);

    [Fact]
    public void The_walks_see_every_event_but_the_one_that_needs_another_calendar()
    {
        // The same walks in every run: what they cover is not left to chance.
        var chance = new PCG(1, 20240112);
        var (happened, urged) = (new HashSet<Type>(), new HashSet<UrgingLevel>());
        for (var walk = 0; walk < 800; walk++)
        {
            var journal = Walks.Generate(chance, null, out _).Journal;
            happened.UnionWith(journal.Select(recorded => recorded.Event.GetType()));
            urged.UnionWith(journal.Select(recorded => recorded.Event).OfType<IssueUrged>().Select(notice => notice.Level));
        }
        Assert.Equal([nameof(DueRecomputed)], Family.MembersOf(typeof(IssueEvent)).Except(happened).Select(type => type.Name));
        Assert.Equal(Enum.GetValues<UrgingLevel>(), urged.Order());
        Assert.Superset(new HashSet<Type> { typeof(VisitRecorded), typeof(MeetingRecorded) }, happened);
    }

    private static void Hold(Action<Story> property, int times) => Walks.Sample(property, iter: times, print: Tell);

    private static string Tell(Story story) => string.Join('\n', story.Journal.Select(recorded =>
        $"{recorded.Version} {recorded.Effective:yyyy-MM-dd} {recorded.By.Person}{(recorded.By.For is { } lender ? $" for {lender}" : "")}: {EventJson.NameOf(recorded.Event).Name} {EventJson.Write(recorded.Event)}"));

    private static Story Start(Grade grade, IssueKind kind, int start) => start switch
    {
        0 => Given.ADraft(grade, kind),
        1 => Given.Rectifying(grade, kind),
        2 => Given.Rectified(grade, kind),
        _ => Given.Requested(grade),
    };

    // The duties are gathered from the journal alone, not from the state the rules keep.
    private static void AssertJudged(Story story, List<Recorded> before)
    {
        var opened = before.FindLastIndex(recorded => recorded.Event is IssueRegistered or IssueReopened or IssueTakenOver);
        var asked = before.FindLastIndex(recorded => recorded.Event is ClosureRequested);
        var terms = before[opened].Event switch { IssueRegistered e => e.Terms, IssueReopened e => e.Terms, IssueTakenOver e => e.Terms, _ => throw new InvalidOperationException() };
        var rectifiers = before.Skip(opened)
            .Where(recorded => recorded.Event is ProgressReported or MeasureCompleted or MeasureAdded or EvidenceAdded or IssueSelfChecked or ClosureRequested or UrgingReplied)
            .SelectMany(recorded => Behind(recorded.By)).ToHashSet();
        var findings = before.Skip(asked).Where(recorded => recorded.Event is VerificationRecorded).ToList();
        var verifiers = findings.SelectMany(recorded => Behind(recorded.By).Append(((VerificationRecorded)recorded.Event).Verifier)).ToHashSet();
        var approval = Assert.Single(before.Skip(asked), recorded => recorded.Event is ClosureApproved);
        var leader = story.Project.Issues[NumberOf(before[0])].Particulars.Leader!.Value;

        Assert.Equal(terms.Verifiers, findings.Select(recorded => recorded.By.Person).Distinct().Count());
        Assert.Equal(terms.Verifiers, findings.Select(recorded => ((VerificationRecorded)recorded.Event).Verifier).Distinct().Count());
        Assert.Empty(rectifiers.Intersect(verifiers));
        Assert.Empty(Behind(approval.By).Intersect([.. rectifiers, .. verifiers, leader]));
        Assert.True(Policy.ApproverLevelOf(approval.By.Role) >= terms.ApproverLevel);
    }

    // From the journal alone: the level below went first, had its reply time, and no reply that was accepted holds it still.
    private static void AssertInTurn(List<Recorded> history, Recorded recorded, IssueUrged notice)
    {
        var below = history.Select(earlier => earlier.Event).OfType<IssueUrged>().SingleOrDefault(earlier => earlier.Condition == notice.Condition && earlier.Level == notice.Level - 1);
        Assert.Equal(notice.Level == UrgingTurn.FirstLevelOf(notice.Condition.Trigger), below is null);
        if (below is null)
            return;
        var said = history.TakeWhile(earlier => earlier.Version < recorded.Version).Select(earlier => earlier.Event).ToList();
        var reply = said.OfType<UrgingReplied>().LastOrDefault(reply => reply.Notice == below.Notice);
        var settled = said.OfType<UrgingSettled>().LastOrDefault(settled => settled.Notice == below.Notice);
        Assert.True(settled is { Accepted: true } ? reply!.PromisedOn < recorded.Effective : below.ReplyBy < recorded.Effective);
        Assert.Equal(said.OfType<UrgingReplied>().Count(reply => reply.Notice == below.Notice), said.OfType<UrgingSettled>().Count(settled => settled.Notice == below.Notice));
    }

    private static IEnumerable<PersonId> Behind(By by) => by.For is { } lender ? [by.Person, lender] : [by.Person];

    private static IEnumerable<List<Recorded>> Histories(Story story) =>
        story.Journal.Where(recorded => recorded.Event is IssueEvent).GroupBy(NumberOf).Select(history => history.ToList());

    private static IssueNumber NumberOf(Recorded recorded) => ((IssueEvent)recorded.Event).Number;

    private static ImmutableArray<int> EvidenceByRound(List<Recorded> history)
    {
        var counts = ImmutableArray.CreateBuilder<int>();
        foreach (var happened in history.Select(recorded => recorded.Event))
        {
            if (happened is IssueRegistered or IssueReopened or IssueTakenOver)
                counts.Add(0);
            else if (happened is EvidenceAdded)
                counts[^1]++;
        }
        return counts.ToImmutable();
    }

    private static Event Reread(Event happened)
    {
        var (name, schema) = EventJson.NameOf(happened);
        return EventJson.Read(name, schema, EventJson.Write(happened));
    }

    private static string Json(Project project) => JsonSerializer.Serialize(project, DomainJson.Options);
}
