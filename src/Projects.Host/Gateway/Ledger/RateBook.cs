using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>All rates of a park: whole, by unit, by list, by tier and by measure, each group under its name.</summary>
internal sealed class RateBook(Park park, IReadOnlyList<ListRow> lists, Language language)
{
    public V1.ListRatesResponse Of(IssueRates rates, DateOnly day)
    {
        var response = new V1.ListRatesResponse { Date = day.ToWire(), Whole = RateMessages.Of(rates.Whole, park.Name, language) };
        foreach (var group in rates.ByUnit)
            response.Units.Add(OfUnit(group));
        foreach (var group in rates.ByList)
            response.Lists.Add(OfList(group));
        foreach (var group in rates.ByTier)
            response.Tiers.Add(OfTier(group));
        foreach (var group in rates.ByMeasure)
            response.Measures.Add(OfMeasure(group));
        return response;
    }

    private V1.LedgerRates OfUnit(RateGroup<UnitCode?> group)
    {
        var name = group.Key is { } unit ? park.NameOf(unit) : language is Language.English ? "Lists known by quoted totals" : "引用总数的清单";
        var wire = RateMessages.Of(group.Sheet, name, language);
        wire.Unit = ResourceName.OfAny(park.Code, group.Key);
        return wire;
    }

    private V1.LedgerRates OfList(RateGroup<(ProjectCode Project, ListCode List)> group)
    {
        var (project, list) = group.Key;
        var name = lists.FirstOrDefault(row => row.Project == project && row.List == list)?.Name ?? list.Value;
        var wire = RateMessages.Of(group.Sheet, name, language);
        wire.List = ResourceName.Of(new ProjectId(park.Code, project), list);
        return wire;
    }

    private V1.LedgerRates OfTier(RateGroup<Tier> group)
    {
        var wire = RateMessages.Of(group.Sheet, park.Labels.Of(group.Key).In(language), language);
        wire.Tier = group.Key.ToWire();
        return wire;
    }

    private V1.LedgerRates OfMeasure(RateGroup<Measure> group)
    {
        var wire = RateMessages.Of(group.Sheet, park.Labels.Of(group.Key).In(language), language);
        wire.Measure = group.Key.ToWire();
        return wire;
    }
}
