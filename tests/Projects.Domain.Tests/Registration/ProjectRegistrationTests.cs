using System.Text.Json;

namespace Projects.Domain.Tests.Registration;

/// <summary>Particulars and benefits: what is not stated stays unstated, never zero.</summary>
public sealed class ProjectRegistrationTests
{
    [Fact]
    public void A_project_is_registered_once_by_those_who_keep_projects()
    {
        var told = Told.APark();
        var register = new RegisterProject(ProjectKind.New, Told.Particulars with { Name = " 30万吨磷酸铁锂 ", TaskForce = " " });
        told.Refused<NotFound>("officer", new AmendProject(Told.Particulars));
        foreach (var person in new[] { "head", "enterprise", "auditor", "system-admin" })
            told.Refused<RoleMissing>(person, register);
        told.Twice("officer", register);
        Assert.Equal(Told.Particulars, told.Project.Particulars);
        told.Refused<NameTaken>("officer", register with { Kind = ProjectKind.Retrofit });
    }

    [Fact]
    public void Particulars_name_units_and_people_of_the_park()
    {
        var told = Told.APark();
        told.Refused<InvalidFields>("officer", new RegisterProject(ProjectKind.New, Told.Particulars with { Name = " " }));
        told.Refused<InvalidFields>("officer", new RegisterProject(ProjectKind.New, Told.Particulars with { Name = new string('长', 201) }));
        told.Refused<NotFound>("officer", new RegisterProject(ProjectKind.New, Told.Particulars with { Unit = new("none") }));
        told.Refused<NotFound>("officer", new RegisterProject(ProjectKind.New, Told.Particulars with { Sponsor = new("none") }));
        told.Refused<NotFound>("officer", new RegisterProject(ProjectKind.New, Told.Particulars with { Officer = new("none") }));
        told.Refused<InvalidFields>("officer", new RegisterProject((ProjectKind)9, Told.Particulars));
        told.Refused<InvalidFields>("officer", new RegisterProject(ProjectKind.New, Told.Particulars with { TotalInvestment = Figure.Exactly(0) }));
        told.Refused<InvalidFields>("officer", new RegisterProject(ProjectKind.Campaign, Told.Particulars with { TotalInvestment = Figure.Exactly(1) }));
    }

    [Fact]
    public void An_amendment_is_checked_against_the_version_seen()
    {
        var told = Told.AProject();
        var amended = Told.Particulars with { TotalInvestment = Figure.Parse("约700000") };
        told.Refused<ChangedMeanwhile>("officer", new AmendProject(amended) { Expected = 7 });
        told.Did("officer", new AmendProject(amended) { Expected = told.Project.ParticularsVersion });
        told.AlreadySo("officer", new AmendProject(amended));
        Assert.Equal(Qualifier.About, told.Project.Particulars!.TotalInvestment!.Value.Qualifier);
    }

    [Fact]
    public void A_benefit_belongs_to_a_phase_or_to_the_whole()
    {
        var told = Told.AProject().Did("officer", new AddPhase(new("p1"), "首期", new(120_000, "吨/年")));
        var jobs = new Benefit("jobs", "就业岗位", Figure.Parse("600"), null, "人");
        told.Twice("officer", new StateBenefit(new("p1"), jobs)).Twice("officer", new StateBenefit(null, jobs with { Code = "claim", Promised = null, Claim = "3个月变20天" }));
        Assert.Null(told.Project.Phases[new("p1")].Benefits["jobs"].Actual);
        Assert.False(told.Project.Benefits.ContainsKey("jobs"));
        told.Refused<NotFound>("officer", new StateBenefit(new("p2"), jobs));
        told.Refused<InvalidFields>("officer", new StateBenefit(null, jobs with { Promised = null }));
        told.Refused<InvalidFields>("officer", new StateBenefit(null, jobs with { Unit = "" }));
    }

    [Fact]
    public void A_campaign_has_neither_phases_nor_investment()
    {
        var told = Told.AProject(ProjectKind.Campaign);
        told.Refused<CampaignHasNoPhases>("officer", new AddPhase(new("p1"), "首期", null));
        told.Refused<CampaignHasNoInvestment>("officer", new RecordInvestment(new("e1"), new(2023, 8), InvestmentBasis.Works, InvestmentCategory.Land, Money.Wan(1), null));
    }

    [Fact]
    public void A_project_survives_its_snapshot()
    {
        var told = Told.AProject()
            .Did("officer", new AddPhase(new("p1"), "首期", new(120_000, "吨/年")))
            .Did("officer", new StateBenefit(new("p1"), new("jobs", "就业岗位", Figure.Parse("90余"), null, "人")))
            .Did("officer", new PlanMilestone(new("start"), "开工", new("p1"), new(2023, 10, 1), []))
            .Did("officer", new SetInvestmentPlan(2023, InvestmentBasis.Works, Money.Wan(12), [.. Enumerable.Repeat(Money.Wan(1), 12)]));
        var json = JsonSerializer.Serialize(told.Project, DomainJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Project>(json, DomainJson.Options), DomainJson.Options));
    }
}
