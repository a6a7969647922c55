using static Projects.Gateway.Tests.Served.Said;

namespace Projects.Gateway.Tests.Served;

/// <summary>Investment over the wire: two bases that never meet, plans whose months sum to the year, and corrections by reversing entries.</summary>
[Collection(OnSampleServer.Name)]
public sealed class InvestmentTests(SampleServer sample)
{
    private const long Wan = 1_000_000;

    [Fact]
    public async Task Each_basis_has_its_own_figures_and_no_sum_goes_over_both()
    {
        var project = await RegisterAsync("e2e-invest");
        var officer = await AsAsync("officer-a");
        await PlanAsync(officer, project, V1.InvestmentBasis.Works, monthFen: 100 * Wan);
        await RecordAsync(officer, project, "w1", V1.InvestmentBasis.Works, 60 * Wan);
        var wrong = await RecordAsync(officer, project, "w2", V1.InvestmentBasis.Works, 500 * Wan);
        await RecordAsync(officer, project, "p1", V1.InvestmentBasis.Paid, 20 * Wan);

        var reverse = new V1.ReverseInvestmentRequest { Name = wrong.Name, InvestmentId = "r2", Basis = V1.InvestmentBasis.Paid, Reason = "多记" };
        Assert.Equal("BASIS_MIX", await RefusalOf(() => officer.ReverseInvestmentAsync(reverse).ResponseAsync));
        reverse.Basis = V1.InvestmentBasis.Works;
        var reversal = await officer.ReverseInvestmentAsync(reverse);
        Assert.Equal((-500 * Wan, wrong.Name), (reversal.AmountFen, reversal.Reverses));
        Assert.Equal(reversal.Name, (await officer.GetInvestmentAsync(new V1.GetInvestmentRequest { Name = wrong.Name })).ReversedBy);

        var figures = (await officer.GetInvestmentFiguresAsync(new V1.GetInvestmentFiguresRequest { Name = project })).Figures;
        Assert.Equal([(V1.InvestmentBasis.Works, 60 * Wan), (V1.InvestmentBasis.Paid, 20 * Wan)], figures.Select(figure => (figure.Basis, figure.YearToDateFen)));
        Assert.Equal(("5.0 %", "3.2 %", "1.8", V1.Light.Green), (figures[0].Completion.Shown, figures[0].Time.Shown, figures[0].AheadPoints, figures[0].Light));
        Assert.False(figures[1].HasPlanFen);

        var list = new V1.ListInvestmentsRequest { Parent = project, WithTotal = true };
        Assert.Equal("BASIS_MIX", await RefusalOf(() => officer.ListInvestmentsAsync(list).ResponseAsync));
        list.Basis = V1.InvestmentBasis.Works;
        var works = await officer.ListInvestmentsAsync(list);
        Assert.Equal((3, 60 * Wan), (works.TotalSize, works.TotalFen));
    }

    [Fact]
    public async Task Months_that_do_not_sum_to_the_year_and_months_to_come_are_refused()
    {
        var project = await RegisterAsync("e2e-plan");
        var officer = await AsAsync("officer-a");

        var plan = new V1.InvestmentPlan { Year = 2024, Basis = V1.InvestmentBasis.Works, TotalFen = 13 * Wan };
        plan.MonthsFen.AddRange(Enumerable.Repeat(Wan, 12));
        Assert.Equal("INVALID", await RefusalOf(() => officer.SetInvestmentPlanAsync(new V1.SetInvestmentPlanRequest { Name = project, Plan = plan }).ResponseAsync));
        Assert.Equal("FUTURE_DATE", await RefusalOf(() => RecordAsync(officer, project, "later", V1.InvestmentBasis.Works, Wan, month: "2024-06")));
        Assert.Equal("FUTURE_DATE", await RefusalOf(() => officer.GetInvestmentFiguresAsync(new V1.GetInvestmentFiguresRequest { Name = project, Month = "2024-06" }).ResponseAsync));
        Assert.Equal("INVALID", await RefusalOf(() => RecordAsync(officer, project, "less", V1.InvestmentBasis.Works, -Wan)));
    }

    [Fact]
    public async Task An_entry_without_a_code_is_the_same_entry_when_its_request_is_repeated()
    {
        var project = await RegisterAsync("e2e-repeat");
        var officer = await AsAsync("officer-a");
        var request = new V1.CreateInvestmentRequest
        {
            Parent = project,
            RequestId = Guid.NewGuid().ToString(),
            Investment = new V1.Investment { Month = "2024-01", Basis = V1.InvestmentBasis.Paid, Category = V1.InvestmentCategory.Land, AmountFen = Wan },
        };

        var first = await officer.CreateInvestmentAsync(request);
        var again = officer.CreateInvestmentAsync(request);

        Assert.Equal(first.Name, (await again).Name);
        Assert.Equal("true", (await again.ResponseHeadersAsync).GetValue("projects-repeated"));
        Assert.Equal(1, (await officer.ListInvestmentsAsync(new V1.ListInvestmentsRequest { Parent = project })).TotalSize);
    }

    private async Task<string> RegisterAsync(string id)
    {
        var projects = new V1.ProjectService.ProjectServiceClient(await sample.Server.GrpcAsAsync("panzhihua.officer-a"));
        return (await projects.CreateProjectAsync(ProjectTests.New(id))).Name;
    }

    private static async Task PlanAsync(V1.InvestmentService.InvestmentServiceClient officer, string project, V1.InvestmentBasis basis, long monthFen)
    {
        var plan = new V1.InvestmentPlan { Year = 2024, Basis = basis, TotalFen = 12 * monthFen };
        plan.MonthsFen.AddRange(Enumerable.Repeat(monthFen, 12));
        await officer.SetInvestmentPlanAsync(new V1.SetInvestmentPlanRequest { Name = project, Plan = plan });
    }

    private static async Task<V1.Investment> RecordAsync(
        V1.InvestmentService.InvestmentServiceClient officer, string project, string id, V1.InvestmentBasis basis, long fen, string month = "2024-01") =>
        await officer.CreateInvestmentAsync(new V1.CreateInvestmentRequest
        {
            Parent = project,
            InvestmentId = id,
            Investment = new V1.Investment { Month = month, Basis = basis, Category = V1.InvestmentCategory.Equipment, AmountFen = fen },
        });

    private async Task<V1.InvestmentService.InvestmentServiceClient> AsAsync(string person) => new(await sample.Server.GrpcAsAsync($"panzhihua.{person}"));
}
