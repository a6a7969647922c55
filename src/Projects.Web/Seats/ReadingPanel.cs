using Microsoft.AspNetCore.Components;

namespace Projects.Web.Seats;

/// <summary>
/// A part of a page that reads what it shows each time its parameters are set, as by a link or by news of the park. Readings may overlap and
/// answer in any order: only the newest is shown, and one that answers late is passed over.
/// </summary>
public abstract class ReadingPanel : ComponentBase
{
    private int asked;

    /// <summary>Reads by the parameters as they stand now, and changes nothing shown.</summary>
    /// <returns>Shows what was read; done only when nothing newer was asked for meanwhile.</returns>
    protected abstract Task<Action> ReadAsync();

    protected sealed override async Task OnParametersSetAsync()
    {
        var mine = ++asked;
        var show = await ReadAsync();
        if (mine == asked)
            show();
    }
}
