using Microsoft.Extensions.Logging.Abstractions;
using Projects.Storage;

namespace Projects.Fault.Tests;

/// <summary>A disk without room: nothing half is kept, and once there is room the same request is recorded once.</summary>
public sealed class FullDiskTests
{
    private const int AppendsAtMost = 20_000;
    private static readonly StreamName Stream = StreamName.Of(new ProjectId(Home.Park, ProjectCode.Of("works")));

    [Fact]
    public async Task A_full_disk_refuses_what_it_cannot_keep_and_the_request_is_taken_once_there_is_room()
    {
        Assert.SkipUnless(await PluggedDisk.IsPossibleAsync(), PluggedDisk.WhyNot);
        await using var disk = await PluggedDisk.MountAsync();
        var database = Database.SqliteFile(Path.Combine(disk.Folder, "projects.db"));
        await new SchemaMigrator(database, TimeProvider.System, NullLogger<SchemaMigrator>.Instance).ApplyAsync(CancellationToken.None);
        await using (var journal = new Journal(database, new JournalSignal(), NullLogger<Journal>.Instance))
        {
            var head = await AppendAsync(journal, new Head(0, EventChain.Start));
            var filler = Fill(disk.Folder);
            head = await AppendUntilRefusedAsync(journal, head);
            File.Delete(filler);

            var known = await journal.HeadAsync(Stream, CancellationToken.None);
            Assert.InRange(known!.Version, head.Version, head.Version + 1);
            Assert.Equal(head.Version + 1, (await AppendAsync(journal, head)).Version);
        }
        var events = await Truth.EventsAsync(database);
        Assert.Equal(events.Count, events.DistinctBy(found => found.Recorded.RequestId).Count());
        Assert.Empty((await new JournalVerifier(database, NullLogger<JournalVerifier>.Instance).VerifyAsync(CancellationToken.None)).Faults);
    }

    /// <returns>Where the stream stood when the disk said no.</returns>
    private static async Task<Head> AppendUntilRefusedAsync(Journal journal, Head head)
    {
        for (var i = 0; i < AppendsAtMost; i++)
        {
            try
            {
                head = await AppendAsync(journal, head);
            }
            catch (JournalException)
            {
                return head;
            }
        }
        throw new InvalidOperationException($"Phase: full disk. Expected: an append refused within {AppendsAtMost}. Seen: all stored.");
    }

    /// <summary>Appends the next event; one that is there already, of the same request, is as good.</summary>
    private static async Task<Head> AppendAsync(Journal journal, Head head)
    {
        var version = head.Version + 1;
        var happened = new Recorded(version, new PhaseAdvanced(new("p1"), Stage.Idea, Stage.Signed, new string('x', 2_000), null), new By(PersonId.Of("officer"), Role.ProjectOfficer, UnitCode.Of("office")),
            new DateOnly(2024, 1, 12), DateTimeOffset.UnixEpoch, $"request-{version}", 1);
        return await journal.AppendAsync(new Append(Stream, head.Version, head.Hash, [happened], []), CancellationToken.None) switch
        {
            AppendResult.Committed committed => new Head(committed.Version, committed.Head),
            AppendResult.Repeated => (await journal.HeadAsync(Stream, CancellationToken.None))!,
            var other => throw new InvalidOperationException($"Phase: append {version}. Expected: committed or repeated. Seen: {other}."),
        };
    }

    /// <summary>Takes all the room there is.</summary>
    private static string Fill(string folder)
    {
        var path = Path.Combine(folder, "filler");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = 1 << 20; block >= 512; block /= 2)
        {
            try
            {
                while (true)
                    file.Write(new byte[block]);
            }
            catch (IOException)
            {
                // Full for blocks of this size.
            }
        }
        return path;
    }
}
