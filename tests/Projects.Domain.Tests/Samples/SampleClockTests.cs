using Projects.Host.Samples;

namespace Projects.Domain.Tests.Samples;

public sealed class SampleClockTests : IDisposable
{
    private static readonly DateTimeOffset Today = new(2026, 11, 23, 19, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("sample-clock").FullName;
    private readonly HandClock system = new(Today);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Without_a_sample_it_is_the_systems_clock()
    {
        var clock = SampleClock.Open(system, folder);

        Assert.Equal(Today, clock.GetUtcNow());
        Assert.False(clock.IsShifted);
    }

    [Fact]
    public void It_stands_while_the_story_is_told_and_then_goes_on_from_its_end()
    {
        var clock = SampleClock.Open(system, folder);
        var told = new DateTimeOffset(2023, 7, 3, 9, 0, 0, TimeSpan.FromHours(8));

        clock.StandAt(told);
        system.Now += TimeSpan.FromMinutes(3);
        Assert.Equal(told, clock.GetUtcNow());

        clock.GoOnFrom(SampleLoader.Continues);
        Assert.Equal(SampleLoader.Continues, clock.GetUtcNow());
        system.Now += TimeSpan.FromHours(2);
        Assert.Equal(SampleLoader.Continues.AddHours(2), clock.GetUtcNow());
        Assert.True(clock.IsShifted);
    }

    [Fact]
    public void A_restart_goes_on_in_the_same_time()
    {
        SampleClock.Open(system, folder).GoOnFrom(SampleLoader.Continues);
        system.Now += TimeSpan.FromDays(1);

        Assert.Equal(SampleLoader.Continues.AddDays(1), SampleClock.Open(system, folder).GetUtcNow());
    }

    [Fact]
    public void Telling_the_story_again_does_not_turn_time_back()
    {
        SampleClock.Open(system, folder).GoOnFrom(SampleLoader.Continues);
        system.Now += TimeSpan.FromDays(1);
        var again = SampleClock.Open(system, folder);

        again.StandAt(SampleLoader.Continues.AddDays(-90));
        again.GoOnFrom(SampleLoader.Continues);

        Assert.Equal(SampleLoader.Continues.AddDays(1), again.GetUtcNow());
    }

    [Fact]
    public void A_telling_cut_short_is_known_after_the_restart()
    {
        var clock = SampleClock.Open(system, folder);
        Assert.False(clock.IsTelling);

        clock.BeginTelling();
        var again = SampleClock.Open(system, folder);
        Assert.True(again.IsTelling);
        Assert.False(again.IsShifted);

        again.GoOnFrom(SampleLoader.Continues);
        Assert.False(SampleClock.Open(system, folder).IsTelling);
    }

    [Fact]
    public void A_file_that_cannot_be_read_stops_the_start()
    {
        File.WriteAllText(Path.Combine(folder, "sample-clock.json"), "{");

        Assert.Throws<InvalidDataException>(() => SampleClock.Open(system, folder));
    }

    private sealed class HandClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
