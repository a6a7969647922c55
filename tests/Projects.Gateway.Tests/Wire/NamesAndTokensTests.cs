using Grpc.Core;
using Projects.Host.Gateway;

namespace Projects.Gateway.Tests.Wire;

public sealed class NamesAndTokensTests
{
    private static readonly ProjectId Project = new(ParkCode.Of("panzhihua"), ProjectCode.Of("lfp"));

    [Fact]
    public void A_name_reads_back_as_what_it_names()
    {
        var fields = new WireFields(Language.English);
        Assert.Equal((Project, IssueNumber.Of("整改-2024.01")), fields.IssueName(ResourceName.Of(Project, IssueNumber.Of("整改-2024.01")), "name"));
        Assert.Equal((Project, ListCode.Of("committee")), fields.ListName(ResourceName.Of(Project, ListCode.Of("committee")), "name"));
        Assert.Equal((Project, MilestoneCode.Of("m-1")), fields.MilestoneName(ResourceName.Of(Project, MilestoneCode.Of("m-1")), "name"));
        Assert.Equal(Project, fields.ProjectName(ResourceName.Of(Project), "name"));
        Assert.Equal(UnitCode.Of("economy"), fields.Unit(ResourceName.Of(Project.Park, UnitCode.Of("economy")), Project.Park, "unit"));
        fields.Check();
    }

    [Theory]
    [InlineData("")]
    [InlineData("panzhihua")]
    [InlineData("parks/panzhihua/projects/lfp")]
    [InlineData("parks/panzhihua/projects/lfp/lists/1")]
    [InlineData("parks/panzhihua/projects/lfp/issues/")]
    [InlineData("parks/panzhihua/projects/lfp/issues/1/2")]
    [InlineData("parks/PANZHIHUA/projects/lfp/issues/1")]
    [InlineData("parks/../projects/lfp/issues/1")]
    [InlineData("parks/panzhihua/projects/lfp/issues/a b")]
    [InlineData("/parks/panzhihua/projects/lfp/issues/1")]
    public void A_malformed_name_is_invalid_and_says_which_field(string name)
    {
        var fields = new WireFields(Language.English);
        fields.IssueName(name, "name");
        Assert.Equal(["name"], FieldsAtFault(fields));
    }

    [Fact]
    public void Every_fault_of_a_request_is_told_at_once()
    {
        var fields = new WireFields(Language.Chinese);
        fields.IssueName("x", "name");
        fields.Etag("7", "etag");
        fields.Day(new Google.Type.Date { Year = 2024, Month = 2, Day = 30 }, "effective_date");
        fields.Member<Grade>(99, "grade");
        fields.RequiredMember<ReopenCause>(0, "cause");
        fields.Unit("parks/bengbu/units/window", Project.Park, "lead_unit");
        fields.Request("two words", null);
        Assert.Equal(["name", "etag", "effective_date", "grade", "cause", "lead_unit", "request_id"], FieldsAtFault(fields));
    }

    [Theory]
    [InlineData(2024, 2, 29, true)]
    [InlineData(2023, 2, 29, false)]
    [InlineData(2024, 2, 0, false)]
    [InlineData(0, 2, 1, false)]
    [InlineData(2024, 13, 1, false)]
    [InlineData(-1, 1, 1, false)]
    [InlineData(10000, 1, 1, false)]
    public void Only_a_whole_and_possible_date_is_a_day(int year, int month, int day, bool possible) =>
        Assert.Equal(possible, Values.TryDay(new Google.Type.Date { Year = year, Month = month, Day = day }, out _));

    [Theory]
    [InlineData("\"12\"", 12)]
    [InlineData("\"0\"", 0)]
    public void An_etag_is_a_version_in_quotation_marks(string etag, long version)
    {
        Assert.True(Etags.TryParse(etag, out var read));
        Assert.Equal(version, read);
        Assert.Equal(etag, Etags.Of(version));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("W/\"12\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"1 \"")]
    [InlineData("\"99999999999999999999\"")]
    public void Anything_else_is_none(string etag) => Assert.False(Etags.TryParse(etag, out _));

    [Fact]
    public void A_page_token_leads_to_its_place_and_serves_no_other_question()
    {
        var question = new V1.ListLedgerRequest { Parent = "parks/panzhihua", OrderBy = "due" };
        var token = new PageTokens(question).Next("Red/2024-01-31/lfp/整改-1");
        var fields = new WireFields(Language.English);
        Assert.Equal("Red/2024-01-31/lfp/整改-1", new PageTokens(question).Read(token, fields));
        fields.Check();
        new PageTokens(new V1.ListLedgerRequest(question) { OrderBy = "number" }).Read(token, fields);
        Assert.Equal(["page_token"], FieldsAtFault(fields));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_forged_page_token_is_invalid(string token)
    {
        var fields = new WireFields(Language.English);
        new PageTokens(new V1.ListLedgerRequest()).Read(token, fields);
        Assert.Equal(["page_token"], FieldsAtFault(fields));
    }

    [Fact]
    public void A_resume_token_is_good_in_its_own_park_only()
    {
        var place = new Storage.FeedToken(7, 42);
        var token = ResumeTokens.Of(Project.Park, place);
        var fields = new WireFields(Language.English);
        Assert.Equal(place, ResumeTokens.Read(token, Project.Park, fields));
        fields.Check();
        ResumeTokens.Read(token, ParkCode.Of("bengbu"), fields);
        ResumeTokens.Read("x", Project.Park, fields);
        Assert.Equal(["resume_token", "resume_token"], FieldsAtFault(fields));
    }

    private static IEnumerable<string> FieldsAtFault(WireFields fields)
    {
        var refusal = Assert.Throws<RpcException>(fields.Check).GetRpcStatus()!;
        Assert.Equal("INVALID", refusal.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        return refusal.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field);
    }
}
