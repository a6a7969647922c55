using Google.Rpc;
using Grpc.Core;
using Projects.Host.Gateway;
using FieldMask = Google.Protobuf.WellKnownTypes.FieldMask;
using V1 = Projects.V1;

namespace Projects.Gateway.Tests.Wire;

/// <summary>What is shown can be sent back: a park's policy comes through the wire as it went, and a mask changes what it names.</summary>
public sealed class RoundTripTests
{
    private static readonly Park Park = Park.Unknown(new("panzhihua")) with { Version = 7 };

    [Fact]
    public void A_policy_comes_back_as_it_went()
    {
        var fields = new WireFields(Language.English);

        var back = ParkMessages.PolicyOf(Park).ToPolicy(UrgingPolicy.Default, fields);

        fields.Check();
        Assert.True(Policy.Default.SaysTheSameAs(back));
    }

    [Fact]
    public void A_mask_changes_what_it_names_and_nothing_else()
    {
        var said = new V1.Policy { NoticeWorkingDays = 3, MaxExtensions = 9 };
        var fields = new WireFields(Language.English);

        var policy = UpdateMask.Apply(FieldMask.FromString("notice_working_days"), said, ParkMessages.PolicyOf(Park)).ToPolicy(UrgingPolicy.Default, fields);

        fields.Check();
        Assert.True((Policy.Default with { NoticeWorkingDays = 3 }).SaysTheSameAs(policy));
    }

    [Fact]
    public void A_grade_with_two_rules_is_invalid()
    {
        var said = ParkMessages.PolicyOf(Park);
        said.Closing.Add(said.Closing[0]);
        var fields = new WireFields(Language.English);

        said.ToPolicy(UrgingPolicy.Default, fields);

        Assert.Contains("policy.closing[3].grade", Faults(fields));
    }

    [Fact]
    public void A_field_that_cannot_change_is_not_taken_silently()
    {
        var fields = new WireFields(Language.English);

        UpdateMask.Check(FieldMask.FromString("display_name,parent_unit"), fields, "display_name");

        Assert.Equal(["update_mask"], Faults(fields));
    }

    [Theory]
    [InlineData("", "code", false)]
    [InlineData("display_name desc", "display_name", true)]
    [InlineData("code asc", "code", false)]
    public void An_order_is_one_of_those_named(string asked, string field, bool descending) =>
        Assert.Equal((field, descending), new WireFields(Language.English).Order(asked, "code", "display_name"));

    [Theory]
    [InlineData("stage")]
    [InlineData("code down")]
    [InlineData("desc")]
    [InlineData("code, display_name")]
    public void Any_other_order_is_invalid(string asked)
    {
        var fields = new WireFields(Language.English);

        fields.Order(asked, "code", "display_name");

        Assert.Equal(["order_by"], Faults(fields));
    }

    private static IEnumerable<string> Faults(WireFields fields) =>
        Assert.Throws<RpcException>(fields.Check).GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(violation => violation.Field);
}
