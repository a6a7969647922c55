using Grpc.Core;
using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>Investment over the wire, from the project's card: entries only ever added, plans by year, figures of each basis.</summary>
internal sealed class InvestmentService(ProjectDesk desk, Writing writing) : V1.InvestmentService.InvestmentServiceBase
{
    public override async Task<V1.ListInvestmentsResponse> ListInvestments(V1.ListInvestmentsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        var basis = fields.Member<InvestmentBasis>((int)request.Basis, "basis");
        var (from, to) = (fields.Month(request.FromMonth, "from_month"), fields.Month(request.ToMonth, "to_month"));
        fields.Check();
        if (request.WithTotal && basis is null)
            throw call.Refuse(new BasesNeverSum(InvestmentBasis.Works, InvestmentBasis.Paid));

        var (insight, card) = await CardAsync(call, project);
        var fitting = card.Investment.Entries.Index().Where(made =>
            (basis is null || made.Item.Basis == basis)
            && (from is not { } first || made.Item.Month.CompareTo(first) >= 0)
            && (to is not { } last || made.Item.Month.CompareTo(last) <= 0)).ToList();
        var page = paging.Of(fitting, made => $"{made.Index:D9}");
        var response = new V1.ListInvestmentsResponse
        {
            Investments = { page.Items.Select(made => InvestmentMessages.Of(project, made.Item, insight.Park)) },
            NextPageToken = page.NextPageToken,
            TotalSize = page.TotalSize,
        };
        if (request.WithTotal)
            response.TotalFen = Money.Sum(fitting.Select(made => made.Item.Amount)).ToFen();
        return response;
    }

    public override async Task<V1.Investment> GetInvestment(V1.GetInvestmentRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, entry) = fields.EntryName(request.Name, "name");
        fields.Check();
        return await ShowAsync(call, project, entry);
    }

    public override async Task<V1.Investment> CreateInvestment(V1.CreateInvestmentRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        var command = request.ToCommand(once, fields);
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        return await ShowAsync(call, project, command.Entry);
    }

    /// <summary>Answers with the reversing entry.</summary>
    public override async Task<V1.Investment> ReverseInvestment(V1.ReverseInvestmentRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, wrong) = fields.EntryName(request.Name, "name");
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        var command = request.ToCommand(wrong, once, fields) with { Expected = fields.Etag(request.Etag) };
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        return await ShowAsync(call, project, command.Entry);
    }

    public override async Task<V1.InvestmentPlan> SetInvestmentPlan(V1.SetInvestmentPlanRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Name, "name");
        var once = fields.Request(request.RequestId, request.EffectiveDate);
        var command = request.ToCommand(fields) with { Expected = fields.Etag(request.Etag) };
        fields.Check();
        await writing.ExecuteAsync(call, project, command, once);
        var (_, card) = await CardAsync(call, project);
        return InvestmentMessages.Of(card.Investment.Plans.Single(plan => (plan.Year, plan.Basis) == (command.Year, command.Basis)));
    }

    public override async Task<V1.ListInvestmentPlansResponse> ListInvestmentPlans(V1.ListInvestmentPlansRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var paging = WirePaging.Of(request, fields);
        fields.Check();
        var (_, card) = await CardAsync(call, project);
        var page = paging.Of(card.Investment.Plans, plan => $"{plan.Year:D4} {(int)plan.Basis}");
        return new() { InvestmentPlans = { page.Items.Select(InvestmentMessages.Of) }, NextPageToken = page.NextPageToken, TotalSize = page.TotalSize };
    }

    public override async Task<V1.GetInvestmentFiguresResponse> GetInvestmentFigures(V1.GetInvestmentFiguresRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Name, "name");
        var asked = fields.Month(request.Month, "month");
        fields.Check();
        var (insight, card) = await CardAsync(call, project);
        var present = Month.Of(insight.Today);
        if (asked is { } later && later.CompareTo(present) > 0)
            throw call.Refuse(new DayInFuture("month", later.FirstDay, insight.Today));
        var day = asked is { } month && month != present ? month.LastDay : insight.Today;
        var bases = card.Investment.Plans.Select(plan => plan.Basis).Concat(card.Investment.Entries.Select(entry => entry.Basis)).Distinct().Order();
        return new()
        {
            Figures = { bases.Select(basis => InvestmentMessages.Of(InvestmentFigures.Of(card.Investment, basis, day), insight.Park.Policy, call.Language())) },
        };
    }

    private async Task<V1.Investment> ShowAsync(ServerCallContext call, ProjectId project, EntryCode code)
    {
        var (insight, card) = await CardAsync(call, project);
        return card.Investment.Entries.FirstOrDefault(entry => entry.Code == code) is { } entry
            ? InvestmentMessages.Of(project, entry, insight.Park)
            : throw call.Refuse(new NotFound("entry", code.Value));
    }

    private async Task<(Insight Insight, Project Card)> CardAsync(ServerCallContext call, ProjectId project)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        return (insight, await desk.CardAsync(call, insight, project));
    }
}
