using Projects.Storage;

namespace Projects.Benchmarks;

/// <summary>
/// L1: a page of the ledger and every rate as of a time, with the present beside it, in a park of 100,000 issues each of which has gone through
/// ten steps. Asked of the storage, the park's projects read again each time, as a request does.
/// </summary>
internal sealed class LookingBack : ITarget
{
    private const int Issues = 100_000;
    private const int Runs = 7;
    private const int LimitMs = 1_000;

    public string Code => "L1";
    public string Promise => "a ledger page and its rates as of a time, beside the present, over 100,000 issues with 1,000,000 rows of history";

    public async Task MeasureAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"a ledger of {Issues:#,0} issues with their history");
        await new Books(town).FillWithHistoryAsync(Issues);
        await using var reader = new LedgerReader(ground.Database);
        await using var journal = town.OpenJournal();
        var (issues, parks) = (new IssueLedger(reader), new PastParks(journal));

        var now = LightDays.Of(Town.Today, town.Park.Policy, WorkCalendars.Newest);
        var page = await Bench.MedianMsAsync(Runs, () => PageAsync(issues, now));
        var rates = await Bench.MedianMsAsync(Runs, () => RatesAsync(issues, Town.Today));
        var end = TimeProvider.System.GetUtcNow();
        foreach (var (what, at) in new (string, AsOf)[]
        {
            ("last week", new(Town.Today.AddDays(-7), end)),
            ("last week, as known then", new(Town.Today.AddDays(-7), end.AddDays(-7))),
            ("today, as known last week", new(Town.Today, end.AddDays(-7))),
            ("half-way back", new(Town.Today.AddDays(-Books.DaysOfHistory / 2), end)),
            ("the beginning", new(Town.Today.AddDays(-Books.DaysOfHistory + 10), end)),
        })
        {
            var days = LightDays.Of(at.Effective, town.Park.Policy, WorkCalendars.Newest);
            var pageThen = await Bench.MedianMsAsync(Runs, async () => await PageAsync(issues.At(await parks.AsOfAsync(Town.Code, at, CancellationToken.None)), days));
            bench.Find(Code, $"a page as of {what}; beside it the present page", pageThen, "ms", page, Wish.AtMost(LimitMs, "ms"));
            var ratesThen = await Bench.MedianMsAsync(Runs, async () => await RatesAsync(issues.At(await parks.AsOfAsync(Town.Code, at, CancellationToken.None)), at.Effective));
            bench.Find(Code, $"every rate as of {what}; beside it the present rates", ratesThen, "ms", rates, Wish.AtMost(LimitMs, "ms"));
        }

        Task PageAsync(IssueLedger ledger, LightDays days) =>
            ledger.PageAsync(Town.Code, new IssueFilter(), IssueOrder.Due, descending: false, size: 50, after: null, days, CancellationToken.None);

        Task RatesAsync(IssueLedger ledger, DateOnly day) =>
            ledger.RatesAsync(Town.Code, null, day, town.Park.Policy, WorkCalendars.Newest, CancellationToken.None);
    }
}
