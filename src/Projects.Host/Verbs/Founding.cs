using Projects.Grains;
using Projects.Host.Gateway;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>One of the first people of a park.</summary>
internal sealed record Founder(string Person, Role Role, string Login, string Name);

/// <summary>The steps of <see cref="Found"/>, each of which may have been done before.</summary>
internal sealed class Founding(ProjectDesk desk, Accounts accounts, AuditTrail trail, Links links, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    private static readonly UnitCode Committee = new("committee");

    public async Task<int> RunAsync(ParkCode park, FoundPark founding, IReadOnlyList<Founder> founders, Uri site, CancellationToken cancellation)
    {
        if (await ObstacleAsync(park, founders, cancellation) is { } obstacle)
            return Say.Fail([obstacle]);
        foreach (var (request, command) in Steps(founding, founders))
            if (await desk.InstallAsync(park, command, request) is Outcome.Refused { Refusal: var refusal })
                return Say.Fail([Words.Of(refusal).Zh, Words.Of(refusal).En]);
        foreach (var founder in founders)
            await OpenAsync(park, founder, cancellation);
        Say.Line($"园区 {park}（{founding.Name}）已就绪 · park {park} stands; set your passwords after signing in");
        foreach (var line in await links.InviteAsync([.. founders.Select(founder => new Invitation(founder.Login, Words.Of(founder.Role)))], site, cancellation))
            Say.Line(line);
        return ExitCode.Done;
    }

    /// <summary>An account of that name that signs in somebody else.</summary>
    private async Task<string?> ObstacleAsync(ParkCode park, IReadOnlyList<Founder> founders, CancellationToken cancellation)
    {
        foreach (var founder in founders)
        {
            var person = new PersonId(founder.Person);
            if (await accounts.FindAsync(founder.Login, cancellation) is { } named && (named.Park, named.Person) != (park, person))
                return $"账号 {founder.Login} 已属他人 · the account {founder.Login} is somebody else's already; choose another name.";
            if (await accounts.FindAsync(park, person, cancellation) is { } other && other.Login != founder.Login)
                return $"该管理员的账号是 {other.Login} · the account of this administrator is {other.Login}; name that one.";
        }
        return null;
    }

    /// <summary>Each under a request id of its own, so that what was changed since is not done over; but another name for a park that stands is refused.</summary>
    private IEnumerable<(Request Request, ParkCommand Command)> Steps(FoundPark founding, IReadOnlyList<Founder> founders)
    {
        yield return (Request.Once(), founding);
        yield return (new Request("found-unit"), new AddUnit(Committee, "管理委员会"));
        foreach (var founder in founders)
        {
            var person = new PersonId(founder.Person);
            yield return (new Request($"found-person-{person}"), new AddPerson(person, founder.Name));
            yield return (new Request($"found-appointment-{person}"), new Appoint(person, founder.Role, Committee, desk.Today));
        }
    }

    private async Task OpenAsync(ParkCode park, Founder founder, CancellationToken cancellation)
    {
        var account = new Account(founder.Login, park, new PersonId(founder.Person), PasswordHash: null, Sample: false, clock.GetUtcNow());
        var opened = await accounts.AddAsync(account, cancellation);
        await trail.RecordAsync(
            new AuditEntry(
                clock.GetUtcNow(), opened ? AuditActions.AccountCreated : AuditActions.AccountReset, AuditEntry.Ok, park, Actor.Installation.Person,
                Target: ResourceName.OfAccount(park, account.Login)),
            cancellation);
    }
}
