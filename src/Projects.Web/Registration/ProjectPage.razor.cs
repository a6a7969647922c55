using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Projects.Web.Diary;
using Projects.Web.Seats;

namespace Projects.Web.Registration;

public sealed partial class ProjectPage
{
    private Project? card;
    private Light? light;
    private int open;
    private ImmutableArray<LightReason> reasons = [];
    private ImmutableArray<ProjectAction> actions = [];
    private Giving? happened;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery] private string? Tab { get; set; }

    /// <summary>Of the investment: see <see cref="Investment.ProjectInvestment"/>.</summary>
    [SupplyParameterFromQuery] private int? Year { get; set; }

    /// <summary>Of the history: see <see cref="HistoryPanel"/>.</summary>
    [SupplyParameterFromQuery] private string? Kind { get; set; }
    [SupplyParameterFromQuery] private long? Before { get; set; }

    /// <summary>Of the visits and the meetings: see <see cref="DiaryView"/>.</summary>
    [SupplyParameterFromQuery] private string? After { get; set; }
    [SupplyParameterFromQuery] private bool Corrected { get; set; }
    [SupplyParameterFromQuery] private string? Correct { get; set; }
    [SupplyParameterFromQuery] private int? Rows { get; set; }

    private DiaryView Diary => new(After, Corrected, Correct, Rows ?? 0);

    private CardTab Shown => CardTab.Of(card?.Kind ?? default).FirstOrDefault(tab => tab.Name == Tab) ?? CardTab.Overview;

    protected override bool LooksBack => true;

    protected override async Task LoadAsync(Insight insight)
    {
        var code = ProjectCode.Of(Code);
        card = insight.Past is null ? await Seat.CardAsync(insight, code)
            : insight.Past.Projects.GetValueOrDefault(code) is { } stood && insight.Reaches(stood.Particulars) ? stood : null;
        if (card is null)
        {
            Obstacle = Words.Of(new NotFound("project", Code));
            return;
        }
        actions = insight.Past is null ? ProjectActions.For(insight.MatterOf(card)) : [];
        light = await Lights.OfAsync(card, insight, Leaving);
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var counts = IssueCounts.Sum((await Issues.At(insight.Past).CountsByListAsync(insight.Park.Code, [card.Id.Code], days, Leaving)).Select(group => group.Counts));
        open = counts.Open;
        reasons = ProjectLight.Sorted(
        [
            .. ProjectLight.ReasonsOf(card, insight.Today, insight.Park.Policy, insight.Calendar),
            .. ProjectLight.IssuesDue(counts.Red, counts.Yellow),
        ]);
    }

    private string CountOf(CardTab tab) =>
        tab == CardTab.Milestones ? $" {card!.Milestones.Values.Count(milestone => milestone.State is MilestoneState.Verified)}/{card.Milestones.Count}"
        : tab == CardTab.Issues && open > 0 ? $" {open}"
        : "";

    private Task DoneAsync(Giving done)
    {
        happened = done;
        return ReloadAsync();
    }
}
