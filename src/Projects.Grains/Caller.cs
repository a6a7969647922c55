namespace Projects.Grains;

/// <summary>Who knocks, as a door has proved it: from a session or a program's token, never from what the request says of itself.</summary>
/// <param name="Park">The one park the caller belongs to; another park's things are not found for them (DOMAIN 10.6).</param>
/// <param name="Kind">A program may never verify, approve or administer (SECURITY 2).</param>
public sealed record Caller(ParkCode Park, PersonId Person, ActorKind Kind);
