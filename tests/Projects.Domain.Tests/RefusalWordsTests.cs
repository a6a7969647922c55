using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Projects.Domain.Tests;

/// <summary>Every "no" has words in both languages (STYLE 10).</summary>
public sealed class RefusalWordsTests
{
    public static TheoryData<Type> Refusals => [.. Family.MembersOf(typeof(Refusal))];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_words_in_both_languages(Type refusal)
    {
        var words = Words.Of(Example(refusal), Labels.Platform);
        Assert.Contains(words.Zh, character => character is >= '一' and <= '龥');
        Assert.DoesNotContain(words.En, character => character is >= '一' and <= '龥');
    }

    [Theory]
    [InlineData(typeof(IssueState))]
    [InlineData(typeof(ListStatus))]
    [InlineData(typeof(RootCause))]
    [InlineData(typeof(ReopenCause))]
    [InlineData(typeof(ClosureOutcome))]
    [InlineData(typeof(Duty))]
    public void Every_member_has_a_label_of_its_own(Type labelled)
    {
        var of = typeof(IssueWords).GetMethod("Of", BindingFlags.Public | BindingFlags.Static, [labelled])!;
        var labels = Enum.GetValues(labelled).Cast<object>().Select(member => (Text)of.Invoke(null, [member])!).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [Fact]
    public void Every_role_and_every_verb_has_a_label()
    {
        Assert.Equal(Enum.GetValues<Role>().Length, Enum.GetValues<Role>().Select(Words.Of).Distinct().Count());
        Assert.Equal(IssueVerbs.All.Length, IssueVerbs.All.Select(IssueVerbs.LabelOf).Distinct().Count());
    }

    [Fact]
    public void Words_say_what_happened_to_which_issue_and_what_to_do_next()
    {
        Assert.Equal("事项 WZ-001 的销号标准 2 没有第2轮的佐证。请上传本轮佐证，往轮材料不算。", Words.Of(new NoEvidence(new("WZ-001"), 2, [2]), Labels.Platform).Zh);
        Assert.Equal("Issue WZ-001 is on notice, which does not allow this. Possible now: return for rework, end the notice.",
            Words.Of(new WrongIssueState(new("WZ-001"), IssueState.OnNotice, ["returnForRework", "endNotice"]), Labels.Platform).En);
        Assert.Equal("您没有办理此事的任职。可由部门负责人（单位 economy）办理。", Words.Of(new RoleMissing([Role.UnitHead], new("economy")), Labels.Platform).Zh);
        Assert.Equal("事项 WZ-001 公示已计2个工作日，须满5个；异议 1 未处理，请先处理。", Words.Of(new NoticeRunning(new("WZ-001"), 2, 5, [1], []), Labels.Platform).Zh);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_reaches_another_silo_as_it_was(Type refusal)
    {
        var sent = JsonSerializer.Serialize(Example(refusal), DomainJson.Options);
        Assert.Equal(sent, JsonSerializer.Serialize(JsonSerializer.Deserialize<Refusal>(sent, DomainJson.Options), DomainJson.Options));
    }

    private static Refusal Example(Type refusal)
    {
        var constructor = refusal.GetConstructors().MinBy(candidate => candidate.GetParameters() is [{ ParameterType: var first }] && first.IsGenericType ? 0 : 1)!;
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType))]);
    }

    private static object? Sample(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Sample(underlying),
        _ when type == typeof(string) => "name",
        _ when type == typeof(ImmutableArray<FieldFault>) => ImmutableArray.Create(new FieldFault("field", new Text("有误", "is wrong"))),
        _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("accept"),
        _ when type == typeof(ImmutableArray<int>) => ImmutableArray.Create(1, 2),
        _ when type == typeof(ImmutableArray<Role>) => ImmutableArray.Create(Role.UnitHead),
        _ when type == typeof(ImmutableArray<PersonId>) => ImmutableArray.Create(new PersonId("ann")),
        _ when type == typeof(ImmutableArray<IssueNumber>) => ImmutableArray.Create(new IssueNumber("WZ-001")),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => type.GetField("Empty")!.GetValue(null),
        _ when type.GetConstructor([typeof(string)]) is { } identifier => identifier.Invoke(["name"]),
        _ => Activator.CreateInstance(type),
    };
}
