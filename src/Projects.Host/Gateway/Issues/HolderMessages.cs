namespace Projects.Host.Gateway;

/// <summary>Who must act: a person where one is named, else a role in a unit.</summary>
internal static class HolderMessages
{
    public static IEnumerable<V1.Holder> Of(BallInCourt ball, Park park, Language language) => ball.Holders().Select(holder => new V1.Holder
    {
        Person = ResourceName.OfAny(park.Code, holder.Person),
        Role = holder.Role.ToWire(),
        Unit = ResourceName.OfAny(park.Code, holder.Unit),
        Shown = IssueWords.Of(holder, park).In(language),
    });
}
