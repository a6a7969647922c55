using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Projects.Web.Layout;

namespace Projects.Web.Seats;

/// <summary>
/// A page of one's park: it loads what it shows, and loads again when its address or its park changes. What it shows of the journal follows a
/// change made anywhere within a second; several changes at once make one load.
/// </summary>
public abstract class ParkPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly SemaphoreSlim turn = new(1);
    private bool isAnnounced;
    private bool isLoading;

    [CascadingParameter]
    public required Speech Say { get; set; }

    // Whoever signs out, or is signed out, changes it: the page then loads again and finds nobody.
    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject]
    protected Seat Seat { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ParkNews News { get; set; } = null!;

    [Inject]
    private LookBack Past { get; set; } = null!;

    [SupplyParameterFromQuery(Name = PastDays.EffectiveName)]
    private string? EffectiveDay { get; set; }

    [SupplyParameterFromQuery(Name = PastDays.KnownName)]
    private string? KnownDay { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>What this person may see; null until loaded and when they are signed out.</summary>
    protected Insight? Insight { get; private set; }

    /// <summary>The days that are looked back to; none for the present.</summary>
    protected PastDays LookedBack { get; private set; }

    /// <summary>Why the page shows nothing; null when it does.</summary>
    protected Text? Obstacle { get; set; }

    /// <summary>True once there is something to show.</summary>
    [MemberNotNullWhen(true, nameof(Insight))]
    protected bool IsLoaded { get; private set; }

    /// <summary>Whether the page is business of the park, which administrators do not see.</summary>
    protected virtual bool IsBusiness => true;

    /// <summary>Whether the page follows changes as they happen.</summary>
    protected virtual bool IsLive => true;

    /// <summary>Whether the page can show the past too. It then shows what <see cref="Insight"/> says, and offers no commands.</summary>
    protected virtual bool LooksBack => false;

    /// <summary>Ends when the page is left.</summary>
    protected CancellationToken Leaving => leaving.Token;

    /// <summary>Reads all the page shows. It may set <see cref="Obstacle"/> instead.</summary>
    protected abstract Task LoadAsync(Insight insight);

    protected sealed override Task OnParametersSetAsync() => LoadAgainAsync(fresh: false);

    // While it loads, some of what it shows is of the new address and some of the old: it is shown again when all is there.
    protected sealed override bool ShouldRender() => !isLoading;

    protected sealed override void OnAfterRender(bool firstRender)
    {
        if (firstRender && IsLive)
            _ = FollowAsync();
        if (!isAnnounced && (IsLoaded || Obstacle is not null))
            _ = AnnounceAsync();
        AfterRender(firstRender);
    }

    /// <summary>In place of <see cref="ComponentBase.OnAfterRender"/>, which this page keeps for itself.</summary>
    protected virtual void AfterRender(bool firstRender) { }

    /// <summary>Loads again, as after an order.</summary>
    protected Task ReloadAsync() => LoadAgainAsync(fresh: true);

    private async Task LoadAgainAsync(bool fresh)
    {
        if (!await EnterAsync())
            return;
        isLoading = true;
        try
        {
            Obstacle = null;
            Insight = await Seat.InsightAsync(fresh);
            if (Insight is not { } insight)
                LeaveForSignIn();
            else if (IsBusiness && LedgerReach.ObstacleTo(insight) is { } refusal)
                Obstacle = Words.Of(refusal, Naming.Of(insight.Park));
            else
                await LoadAsync(Insight = await AsOfAsync(insight));
            IsLoaded = Insight is not null && Obstacle is null;
        }
        catch (JournalException)
        {
            Obstacle = new("数据库暂时无法读取，请稍候刷新。", "The database cannot be read just now. Reload in a moment.");
            IsLoaded = false;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left while it was loading.
        }
        finally
        {
            isLoading = false;
            turn.Release();
        }
    }

    private async Task<Insight> AsOfAsync(Insight insight)
    {
        LookedBack = LooksBack ? PastDays.Of(EffectiveDay, KnownDay).Before(insight.Today) : default;
        return LookedBack.IsPresent ? insight : await Past.AsOfAsync(insight, LookedBack.On(insight.Today, Seat.Now), Leaving);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<bool> EnterAsync()
    {
        try
        {
            await turn.WaitAsync(leaving.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task FollowAsync()
    {
        if (await Seat.WhoAsync() is not { } who)
            return;
        try
        {
            await foreach (var _ in News.OfAsync(who.Caller.Park, Leaving))
                await InvokeAsync(async () =>
                {
                    await ReloadAsync();
                    StateHasChanged();
                });
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    // Only now: what was there before came with the page's first answer and is put in its place anew when the connection stands.
    private async Task AnnounceAsync()
    {
        isAnnounced = true;
        try
        {
            await Browser.InvokeVoidAsync("projects.live", Leaving);
        }
        catch (Exception gone) when (gone is OperationCanceledException or JSDisconnectedException)
        {
            // The page was left.
        }
    }

    private void LeaveForSignIn() =>
        Navigation.NavigateTo($"{PageAuthentication.SignInPath}?return={Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri))}", forceLoad: true);
}
