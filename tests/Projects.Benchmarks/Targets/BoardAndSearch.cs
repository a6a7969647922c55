using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>P5: the board's counts, and the commonest Chinese query, two characters, in a ledger of 1,000,000 issues. Asked of the storage, as board and gateway do.</summary>
internal sealed class BoardAndSearch : ITarget
{
    private const int Runs = 15;

    public string Code => "P5";
    public string Promise => "board counts and two-character search at 1,000,000 issues";

    public async Task MeasureAsync(Bench bench)
    {
        var town = await bench.MillionAsync();
        await using var reader = new LedgerReader(town.Ground.Database);
        var issues = new IssueLedger(reader);
        var days = LightDays.Of(Town.Today, town.Park.Policy, WorkCalendars.Newest);
        Bench.Say("counts and searches");

        var counts = await Bench.MedianMsAsync(Runs, () => issues.CountsAsync(Town.Code, days, CancellationToken.None));
        bench.Find(Code, "counts of the whole park", counts, "ms", null, Wish.AtMost(5, "ms"));
        var byUnit = await Bench.MedianMsAsync(Runs, () => issues.CountsByUnitAsync(Town.Code, days, CancellationToken.None));
        bench.Find(Code, "the same by unit", byUnit, "ms", null, Wish.AtMost(5, "ms"));
        var byList = await Bench.MedianMsAsync(Runs, () => issues.CountsByListAsync(Town.Code, [Tale.IdOf(7).Code], days, CancellationToken.None));
        bench.Find(Code, "counts of one project by list and unit", byList, "ms", null, Wish.AtMost(5, "ms"));
        foreach (var (text, how) in new[] { (Books.AbsentText, "in no issue"), (Books.RareText, "in 1 of 20,000"), (Books.CommonText, "in 1 of 10") })
        {
            var found = await Bench.MedianMsAsync(Runs, () => issues.PageAsync(
                Town.Code, new IssueFilter(Text: text), IssueOrder.Due, descending: false, size: 50, after: null, days, CancellationToken.None));
            bench.Find(Code, $"first 50 with a two-character text that stands {how}", found, "ms", null, Wish.AtMost(20, "ms"));
        }
    }
}
