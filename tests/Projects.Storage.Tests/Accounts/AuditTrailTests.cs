namespace Projects.Storage.Tests;

public sealed class AuditTrailOnSqlite(OnSqlite database) : AuditTrailTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class AuditTrailOnPostgres(OnPostgres database) : AuditTrailTests(database), IClassFixture<OnPostgres>;

public abstract class AuditTrailTests(TestDatabase database) : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly AccountsDatabase tables = new(database.Database);
    private readonly ParkCode park = Story.NewPark();

    private AuditTrail Trail => new(tables);

    [Fact]
    public async Task An_entry_comes_back_as_it_was_recorded()
    {
        var entry = new AuditEntry(
            Morning, AuditActions.EvidenceRead, AuditEntry.Ok, park, new PersonId("officer-a"), ActorKind.Program, "session-1", "::1", "parks/p/evidence/e");

        await Trail.RecordAsync(entry, CancellationToken.None);

        Assert.Equal(entry, Assert.Single(await Trail.ReadAsync(park, null, 10, CancellationToken.None)).Entry);
    }

    [Fact]
    public async Task The_trail_of_a_park_is_read_backwards_page_by_page()
    {
        for (var minute = 0; minute < 5; minute++)
            await Trail.RecordAsync(new AuditEntry(Morning.AddMinutes(minute), AuditActions.SignIn, AuditEntry.Ok, park), CancellationToken.None);
        await Trail.RecordAsync(new AuditEntry(Morning, AuditActions.SignIn, AuditEntry.Unauthenticated), CancellationToken.None);

        var first = await Trail.ReadAsync(park, null, 3, CancellationToken.None);
        var second = await Trail.ReadAsync(park, first[^1].Id, 3, CancellationToken.None);

        Assert.Equal([4, 3, 2, 1, 0], first.Concat(second).Select(row => row.Entry.At.Minute));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return tables.DisposeAsync();
    }
}
