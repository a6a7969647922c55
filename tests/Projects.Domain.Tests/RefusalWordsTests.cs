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
        var words = Words.Of(Example(refusal), Naming.Platform);
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
        Assert.Equal("事项 WZ-001 的销号标准 2 没有第2轮的佐证。请上传本轮佐证，往轮材料不算。", Words.Of(new NoEvidence(new("WZ-001"), 2, [2]), Naming.Platform).Zh);
        Assert.Equal("Issue WZ-001 is on notice, which does not allow this. Possible now: return for rework, end the notice.",
            Words.Of(new WrongIssueState(new("WZ-001"), IssueState.OnNotice, ["returnForRework", "endNotice"]), Naming.Platform).En);
        Assert.Equal("您没有办理此事的任职。可由部门负责人（单位：economy）办理。", Words.Of(new RoleMissing([Role.UnitHead], new("economy")), Naming.Platform).Zh);
        Assert.Equal("事项 WZ-001 公示已计2个工作日，须满5个；异议 1 未处理，请先处理。", Words.Of(new NoticeRunning(new("WZ-001"), 2, 5, [1], []), Naming.Platform).Zh);
    }

    [Fact]
    public void Words_call_people_units_milestones_phases_and_lists_by_their_names()
    {
        var park = Park.Unknown(new("demo")) with
        {
            People = ImmutableSortedDictionary<PersonId, Person>.Empty.Add(new("ann"), new(new("ann"), "安工")),
            Units = ImmutableSortedDictionary<UnitCode, Unit>.Empty.Add(new("economy"), new(new("economy"), "经济发展局", null)),
        };
        var project = Project.Unknown(new(park.Code, new("lithium"))) with
        {
            Milestones = ImmutableSortedDictionary<MilestoneCode, Milestone>.Empty.Add(new("trial"), new() { Code = new("trial"), Name = "试生产", Baseline = new(2024, 3, 1), Version = 1 }),
            Phases = ImmutableSortedDictionary<PhaseCode, Phase>.Empty.Add(new("p1"), new() { Code = new("p1"), Name = "一期", Stage = Stage.Suspended, Since = new(2024, 1, 1), Version = 1 }),
            Lists = ImmutableSortedDictionary<ListCode, IssueList>.Empty.Add(
                new("committee"), new() { Code = new("committee"), Particulars = new("党工委清单", Tier.Committee, "主题教育", Measure.Closed), Status = ListStatus.Archived, Version = 1 }),
        };
        var names = Naming.Of(park, project);

        Assert.Equal(
            new("节点“试生产”由安工（或其委托人）上报，须由他人核实。", "Milestone “试生产” was reported by 安工 or for them; somebody else must verify it."),
            Words.Of(new MilestoneDutiesNotSeparate(new("trial"), new("ann"), MilestoneDuty.Reporter), names));
        Assert.Equal("节点“后续”的前置节点未核实：试生产。请先完成并核实。", Words.Of(new PredecessorsOpen(new("后续"), [new("trial")]), names).Zh);
        Assert.Equal("分期“一期”正在停工。请先复工。", Words.Of(new WrongStage(new("p1"), Stage.Suspended, []), names).Zh);
        Assert.Equal("清单“党工委清单”已归档，不再收新事项。请选用在用的清单。", Words.Of(new ListNotIssued(new("committee"), ListStatus.Archived), names).Zh);
        Assert.Equal("核查人 安工 对事项 WZ-001 的意见已记录，不能更改。", Words.Of(new VerifierDoneAlready(new("WZ-001"), new("ann")), names).Zh);
        Assert.Equal("安工未在经济发展局任“部门负责人”", Words.Of(new NothingToEnd("appointment", new("ann"), Role.UnitHead, new("economy")), names).Zh);
        Assert.Equal("您没有办理此事的任职。可由部门负责人（单位：经济发展局）办理。", Words.Of(new RoleMissing([Role.UnitHead], new("economy")), names).Zh);
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
