using System.Text.Json;

namespace Projects.Host.Samples;

/// <summary>
/// The time of an installation with samples: it stands at each entry while the story is told, then goes on from the story's end at
/// the system's pace. The offset lies in the data folder, so a restart continues the same time. Without samples it is the system's clock.
/// </summary>
internal sealed class SampleClock : TimeProvider
{
    private const string FileName = "sample-clock.json";
    private const long Going = long.MinValue;

    private readonly TimeProvider system;
    private readonly string path;
    private long offsetTicks;
    private long standsAtTicks = Going;
    private volatile bool telling;

    private SampleClock(TimeProvider system, string path) => (this.system, this.path) = (system, path);

    /// <summary>Whether time is the sample's own; every screen and reply header says so.</summary>
    public bool IsShifted => Offset != TimeSpan.Zero;

    /// <summary>Whether a telling began and has not come to its end: it is to be told again, from the start.</summary>
    public bool IsTelling => telling;

    /// <summary>What is added to the system's time; zero without samples and until the first story has been told.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offsetTicks));

    /// <summary>Takes up the time the data folder remembers.</summary>
    /// <exception cref="InvalidDataException">The file is there but cannot be read; going on at another time would put events out of order.</exception>
    public static SampleClock Open(TimeProvider system, string dataDirectory)
    {
        var clock = new SampleClock(system, Path.Combine(dataDirectory, FileName));
        if (!File.Exists(clock.path))
            return clock;
        if (Remembered(clock.path) is { } seconds)
            clock.offsetTicks = TimeSpan.FromSeconds(seconds).Ticks;
        else
            clock.telling = true;
        return clock;
    }

    /// <summary>Takes the sample's time along with a backup, and back; nothing where there is no sample.</summary>
    public static void Copy(string fromFolder, string toFolder)
    {
        if (File.Exists(Path.Combine(fromFolder, FileName)))
            File.Copy(Path.Combine(fromFolder, FileName), Path.Combine(toFolder, FileName), overwrite: true);
    }

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref standsAtTicks) is var ticks && ticks != Going ? new(ticks, TimeSpan.Zero) : system.GetUtcNow() + Offset;

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override long TimestampFrequency => system.TimestampFrequency;

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Notes that a telling begins, so that one cut short is known as such after a restart.</summary>
    internal void BeginTelling()
    {
        if (IsShifted)
            return;
        Remember(null);
        telling = true;
    }

    /// <summary>Stops the clock at an instant of the story.</summary>
    internal void StandAt(DateTimeOffset instant) => Interlocked.Exchange(ref standsAtTicks, instant.UtcTicks);

    /// <summary>Lets the clock go on from the end of the story, or from the time it had reached when the story was told before.</summary>
    internal void GoOnFrom(DateTimeOffset instant)
    {
        if (!IsShifted)
        {
            // Whole seconds: the file can be read, and written by hand.
            var offset = TimeSpan.FromSeconds(Math.Floor((instant - system.GetUtcNow()).TotalSeconds));
            Remember((long)offset.TotalSeconds);
            Interlocked.Exchange(ref offsetTicks, offset.Ticks);
            telling = false;
        }
        Interlocked.Exchange(ref standsAtTicks, Going);
    }

    private static long? Remembered(string path)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(path), JsonSerializerOptions.Web) ?? throw new JsonException("The file is empty.");
            return kept.OffsetSeconds;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} does not say the sample's time: {e.Message}", e);
        }
    }

    // Whole or not at all: a torn file would move the time of an installation.
    private void Remember(long? offsetSeconds)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var written = path + ".new";
        using (var stream = File.Create(written))
        {
            JsonSerializer.Serialize(stream, new Kept(offsetSeconds), JsonSerializerOptions.Web);
            stream.Flush(flushToDisk: true);
        }
        File.Move(written, path, overwrite: true);
    }

    /// <param name="OffsetSeconds">Null while the story is being told.</param>
    private sealed record Kept(long? OffsetSeconds);
}
