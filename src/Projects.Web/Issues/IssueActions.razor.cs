using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Projects.Web.Seats;

namespace Projects.Web.Issues;

public sealed partial class IssueActions
{
    private ImmutableArray<Recorded> done = [];
    private List<IssueAction> mine = [];
    private List<IssueAction> others = [];
    private List<IssueAction> later = [];
    private IssueAction? refused;
    private Speech about = null!;
    private Sheet<IssueCommand>? sheet;
    private (string? Verb, ProjectCode Project, IssueNumber Number) begun;
    private Filled filled = new();
    private Giving giving = new();
    private long? seen;

    [Parameter, EditorRequired]
    public required ProjectCode Project { get; set; }

    [Parameter, EditorRequired]
    public required IssueSight Sight { get; set; }

    [Parameter, EditorRequired]
    public required Insight Insight { get; set; }

    /// <summary>The verb whose form is open; null when none is.</summary>
    [Parameter]
    public string? Do { get; set; }

    /// <summary>The verbs to show; null for all.</summary>
    [Parameter]
    public ImmutableArray<string>? Only { get; set; }

    /// <summary>Begins the names of its parts; another on a page with several.</summary>
    [Parameter]
    public string Id { get; set; } = "issue";

    /// <summary>After a yes: what the page shows is to be read again.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [CascadingParameter]
    public required Speech Say { get; set; }

    protected override void OnParametersSet()
    {
        var issue = Sight.Issue;
        var inState = Actions.InState(issue);
        var matter = Insight.MatterOf(new ProjectId(Insight.Park.Code, Project), Sight);
        about = Say.About(Insight.Park, matter.Project);
        var all = Actions.For(matter, issue.Number).Where(action => Only?.Contains(action.Verb) != false).ToList();
        mine = all.FindAll(action => action.Allowed);
        others = all.FindAll(action => !action.Allowed && inState.Contains(action.Verb));
        later = all.FindAll(action => !action.Allowed && !inState.Contains(action.Verb));
        refused = all.Find(action => action.Verb == Do && !action.Allowed);
        // A form once open stays, with what was typed, whatever becomes of the issue meanwhile: its own order may be the cause.
        Open(all.Exists(action => action.Verb == Do && (action.Allowed || begun == (Do, Project, issue.Number))) ? Do : null);
    }

    private void Open(string? verb)
    {
        var issue = Sight.Issue;
        sheet = verb is null ? null : IssueSheets.Of(verb, Sight, Insight);
        if (begun == (verb, Project, issue.Number))
            return;
        if (verb is not null || (begun.Project, begun.Number) != (Project, issue.Number))
            done = [];
        begun = (verb, Project, issue.Number);
        (filled, giving, seen) = (verb is null ? new() : IssueSheets.Begun(verb, Sight, Insight), new(), null);
    }

    private async Task<bool> GiveAsync()
    {
        if (sheet!.Missing(filled) is { } missing)
            return giving.Refuse(missing);
        // A press after a lost answer is the same order, about the version it was first given on.
        seen ??= Sight.Issue.Version;
        var given = await Seat.GiveAsync(Project, sheet.Command(filled) with { Expected = seen }, giving);
        if (giving.Fault is null)
            seen = null;
        return given;
    }

    private async Task DoneAsync()
    {
        done = giving.Done ?? [];
        Close();
        await OnDone.InvokeAsync();
    }

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("do", (string?)null), replace: true);

    private string LinkTo(string verb) => Navigation.GetUriWithQueryParameter("do", verb);

    private string Label(string verb) => Say[IssueVerbs.LabelOf(verb)];
}
