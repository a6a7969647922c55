using Projects.Host.Gateway;

namespace Projects.Gateway.Tests.Wire;

/// <summary>The contract's enumerations follow the domain's, name by name, so that a number is all it takes to go from one to the other.</summary>
public sealed class EnumsTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(Qualifier), typeof(V1.Qualifier) }, { typeof(DayBasis), typeof(V1.DayBasis) }, { typeof(Role), typeof(V1.Role) },
        { typeof(ApprovalOrder), typeof(V1.ApprovalOrder) }, { typeof(ProjectKind), typeof(V1.ProjectKind) }, { typeof(Stage), typeof(V1.Stage) },
        { typeof(MilestoneState), typeof(V1.MilestoneState) }, { typeof(InvestmentBasis), typeof(V1.InvestmentBasis) },
        { typeof(InvestmentCategory), typeof(V1.InvestmentCategory) }, { typeof(Tier), typeof(V1.Tier) }, { typeof(Measure), typeof(V1.Measure) },
        { typeof(ListStatus), typeof(V1.ListStatus) }, { typeof(Grade), typeof(V1.Grade) }, { typeof(IssueKind), typeof(V1.IssueKind) },
        { typeof(IssueState), typeof(V1.IssueState) }, { typeof(ReopenCause), typeof(V1.ReopenCause) }, { typeof(ClosureOutcome), typeof(V1.ClosureOutcome) },
        { typeof(UrgingLevel), typeof(V1.UrgingLevel) }, { typeof(UrgingTrigger), typeof(V1.UrgingTrigger) }, { typeof(UrgingState), typeof(V1.UrgingState) },
        { typeof(ReportState), typeof(V1.WeeklyReportState) },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Each_member_has_its_own_on_the_wire(Type domain, Type wire) =>
        Assert.Equal([.. Enum.GetNames(domain).Prepend("Unspecified")], Enum.GetNames(wire));

    [Fact]
    public void A_root_cause_not_known_is_one_not_given() =>
        Assert.Equal([.. Enum.GetNames<RootCause>().Skip(1).Prepend("Unspecified")], Enum.GetNames<V1.RootCause>());

    [Fact]
    public void No_light_is_off_and_each_light_keeps_its_colour()
    {
        Assert.Equal(V1.Light.Off, ((Light?)null).ToWire());
        Assert.Equal([V1.Light.Green, V1.Light.Yellow, V1.Light.Red], Enum.GetValues<Light>().Select(light => ((Light?)light).ToWire()));
    }
}
