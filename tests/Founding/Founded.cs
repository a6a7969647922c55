using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Projects.Storage;

namespace Projects.Tests;

/// <summary>A park as the installation itself sets it up before any server runs: the rules decide, the journal keeps. Compiled into each program that wants it.</summary>
public static class Founded
{
    /// <summary>Brings the schema up to date and gives the orders to a park of which nothing is known yet.</summary>
    /// <returns>The park as it then stands.</returns>
    public static async Task<Park> ParkAsync(Database database, ParkCode code, IEnumerable<ParkCommand> commands)
    {
        await new SchemaMigrator(database, TimeProvider.System, NullLogger<SchemaMigrator>.Instance).ApplyAsync(CancellationToken.None);
        await using var journal = new Journal(database, new JournalSignal(), NullLogger<Journal>.Instance);
        var now = EventChain.Truncate(TimeProvider.System.GetUtcNow());
        var day = BusinessDay.Of(now);
        var park = Park.Unknown(code);
        var head = EventChain.Start;
        foreach (var command in commands)
        {
            var stamp = new Stamp(Actor.Installation, now, day, day, $"found-{park.Version}");
            var decided = park.Decide(command, stamp) as Decision.Accepted ?? throw new InvalidOperationException($"{command} was not accepted.");
            var recorded = decided.Events.Select((happened, i) => new Recorded(park.Version + 1 + i, happened, decided.By, day, now, stamp.RequestId, 0)).ToList();
            var committed = (AppendResult.Committed)await journal.AppendAsync(new Append(StreamName.Of(code), park.Version, head, recorded, []), CancellationToken.None);
            (park, head) = (recorded.Aggregate(park, (before, entry) => before.Evolve(entry)), committed.Head);
        }
        return park;
    }

    /// <summary>Opens a person's account and mints a program's token for it, good for a day.</summary>
    /// <returns>The bearer token.</returns>
    public static Task<string> TokenAsync(AccountsDatabase database, ParkCode park, PersonId person) => BearerAsync(database, park, person, ActorKind.Program, "prk_");

    /// <summary>Opens a person's account and signs them in for a day.</summary>
    /// <returns>What the pages' cookie holds.</returns>
    public static Task<string> SignInAsync(AccountsDatabase database, ParkCode park, PersonId person) => BearerAsync(database, park, person, ActorKind.Person, "prs_");

    private static async Task<string> BearerAsync(AccountsDatabase database, ParkCode park, PersonId person, ActorKind kind, string prefix)
    {
        var now = TimeProvider.System.GetUtcNow();
        var secret = prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await new Accounts(database).AddAsync(new Account(person.Value, park, person, PasswordHash: null, Sample: false, now), CancellationToken.None);
        var session = new Session(
            RandomNumberGenerator.GetHexString(20, lowercase: true), kind, person.Value, park, person, "test", TokenScope.Write, now, now, now.AddDays(1));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        return await new Sessions(database).AddAsync(digest, session, person.Value, CancellationToken.None)
            ? secret
            : throw new InvalidOperationException($"{person} has a token already.");
    }
}
