using Projects.Grains;
using Projects.Storage;
using Projects.Web.Board;
using Projects.Web.Ledger;

namespace Projects.Benchmarks;

/// <summary>The reads of a page, made in this process by the code the pages use.</summary>
internal sealed class PageReads : IAsyncDisposable
{
    private readonly Journal journal;
    private readonly LedgerReader reader;
    private readonly BoardReader board;
    private readonly LedgerReading ledger;
    private readonly Insight insight;

    public PageReads(Town town)
    {
        (journal, reader) = (town.OpenJournal(), new LedgerReader(town.Ground.Database));
        var (projects, issues, lists) = (new ProjectLedger(reader), new IssueLedger(reader), new ListLedger(reader));
        var (milestones, investment) = (new MilestoneLedger(reader), new InvestmentLedger(reader));
        var reach = new LedgerReach(projects);
        var standings = new ParkStandings(reach, projects, lists, issues, milestones, investment);
        board = new BoardReader(standings, issues, journal, new ParkSummaries(standings, issues), new ParkRates(standings));
        ledger = new LedgerReading(reach, new WaitingIssues(reach, issues), issues, lists, projects);
        insight = new Insight(town.Park, town.Park.ActorOn(Town.Leader, ActorKind.Person, Town.Today)!, Town.Today, WorkCalendars.Newest);
    }

    public SqlWatch Sql { get; } = new();

    public Task BoardAsync() => board.ReadAsync(insight, CancellationToken.None);

    /// <param name="address">As in the browser, such as <c>/ledger?overdue=true</c>.</param>
    public Task LedgerAsync(string address) => ledger.OfAsync(insight, LedgerView.Of(new Uri(new Uri("http://page"), address)), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Sql.Dispose();
        await reader.DisposeAsync();
        await journal.DisposeAsync();
    }
}
