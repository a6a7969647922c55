using static Projects.Domain.Tests.Issues.Cast;

namespace Projects.Domain.Tests.Issues;

/// <summary>The whole life of an issue, and what each state allows (DOMAIN 4).</summary>
public sealed class LifecycleTests
{
    public static TheoryData<IssueState> States => [.. Enum.GetValues<IssueState>()];

    public static TheoryData<Type> Commands => [.. Family.MembersOf(typeof(IssueCommand))];

    [Fact]
    public void Five_people_take_an_issue_from_the_draft_to_the_file()
    {
        var story = Given.Filed;

        Assert.Equal(IssueState.Filed, story.Issue.State);
        Assert.Equal(new DateOnly(2024, 1, 15), story.Issue.ClosedOn);
        Assert.Equal("备〔2024〕1号", story.Issue.FilingNumber);
        var request = story.Issue.Rounds[^1].Requests[^1];
        Assert.Equal([Head, Ann, Chief], new[] { request.By.Person, request.Verifications[0].By.Person, request.Approval!.By.Person });
        Assert.Equal(ClosureOutcome.Done, request.Outcome);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_story_reaches_every_state(IssueState state) => Assert.Equal(state, Given.In(state).Issue.State);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_on_an_issue_is_routed_and_offered(Type command)
    {
        var verb = char.ToLowerInvariant(command.Name[0]) + command.Name[1..];
        verb = verb.Replace("Issue", "", StringComparison.Ordinal);
        Assert.Contains(verb, IssueVerbs.All);
        Assert.NotEqual(new Text("", ""), IssueVerbs.LabelOf(verb));
        Assert.True(CommandSamples.All.ContainsKey(command), $"{command.Name} has no sample");
        foreach (var state in Enum.GetValues<IssueState>())
            Given.In(state).When(Clerk, CommandSamples.All[command]);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_command_the_state_does_not_allow_is_refused_and_told_what_is(IssueState state)
    {
        var story = Given.In(state);
        foreach (var (type, command) in CommandSamples.All)
        {
            foreach (var who in Everyone)
            {
                if (story.When(who, command).Decision is Decision.Refused { Refusal: WrongIssueState refusal })
                {
                    Assert.Equal(state, refusal.State);
                    Assert.DoesNotContain(IssueVerbs.All.Single(verb => verb == Verb(type)), refusal.Allowed);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void What_a_page_offers_is_what_the_rules_accept(IssueState state)
    {
        var story = Given.In(state);
        foreach (var who in Everyone)
        {
            foreach (var action in story.ActionsOf(who).Where(action => !action.Allowed))
            {
                var command = CommandSamples.All.Single(sample => Verb(sample.Key) == action.Verb).Value;
                Assert.IsNotType<Decision.Accepted>(story.When(who, command).Decision);
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Nobody_without_business_may_do_anything(IssueState state)
    {
        var story = Given.In(state);
        foreach (var who in new[] { Stranger, Auditor, Administrator })
        {
            Assert.Equal(IssueVerbs.All, story.ActionsOf(who).Select(action => action.Verb));
            Assert.All(story.ActionsOf(who), action => Assert.Equal(Reason.Forbidden, action.WhyNot?.Reason));
        }
    }

    [Fact]
    public void A_program_may_write_but_never_judge()
    {
        var judging = new[] { "decideExtension", "recordVerification", "returnForRework", "approveClosure", "settleObjection", "recordReview", "reopen", "suspend", "resume", "void", "merge" };
        foreach (var state in Enum.GetValues<IssueState>())
        {
            var refused = Given.In(state).ActionsOf(Chief, ActorKind.Program).Where(action => action.WhyNot is PersonNeeded).Select(action => action.Verb);
            Assert.Equal(judging, refused);
        }
        Given.Rectifying().When(Handler, new ReportProgress(Given.Number, "已下单"), kind: ActorKind.Program).ThenState(IssueState.Rectifying);
        Given.Verified().When(Chief, new ApproveClosure(Given.Number), kind: ActorKind.Program).ThenRefused<PersonNeeded>(Reason.Forbidden);
    }

    [Fact]
    public void An_issue_that_is_not_there_is_not_found() =>
        Given.AList.When(Clerk, new RegisterIssue(Given.Number)).ThenRefused(new NotFound("issue", "WZ-001"));

    [Fact]
    public void A_caller_who_saw_an_older_version_is_told()
    {
        var story = Given.Registered();
        story.When(Head, new AcceptIssue(Given.Number) { Expected = story.Issue.Version - 1 }).ThenRefused(new ChangedMeanwhile(story.Issue.Version - 1, story.Issue.Version));
        story.When(Head, new AcceptIssue(Given.Number) { Expected = story.Issue.Version }).ThenState(IssueState.Rectifying);
    }

    [Fact]
    public void A_step_is_not_entered_before_the_one_it_follows() =>
        Given.Registered().On(2024, 1, 10).When(Head, new AcceptIssue(Given.Number), on: new(2024, 1, 5)).ThenFaultIn("effective_date");

    [Fact]
    public void A_step_of_a_few_days_ago_is_entered_for_its_own_day()
    {
        var story = Given.Registered().On(2024, 1, 10).When(Head, new AcceptIssue(Given.Number), on: new(2024, 1, 9)).Accepted();
        Assert.Equal(new DateOnly(2024, 1, 9), story.Issue.AcceptedOn);
    }

    [Fact]
    public void A_step_lies_neither_in_the_future_nor_far_back()
    {
        Given.Registered().When(Head, new AcceptIssue(Given.Number), on: new(2024, 1, 9)).ThenRefused<DayInFuture>(Reason.FutureDate);
        Given.Registered().On(2024, 3, 1).When(Head, new AcceptIssue(Given.Number), on: new(2024, 1, 9)).ThenRefused<DayTooFarBack>(Reason.TooLate);
    }

    private static string Verb(Type command)
    {
        var name = command.Name.Replace("Issue", "", StringComparison.Ordinal);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
