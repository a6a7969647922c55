using static Projects.Domain.Tests.Issues.Cast;
using static Projects.Domain.Tests.Issues.Given;

namespace Projects.Domain.Tests.Issues;

/// <summary>清单: DRAFT → ISSUED → ARCHIVED, and quoted totals (DOMAIN 3).</summary>
public sealed class ListTests
{
    private static readonly QuoteTotals Quote = new(List, Figure.Parse("90余"), Figure.Parse("70余"), "人民日报 2024-01-08");

    public static TheoryData<Type> Commands => [.. Family.MembersOf(typeof(ListCommand))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_on_a_list_is_routed(Type command)
    {
        ListCommand sample = command.Name switch
        {
            nameof(OpenList) => new OpenList(List, Given.ListParticulars),
            nameof(IssueTheList) => new IssueTheList(List),
            nameof(ArchiveList) => new ArchiveList(List),
            _ => Quote,
        };
        Assert.Equal(command, sample.GetType());
        foreach (var story in new[] { AProject, ADraftList, AList })
            Assert.NotNull(story.When(Clerk, sample).Decision);
    }

    [Fact]
    public void The_ledger_office_or_a_project_officer_opens_a_list()
    {
        foreach (var who in new[] { Clerk, Responsible })
            AProject.When(who, new OpenList(List, Given.ListParticulars)).Then(new ListOpened(List, Given.ListParticulars));
        AProject.When(Handler, new OpenList(List, Given.ListParticulars)).ThenRefused(new RoleMissing([Role.LedgerOffice, Role.ProjectOfficer]));
    }

    [Fact]
    public void Opening_it_twice_is_so_already_and_another_of_the_same_code_is_not()
    {
        AList.When(Clerk, new OpenList(List, Given.ListParticulars)).ThenAlreadySo();
        AList.When(Clerk, new OpenList(List, Given.ListParticulars with { Name = "另一张" })).ThenRefused(new NameTaken("list", "wz"));
    }

    [Fact]
    public void A_list_says_what_it_is()
    {
        AProject.When(Clerk, new OpenList(new("清单"), Given.ListParticulars)).ThenFaultIn("list");
        AProject.When(Clerk, new OpenList(new(new string('a', 31)), Given.ListParticulars)).ThenFaultIn("list");
        AProject.When(Clerk, new OpenList(List, Given.ListParticulars with { Name = "" })).ThenFaultIn("name");
        AProject.When(Clerk, new OpenList(List, Given.ListParticulars with { Source = "" })).ThenFaultIn("source");
        AProject.When(Clerk, new OpenList(List, Given.ListParticulars with { Tier = (Tier)9 })).ThenFaultIn("tier");
        AProject.When(Clerk, new OpenList(List, Given.ListParticulars with { Measure = (Measure)9 })).ThenFaultIn("measure");
    }

    [Fact]
    public void Issuing_twice_is_so_already()
    {
        ADraftList.When(Clerk, new IssueTheList(List)).Then(new ListIssued(List));
        AList.When(Clerk, new IssueTheList(List)).ThenAlreadySo();
        ADraftList.When(Responsible, new IssueTheList(List)).ThenRefused<RoleMissing>(Reason.Forbidden);
        AProject.When(Clerk, new IssueTheList(List)).ThenRefused(new NotFound("list", "wz"));
    }

    [Fact]
    public void A_list_is_archived_when_nothing_in_it_is_open()
    {
        foreach (var state in new[] { IssueState.Closed, IssueState.Filed, IssueState.Void })
            In(state).When(Clerk, new ArchiveList(List)).Then(new ListArchived(List));
        foreach (var state in Enum.GetValues<IssueState>().Except([IssueState.Closed, IssueState.Filed, IssueState.Void]))
            In(state).When(Clerk, new ArchiveList(List)).ThenRefused(new ListNotEmpty(List, [Number]));
    }

    [Fact]
    public void An_archived_list_stays_archived_and_takes_nothing()
    {
        var story = AList.Then(Clerk, new ArchiveList(List));
        story.When(Clerk, new ArchiveList(List)).ThenAlreadySo();
        story.When(Clerk, new IssueTheList(List)).ThenRefused(new WrongListStatus(List, ListStatus.Archived, []));
        story.When(Clerk, Quote).ThenRefused<WrongListStatus>(Reason.WrongState);
        ADraftList.When(Clerk, new ArchiveList(List)).ThenRefused(new WrongListStatus(List, ListStatus.Draft, ["issue", "quoteTotals"]));
    }

    [Fact]
    public void Totals_are_quoted_as_the_source_has_them()
    {
        var story = AList.When(Clerk, Quote).Then(new TotalsQuoted(List, Figure.Parse("90余"), Figure.Parse("70余"), "人民日报 2024-01-08"));
        Assert.Equal(new QuotedTotals(Figure.Parse("90余"), Figure.Parse("70余"), "人民日报 2024-01-08", Start), story.Project.Lists[List].Quoted);
        story.When(Clerk, Quote).ThenAlreadySo();
        story.When(Clerk, Quote with { Done = Figure.Parse("80余") }).Accepted();
        AList.When(Clerk, Quote with { Source = "" }).ThenFaultIn("source");
        AList.When(Clerk, Quote with { Done = Figure.Exactly(120) }).ThenFaultIn("done");
        AList.When(Handler, Quote).ThenRefused<RoleMissing>(Reason.Forbidden);
    }

    [Fact]
    public void A_caller_who_saw_an_older_list_is_told()
    {
        var version = AList.Project.Lists[List].Version;
        AList.When(Clerk, Quote with { Expected = version - 1 }).ThenRefused(new ChangedMeanwhile(version - 1, version));
        AList.When(Clerk, Quote with { Expected = version }).Accepted();
    }
}
