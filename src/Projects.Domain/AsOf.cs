namespace Projects;

/// <summary>
/// The two clocks of everything that is known here: it had happened by a day, and was recorded by an instant. As a question it asks for what had
/// happened and was known by then; of a thing it says since when it is as it is.
/// </summary>
/// <param name="Effective">The park's day, inclusive.</param>
/// <param name="Known">UTC, inclusive, in whole microseconds as the journal keeps it.</param>
public readonly record struct AsOf(DateOnly Effective, DateTimeOffset Known)
{
    public static AsOf Of(Recorded recorded) => new(recorded.Effective, recorded.At);

    /// <summary>Whether what is so since then was so, and known, at this time.</summary>
    public bool Covers(AsOf since) => since.Effective <= Effective && since.Known <= Known;

    /// <summary>From when both are so: what builds on something is not older than it, on either clock.</summary>
    public AsOf Or(AsOf other) => new(
        Effective > other.Effective ? Effective : other.Effective,
        Known > other.Known ? Known : other.Known);
}
