using Projects.Grains;
using Projects.Web.Issues;
using Projects.Web.Seats;

namespace Projects.Web.Tests.Issues;

/// <summary>Forms as data, without a browser.</summary>
public sealed class SheetTests
{
    private static readonly DateOnly Today = new(2024, 1, 12);
    private static readonly Insight Insight = new(Park.Unknown(new("hills")), new Actor(new("ann"), ActorKind.Person, []), Today, WorkCalendar.China);

    private static readonly Issue Issue = new()
    {
        Number = new("WZ-001"),
        List = new("wz"),
        Particulars = new("尾气未达标", Criteria: ["尾气达标", "台账完整"], SupportingUnits: [new("housing")]),
        State = IssueState.Rectifying,
        RegisteredOn = new(2023, 11, 1),
        AcceptedOn = new(2023, 11, 2),
        CurrentDue = new(2023, 12, 29),
        Rounds = [new Round { No = 1, OpenedOn = new(2023, 11, 1), Due = new(2023, 12, 29), Terms = ClosingTerms.Of(Park.Unknown(new("hills")), Grade.Ordinary), Measures = [new(1, "更换净化塔")] }],
        DraftedBy = new By(new("ann"), Role.LedgerOffice, new("office")),
        LastStepOn = Today,
        Version = 1,
    };

    private static readonly IssueSight Sight = new(Issue, new IssueList { Code = Issue.List, Particulars = new("问题清单", Tier.Committee, "主题教育", Measure.Closed), Version = 1 }, null);

    [Fact]
    public void Every_verb_on_an_issue_has_a_form_that_makes_its_command()
    {
        foreach (var verb in IssueVerbs.All)
        {
            var sheet = IssueSheets.Of(verb, Sight, Insight);
            var filled = IssueSheets.Begun(verb, Sight, Insight);
            foreach (var field in sheet.Fields)
                Fill(filled, field);

            Assert.Null(sheet.Missing(filled));
            Assert.StartsWith(verb, char.ToLowerInvariant(sheet.Command(filled).GetType().Name[0]) + sheet.Command(filled).GetType().Name[1..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_no_command_can_be_made_of_is_told_by_its_field()
    {
        var sheet = IssueSheets.Of("requestExtension", Sight, Insight);
        var filled = new Filled();

        Assert.Equal(["new_due_date"], sheet.Missing(filled)!.Fields.Select(fault => fault.Field));
        filled["new_due_date"] = "2024-02-30";
        Assert.Equal(["new_due_date"], sheet.Missing(filled)!.Fields.Select(fault => fault.Field));
        filled["new_due_date"] = "2024-02-29";
        Assert.Null(sheet.Missing(filled));
    }

    [Fact]
    public void A_draft_amended_without_a_change_says_the_same()
    {
        var said = Issue.Particulars with
        {
            Grade = Grade.Major, Kind = IssueKind.Phased, RootCause = RootCause.Land, DueIn = DayCount.Calendar(30), FoundOn = new(2023, 12, 1), Measures = ["更换净化塔"], Category = "环保", SupportingUnits = [],
        };

        Assert.True(new ParticularsSheet(Insight).From(ParticularsSheet.Of(said)).SaysTheSameAs(said));
    }

    [Fact]
    public void A_fault_of_one_item_of_a_list_is_told_beside_the_list()
    {
        var giving = new Giving();
        giving.Refuse(new InvalidFields([new("issue.particulars.measures[1]", new("不能为空", "must not be empty")), new("measure", new("甲", "a"))]));

        Assert.Equal(["不能为空"], giving.FaultsOf("measures").Select(fault => fault.Zh));
        Assert.Equal(["甲"], giving.FaultsOf("measure").Select(fault => fault.Zh));
    }

    private static void Fill(Filled filled, SheetField field)
    {
        switch (field)
        {
            case DayField:
                filled.Set(field.Name, Today.AddDays(30));
                break;
            case FileField:
                filled.File = new EvidenceFile(new string('a', 64), "照片.jpg", 1, "image/jpeg");
                break;
            case ManyField { Choices: [var first, ..] }:
                filled.Tick(field.Name, first.Value, true);
                break;
            case ChoiceField { Choices: [var first, ..] }:
                filled[field.Name] = first.Value;
                break;
            case NumberField when field.Name == "due_in":
                break;
            default:
                filled[field.Name] = "1";
                break;
        }
    }
}
