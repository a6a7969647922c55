namespace Projects.Grains;

/// <summary>
/// The key under which the parks' time is registered. It is the true time, except where a sample lives in its own; the runtime, sessions
/// and audit keep the true time always.
/// </summary>
public static class ParkClock
{
    public const string Key = "park";
}
