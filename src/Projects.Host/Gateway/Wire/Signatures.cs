namespace Projects.Host.Gateway;

/// <summary>Who did something, on which day, as a line of proof with the names the park's people and units go by.</summary>
internal static class Signatures
{
    public static V1.Signature Of(By by, DateOnly on, Park park) => new()
    {
        Person = ResourceName.Of(park.Code, by.Person),
        PersonName = park.NameOf(by.Person),
        Role = by.Role.ToWire(),
        Unit = ResourceName.Of(park.Code, by.Unit),
        OnBehalfOf = ResourceName.OfAny(park.Code, by.For),
        ByProgram = by.Kind == ActorKind.Program,
        Date = on.ToWire(),
    };

    /// <summary>Absent while one of the two is not known: nobody has done it yet.</summary>
    public static V1.Signature? Of(By? by, DateOnly? on, Park park) => by is not null && on is { } day ? Of(by, day, park) : null;
}
