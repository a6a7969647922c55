using Microsoft.AspNetCore.Components;
using Projects.Web.Seats;

namespace Projects.Web.Registration;

public sealed partial class ProjectsPage
{
    private const int PageRows = 50;

    private LibraryPage page = new([], 0, null);
    private Refusal? whyNotRegister;
    private Giving? registered;

    [SupplyParameterFromQuery] private string? Kind { get; set; }
    [SupplyParameterFromQuery] private string? Stage { get; set; }
    [SupplyParameterFromQuery] private string? Unit { get; set; }
    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    /// <summary><c>code</c>, <c>name</c>, <c>registered</c>; one with a minus before it runs the other way.</summary>
    [SupplyParameterFromQuery] private string? Order { get; set; }
    [SupplyParameterFromQuery] private string? After { get; set; }

    private ProjectFilter Filter => new(
        Enum.TryParse<ProjectKind>(Kind, out var kind) ? [kind] : [],
        Enum.TryParse<Stage>(Stage, out var stage) ? [stage] : [],
        string.IsNullOrEmpty(Unit) ? null : UnitCode.Of(Unit),
        Text: string.IsNullOrWhiteSpace(Text) ? null : Text.Trim());

    protected override async Task LoadAsync(Insight insight)
    {
        var (order, descending) = ProjectOrders.Of(Order);
        var after = ProjectPlace.TryParse(After, order, out var place) ? place : null;
        page = await Library.PageAsync(insight, Filter, order, descending, PageRows, after, Leaving);
        whyNotRegister = ProjectActions.WhyNotRegister(insight.MatterOf(Project.Unknown(new(insight.Park.Code, default))));
    }

    private void Narrow((string Name, string? Value) change) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [change.Name] = change.Value, ["after"] = null }), replace: true);

    private string Link(string name, string? value) => Navigation.GetUriWithQueryParameter(name, value);

    private async Task RegisteredAsync(Giving done)
    {
        registered = done;
        await ReloadAsync();
    }
}

/// <summary>The orders of the library as its address has them.</summary>
internal static class ProjectOrders
{
    public static IReadOnlyList<(string Name, Text Label)> All { get; } =
    [
        ("code", new("按编号", "by code")), ("name", new("按名称", "by name")), ("-registered", new("最近登记在前", "latest registered first")), ("registered", new("最早登记在前", "earliest registered first")),
    ];

    public static (ProjectOrder Order, bool Descending) Of(string? name) => (name?.TrimStart('-') switch
    {
        "name" => ProjectOrder.Name,
        "registered" => ProjectOrder.RegisteredOn,
        _ => ProjectOrder.Code,
    }, name?.StartsWith('-') is true);
}
