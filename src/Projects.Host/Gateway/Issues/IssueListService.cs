using Grpc.Core;
using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>The issue lists 清单 of a project over the wire. The lists come from the project itself, their counts from the ledger.</summary>
internal sealed class IssueListService(ProjectDesk desk, Writing writing, IssueLedger ledger) : V1.IssueListService.IssueListServiceBase
{
    public override async Task<V1.ListIssueListsResponse> ListIssueLists(V1.ListIssueListsRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(request.Parent, "parent");
        var pages = new PageTokens(new V1.ListIssueListsRequest(request) { PageToken = "", PageSize = 0 });
        var size = PageTokens.SizeOf(request.PageSize, fields);
        var after = pages.Read(request.PageToken, fields);
        var statuses = request.Statuses.Select((status, place) => fields.RequiredMember<ListStatus>((int)status, $"statuses[{place}]")).ToHashSet();
        fields.Check();

        var (insight, lists) = await SeeAsync(call, project);
        var fitting = lists.Where(list => statuses.Count == 0 || statuses.Contains(list.Status)).ToList();
        var page = fitting.Where(list => after is null || string.CompareOrdinal(list.Code.Value, after) > 0).Take(size + 1).ToList();
        var rates = await RatesAsync(call, project, insight);
        var response = new V1.ListIssueListsResponse { TotalSize = fitting.Count, NextPageToken = pages.Next(page.Count > size ? page[size - 1].Code.Value : null) };
        response.IssueLists.Add(page.Take(size).Select(list => IssueListMessages.Of(project, list, SheetOf(rates, project, list.Code), call.Language())));
        return response;
    }

    public override Task<V1.IssueList> GetIssueList(V1.GetIssueListRequest request, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, list) = fields.ListName(request.Name, "name");
        fields.Check();
        return ShowAsync(call, project, list);
    }

    public override Task<V1.IssueList> CreateIssueList(V1.CreateIssueListRequest r, ServerCallContext call)
    {
        var fields = call.Fields();
        var project = fields.ProjectName(r.Parent, "parent");
        var command = new OpenList(ListCode.Of(fields.NewId(r.IssueListId, "issue_list_id")), fields.Given(r.IssueList, "issue_list").ToParticulars(fields));
        return OrderAsync(call, fields, project, command, fields.Request(r.RequestId, r.EffectiveDate), r.Etag);
    }

    public override Task<V1.IssueList> IssueIssueList(V1.IssueIssueListRequest r, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, list) = fields.ListName(r.Name, "name");
        return OrderAsync(call, fields, project, new IssueTheList(list), fields.Request(r.RequestId, r.EffectiveDate), r.Etag);
    }

    public override Task<V1.IssueList> ArchiveIssueList(V1.ArchiveIssueListRequest r, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, list) = fields.ListName(r.Name, "name");
        return OrderAsync(call, fields, project, new ArchiveList(list), fields.Request(r.RequestId, r.EffectiveDate), r.Etag);
    }

    public override Task<V1.IssueList> QuoteTotals(V1.QuoteTotalsRequest r, ServerCallContext call)
    {
        var fields = call.Fields();
        var (project, list) = fields.ListName(r.Name, "name");
        var totals = fields.Given(r.Totals, "totals");
        var command = new QuoteTotals(list, fields.Figure(totals.Found, "totals.found"), fields.Figure(totals.Done, "totals.done"), totals.Source);
        return OrderAsync(call, fields, project, command, fields.Request(r.RequestId, r.EffectiveDate), r.Etag);
    }

    private async Task<V1.IssueList> OrderAsync(ServerCallContext call, WireFields fields, ProjectId project, ListCommand command, Request request, string etag)
    {
        var expected = fields.Etag(etag);
        fields.Check();
        await writing.ExecuteAsync(call, project, command with { Expected = expected }, request);
        return await ShowAsync(call, project, command.List);
    }

    private async Task<V1.IssueList> ShowAsync(ServerCallContext call, ProjectId project, ListCode code)
    {
        var (insight, lists) = await SeeAsync(call, project);
        var list = lists.FirstOrDefault(list => list.Code == code) ?? throw call.Refuse(new NotFound("list", code.Value));
        return IssueListMessages.Of(project, list, SheetOf(await RatesAsync(call, project, insight), project, code), call.Language());
    }

    /// <summary>By code.</summary>
    private async Task<(Insight Insight, IEnumerable<IssueList> Lists)> SeeAsync(ServerCallContext call, ProjectId project)
    {
        var insight = await desk.InsightAsync(call, project.Park);
        var card = await desk.CardAsync(insight, project.Code) ?? throw call.Refuse(new NotFound("project", project.Code.Value));
        return (insight, card.Lists.Values);
    }

    private Task<IssueRates> RatesAsync(ServerCallContext call, ProjectId project, Insight insight) =>
        ledger.RatesAsync(project.Park, project.Code, insight.Today, insight.Park.Policy, insight.Calendar, call.CancellationToken);

    private static RateSheet SheetOf(IssueRates rates, ProjectId project, ListCode list) =>
        rates.ByList.FirstOrDefault(group => group.Key == (project.Code, list))?.Sheet ?? RateSheet.Empty;
}
