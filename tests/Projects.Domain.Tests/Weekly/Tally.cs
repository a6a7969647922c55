namespace Projects.Domain.Tests.Weekly;

/// <summary>
/// The figures of a week counted a second time, straight from the journal's events and without the domain's state: a ledger kept by hand, so to speak. Knows
/// what the reports' figures mean and nothing of how they are made.
/// </summary>
internal sealed class Tally(ReportWeek week)
{
    private readonly Dictionary<string, Line> lines = [];
    private readonly Dictionary<string, Tier> tiers = [];
    private readonly Dictionary<string, Measure> measures = [];
    private readonly Dictionary<string, (Figure Done, Figure Found)> quoted = [];
    private readonly Dictionary<string, Node> nodes = [];
    private readonly Dictionary<string, Entry> entries = [];
    private readonly Dictionary<(string Project, InvestmentBasis Basis, int Year), Money> plans = [];
    private readonly Dictionary<string, DateOnly> visits = [];
    private readonly Dictionary<string, DateOnly> works = [];
    private readonly Dictionary<string, Stage> phases = [];

    public void Take(ProjectId project, Recorded recorded)
    {
        if (recorded.Effective > week.Last || recorded.At >= week.CutOff)
            return;
        var (at, on) = ($"parks/{project.Park}/projects/{project.Code}", recorded.Effective);
        switch (recorded.Event)
        {
            case ProjectRegistered { Kind: not ProjectKind.Campaign }: works.Add(at, on); break;
            case PhaseAdded e: phases[$"{at}/phases/{e.Phase}"] = e.Stage; break;
            case PhaseAdvanced e: phases[$"{at}/phases/{e.Phase}"] = e.To; break;
            case PhaseStageCorrected e: phases[$"{at}/phases/{e.Phase}"] = e.To; break;
            case ListOpened e: (tiers[$"{at}/lists/{e.List}"], measures[$"{at}/lists/{e.List}"]) = (e.Particulars.Tier, e.Particulars.Measure); break;
            case TotalsQuoted e: quoted[$"{at}/lists/{e.List}"] = (e.Done, e.Found); break;
            case MilestoneEvent e: Take($"{at}/milestones/{e.Milestone}", e, on); break;
            case InvestmentPlanSet e: plans[(at, e.Basis, e.Year)] = e.Total; break;
            case InvestmentRecorded e: entries[$"{at}/investments/{e.Entry}"] = new(e.Basis, e.Month, e.Amount); break;
            case InvestmentReversed e: entries[$"{at}/investments/{e.Entry}"] = new(e.Basis, e.Month, e.Amount); break;
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
        yield return ("demands.registered-this-week", Rows(demands.Where(line => week.Contains(line.Value.RegisteredOn))));
        yield return ("demands.closed-this-week", Rows(demands.Where(line => line.Value.ClosedOn.Any(on => week.Contains(on)))));
        yield return ("issues.extension-pending", Rows(inBooks.Where(line => line.Value.ExtensionWaits)));
        yield return ("issues.disputed", Rows(inBooks.Where(line => line.Value.Disputed)));
        yield return ("issues.suspended", Rows(inBooks.Where(line => line.Value.Suspended)));
        yield return ("issues.review-next-week", Rows(inBooks.Where(line => line.Value.Review > week.Last && line.Value.Review <= week.Last.AddDays(7))));
        yield return ("urgings.reply-late", Rows(inBooks.Where(line => line.Value.Silent(week.Last))));
        foreach (var level in Enum.GetValues<UrgingLevel>())
            yield return ($"urgings.{level}.this-week", Rows(inBooks.Where(line => line.Value.Urged.Any(urged => urged.Level == level && week.Contains(urged.On)))));
        yield return ("issues.overdue-since-this-week", Rows(inBooks.Where(line => line.Value.IsOpen && line.Value.Due < week.Last && line.Value.Due >= week.First.AddDays(-1))));
        yield return ("issues.due-next-week", Rows(inBooks.Where(line => line.Value.IsOpen && line.Value.Due > week.Last && line.Value.Due <= week.Last.AddDays(7))));

        var built = nodes.Where(node => works.ContainsKey(Project(node.Key))).ToList();
        yield return ("milestones.verified-this-week", built.Where(node => week.Contains(node.Value.VerifiedOn)).Select(node => node.Key));
        yield return ("milestones.reported", built.Where(node => node.Value is { Reported: true, VerifiedOn: null }).Select(node => node.Key));
        yield return ("milestones.late", built.Where(node => node.Value is { Reported: false, VerifiedOn: null } && node.Value.Baseline < week.Last).Select(node => node.Key));
        yield return ("milestones.next-week", built.Where(node => node.Value is { Reported: false, VerifiedOn: null } && (node.Value.Forecast ?? node.Value.Baseline) is var expected && expected > week.Last && expected <= week.Last.AddDays(7)).Select(node => node.Key));

        yield return ("milestones.baseline-proposed", built.Where(node => node.Value.Proposed).Select(node => node.Key));

        yield return ("projects.works", works.Keys);
        yield return ("projects.registered-this-week", works.Where(work => week.Contains(work.Value)).Select(work => work.Key));
        foreach (var light in Enum.GetValues<Light>())
            yield return ($"projects.{light.ToString().ToLowerInvariant()}", works.Keys.Where(work => LightOf(work) == light));
        yield return ("visits.this-week", visits.Where(visit => week.Contains(visit.Value)).Select(visit => visit.Key));
    }

    /// <summary>Days by which an overdue issue is late, by the figure's id.</summary>
    public IEnumerable<(string Id, int Days)> DaysLate() => lines
        .Where(line => line.Value.IsOpen && line.Value.Due < week.Last)
        .Select(line => ($"late.{line.Key}", week.Last.DayNumber - line.Value.Due!.Value.DayNumber));

    /// <summary>Sums of money, of the park and of each project built in it, by the figure's id.</summary>
    public IEnumerable<(string Id, Money Amount, IEnumerable<string> Rows)> Amounts() => Accounts().SelectMany(account => new[]
    {
        (account.Id("month"), Sum(account.Month), account.Rows(account.Month)),
        (account.Id("year"), Sum(account.Year), account.Rows(account.Year)),
        (account.Id("plan"), account.Planned, account.Plans),
    });

    /// <summary>Shares as a percentage's bounds, unrounded, and how many points investment is ahead of its time, by the figure's id.</summary>
    public IEnumerable<(string Id, decimal Least, decimal Most)> Shares()
    {
        foreach (var account in Accounts().Where(account => account.Year.Count > 0 && account.Plans.Any()))
        {
            var done = 100 * Sum(account.Year).InWan / account.Planned.InWan;
            yield return (account.Id("completion"), done, done);
            var ahead = done - TimeGone;
            yield return (account.Id("ahead"), ahead, ahead);
        }
        foreach (var list in tiers.Keys)
        {
            var among = lines.Values.Where(line => line.List == list && line.Stands is not (Standing.Drafted or Standing.Void) && !line.IsStandingKind).ToList();
            var id = $"list.{list.Split('/')[3]}.{list.Split('/')[5]}.completion";
            if (quoted.TryGetValue(list, out var said))
                yield return (id, 100 * said.Done.Interval.Lower / said.Found.Interval.Upper!.Value, 100 * said.Done.Interval.Upper!.Value / said.Found.Interval.Lower);
            else if (among.Count > 0 && 100m * among.Count(line => line.IsDoneBy(measures[list])) / among.Count is var done)
                yield return (id, done, done);
        }
    }

    /// <summary>The accounts of both bases: of the park, named by nothing and by "park" in the table, and of each project.</summary>
    private IEnumerable<Account> Accounts()
    {
        foreach (var basis in Enum.GetValues<InvestmentBasis>())
        {
            var all = Of(basis, null, entry => entry, plan => plan);
            yield return all;
            yield return all with { Whose = "park", Row = $"parks/{works.Keys.First().Split('/')[1]}" };
            foreach (var work in works.Keys)
                yield return Of(basis, work, entry => entry.Where(each => Project(each.Key) == work), plan => plan.Where(each => each.Key.Project == work));
        }
    }

    private Account Of(
        InvestmentBasis basis, string? work,
        Func<IEnumerable<KeyValuePair<string, Entry>>, IEnumerable<KeyValuePair<string, Entry>>> mine,
        Func<IEnumerable<KeyValuePair<(string Project, InvestmentBasis Basis, int Year), Money>>, IEnumerable<KeyValuePair<(string Project, InvestmentBasis Basis, int Year), Money>>> planned)
    {
        var month = new Month(week.Last.Year, week.Last.Month);
        var year = mine(entries).Where(entry => entry.Value.Basis == basis && entry.Value.Month.Year == month.Year && entry.Value.Month.CompareTo(month) <= 0).ToList();
        var plan = planned(plans).Where(each => each.Key.Basis == basis && each.Key.Year == month.Year).ToList();
        return new(basis, work?.Split('/')[3], work, [.. year.Where(entry => entry.Value.Month == month)], year, Money.Sum(plan.Select(each => each.Value)), [.. plan.Select(each => each.Key.Project)]);
    }

    /// <summary>Percent of the year gone: whole months, and days of the present one.</summary>
    private decimal TimeGone => 100m / 12 * (week.Last.Month - 1 + (decimal)week.Last.Day / DateTime.DaysInMonth(week.Last.Year, week.Last.Month));

    /// <summary>By hand as the park's office would: red before yellow, and the first reason is enough.</summary>
    private Light LightOf(string work)
    {
        // Ten days of work ahead, the day itself not counted.
        var warned = week.Last;
        for (var left = 11; left > 0; left -= WorkCalendar.China.IsWorkingDay(warned) ? 1 : 0)
            warned = warned.AddDays(1);
        warned = warned.AddDays(-1);
        var due = lines.Where(line => Project(line.Key) == work && line.Value.IsOpen).Select(line => line.Value.Due).ToList();
        var waiting = nodes.Where(node => Project(node.Key) == work && node.Value is { Reported: false, VerifiedOn: null }).Select(node => node.Value).ToList();
        var account = Of(InvestmentBasis.Works, work, entry => entry.Where(each => Project(each.Key) == work), plan => plan.Where(each => each.Key.Project == work));
        var behind = account.Plans.Any() ? TimeGone - 100 * Sum(account.Year).InWan / account.Planned.InWan : 0;
        var starts = nodes.Where(node => Project(node.Key) == work && node.Key.EndsWith("start", StringComparison.Ordinal) && node.Value is { Reported: false, VerifiedOn: null } && node.Value.Baseline < week.Last).Select(node => node.Value).ToList();
        var missed = starts.Where(start => start.Phase is null || !HasBegun(phases[$"{work}/phases/{start.Phase}"])).ToList();

        if (due.Exists(day => day < week.Last) || waiting.Exists(node => node.Baseline < week.Last) || behind > 30 || missed.Exists(start => start.Baseline.AddMonths(3) <= week.Last))
            return Light.Red;
        return due.Exists(day => day <= warned) || waiting.Exists(node => node.Baseline <= warned || node.Forecast > node.Baseline) || behind >= 10 || missed.Count > 0
            ? Light.Yellow : Light.Green;
    }

    private static bool HasBegun(Stage stage) => stage is not (Stage.Idea or Stage.Negotiating or Stage.Signed or Stage.Preliminary);

    private static string Project(string row) => string.Join('/', row.Split('/').Take(4));

    private static Money Sum(IEnumerable<KeyValuePair<string, Entry>> some) => Money.Sum(some.Select(entry => entry.Value.Amount));

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
            case IssueDrafted e: (line.List, line.Unit, line.IsStandingKind) = ($"{project}/lists/{e.List}", e.Particulars.LeadUnit, e.Particulars.Kind is IssueKind.Standing); break;
            case IssueAmended e: (line.Unit, line.IsStandingKind) = (e.Particulars.LeadUnit, e.Particulars.Kind is IssueKind.Standing); break;
            case IssueAccepted: line.Disputed = false; break;
            case AssignmentDisputed: line.Disputed = true; break;
            case ExtensionRequested: line.ExtensionWaits = true; break;
            case IssueSuspended: line.Suspended = true; break;
            case IssueResumed: line.Suspended = false; break;
            case ClosureRequested: line.IsAsked = true; break;
            case ClosureWithdrawn: line.IsAsked = false; break;
            case IssueReviewed { NextReview: { } review }: line.Review = review; break;
            case UrgingReplied e: line.Notices[e.Notice].Answered = true; break;
            case UrgingSettled { Accepted: false } e: line.Notices[e.Notice].Answered = false; break;
            case IssueRegistered e: (line.Stands, line.RegisteredOn, line.Due) = (Standing.Open, on, e.Due.Date); break;
            case IssueTakenOver e:
                (line.List, line.Unit, line.IsStandingKind) = ($"{project}/lists/{e.List}", e.Particulars.LeadUnit, e.Particulars.Kind is IssueKind.Standing);
                line.Review = e.TakeOver.NextReview;
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
            case IssueReassigned e: (line.Unit, line.Disputed) = (e.LeadUnit, false); break;
            case ExtensionDecided e:
                line.ExtensionWaits = false;
                if (e.Granted)
                {
                    line.Due = e.NewDue;
                    line.ExtendedOn.Add(on);
                }
                break;
            case DueRecomputed e: line.Due = e.CurrentDue; break;
            case ClosureReturned: line.IsAsked = false; line.ReturnedOn.Add(on); break;
            case IssueClosed: line.Stands = Standing.Closed; line.ClosedOn.Add(on); break;
            case IssueStageDone e: (line.Stands, line.Review) = (Standing.Watched, e.NextReview); break;
            case IssueReopened e:
                (line.Stands, line.Due, line.IsAsked, line.Review, line.ExtensionWaits) = (Standing.Open, e.NewDue, false, null, false);
                line.ReopenedOn.Add(on);
                line.Round++;
                break;
            case IssueVoided or IssueMerged: line.Stands = Standing.Void; break;
            case IssueUrged e:
                line.Urged.Add((e.Level, on));
                line.Notices[e.Notice] = new() { Condition = e.Condition, ReplyBy = e.ReplyBy };
                break;
        }
    }

    private void Take(string row, MilestoneEvent happened, DateOnly on)
    {
        var node = nodes.GetValueOrDefault(row) ?? (nodes[row] = new());
        switch (happened)
        {
            case MilestonePlanned e: (node.Baseline, node.Phase) = (e.Baseline, e.Phase); break;
            case BaselineChangeRequested: node.Proposed = true; break;
            case MilestoneForecast e: node.Forecast = e.Forecast; break;
            case BaselineChangeDecided e: (node.Baseline, node.Proposed) = (e.Approved ? e.Baseline : node.Baseline, false); break;
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

        public SortedDictionary<int, Notice> Notices { get; } = [];
        public bool IsStandingKind;
        public bool Disputed;
        public bool Suspended;
        public bool ExtensionWaits;
        public bool IsAsked;
        public DateOnly? Review;
        public int Round = 1;

        public bool IsOpen => Stands is Standing.Open;

        public bool IsDoneBy(Measure measure) => Stands is Standing.Closed || (measure is Measure.Rectified && (IsAsked || Stands is Standing.Watched));

        /// <summary>Somebody was urged, has to answer still, and the day for it is past.</summary>
        public bool Silent(DateOnly day) => IsOpen && !IsAsked && Notices.Any(notice =>
            notice.Value is { Answered: false } sent && sent.ReplyBy < day && sent.Condition.Round == Round && (sent.Condition.Due is null || sent.Condition.Due == Due)
            && !Notices.Any(later => later.Key > notice.Key && (later.Value.Condition.Trigger, later.Value.Condition.Round, later.Value.Condition.Due) == (sent.Condition.Trigger, sent.Condition.Round, sent.Condition.Due)));
    }

    private sealed class Notice
    {
        public required UrgingCondition Condition;
        public DateOnly ReplyBy;
        public bool Answered;
    }

    private sealed record Entry(InvestmentBasis Basis, Month Month, Money Amount);

    /// <summary>Investment on one basis in the week's year. A project's figures, and the park's in the table, are traced to whose they are; the park's in the sentence to each entry.</summary>
    /// <param name="Whose">Null for the park's in the sentence.</param>
    private sealed record Account(
        InvestmentBasis Basis, string? Whose, string? Row, List<KeyValuePair<string, Entry>> Month, List<KeyValuePair<string, Entry>> Year, Money Planned, List<string> PlannedBy)
    {
        public IEnumerable<string> Plans => PlannedBy.Count == 0 || Row is null ? PlannedBy : [Row];

        public string Id(string what) => $"investment.{Basis}.{what}{(Whose is null ? "" : $".{Whose}")}";

        public IEnumerable<string> Rows(List<KeyValuePair<string, Entry>> of) => of.Count == 0 || Row is null ? of.Select(entry => entry.Key) : [Row];
    }

    private sealed class Node
    {
        public PhaseCode? Phase;
        public bool Proposed;
        public DateOnly Baseline;
        public DateOnly? Forecast;
        public bool Reported;
        public DateOnly? VerifiedOn;
    }
}
