namespace Projects.Grains;

/// <summary>How a request that comes again is judged as if it came for the first time.</summary>
internal static class Repeats
{
    /// <summary>
    /// The stamp this request would have had when the event was recorded, with the rights its actor held then. A day the caller names is kept:
    /// with another day it is another command.
    /// </summary>
    /// <param name="then">The park the event was decided on.</param>
    public static Stamp AsWhen(this Stamp stamp, Recorded first, Park then)
    {
        var day = BusinessDay.Of(first.At);
        return stamp with
        {
            Actor = then.ActorOn(stamp.Actor.Person, stamp.Actor.Kind, day) ?? stamp.Actor,
            At = first.At,
            Day = day,
            Effective = stamp.Effective == stamp.Day ? first.Effective : stamp.Effective,
        };
    }
}
