using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Projects.Storage;

namespace Projects.Host.Identity;

/// <summary>
/// Accounts for the people of the sample parks. There is no default password: each gets a random one, which stands in
/// <c>sample-people.json</c> in the data folder, readable by its owner only.
/// </summary>
internal sealed class SamplePeople(Accounts accounts, Passwords passwords, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    public const string FileName = "sample-people.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The file is read by people: Chinese stays Chinese.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Makes the accounts that are still missing. Those that exist keep their passwords. The file is written first, so a
    /// start cut short leaves no account whose password nobody knows; the next start makes the rest with the passwords in the file.
    /// </summary>
    /// <returns>How many accounts were made.</returns>
    public async Task<int> AddAsync(string dataDirectory, IReadOnlyList<SamplePerson> people, CancellationToken cancellation)
    {
        var missing = new List<SamplePerson>();
        foreach (var person in people)
            if (await accounts.FindAsync(person.Login, cancellation) is null)
                missing.Add(person);
        if (missing.Count == 0)
            return 0;

        var path = Path.Combine(dataDirectory, FileName);
        var written = await ReadAsync(path, cancellation);
        foreach (var person in missing.Where(person => written.All(entry => entry.Login != person.Login)))
            written.Add(new SamplePassword(person.Park, person.Login, person.Name, person.Roles, Passwords.Random()));
        await OwnerOnlyFile.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(written, Format), cancellation);

        // Each hash costs a tenth of a second of a core: all cores share them.
        var hashed = missing.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(person => (Person: person, Hash: passwords.Hash(written.Single(entry => entry.Login == person.Login).Password)));
        var made = 0;
        foreach (var (person, hash) in hashed)
            if (await accounts.AddAsync(new Account(person.Login, person.Park, person.Person, hash, Sample: true, clock.GetUtcNow()), cancellation))
                made++;
        return made;
    }

    private static async Task<List<SamplePassword>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return [];
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<List<SamplePassword>>(file, Format, cancellation) ?? [];
    }
}

/// <summary>A sample person who shall be able to sign in.</summary>
/// <param name="Name">Named by role, such as 项目专员甲.</param>
/// <param name="Roles">The roles' Chinese labels, for whoever reads the file.</param>
internal sealed record SamplePerson(ParkCode Park, PersonId Person, string Login, string Name, ImmutableArray<string> Roles);

/// <summary>One entry of the file.</summary>
internal sealed record SamplePassword(ParkCode Park, string Login, string Name, ImmutableArray<string> Roles, string Password);
