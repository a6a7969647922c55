namespace Projects.Domain.Tests.Weekly;

/// <summary>
/// The figures of a week counted a second time, straight from the journal's events and without the domain's state: a ledger kept by hand, so to speak. Knows
/// what the reports' figures mean and nothing of how they are made.
/// </summary>
internal sealed class Tally(ReportWeek week)
{
    private readonly Dictionary<string, Line> lines = [];
    private readonly Dictionary<string, Tier> tiers = [];
    private readonly Dictionary<string, Node> nodes = [];
    private readonly Dictionary<string, (InvestmentBasis Basis, Month Month, Money Amount)> entries = [];
    private readonly Dictionary<(string Project, InvestmentBasis Basis, int Year), Money> plans = [];
    private readonly Dictionary<string, DateOnly> visits = [];
    private readonly HashSet<string> works = [];

    public void Take(ProjectId project, Recorded recorded)
    {
        if (recorded.Effective > week.Last || recorded.At >= week.CutOff)
            return;
        var (at, on) = ($"parks/{project.Park}/projects/{project.Code}", recorded.Effective);
        switch (recorded.Event)
        {
            case ProjectRegistered { Kind: not ProjectKind.Campaign }: works.Add(at); break;
            case ListOpened e: tiers[$"{at}/lists/{e.List}"] = e.Particulars.Tier; break;
            case MilestoneEvent e: Take($"{at}/milestones/{e.Milestone}", e, on); break;
            case InvestmentPlanSet e: plans[(at, e.Basis, e.Year)] = e.Total; break;
            case InvestmentRecorded e: entries[$"{at}/investments/{e.Entry}"] = (e.Basis, e.Month, e.Amount); break;
            case InvestmentReversed e: entries[$"{at}/investments/{e.Entry}"] = (e.Basis, e.Month, e.Amount); break;
            case VisitRecorded e:
                visits[$"{at}/visits/{e.Visit}"] = e.Particulars.On;
                if (e.Corrects is { } wrong)
                    visits.Remove($"{at}/visits/{wrong}");
                break;
            case IssueEvent e: Take($"{at}/issues/{e.Number}", at, e, on); break;
        }
    }

    /// <summary>What is counted, by the figure's id, with the rows in any order. A figure of none stands here too.</summary>
    public IEnumerable<(string Id, IEnumerable<string> Rows)> Counts()
    {
        var inBooks = lines.Where(line => line.Value.Stands is not (Standing.Drafted or Standing.Void)).ToList();
        foreach (var counted in Of("issues", inBooks))
            yield return counted;
        foreach (var tier in inBooks.GroupBy(line => tiers[line.Value.List]))
            foreach (var counted in Of($"tier.{tier.Key}", tier))
                yield return counted;
        foreach (var unit in inBooks.GroupBy(line => line.Value.Unit))
            foreach (var counted in Of($"unit.{unit.Key}", unit))
                yield return counted;
        var demands = inBooks.Where(line => tiers[line.Value.List] is Tier.Enterprise).ToList();
        yield return ("demands.in-books", Rows(demands));
        yield return ("demands.open", Rows(demands.Where(line => line.Value.IsOpen)));
        foreach (var level in Enum.GetValues<UrgingLevel>())
            yield return ($"urgings.{level}.this-week", Rows(inBooks.Where(line => line.Value.Urged.Any(urged => urged.Level == level && week.Contains(urged.On)))));
        yield return ("issues.overdue-since-this-week", Rows(inBooks.Where(line => line.Value.IsOpen && line.Value.Due < week.Last && line.Value.Due >= week.First.AddDays(-1))));
        yield return ("issues.due-next-week", Rows(inBooks.Where(line => line.Value.IsOpen && line.Value.Due > week.Last && line.Value.Due <= week.Last.AddDays(7))));

        var built = nodes.Where(node => works.Contains(node.Key[..node.Key.IndexOf("/milestones/", StringComparison.Ordinal)])).ToList();
        yield return ("milestones.verified-this-week", built.Where(node => week.Contains(node.Value.VerifiedOn)).Select(node => node.Key));
        yield return ("milestones.reported", built.Where(node => node.Value is { Reported: true, VerifiedOn: null }).Select(node => node.Key));
        yield return ("milestones.late", built.Where(node => node.Value is { Reported: false, VerifiedOn: null } && node.Value.Baseline < week.Last).Select(node => node.Key));
        yield return ("milestones.next-week", built.Where(node => node.Value is { Reported: false, VerifiedOn: null } && (node.Value.Forecast ?? node.Value.Baseline) is var expected && expected > week.Last && expected <= week.Last.AddDays(7)).Select(node => node.Key));

        yield return ("projects.works", works);
        yield return ("visits.this-week", visits.Where(visit => week.Contains(visit.Value)).Select(visit => visit.Key));
    }

    /// <summary>Sums of money over the projects that are built, by the figure's id.</summary>
    public IEnumerable<(string Id, Money Amount, IEnumerable<string> Rows)> Amounts()
    {
        foreach (var basis in Enum.GetValues<InvestmentBasis>())
        {
            var month = new Month(week.Last.Year, week.Last.Month);
            var year = entries.Where(entry => entry.Value.Basis == basis && entry.Value.Month.Year == month.Year && entry.Value.Month.CompareTo(month) <= 0).ToList();
            var inMonth = year.Where(entry => entry.Value.Month == month).ToList();
            yield return ($"investment.{basis}.month", Money.Sum(inMonth.Select(entry => entry.Value.Amount)), inMonth.Select(entry => entry.Key));
            yield return ($"investment.{basis}.year", Money.Sum(year.Select(entry => entry.Value.Amount)), year.Select(entry => entry.Key));
            var planned = plans.Where(plan => plan.Key.Basis == basis && plan.Key.Year == month.Year).ToList();
            yield return ($"investment.{basis}.plan", Money.Sum(planned.Select(plan => plan.Value)), planned.Select(plan => plan.Key.Project));
        }
    }

    private IEnumerable<(string Id, IEnumerable<string> Rows)> Of(string prefix, IEnumerable<KeyValuePair<string, Line>> of)
    {
        var some = of.ToList();
        yield return ($"{prefix}.in-books", Rows(some));
        yield return ($"{prefix}.open", Rows(some.Where(line => line.Value.IsOpen)));
        yield return ($"{prefix}.registered-this-week", Rows(some.Where(line => week.Contains(line.Value.RegisteredOn))));
        yield return ($"{prefix}.closed-this-week", Rows(some.Where(line => line.Value.ClosedOn.Any(on => week.Contains(on)))));
        yield return ($"{prefix}.returned-this-week", Rows(some.Where(line => line.Value.ReturnedOn.Any(on => week.Contains(on)))));
        yield return ($"{prefix}.extended-this-week", Rows(some.Where(line => line.Value.ExtendedOn.Any(on => week.Contains(on)))));
        yield return ($"{prefix}.overdue", Rows(some.Where(line => line.Value.IsOpen && line.Value.Due < week.Last)));
        yield return ($"{prefix}.reopened-this-week", Rows(some.Where(line => line.Value.ReopenedOn.Any(on => week.Contains(on)))));
    }

    private static IEnumerable<string> Rows(IEnumerable<KeyValuePair<string, Line>> of) => of.Select(line => line.Key);

    private void Take(string row, string project, IssueEvent happened, DateOnly on)
    {
        var line = lines.GetValueOrDefault(row) ?? (lines[row] = new());
        switch (happened)
        {
            case IssueDrafted e: (line.List, line.Unit) = ($"{project}/lists/{e.List}", e.Particulars.LeadUnit); break;
            case IssueAmended e: line.Unit = e.Particulars.LeadUnit; break;
            case IssueRegistered e: (line.Stands, line.RegisteredOn, line.Due) = (Standing.Open, on, e.Due.Date); break;
            case IssueTakenOver e:
                (line.List, line.Unit) = ($"{project}/lists/{e.List}", e.Particulars.LeadUnit);
                (line.RegisteredOn, line.Due) = (e.TakeOver.RegisteredOn, e.TakeOver.CurrentDue ?? e.Due.Date);
                line.Stands = e.TakeOver.State switch
                {
                    IssueState.Closed or IssueState.Filed => Standing.Closed,
                    IssueState.StandingWatch => Standing.Watched,
                    IssueState.Void => Standing.Void,
                    _ => Standing.Open,
                };
                if (e.TakeOver.ClosedOn is { } closed)
                    line.ClosedOn.Add(closed);
                break;
            case IssueReassigned e: line.Unit = e.LeadUnit; break;
            case ExtensionDecided { Granted: true } e: line.Due = e.NewDue; line.ExtendedOn.Add(on); break;
            case DueRecomputed e: line.Due = e.CurrentDue; break;
            case ClosureReturned: line.ReturnedOn.Add(on); break;
            case IssueClosed: line.Stands = Standing.Closed; line.ClosedOn.Add(on); break;
            case IssueStageDone: line.Stands = Standing.Watched; break;
            case IssueReopened e: (line.Stands, line.Due) = (Standing.Open, e.NewDue); line.ReopenedOn.Add(on); break;
            case IssueVoided or IssueMerged: line.Stands = Standing.Void; break;
            case IssueUrged e: line.Urged.Add((e.Level, on)); break;
        }
    }

    private void Take(string row, MilestoneEvent happened, DateOnly on)
    {
        var node = nodes.GetValueOrDefault(row) ?? (nodes[row] = new());
        switch (happened)
        {
            case MilestonePlanned e: node.Baseline = e.Baseline; break;
            case MilestoneForecast e: node.Forecast = e.Forecast; break;
            case BaselineChangeDecided { Approved: true } e: node.Baseline = e.Baseline; break;
            case MilestoneReported: node.Reported = true; break;
            case MilestoneRejected: node.Reported = false; break;
            case MilestoneVerified: node.VerifiedOn = on; break;
        }
    }

    private enum Standing { Drafted, Open, Watched, Closed, Void }

    private sealed class Line
    {
        public string List = "";
        public UnitCode? Unit;
        public Standing Stands;
        public DateOnly? RegisteredOn;
        public DateOnly? Due;
        public List<DateOnly> ClosedOn { get; } = [];
        public List<DateOnly> ReturnedOn { get; } = [];
        public List<DateOnly> ExtendedOn { get; } = [];
        public List<DateOnly> ReopenedOn { get; } = [];
        public List<(UrgingLevel Level, DateOnly On)> Urged { get; } = [];

        public bool IsOpen => Stands is Standing.Open;
    }

    private sealed class Node
    {
        public DateOnly Baseline;
        public DateOnly? Forecast;
        public bool Reported;
        public DateOnly? VerifiedOn;
    }
}
