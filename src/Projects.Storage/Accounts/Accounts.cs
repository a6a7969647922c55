using System.Data.Common;

namespace Projects.Storage;

/// <summary>The accounts of the installation (table <c>account</c>).</summary>
public sealed class Accounts(AccountsDatabase database)
{
    /// <summary>Adds an account.</summary>
    /// <returns>False when the login is taken, or the person has an account already; then nothing is changed.</returns>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellation) => await database.ExecuteAsync(
        """
        insert into account (login, park, person, password_hash, sample, created_ms)
        values (@login, @park, @person, @password_hash, @sample, @created_ms)
        on conflict do nothing
        """,
        cancellation,
        ("login", account.Login), ("park", account.Park.Value), ("person", account.Person.Value),
        ("password_hash", account.PasswordHash), ("sample", account.Sample ? 1L : 0L), ("created_ms", account.Created.ToUnixTimeMilliseconds())) == 1;

    public Task<Account?> FindAsync(string login, CancellationToken cancellation) => database.FirstAsync(
        """
        select login, park, person, password_hash, sample, created_ms, disabled_ms from account where login = @login
        """,
        Read, cancellation, ("login", login));

    public Task<Account?> FindAsync(ParkCode park, PersonId person, CancellationToken cancellation) => database.FirstAsync(
        """
        select login, park, person, password_hash, sample, created_ms, disabled_ms from account where park = @park and person = @person
        """,
        Read, cancellation, ("park", park.Value), ("person", person.Value));

    /// <summary>The accounts of one park in the order of their logins.</summary>
    public Task<List<Account>> ListAsync(ParkCode park, CancellationToken cancellation) => database.ListAsync(
        """
        select login, park, person, password_hash, sample, created_ms, disabled_ms from account where park = @park order by login
        """,
        Read, cancellation, ("park", park.Value));

    /// <summary>Whether any account of the installation was made for a sample person and is open.</summary>
    public async Task<bool> AnySampleAsync(CancellationToken cancellation) => await database.FirstAsync(
        "select login from account where sample = 1 and disabled_ms is null limit 1",
        row => row.GetString(0), cancellation) is not null;

    /// <param name="hash">Null takes the password away.</param>
    public Task SetPasswordHashAsync(string login, string? hash, CancellationToken cancellation) => database.ExecuteAsync(
        "update account set password_hash = @password_hash where login = @login",
        cancellation, ("login", login), ("password_hash", hash));

    /// <summary>Shuts the account; its sessions and tokens are no longer found from then on. Saying it twice keeps the first instant.</summary>
    public Task DisableAsync(string login, DateTimeOffset at, CancellationToken cancellation) => database.ExecuteAsync(
        "update account set disabled_ms = @at_ms where login = @login and disabled_ms is null",
        cancellation, ("login", login), ("at_ms", at.ToUnixTimeMilliseconds()));

    public Task EnableAsync(string login, CancellationToken cancellation) => database.ExecuteAsync(
        "update account set disabled_ms = null where login = @login",
        cancellation, ("login", login));

    private static Account Read(DbDataReader row) => new(
        row.GetString(0),
        new ParkCode(row.GetString(1)),
        new PersonId(row.GetString(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetInt64(4) != 0,
        row.Instant(5),
        row.InstantOrNull(6));
}
