using System.Collections.Immutable;

namespace Projects.Web.Diary;

/// <summary>What a panel of dated records shows of a project.</summary>
/// <param name="Total">All that are shown, on whatever page.</param>
/// <param name="Wrong">The record to be corrected; null when none is, or there is none of that code.</param>
/// <param name="Free">The next code free; empty when looking back, where nothing is recorded.</param>
internal sealed record DiaryReading<TEntry>(DiaryPage<TEntry> Page, int Total, TEntry? Wrong, string Free) where TEntry : class
{
    private const int PageRows = 20;

    /// <param name="stood">The records as they stood with a project looked back at; null for as they are now.</param>
    /// <param name="letter">What codes given here begin with: <c>v1</c>, <c>v2</c>.</param>
    public static async Task<DiaryReading<TEntry>> OfAsync(
        DiaryLedger<TEntry> ledger, ProjectId project, IEnumerable<TEntry>? stood, char letter, DiaryView view, CancellationToken cancellationToken)
    {
        var filter = new DiaryFilter(project.Code, Corrected: view.Corrected);
        DiaryPlace.TryParse(view.After, out var place);
        if (stood is not null)
        {
            var (past, all) = ledger.PageOf(stood.Select(entry => new DiaryRow<TEntry>(project.Park, project.Code, entry)), filter, PageRows, place);
            return new(past, all, null, "");
        }
        var page = await ledger.PageAsync(project.Park, filter, PageRows, place, cancellationToken);
        var total = await ledger.CountAsync(project.Park, filter, cancellationToken);
        // Records are mostly numbered; those with codes of their own count too, and a code taken is passed over.
        var number = 1 + (view.Corrected ? total : await ledger.CountAsync(project.Park, filter with { Corrected = true }, cancellationToken));
        while (await ledger.FindAsync(project, $"{letter}{number}", cancellationToken) is not null)
            number++;
        return new(page, total, view.Correct is { } wrong ? await ledger.FindAsync(project, wrong, cancellationToken) : null, $"{letter}{number}");
    }
}
