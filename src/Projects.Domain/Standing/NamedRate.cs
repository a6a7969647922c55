namespace Projects;

/// <summary>A rate with what it means. Exactly one of <paramref name="Rate"/> and <paramref name="NoTotal"/> is set.</summary>
/// <param name="Code">Stable, English, such as <c>closure_rate</c>.</param>
/// <param name="Definition">What is counted, among what.</param>
/// <param name="Rate">Unrounded; empty when there was nothing to count among.</param>
/// <param name="NoTotal">Why these lists cannot be added (DOMAIN 2).</param>
public sealed record NamedRate(string Code, Text Name, Text Definition, Rate? Rate, Text? NoTotal = null)
{
    /// <summary>40.0 % · 约71.7%–86.8% · —, and 不合计 (no total) where lists may not be added.</summary>
    public string Show(Language language) => Rate?.Percent(language) ?? (language is Language.English ? "no total" : "不合计");
}
