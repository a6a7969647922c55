using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Projects.Web.Seats;

namespace Projects.Web.Milestones;

public sealed partial class MilestoneSteps
{
    private ImmutableArray<ProjectAction> actions = [];
    private DateOnly? actual;
    private DateOnly? forecast;
    private DateOnly? baseline;
    private List<EvidenceFile> evidence = [];
    private bool approve = true;
    private string reason = "";
    private string? note;

    [Parameter, EditorRequired]
    public required Project Card { get; set; }

    [Parameter, EditorRequired]
    public required Milestone Milestone { get; set; }

    [Parameter, EditorRequired]
    public required Insight Insight { get; set; }

    /// <summary>Only these verbs; empty for all.</summary>
    [Parameter]
    public ImmutableArray<string> Verbs { get; set; } = [];

    [Parameter]
    public EventCallback<Giving> OnDone { get; set; }

    [CascadingParameter]
    public required Speech Say { get; set; }

    protected override void OnInitialized() => Take();

    protected override void OnParametersSet() => actions =
    [
        .. MilestoneActions.For(Insight.MatterOf(Card), Milestone.Code)
            .Where(action => Verbs.IsEmpty || Verbs.Contains(action.Verb))
            .Select(action => new ProjectAction(action.Verb, action.WhyNot)),
    ];

    private ReportMilestone? Report(Giving giving) => DayFields.Given(actual, "actual_date", giving) is { } day
        ? new ReportMilestone(Milestone.Code, day, [.. evidence.Select(file => file.Digest)], note) { Expected = Milestone.Version }
        : null;

    private ForecastMilestone? Forecast(Giving giving) => DayFields.Given(forecast, "forecast_date", giving) is { } day
        ? new ForecastMilestone(Milestone.Code, day, reason) { Expected = Milestone.Version }
        : null;

    private RequestBaselineChange? Ask(Giving giving) => DayFields.Given(baseline, "baseline_date", giving) is { } day
        ? new RequestBaselineChange(Milestone.Code, day, reason) { Expected = Milestone.Version }
        : null;

    private DecideBaselineChange Decide(Giving giving) => new(Milestone.Code, approve, reason) { Expected = Milestone.Version };

    // Mostly it was done today, and is expected when it was last expected.
    private void Take() => (actual, forecast, baseline, evidence, approve, reason, note) =
        (Insight.Today, Milestone.Forecast ?? Milestone.Baseline, Milestone.Forecast ?? Milestone.Baseline, [], true, "", null);

    private bool May(string verb) => actions.Any(action => action.Verb == verb && action.Allowed);

    private string Label(string verb) => Say[ProjectVerbs.LabelOf(verb)];

    private string Id(string step) => $"{step}-{Card.Id.Code}-{Milestone.Code}";
}
