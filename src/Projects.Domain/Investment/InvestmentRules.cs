namespace Projects;

/// <summary>The rules of investment (DOMAIN 5): a plan's months sum to its year, entries are only ever added, and the two bases never meet.</summary>
internal static class InvestmentRules
{
    /// <summary>1万亿元: no entry of a park comes near it, and ninety thousand of them still sum without overflow.</summary>
    private static readonly Money Largest = Money.Yi(10_000);

    public static Decision Decide(Matter matter, ProjectCommand command) => matter.InOneOf(RegistrationRules.Keepers, capacity => command switch
    {
        _ when matter.Project.Kind is ProjectKind.Campaign => Matter.No(new CampaignHasNoInvestment()),
        SetInvestmentPlan c => Plan(matter, c, capacity),
        RecordInvestment c => Record(matter, c, capacity),
        ReverseInvestment c => Reverse(matter, c, capacity),
        _ => throw new NotSupportedException($"No rule decides {command.GetType().Name}."),
    });

    private static Decision Plan(Matter matter, SetInvestmentPlan command, Capacity capacity)
    {
        var months = command.Months.IsDefault ? [] : command.Months;
        var present = matter.Project.Investment.Plans.FirstOrDefault(plan => (plan.Year, plan.Basis) == (command.Year, command.Basis));
        if (Matter.StaleWhen(command, present?.Version ?? 0) is { } stale)
            return Matter.No(stale);
        var check = new FieldCheck();
        check.Known("basis", command.Basis);
        check.Require(command.Year is >= 1949 and <= 9999, "year", "应在1949与9999之间", "must lie between 1949 and 9999");
        check.Require(months.Length == 12, "months_fen", "应为12个月的金额", "must be twelve amounts");
        check.Require(months.All(month => month >= Money.Zero && month <= Largest), "months_fen", "各月应不小于零且不超过1万亿元", "must each lie between 0 and CNY 1,000 billion");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        var sum = Money.Sum(months);
        if (sum != command.Total)
            return Matter.No(new MonthsDoNotSum(command.Total, sum));
        return present is not null && present.Total == command.Total && present.Months.SequenceEqual(months)
            ? Matter.Already
            : matter.Yes(capacity, new InvestmentPlanSet(command.Year, command.Basis, command.Total, months));
    }

    private static Decision Record(Matter matter, RecordInvestment command, Capacity capacity)
    {
        var check = new FieldCheck();
        check.Id("investment", command.Entry.Value);
        check.Known("basis", command.Basis);
        check.Known("category", command.Category);
        check.Require(command.Amount > Money.Zero && command.Amount <= Largest, "amount_fen",
            "应大于零且不超过1万亿元；更正请用冲正", "must be above 0 and at most CNY 1,000 billion; a mistake is reversed");
        var recorded = new InvestmentRecorded(
            command.Entry, command.Month, command.Basis, command.Category, command.Amount,
            check.Optional("voucher", command.Voucher, FieldCheck.Line), check.Optional("note", command.Note, FieldCheck.Statement));
        if (command.Month is { Year: >= 1949 and <= 9999, Number: >= 1 and <= 12 })
            check.Past("month", command.Month.FirstDay, matter.Today);
        else
            check.Require(false, "month", "不是月份", "is not a month");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (Find(matter, command.Entry) is { } present)
            return IsEntryOf(present, recorded) ? Matter.Already : Matter.No(new NameTaken("entry", command.Entry.Value));
        return matter.Yes(capacity, recorded);
    }

    private static Decision Reverse(Matter matter, ReverseInvestment command, Capacity capacity)
    {
        if (Find(matter, command.Wrong) is not { } wrong)
            return Matter.No(new NotFound("entry", command.Wrong.Value));
        if (Matter.StaleWhen(command, wrong.Version) is { } stale)
            return Matter.No(stale);
        if (wrong.Basis != command.Basis)
            return Matter.No(new BasesNeverSum(wrong.Basis, command.Basis));
        var check = new FieldCheck();
        check.Id("investment", command.Entry.Value);
        var reason = check.Reason("reason", command.Reason);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (wrong.Reverses is { } first)
            return Matter.No(new ReversalStands(command.Wrong, first));
        if (wrong.ReversedBy is { } by)
            return by == command.Entry ? Matter.Already : Matter.No(new EntryReversed(command.Wrong, by));
        if (Find(matter, command.Entry) is not null)
            return Matter.No(new NameTaken("entry", command.Entry.Value));
        return matter.Yes(capacity, new InvestmentReversed(command.Entry, wrong.Code, wrong.Month, wrong.Basis, wrong.Category, -wrong.Amount, reason));
    }

    private static InvestmentEntry? Find(Matter matter, EntryCode code) => matter.Project.Investment.Entries.FirstOrDefault(entry => entry.Code == code);

    private static bool IsEntryOf(InvestmentEntry present, InvestmentRecorded recorded) => present.Reverses is null
        && (present.Month, present.Basis, present.Category, present.Amount, present.Voucher, present.Note)
        == (recorded.Month, recorded.Basis, recorded.Category, recorded.Amount, recorded.Voucher, recorded.Note);
}
