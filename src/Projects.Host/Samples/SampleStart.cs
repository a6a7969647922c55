using System.Collections.Immutable;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Host.Samples;

/// <summary>
/// The first start of the embedded default: tells the stories, gives their people accounts, and prints sign-in links. A data folder
/// that holds anything else is left alone; one whose first start was cut short is told the rest.
/// </summary>
internal sealed class SampleStart(
    ProjectDesk desk, ParkBook parks, EvidenceStores evidence, Journal journal, SampleClock clock, SamplePeople people, Links links, SamplePlace place)
{
    private static readonly ImmutableArray<(string Link, Text Title)> Invited =
        [("officer", new("项目专员", "project officer")), ("leader", new("分管领导", "deputy leader")), ("ledger", new("整改办", "ledger office"))];

    private static string Stories => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Tells what is untold and lets in the people whose links it prints; the others follow with <see cref="AddOthersAsync"/>.</summary>
    /// <param name="say">Takes each line meant for the person who started the server.</param>
    /// <exception cref="SampleBrokenException">A sample file is not sound; the server must not go on with half a story.</exception>
    public async Task RunAsync(Action<string> say, CancellationToken cancellation)
    {
        if (await IsElsewhereAsync(cancellation))
            return;
        var stories = SampleStory.ReadAll(Stories);
        if (!clock.IsShifted)
        {
            var given = await new SampleLoader(new DeskDoor(desk, evidence), clock).LoadAsync(stories, cancellation);
            say($"示例园区已载入（{given}条命令），其时间从2024年1月12日继续 · sample parks told in {given} commands; their time goes on from 2024-01-12");
        }
        if (await people.AddAsync(place.DataDirectory, await PeopleOfAsync(stories, account => account.Link is not null), cancellation) > 0)
            await InviteAsync(stories, say, cancellation);
    }

    /// <summary>Lets in everybody else of the stories. It comes second because hashing their passwords takes seconds of every core.</summary>
    public async Task AddOthersAsync(Action<string> say, CancellationToken cancellation)
    {
        if (await IsElsewhereAsync(cancellation))
            return;
        var added = await people.AddAsync(place.DataDirectory, await PeopleOfAsync(SampleStory.ReadAll(Stories), _ => true), cancellation);
        if (added > 0)
            say($"另有{added}个示例账号，密码见 {SamplePeople.FileName} · {added} more sample accounts; their passwords are in {Path.Combine(place.DataDirectory, SamplePeople.FileName)}");
    }

    /// <summary>Whether the data folder holds parks that are no sample.</summary>
    private async Task<bool> IsElsewhereAsync(CancellationToken cancellation) =>
        !clock.IsShifted && !clock.IsTelling && await journal.FeedEndAsync(cancellation) != FeedToken.Start;

    private async Task<IReadOnlyList<SamplePerson>> PeopleOfAsync(IReadOnlyList<SampleStory> stories, Func<SampleAccount, bool> which)
    {
        var found = new List<SamplePerson>();
        foreach (var story in stories)
        {
            var park = await parks.CurrentAsync(story.Park);
            found.AddRange(story.People.Where(which).Select(account => new SamplePerson(story.Park, account.Person, account.Login, account.Name, RolesOf(park, account.Person))));
        }
        return found;
    }

    private static ImmutableArray<string> RolesOf(Park park, PersonId person) =>
        [.. park.Appointments.Where(held => held.Person == person).Select(held => Words.Of(held.Role).Zh).Distinct()];

    private async Task InviteAsync(IReadOnlyList<SampleStory> stories, Action<string> say, CancellationToken cancellation)
    {
        var accounts = stories.SelectMany(story => story.People).ToList();
        var invitations = Invited
            .Select(invited => (invited.Title, Account: accounts.Find(account => account.Link == invited.Link)))
            .Where(invited => invited.Account is not null)
            .Select(invited => new Invitation(invited.Account!.Login, invited.Title));
        foreach (var line in await links.InviteAsync([.. invitations], place.Site, cancellation))
            say(line);
    }
}

/// <summary>Where the sample's files lie, and where its people sign in.</summary>
internal sealed record SamplePlace(string DataDirectory, Uri Site);

internal static class SampleWiring
{
    /// <summary>The clock the parks live by (<see cref="ParkClock"/>; the runtime keeps the true time), and what tells the sample's stories.</summary>
    public static IServiceCollection AddSamples(this IServiceCollection services, string dataDirectory, Uri site)
    {
        services.AddSingleton(new SamplePlace(dataDirectory, site));
        services.AddSingleton(_ => SampleClock.Open(TimeProvider.System, dataDirectory));
        services.AddKeyedSingleton<TimeProvider>(ParkClock.Key, (provider, _) => provider.GetRequiredService<SampleClock>());
        services.AddSingleton<SampleStart>();
        return services;
    }
}
