using System.Collections.Immutable;

namespace Projects.Web.Issues;

/// <summary>Whom and what a form offers to choose from. It offers whom a choice usually falls on; who may be chosen is the rules' to say.</summary>
internal static class PeopleAndUnits
{
    public static ImmutableArray<Choice> Units(Park park) => [.. park.Units.Values.Select(unit => new Choice(unit.Code.Value, new(unit.Name, unit.Name)))];

    /// <summary>Who holds one of these roles today.</summary>
    public static ImmutableArray<Choice> Holding(Insight insight, params ImmutableArray<Role> roles) => Appointed(insight, roles.Contains);

    /// <summary>Who holds any appointment today but an administrator's.</summary>
    public static ImmutableArray<Choice> OfBusiness(Insight insight) => Appointed(insight, role => !role.IsAdministrator());

    private static ImmutableArray<Choice> Appointed(Insight insight, Predicate<Role> counts) =>
    [
        .. insight.Park.Appointments.Where(held => counts(held.Role) && held.HoldsOn(insight.Today)).GroupBy(held => held.Person).OrderBy(held => held.Key)
            .Select(held => Named(insight.Park, held.Key, held.First().Unit)),
    ];

    private static Choice Named(Park park, PersonId person, UnitCode unit) =>
        new(person.Value, new($"{park.NameOf(person)}（{park.NameOf(unit)}）", $"{park.NameOf(person)} ({park.NameOf(unit)})"));
}
