using System.Text.Json;
using Projects.Host.Identity;
using Projects.Storage;

namespace Projects.Gateway.Tests.Identity;

public sealed class SamplePeopleTests
{
    private static readonly SamplePerson Officer = new(Door.Park, Door.Person, Door.Login, "项目专员甲", ["项目专员"]);
    private static readonly SamplePerson Leader = new(Door.Park, new PersonId("leader-a"), "panzhihua.leader-a", "分管领导甲", ["分管领导"]);

    [Fact]
    public async Task Each_gets_a_random_password_that_only_the_owner_of_the_file_may_read()
    {
        await using var door = await Door.OpenAsync();

        Assert.Equal(2, await door.Get<SamplePeople>().AddAsync(door.Folder, [Officer, Leader], CancellationToken.None));

        var file = Path.Combine(door.Folder, SamplePeople.FileName);
        Assert.Contains("项目专员甲", await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var passwords = await PasswordsAsync(door);
        Assert.All(passwords.Values, password => Assert.Matches("^[a-zA-Z2-9]{16,}$", password));
        Assert.Equal(2, passwords.Values.Distinct().Count());
        Assert.IsType<SignInOutcome.SignedIn>(await door.TryAsync(passwords[Door.Login]));
        Assert.True(await door.Get<Accounts>().AnySampleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Adding_them_twice_changes_nothing()
    {
        await using var door = await Door.OpenAsync();
        await door.Get<SamplePeople>().AddAsync(door.Folder, [Officer], CancellationToken.None);
        var before = await PasswordsAsync(door);

        Assert.Equal(0, await door.Get<SamplePeople>().AddAsync(door.Folder, [Officer], CancellationToken.None));

        Assert.Equal(before, await PasswordsAsync(door));
        Assert.IsType<SignInOutcome.SignedIn>(await door.TryAsync(before[Door.Login]));
    }

    [Fact]
    public async Task A_start_cut_short_behind_the_file_goes_on_with_its_passwords()
    {
        await using var cut = await Door.OpenAsync();
        await cut.Get<SamplePeople>().AddAsync(cut.Folder, [Officer], CancellationToken.None);
        await using var door = await Door.OpenAsync();
        File.Copy(Path.Combine(cut.Folder, SamplePeople.FileName), Path.Combine(door.Folder, SamplePeople.FileName));

        Assert.Equal(2, await door.Get<SamplePeople>().AddAsync(door.Folder, [Officer, Leader], CancellationToken.None));

        Assert.IsType<SignInOutcome.SignedIn>(await door.TryAsync((await PasswordsAsync(cut))[Door.Login]));
        Assert.Equal(2, (await PasswordsAsync(door)).Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://unix:/run/projects.sock", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://10.0.0.7:5080", false)]
    [InlineData("https://park.example:443", false)]
    public void With_sample_people_nothing_is_served_beyond_loopback(string url, bool allowed)
    {
        var obstacle = LoopbackOnly.Obstacle(samplePeople: true, ["http://127.0.0.1:5081", url]);

        Assert.Equal(allowed, obstacle is null);
        if (obstacle is not null)
            Assert.Contains(url, obstacle.En);
        Assert.Null(LoopbackOnly.Obstacle(samplePeople: false, [url]));
    }

    private static async Task<Dictionary<string, string>> PasswordsAsync(Door door)
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(door.Folder, SamplePeople.FileName)));
        return file.RootElement.EnumerateArray().ToDictionary(
            entry => entry.GetProperty("login").GetString()!, entry => entry.GetProperty("password").GetString()!);
    }
}
