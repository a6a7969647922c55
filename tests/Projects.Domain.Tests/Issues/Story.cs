using System.Collections.Immutable;
using System.Text.Json;

namespace Projects.Domain.Tests.Issues;

/// <summary>What has happened so far, told through the real rules. Immutable: a test branches off where it likes.</summary>
internal sealed record Story(Project Project, Park Park, WorkCalendar Calendar, DateOnly Today, ImmutableArray<Recorded> Journal)
{
    public Issue Issue => Project.Issues[Given.Number];

    /// <summary>Goes on at a later day.</summary>
    public Story On(int year, int month, int day) => this with { Today = new(year, month, day) };

    public Story AfterWorkingDays(int days) => this with { Today = Calendar.AddWorkingDays(Today, days) };

    public Story In(Func<Park, Park> change) => this with { Park = change(Park) };

    /// <summary>A person lends an appointment to another, from the first to the last day of the story's year.</summary>
    public Story Lending(PersonId from, Role role, UnitCode unit, PersonId to) =>
        In(park => park.Knowing(new DelegationGiven(from, role, unit, to, new(Today.Year, 1, 1), new(Today.Year, 12, 31))));

    /// <summary>The park keeps a list of kinds from here on.</summary>
    public Story Keeping(Vocabulary vocabulary, ImmutableArray<string> terms) => In(park => park.Knowing(new VocabularySet(vocabulary, terms)));

    public Story Appointing(PersonId person, Role role, UnitCode unit) => In(park => park.Knowing(new AppointmentMade(person, role, unit, Today, null)));

    /// <summary>Does it, and would not go on if it were refused.</summary>
    public Story Then(PersonId who, params ProjectCommand[] commands) => commands.Aggregate(this, (story, command) => story.When(who, command).Accepted());

    /// <summary>The question of a test: somebody gives a command, today or for an earlier day.</summary>
    public Answer When(PersonId who, ProjectCommand command, DateOnly? on = null, ActorKind kind = ActorKind.Person)
    {
        var stamp = new Stamp(Park.Actor(who, Today, kind), At(Today), Today, on ?? Today, $"request-{Project.Version + 1}");
        return new Answer(this, stamp, Project.Decide(command, stamp, Park, Calendar));
    }

    /// <summary>What the page of this person offers.</summary>
    public ImmutableArray<IssueAction> ActionsOf(PersonId who, ActorKind kind = ActorKind.Person, IssueNumber? number = null) =>
        Actions.For(new Matter(Project, new Stamp(Park.Actor(who, Today, kind), At(Today), Today, Today, "ask"), Park, Calendar), number ?? Given.Number);

    public Story Recording(Decision.Accepted accepted, Stamp stamp) => accepted.Events.Aggregate(this, (story, happened) =>
    {
        var recorded = new Recorded(story.Project.Version + 1, happened, accepted.By, stamp.Effective, stamp.At, stamp.RequestId, Park.Version);
        return story with { Project = story.Project.Evolve(recorded), Journal = story.Journal.Add(recorded) };
    });

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(2, 0), TimeSpan.Zero);
}

/// <summary>What the rules answered, and what a test expects of it.</summary>
internal sealed record Answer(Story Before, Stamp Stamp, Decision Decision)
{
    public Story Accepted() => Decision switch
    {
        Decision.Accepted accepted => Before.Recording(accepted, Stamp),
        Decision.Refused refused => throw new Xunit.Sdk.XunitException($"Refused: {Json(refused.Refusal)}"),
        _ => throw new Xunit.Sdk.XunitException("It was so already."),
    };

    /// <summary>Exactly these events, in this order.</summary>
    public Story Then(params Event[] events)
    {
        var after = Accepted();
        Assert.Equal(events.Select(Json), ((Decision.Accepted)Decision).Events.Select(Json));
        return after;
    }

    public Story ThenState(IssueState state)
    {
        var after = Accepted();
        Assert.Equal(state, after.Issue.State);
        return after;
    }

    public void ThenRefused(Refusal expected) => Assert.Equal(Json(expected), Json(Refusal()));

    public TRefusal ThenRefused<TRefusal>(Reason reason) where TRefusal : Refusal
    {
        var refusal = Assert.IsType<TRefusal>(Refusal());
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }

    /// <summary>Refused, and the field is named.</summary>
    public void ThenFaultIn(string field) => Assert.Contains(Refusal().Fields, fault => fault.Field == field);

    /// <summary>Nothing is recorded and the caller is told of success (STYLE 9).</summary>
    public void ThenAlreadySo() => Assert.IsType<Decision.AlreadySo>(Decision);

    public Refusal Refusal() => Decision is Decision.Refused refused ? refused.Refusal : throw new Xunit.Sdk.XunitException($"Not refused: {Decision}");

    private static string Json(object said) => $"{said.GetType().Name} {JsonSerializer.Serialize(said, said.GetType(), DomainJson.Options)}";
}
