namespace Projects.Host.Gateway;

/// <summary>Investment, from the domain to the wire. Every message is of one basis.</summary>
internal static class InvestmentMessages
{
    public static V1.Investment Of(ProjectId project, InvestmentEntry entry, Park park) => new()
    {
        Name = ResourceName.Of(project, entry.Code),
        Month = entry.Month.ToString(),
        Basis = entry.Basis.ToWire(),
        Category = entry.Category.ToWire(),
        AmountFen = entry.Amount.ToFen(),
        Voucher = entry.Voucher ?? "",
        Note = entry.Note ?? "",
        Reverses = entry.Reverses is { } wrong ? ResourceName.Of(project, wrong) : "",
        ReversedBy = entry.ReversedBy is { } reversal ? ResourceName.Of(project, reversal) : "",
        By = Signatures.Of(entry.By, entry.On, park),
        Etag = Etags.Of(entry.Version),
    };

    public static V1.InvestmentPlan Of(InvestmentPlan plan)
    {
        var wire = new V1.InvestmentPlan { Year = plan.Year, Basis = plan.Basis.ToWire(), TotalFen = plan.Total.ToFen(), Etag = Etags.Of(plan.Version) };
        wire.MonthsFen.Add(plan.Months.Select(month => month.ToFen()));
        return wire;
    }

    /// <summary>The light is off without a plan: there is nothing to be behind of.</summary>
    public static V1.InvestmentFigures Of(InvestmentFigures figures, Policy policy, Language language)
    {
        var wire = new V1.InvestmentFigures
        {
            Basis = figures.Basis.ToWire(),
            Month = figures.Month.ToString(),
            MonthFen = figures.InMonth.ToFen(),
            YearToDateFen = figures.YearToDate.ToFen(),
            SinceStartFen = figures.SinceStart.ToFen(),
            Time = figures.Time.ToWire(language),
            AheadPoints = figures.Ahead is { } ahead ? Values.ToWire(Math.Round(ahead.Value, 1, MidpointRounding.AwayFromZero)) : "",
            Light = ProjectLight.OfProgress(figures.Ahead, policy).ToWire(),
        };
        if (figures.Plan is { } plan)
        {
            wire.PlanFen = plan.ToFen();
            wire.Completion = figures.Completion.ToWire(language);
        }
        return wire;
    }
}
