namespace Projects.Host.Gateway;

/// <summary>Who must act: a person where one is named, else a role in a unit.</summary>
internal static class HolderMessages
{
    public static IEnumerable<V1.Holder> Of(BallInCourt ball, Park park, Language language) => ball switch
    {
        { Roles: [] } => [],
        { People: [] } => ball.Roles.Select(role => Of(null, role, ball.Unit, park, language)),
        _ => ball.People.Select(person => Of(person, ball.Roles[0], ball.Unit, park, language)),
    };

    private static V1.Holder Of(PersonId? person, Role role, UnitCode? unit, Park park, Language language) => new()
    {
        Person = ResourceName.OfAny(park.Code, person),
        Role = role.ToWire(),
        Unit = ResourceName.OfAny(park.Code, unit),
        Shown = Show(person is { } known ? park.NameOf(known) : null, Words.Of(role).In(language), unit is { } at ? park.NameOf(at) : null, language),
    };

    /// <summary>陈工（经办人，经济发展局）, or Chen (handler, 经济发展局); the role first when nobody is named.</summary>
    private static string Show(string? person, string role, string? unit, Language language) => (person, unit, language) switch
    {
        (null, null, _) => role,
        (null, _, Language.English) => $"{role} of {unit}",
        (null, _, _) => $"{unit}{role}",
        (_, null, Language.English) => $"{person} ({role})",
        (_, null, _) => $"{person}（{role}）",
        (_, _, Language.English) => $"{person} ({role}, {unit})",
        _ => $"{person}（{role}，{unit}）",
    };
}
