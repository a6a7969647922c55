namespace Projects.Storage.Tests;

public sealed class AccountsOnSqlite(OnSqlite database) : AccountTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class AccountsOnPostgres(OnPostgres database) : AccountTests(database), IClassFixture<OnPostgres>;

public abstract class AccountTests(TestDatabase database) : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly AccountsDatabase tables = new(database.Database);
    private readonly ParkCode park = Story.NewPark();

    private Accounts Accounts => new(tables);

    [Fact]
    public async Task An_account_is_found_by_login_and_by_person_as_it_was_added()
    {
        var account = New("officer-a") with { PasswordHash = "hash", Sample = true };

        Assert.True(await Accounts.AddAsync(account, CancellationToken.None));

        Assert.Equal(account, await Accounts.FindAsync(account.Login, CancellationToken.None));
        Assert.Equal(account, await Accounts.FindAsync(park, account.Person, CancellationToken.None));
        Assert.True(await Accounts.AnySampleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_login_belongs_to_one_person_of_the_installation_and_a_person_has_one_login()
    {
        var account = New("officer-a");
        await Accounts.AddAsync(account, CancellationToken.None);

        Assert.False(await Accounts.AddAsync(account with { Park = new ParkCode("another"), Person = new PersonId("another") }, CancellationToken.None));
        Assert.False(await Accounts.AddAsync(account with { Login = account.Login + ".second" }, CancellationToken.None));
        Assert.Equal(account, Assert.Single(await Accounts.ListAsync(park, CancellationToken.None)));
    }

    [Fact]
    public async Task Disabling_twice_keeps_the_first_instant_and_enabling_opens_again()
    {
        var account = New("officer-a");
        await Accounts.AddAsync(account, CancellationToken.None);

        await Accounts.DisableAsync(account.Login, Morning, CancellationToken.None);
        await Accounts.DisableAsync(account.Login, Morning.AddHours(1), CancellationToken.None);
        Assert.Equal(Morning, (await Accounts.FindAsync(account.Login, CancellationToken.None))!.Disabled);

        await Accounts.EnableAsync(account.Login, CancellationToken.None);
        Assert.Equal(account, await Accounts.FindAsync(account.Login, CancellationToken.None));
    }

    [Fact]
    public async Task A_password_is_set_and_taken_away()
    {
        var account = New("officer-a");
        await Accounts.AddAsync(account, CancellationToken.None);

        await Accounts.SetPasswordHashAsync(account.Login, "new", CancellationToken.None);
        Assert.Equal("new", (await Accounts.FindAsync(account.Login, CancellationToken.None))!.PasswordHash);

        await Accounts.SetPasswordHashAsync(account.Login, null, CancellationToken.None);
        Assert.Null((await Accounts.FindAsync(account.Login, CancellationToken.None))!.PasswordHash);
    }

    [Theory]
    [InlineData("panzhihua.officer-a", true)]
    [InlineData("li_si", true)]
    [InlineData("", false)]
    [InlineData("Officer", false)]
    [InlineData("a..b", false)]
    [InlineData("a b", false)]
    [InlineData("项目专员", false)]
    public void A_login_is_of_lower_case_letters_digits_and_single_marks(string login, bool good) => Assert.Equal(good, Account.IsLogin(login));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return tables.DisposeAsync();
    }

    private Account New(string person) => new($"{park}.{person}", park, new PersonId(person), null, Sample: false, Morning);
}
