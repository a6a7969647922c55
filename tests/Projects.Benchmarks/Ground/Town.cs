using Projects.Storage;
using Projects.Tests;

namespace Projects.Benchmarks;

/// <summary>A park of ordinary size on a ground: 40 units, each with a head and a handler whose program holds a token.</summary>
internal sealed class Town
{
    public const int Units = 40;
    public static readonly ParkCode Code = ParkCode.Of("bench");
    public static readonly PersonId Officer = PersonId.Of("officer");
    public static readonly PersonId Clerk = PersonId.Of("clerk");
    public static readonly PersonId Leader = PersonId.Of("leader");
    public static readonly UnitCode Office = UnitCode.Of("office");

    private readonly string[] tokens;

    private Town(Ground ground, Park park, string[] tokens) => (Ground, Park, this.tokens) = (ground, park, tokens);

    public Ground Ground { get; }
    public Park Park { get; }

    public static DateOnly Today => BusinessDay.Of(TimeProvider.System.GetUtcNow());

    /// <summary>The unit that leads the issues of the n-th project.</summary>
    public static UnitCode UnitOf(int n) => UnitCode.Of($"unit-{n % Units}");

    public static PersonId HeadOf(int n) => PersonId.Of($"head-{n % Units}");

    public static PersonId HandlerOf(int n) => PersonId.Of($"handler-{n % Units}");

    public static async Task<Town> OnAsync(Ground ground)
    {
        var park = await Founded.ParkAsync(ground.Database, Code, Founding());
        await using var accounts = new AccountsDatabase(ground.Database);
        var tokens = new string[Units];
        for (var n = 0; n < Units; n++)
            tokens[n] = await Founded.TokenAsync(accounts, Code, HandlerOf(n));
        return new Town(ground, park, tokens);
    }

    /// <summary>The token of <see cref="HandlerOf"/>.</summary>
    public string TokenOf(int n) => tokens[n % Units];

    /// <summary>Signs the leader in, who sees the whole park.</summary>
    /// <returns>What the pages' cookie holds.</returns>
    public Task<string> SignLeaderInAsync() => SignInAsync(Leader);

    /// <summary>Signs a person in.</summary>
    /// <returns>The session's token, as a bearer gives it and as the pages' cookie holds it.</returns>
    public async Task<string> SignInAsync(PersonId person)
    {
        await using var accounts = new AccountsDatabase(Ground.Database);
        return await Founded.SignInAsync(accounts, Code, person);
    }

    private static IEnumerable<ParkCommand> Founding()
    {
        yield return new FoundPark("攀西高新技术产业园区", "示例市", "示例省");
        yield return new AddUnit(Office, "整改办");
        foreach (var (person, role) in new[] { (Officer, Role.ProjectOfficer), (Clerk, Role.LedgerOffice), (Leader, Role.DeputyLeader) })
            foreach (var command in Held(person, role, Office))
                yield return command;
        for (var n = 0; n < Units; n++)
        {
            yield return new AddUnit(UnitOf(n), $"第{n}局", Office);
            foreach (var command in Held(HeadOf(n), Role.UnitHead, UnitOf(n)).Concat(Held(HandlerOf(n), Role.Handler, UnitOf(n))))
                yield return command;
        }
    }

    private static ParkCommand[] Held(PersonId person, Role role, UnitCode unit) =>
        [new AddPerson(person, person.Value), new Appoint(person, role, unit, new DateOnly(2020, 1, 1))];
}
