namespace Projects.Identity;

/// <summary>
/// The key under which the true time is registered. The sample lives in its own time (2024), but a session, a lock-out and an
/// audit entry are about what happens in front of the screen today.
/// </summary>
public static class WallClock
{
    public const string Key = "wall";
}
