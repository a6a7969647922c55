using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>A milestone as a caller sees it on a day: its three dates with every version, what follows from the day, and what the caller may do.</summary>
internal sealed class MilestoneMessages(Project card, Insight insight, Language language)
{
    private readonly Matter matter = insight.MatterOf(card);
    private readonly Naming names = Naming.Of(insight.Park, card);

    public V1.Milestone Of(Milestone milestone)
    {
        var wire = new V1.Milestone
        {
            Name = ResourceName.Of(card.Id, milestone.Code),
            DisplayName = milestone.Name,
            Phase = milestone.Phase is { } phase ? ResourceName.Of(card.Id, phase) : "",
            State = milestone.State.ToWire(),
            BaselineDate = milestone.Baseline.ToWire(),
            Proposal = milestone.Proposal is { } proposal ? Of(proposal) : null,
            ForecastDate = milestone.Forecast.ToWire(),
            ActualDate = milestone.Actual.ToWire(),
            ReportedBy = Signatures.Of(milestone.ReportedBy, milestone.ReportedOn, insight.Park),
            VerifiedBy = Signatures.Of(milestone.VerifiedBy, milestone.VerifiedOn, insight.Park),
            Note = milestone.Note ?? "",
            RejectionReason = milestone.RejectedFor ?? "",
            Light = ((Light?)LightOf(milestone)).ToWire(),
            Variance = Slip.Of(milestone, insight.Calendar) is { } slip ? Of(slip, milestone) : null,
            Etag = Etags.Of(milestone.Version),
        };
        wire.Predecessors.Add(milestone.Predecessors.Select(before => ResourceName.Of(card.Id, before)));
        wire.Baselines.Add(milestone.Baselines.Select(Of));
        wire.Forecasts.Add(milestone.Forecasts.Select(Of));
        wire.Evidence.Add(milestone.Evidence.Select(digest => ResourceName.OfEvidence(card.Id.Park, digest)));
        wire.AllowedActions.Add(MilestoneActions.For(matter, milestone.Code).Select(Of));
        return wire;
    }

    public Light LightOf(Milestone milestone) => MilestoneLight.Of(milestone, insight.Today, insight.Park.Policy, insight.Calendar);

    private V1.BaselineVersion Of(BaselineVersion version) => new()
    {
        BaselineDate = version.Baseline.ToWire(),
        By = Signatures.Of(version.SetBy, version.SetOn, insight.Park),
        Reason = version.Reason ?? "",
    };

    private V1.BaselineProposal Of(BaselineProposal proposal) => new()
    {
        BaselineDate = proposal.Baseline.ToWire(),
        Reason = proposal.Reason,
        By = Signatures.Of(proposal.By, proposal.On, insight.Park),
    };

    private V1.ForecastEntry Of(ForecastEntry entry) => new()
    {
        ForecastDate = entry.Forecast.ToWire(),
        Reason = entry.Reason,
        By = Signatures.Of(entry.By, entry.On, insight.Park),
    };

    /// <summary>Working days are left out when a year between the two days has no published calendar: a guess would pass for a count.</summary>
    private V1.Variance Of(Slip slip, Milestone milestone)
    {
        var wire = new V1.Variance { CalendarDays = slip.CalendarDays };
        var (one, other) = (milestone.Baseline.Year, (milestone.Actual ?? milestone.Forecast ?? milestone.Baseline).Year);
        if (Enumerable.Range(Math.Min(one, other), Math.Abs(one - other) + 1).All(insight.Calendar.IsPublished))
            wire.WorkingDays = slip.WorkingDays;
        return wire;
    }

    private V1.AllowedAction Of(MilestoneAction action) => new()
    {
        Verb = action.Verb,
        Allowed = action.Allowed,
        Reason = action.WhyNot is { } obstacle ? Refusing.Of(obstacle.Reason) : "",
        Explanation = action.WhyNot is { } why ? Words.Of(why, names).In(language) : "",
    };
}
