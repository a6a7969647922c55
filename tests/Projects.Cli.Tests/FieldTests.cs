using Google.Protobuf.Reflection;
using GoogleDate = Google.Type.Date;

namespace Projects.Cli.Tests;

/// <summary>From words to the contract's values, and from short codes to its names.</summary>
public sealed class FieldTests
{
    private static readonly ResourceNames Names = new("parks/panzhihua", "lfp");

    [Theory]
    [InlineData("12300万元", 12_300_000_000L)]
    [InlineData("1.23亿元", 12_300_000_000L)]
    [InlineData("1,230wan", 1_230_000_000L)]
    [InlineData("300元", 30_000L)]
    [InlineData("1分", 1L)]
    public void Money_is_counted_in_fen(string typed, long fen) => Assert.Equal(fen, Money.Fen(typed));

    [Theory]
    [InlineData("1230")]
    [InlineData("0.001元")]
    [InlineData("万元")]
    [InlineData("99999999999999999999亿元")]
    public void Money_without_a_unit_or_below_a_fen_is_refused(string typed) => Assert.Throws<UsageException>(() => Money.Fen(typed));

    [Theory]
    [InlineData(12_300_000_000L, "1.23亿元")]
    [InlineData(1_234_567L, "1.234567万元")]
    [InlineData(0L, "0万元")]
    public void Money_is_shown_unrounded(long fen, string shown) =>
        Assert.Equal(shown, Money.Shown(fen, Language.Chinese));

    [Fact]
    public void A_short_code_becomes_the_contracts_name()
    {
        Assert.Equal("parks/panzhihua/people/officer-a", Names.Expand("projects.v1/Person", "officer-a"));
        Assert.Equal("parks/panzhihua/projects/lfp/issues/7", Names.Expand("projects.v1/Issue", "7"));
        Assert.Equal("parks/panzhihua/projects/restart", Names.Expand("projects.v1/Project", "restart"));
        Assert.Equal("parks/panzhihua", Names.Expand("projects.v1/Park", null));
        Assert.Equal("parks/taian/people/x", Names.Expand("projects.v1/Person", "parks/taian/people/x"));
        Assert.Throws<UsageException>(() => new ResourceNames("p", null).Expand("projects.v1/Issue", "7"));
    }

    [Fact]
    public void Compound_values_have_short_forms()
    {
        Assert.Equal(new DayCount { Days = 15, Basis = DayBasis.Working }, ShortForms.Parse(DayCount.Descriptor, "15工作日", Names));
        Assert.Equal(new Figure { Value = "90", Qualifier = Qualifier.Odd }, ShortForms.Parse(Figure.Descriptor, "90余", Names));
        Assert.Equal(new Judgement { Criterion = 2, Met = false, Note = "缺照片" }, ShortForms.Parse(Judgement.Descriptor, "2=unmet:缺照片", Names));
        Assert.Equal(new IssueDraft { List = "parks/panzhihua/projects/lfp/lists/committee", Particulars = new IssueParticulars { Description = "围墙：破损" } }, ShortForms.Parse(IssueDraft.Descriptor, "committee:围墙：破损", Names));
        Assert.Equal(
            new Resolution { List = "parks/panzhihua/projects/lfp/lists/committee", Unit = "parks/panzhihua/units/economy", DueDate = new GoogleDate { Year = 2024, Month = 1, Day = 31 }, Text = "修补：围墙" },
            ShortForms.Parse(Resolution.Descriptor, "committee:economy:2024-01-31:修补：围墙", Names));
        Assert.Null(ShortForms.Parse(Judgement.Descriptor, "2=perhaps", Names));
        Assert.Equal(new Label { Tier = Tier.Branch, Zh = "党支部" }, ShortForms.Parse(Label.Descriptor, "tier.branch=党支部", Names));
        Assert.Equal(new Label { ProjectKind = ProjectKind.New, Zh = "新上", En = "green field" }, ShortForms.Parse(Label.Descriptor, "project-kind.new=新上/green field", Names));
        Assert.Null(ShortForms.Parse(Label.Descriptor, "colour.red=红", Names));
        Assert.Throws<UsageException>(() => ShortForms.Parse(Label.Descriptor, "tier.village=村", Names));
        Assert.Equal(new GoogleDate { Year = 2024, Month = 2, Day = 29 }, Typed.Day("2024-02-29"));
    }

    [Fact]
    public void A_request_opens_up_what_it_carries()
    {
        var options = Field.Of(CreateIssueRequest.Descriptor).Where(field => !field.IsSubject).ToDictionary(field => field.Option);
        Assert.True(options["--list"].IsRequired);
        Assert.True(options["--description"].IsRequired);
        Assert.False(options["--criterion"].IsRequired);
        Assert.Contains("--due", options);
        Assert.DoesNotContain("--state", options);
    }

    [Fact]
    public void A_look_back_is_two_options_wherever_the_contract_takes_one()
    {
        foreach (var request in new[] { ListLedgerRequest.Descriptor, ListRatesRequest.Descriptor, ListProjectsRequest.Descriptor, SummarizeProjectsRequest.Descriptor,
            GetProjectRequest.Descriptor, GetIssueRequest.Descriptor, ListHistoryRequest.Descriptor })
            Assert.Equal(["--as-of", "--known"], Field.Of(request).Select(field => field.Option).Where(option => option is "--as-of" or "--known"));
        Assert.Equal(new DateTimeOffset(2024, 1, 12, 10, 0, 0, TimeSpan.Zero), Typed.Instant("2024-01-12T18:00:00+08:00").ToDateTimeOffset());
        Assert.Throws<UsageException>(() => Typed.Instant("2024-01-12"));
    }

    [Fact]
    public void No_verb_has_two_options_of_one_name()
    {
        MethodDescriptor[] methods = [.. IssueServiceReflection.Descriptor.Services[0].Methods, .. ParkServiceReflection.Descriptor.Services[0].Methods,
            .. ProjectServiceReflection.Descriptor.Services[0].Methods, .. MilestoneServiceReflection.Descriptor.Services[0].Methods,
            .. InvestmentReflection.Descriptor.Services[0].Methods, .. ListsReflection.Descriptor.Services[0].Methods, .. LedgerReflection.Descriptor.Services[0].Methods,
            .. UrgingServiceReflection.Descriptor.Services[0].Methods, .. VisitsReflection.Descriptor.Services[0].Methods,
            .. MeetingsReflection.Descriptor.Services[0].Methods, .. WeeklyReportsReflection.Descriptor.Services[0].Methods];
        foreach (var method in methods)
            Assert.Distinct(Field.Of(method.InputType).Where(field => !field.IsSubject).Select(field => $"{method.Name} {field.Option}"));
    }
}
