using Microsoft.Extensions.Logging.Abstractions;

namespace Projects.Storage.Tests;

public sealed class OfflineOnSqlite(OnSqlite database) : OfflineTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class OfflineOnPostgres(OnPostgres database) : OfflineTests(database), IClassFixture<OnPostgres>;

/// <summary>What an operator does: verify, rebuild, backup, restore.</summary>
public abstract class OfflineTests(TestDatabase fixture) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("projects-backup-").FullName;

    private string Evidence => Path.Combine(_folder, "evidence");

    [Fact]
    public async Task A_sound_journal_verifies()
    {
        var (database, _) = await WrittenAsync();

        var verification = await Verifier(database).VerifyAsync(CancellationToken.None);

        Assert.Equal((3, 9), (verification.Streams, verification.Events));
        Assert.Empty(verification.Faults);
    }

    [Theory]
    [InlineData("update journal set payload = replace(payload, '甲', '乙') where version = 2", 2, "digest does not match")]
    [InlineData("delete from journal where version = 1", 2, "missing")]
    [InlineData("delete from journal where version = 3", 2, "the head says version 3")]
    [InlineData("delete from stream_head", 3, "no head")]
    [InlineData("update stream_head set version = 2", 3, "the head says version 2")]
    [InlineData("delete from journal", 0, "there is no event")]
    public async Task The_first_bad_event_of_a_stream_is_named(string damage, long version, string what)
    {
        var (database, stories) = await WrittenAsync();
        await TestDatabase.ExecuteAsync(database, damage);

        var verification = await Verifier(database).VerifyAsync(CancellationToken.None);

        Assert.Equal(stories.Select(story => (story.Stream.ToString(), version)), verification.Faults.Select(fault => (fault.Stream, fault.Version)));
        Assert.All(verification.Faults, fault => Assert.Contains(what, fault.What));
    }

    [Fact]
    public async Task A_rebuilt_ledger_is_the_live_one()
    {
        var (database, _) = await WrittenAsync();

        var rebuilt = Assert.Single(await RebuildAsync(database, replace: true));

        Assert.Equal(new RebuiltTable("stream_head", 3, 3, Same: true), rebuilt);
    }

    [Fact]
    public async Task A_damaged_ledger_is_seen_and_mended_only_when_asked()
    {
        var (database, stories) = await WrittenAsync();
        await TestDatabase.ExecuteAsync(database, $"delete from stream_head where stream = '{stories[0].Stream}'");

        Assert.False((await RebuildAsync(database, replace: false)).Single().Same);
        Assert.Equal(new RebuiltTable("stream_head", 2, 3, Same: false), (await RebuildAsync(database, replace: true)).Single());
        Assert.True((await RebuildAsync(database, replace: false)).Single().Same);
        await using var journal = Open(database);
        await stories[0].AddAsync(journal);
    }

    [Fact]
    public async Task A_backup_restores_into_an_empty_database_and_the_platform_goes_on_from_there()
    {
        var (database, stories) = await WrittenAsync();
        var file = await new EvidenceStore(Evidence, new EvidenceLimits()).PutAsync(new MemoryStream("%PDF-1.7"u8.ToArray()), CancellationToken.None);
        await TestDatabase.ExecuteAsync(database, "insert into setting (key, value) values ('weekly', 'a\tb\\c 周报')");
        await new Backup(database, Evidence, TimeProvider.System).TakeAsync(Path.Combine(_folder, "backup"), CancellationToken.None);
        var (empty, evidence) = (await fixture.CreateAsync(), Path.Combine(_folder, "restored"));

        var verification = await RestoreAsync(empty, evidence);

        Assert.Equal((3, 9), (verification.Streams, verification.Events));
        Assert.Equal([file.Digest], new EvidenceStore(evidence, new EvidenceLimits()).All());
        await using var journal = Open(empty);
        await stories[0].AddAsync(journal);
        Assert.Equal(4, (await stories[0].ReadAsync(journal)).Count);
        Assert.Equal(10, (await journal.ReadFeedAsync(stories[0].Stream.Park, FeedToken.Start, 100, CancellationToken.None)).Count);
        var again = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(empty, Path.Combine(_folder, "elsewhere")));
        Assert.Contains("already", again.Message);
    }

    [Fact]
    public async Task A_backup_with_one_changed_byte_is_refused()
    {
        var (database, _) = await WrittenAsync();
        var backup = Path.Combine(_folder, "backup");
        var manifest = await new Backup(database, Evidence, TimeProvider.System).TakeAsync(backup, CancellationToken.None);
        var largest = Path.Combine(backup, manifest.Files.MaxBy(file => file.SizeBytes)!.Path);
        var bytes = await File.ReadAllBytesAsync(largest);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(largest, bytes);

        var empty = await fixture.CreateAsync();

        Assert.Contains("was changed", (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(empty, Path.Combine(_folder, "restored")))).Message);
    }

    [Fact]
    public async Task An_unfinished_backup_and_a_folder_in_use_are_refused()
    {
        var (database, _) = await WrittenAsync();
        var backup = Directory.CreateDirectory(Path.Combine(_folder, "backup")).FullName;
        await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(database, Path.Combine(_folder, "restored")));
        await File.WriteAllTextAsync(Path.Combine(backup, "mine"), "mine");
        await Assert.ThrowsAsync<BackupException>(() => new Backup(database, Evidence, TimeProvider.System).TakeAsync(backup, CancellationToken.None));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A database of its own with three streams of three events.</summary>
    private async Task<(Database Database, List<Story> Stories)> WrittenAsync()
    {
        var database = await fixture.CreateAsync();
        await TestDatabase.Migrator(database).ApplyAsync(CancellationToken.None);
        await using var journal = Open(database);
        var park = Story.NewPark();
        var stories = new List<Story>
        {
            new(StreamName.Of(park)),
            new(StreamName.Of(new ProjectId(park, ProjectCode.Of("lithium")))),
            new(StreamName.Of(new ProjectId(park, ProjectCode.Of("phosphorus")))),
        };
        foreach (var story in stories)
            await story.AddAsync(journal, events: 3);
        return (database, stories);
    }

    private Task<Verification> RestoreAsync(Database into, string evidence) =>
        new Restore(into, evidence, TestDatabase.Migrator(into), Verifier(into)).RestoreAsync(Path.Combine(_folder, "backup"), CancellationToken.None);

    private static Task<IReadOnlyList<RebuiltTable>> RebuildAsync(Database database, bool replace) =>
        new LedgerRebuilder(database, NullLogger<LedgerRebuilder>.Instance).RebuildAsync([], NoRowsAsync, replace, CancellationToken.None);

    private static async IAsyncEnumerable<LedgerChange> NoRowsAsync(StreamName stream, IAsyncEnumerable<JournalEntry> entries)
    {
        await foreach (var _ in entries)
        {
        }
        yield break;
    }

    private static Journal Open(Database database) => new(database, new JournalSignal(), NullLogger<Journal>.Instance);

    private static JournalVerifier Verifier(Database database) => new(database, NullLogger<JournalVerifier>.Instance);
}
