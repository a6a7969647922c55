namespace Projects.Storage;

/// <summary>What stands behind a bearer token: a person's sign-in, or a grant to a program acting in that person's name.</summary>
/// <param name="Id">Names it where it is listed, revoked or audited; worthless as a credential.</param>
/// <param name="Label">What the program is called by its owner; for a person's sign-in <see cref="ByLink"/>, or empty when it was by password.</param>
/// <param name="LastUse">Written at most once a minute (see <see cref="Sessions.TouchAsync"/>), so up to that much behind.</param>
/// <param name="Expires">The end that no use puts off.</param>
/// <param name="Revoked">When it was ended before its time; null while it serves.</param>
public sealed record Session(
    string Id,
    ActorKind Kind,
    string Login,
    ParkCode Park,
    PersonId Person,
    string Label,
    TokenScope Scope,
    DateTimeOffset Created,
    DateTimeOffset LastUse,
    DateTimeOffset Expires,
    DateTimeOffset? Revoked = null)
{
    /// <summary>The label of a sign-in by a link, which proves who one is without a password, and so may set one.</summary>
    public const string ByLink = "link";

    public bool IsByLink => Kind == ActorKind.Person && Label == ByLink;

    /// <param name="idle">How long a person's sign-in lasts unused. A program's token does not idle out.</param>
    public bool IsLive(DateTimeOffset now, TimeSpan idle) =>
        Revoked is null && now < Expires && (Kind == ActorKind.Program || now < LastUse + idle);
}

/// <summary>How far a token reaches. No scope adds a right: what its person may not do, the token may not either.</summary>
public enum TokenScope
{
    /// <summary>只读: lists, shows, watches.</summary>
    Read,

    /// <summary>读写: every command of the person that a program may give (SECURITY 2).</summary>
    Write,
}
