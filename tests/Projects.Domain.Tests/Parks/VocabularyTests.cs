using System.Collections.Immutable;
using Projects.Domain.Tests.Issues;

namespace Projects.Domain.Tests.Parks;

/// <summary>Where a park keeps a list of kinds, what is written from then on says one of them; what stands keeps its words.</summary>
public sealed class VocabularyTests
{
    private static readonly ImmutableArray<string> Categories = ["营商环境", "风险隐患", "基础设施"];

    private readonly Told told = Told.AProject();

    [Fact]
    public void A_list_is_kept_in_the_parks_order_and_none_is_free_text()
    {
        Assert.Empty(told.Park.TermsOf(Vocabulary.IssueCategory));
        told.Did("system-admin", new SetVocabulary(Vocabulary.IssueCategory, [.. Categories.Reverse()]));
        Assert.Equal(Categories.Reverse(), told.Park.TermsOf(Vocabulary.IssueCategory));
        Assert.Empty(told.Park.TermsOf(Vocabulary.IssueSource));
        told.Did("system-admin", new SetVocabulary(Vocabulary.IssueCategory, []));
        Assert.Empty(told.Park.TermsOf(Vocabulary.IssueCategory));
    }

    [Fact]
    public void Saying_it_again_changes_nothing_and_only_the_system_administrator_says_it()
    {
        told.AlreadySo("system-admin", new SetVocabulary(Vocabulary.IssueSource, []));
        told.Did("system-admin", new SetVocabulary(Vocabulary.IssueSource, ["督查", "走访"]));
        told.AlreadySo("system-admin", new SetVocabulary(Vocabulary.IssueSource, ["督查", " 走访 "]));
        told.Refused<RoleMissing>("ledger", new SetVocabulary(Vocabulary.IssueSource, ["督查"]));
        told.Refused<PersonNeeded>("system-admin", new SetVocabulary(Vocabulary.IssueSource, ["督查"]), kind: ActorKind.Program);
    }

    [Fact]
    public void A_list_without_meaning_is_refused()
    {
        Assert.Equal("terms[1]", Fault(new(Vocabulary.IssueSource, ["督查", " "])));
        Assert.Equal("terms", Fault(new(Vocabulary.IssueSource, ["督查", "督查 "])));
        Assert.Equal("terms", Fault(new(Vocabulary.IssueSource, [.. Enumerable.Range(1, 51).Select(number => $"来源{number}")])));
        Assert.Equal("terms[0]", Fault(new(Vocabulary.IssueSource, [new string('长', 41)])));
        Assert.Equal("vocabulary", Fault(new((Vocabulary)9, ["督查"])));
    }

    [Fact]
    public void A_draft_says_a_term_of_the_list_or_nothing()
    {
        var story = Given.AList.Keeping(Vocabulary.IssueCategory, Categories);
        var refusal = story.When(Cast.Clerk, Draft("营商")).ThenRefused<InvalidFields>(Reason.Invalid);
        Assert.Equal("category", Assert.Single(refusal.Fields).Field);
        Assert.Equal(new Text("须从本园区的问题类别中选择：营商环境、风险隐患、基础设施", "must be one of the park's terms for issue category: 营商环境, 风险隐患, 基础设施"), refusal.Fields[0].Fault);
        story.Then(Cast.Clerk, Draft(" 营商环境 "), Draft(null));
    }

    [Fact]
    public void A_draft_older_than_the_list_may_be_amended_as_it_is_but_not_registered()
    {
        var story = Given.AList.Then(Cast.Clerk, Draft("旧类别")).Keeping(Vocabulary.IssueCategory, Categories);
        story = story.Then(Cast.Clerk, new AmendIssue(Given.Number, Given.Particulars with { Category = "旧类别", Remark = "补充" }));
        story.When(Cast.Clerk, new AmendIssue(Given.Number, Given.Particulars with { Category = "另一类别" })).ThenFaultIn("category");

        story.When(Cast.Clerk, new RegisterIssue(Given.Number)).ThenFaultIn("category");
        Assert.Equal("category", story.ActionsOf(Cast.Clerk).Single(action => action.Verb == "register").WhyNot!.Fields[0].Field);

        story.Then(Cast.Clerk, new AmendIssue(Given.Number, Given.Particulars with { Category = "基础设施" }), new RegisterIssue(Given.Number));
    }

    [Fact]
    public void What_stands_in_the_books_keeps_its_words()
    {
        var story = Given.AList.Then(Cast.Clerk, Draft("旧类别"), new RegisterIssue(Given.Number)).Keeping(Vocabulary.IssueCategory, Categories);
        story = story.Then(Cast.Head, new AcceptIssue(Given.Number));
        Assert.Equal("旧类别", story.Issue.Particulars.Category);
        story.When(Cast.Clerk, new RegisterIssue(Given.Number)).ThenRefused<WrongIssueState>(Reason.WrongState);
    }

    [Fact]
    public void A_take_over_states_what_its_document_states()
    {
        var story = Given.AList.Keeping(Vocabulary.IssueCategory, Categories).Keeping(Vocabulary.IssueSource, ["督查"]);
        var stated = new TakeOver("台账〔2023〕7号", IssueState.Rectifying, story.Today.AddDays(-30), AcceptedOn: story.Today.AddDays(-29));
        story.Then(Cast.Clerk, new TakeOverIssue(Given.List, null, Given.Particulars with { Category = "旧类别", Source = "旧来源" }, stated));
    }

    [Fact]
    public void A_project_names_a_task_force_of_the_list_or_the_one_it_had()
    {
        told.Did("officer", new AmendProject(Told.Particulars with { TaskForce = "老专班" }));
        told.Did("system-admin", new SetVocabulary(Vocabulary.TaskForce, ["锂电专班", "钛材专班"]));
        Assert.Equal("task_force", told.Refused<InvalidFields>("officer", new AmendProject(Told.Particulars with { TaskForce = "别的专班" })).Faults[0].Field);
        told.Did("officer", new AmendProject(Told.Particulars with { TaskForce = "老专班", Description = "补充" }));
        told.Did("officer", new AmendProject(Told.Particulars with { TaskForce = "锂电专班" }));
    }

    [Fact]
    public void A_long_list_is_named_in_part()
    {
        var terms = Enumerable.Range(1, 30).Select(number => $"类别{number:00}").ToImmutableArray();
        var fault = Given.AList.Keeping(Vocabulary.IssueCategory, terms).When(Cast.Clerk, Draft("别的")).Refusal().Fields[0].Fault;
        Assert.EndsWith("类别20 …", fault.Zh, StringComparison.Ordinal);
    }

    private static DraftIssue Draft(string? category) => new(Given.List, null, Given.Particulars with { Category = category });

    private string Fault(SetVocabulary command) => Assert.Single(told.Refused<InvalidFields>("system-admin", command).Faults).Field;
}
