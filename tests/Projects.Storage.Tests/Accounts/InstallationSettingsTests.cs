namespace Projects.Storage.Tests;

public sealed class InstallationSettingsOnSqlite(OnSqlite database) : InstallationSettingsTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class InstallationSettingsOnPostgres(OnPostgres database) : InstallationSettingsTests(database), IClassFixture<OnPostgres>;

/// <summary>What only one of several processes may do at a time.</summary>
public abstract class InstallationSettingsTests(TestDatabase database) : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly AccountsDatabase tables = new(database.Database);
    private readonly string turn = $"turn/{Story.NewPark()};";

    private InstallationSettings Settings => new(tables);

    [Fact]
    public async Task A_turn_is_one_holders_until_its_time_is_over_and_then_anybodys()
    {
        Assert.True(await HoldAsync(minute: 0));
        Assert.False(await HoldAsync(minute: 1));
        Assert.True(await HoldAsync(minute: 2));
        Assert.False(await HoldAsync(minute: 3));
    }

    [Fact]
    public async Task A_turn_kept_from_everybody_is_nobodys_till_then()
    {
        Assert.True(await HoldAsync(minute: 0));
        await Settings.HoldAsync(turn, Morning.AddMinutes(30), CancellationToken.None);

        Assert.False(await HoldAsync(minute: 29));
        Assert.True(await HoldAsync(minute: 30));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_has_the_turn()
    {
        var held = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => HoldAsync(minute: 0))));

        Assert.Single(held, has => has);
    }

    public async ValueTask DisposeAsync()
    {
        await tables.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>For two minutes, whatever the hour is written in.</summary>
    private Task<bool> HoldAsync(int minute)
    {
        var now = Morning.AddMinutes(minute).ToOffset(TimeSpan.FromHours(minute % 2 * 8));
        return Settings.TryHoldAsync(turn, now, now.AddMinutes(2), CancellationToken.None);
    }
}
