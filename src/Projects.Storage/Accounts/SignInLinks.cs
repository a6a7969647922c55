namespace Projects.Storage;

/// <summary>Sign-in links (table <c>sign_in_link</c>): each is good once. Only the SHA-256 of its code is stored.</summary>
public sealed class SignInLinks(AccountsDatabase database)
{
    public Task AddAsync(string digest, string login, DateTimeOffset expires, CancellationToken cancellation) => database.ExecuteAsync(
        "insert into sign_in_link (digest, login, expires_ms) values (@digest, @login, @expires_ms)",
        cancellation, ("digest", digest), ("login", login), ("expires_ms", expires.ToUnixTimeMilliseconds()));

    /// <summary>Uses the link up.</summary>
    /// <returns>The login it was made for; null when it is unknown, used or expired. Of two who come at once, one gets it.</returns>
    public Task<string?> TakeAsync(string digest, DateTimeOffset now, CancellationToken cancellation) => database.FirstAsync(
        """
        update sign_in_link set used_ms = @now_ms
        where digest = @digest and used_ms is null and expires_ms > @now_ms
        returning login
        """,
        row => row.GetString(0), cancellation, ("digest", digest), ("now_ms", now.ToUnixTimeMilliseconds()));

    /// <summary>Uses up every link of an account that still waits.</summary>
    public Task WithdrawAsync(string login, DateTimeOffset now, CancellationToken cancellation) => database.ExecuteAsync(
        "update sign_in_link set used_ms = @now_ms where login = @login and used_ms is null",
        cancellation, ("login", login), ("now_ms", now.ToUnixTimeMilliseconds()));

    public Task<int> ForgetAsync(DateTimeOffset expiredBefore, CancellationToken cancellation) => database.ExecuteAsync(
        "delete from sign_in_link where expires_ms < @before_ms",
        cancellation, ("before_ms", expiredBefore.ToUnixTimeMilliseconds()));
}
