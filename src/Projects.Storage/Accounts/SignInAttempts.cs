namespace Projects.Storage;

/// <summary>
/// Counts attempts to sign in by account and by remote address (table <c>sign_in_attempt</c>). An attempt is counted before
/// the password is looked at and given back when it was right, so guessing in parallel gains nothing.
/// </summary>
public sealed class SignInAttempts(AccountsDatabase database)
{
    /// <summary>Counts one more attempt.</summary>
    /// <param name="subject">Whose attempts are counted, such as <c>login:li.si</c> or <c>address:10.0.0.7</c>.</param>
    /// <param name="limit">Attempts allowed in one window.</param>
    /// <param name="window">Begins with the first attempt and begins again with the one that reaches the limit: that long it is locked.</param>
    public async Task<AttemptCount> CountAsync(string subject, int limit, TimeSpan window, DateTimeOffset now, CancellationToken cancellation) =>
        await database.FirstAsync(
            """
            insert into sign_in_attempt (subject, attempts, since_ms) values (@subject, 1, @now_ms)
            on conflict (subject) do update set
              attempts = case when sign_in_attempt.since_ms <= @floor_ms then 1 else sign_in_attempt.attempts + 1 end,
              since_ms = case when sign_in_attempt.since_ms <= @floor_ms or sign_in_attempt.attempts + 1 = @limit then @now_ms else sign_in_attempt.since_ms end
            returning attempts, since_ms
            """,
            row => new AttemptCount((int)row.GetInt64(0), limit, row.Instant(1) + window),
            cancellation,
            ("subject", subject), ("limit", (long)limit), ("now_ms", now.ToUnixTimeMilliseconds()), ("floor_ms", (now - window).ToUnixTimeMilliseconds()))
        ?? throw new InvalidOperationException($"The attempt of {subject} was not counted");

    /// <summary>Takes back one attempt that turned out right.</summary>
    public Task GiveBackAsync(string subject, CancellationToken cancellation) => database.ExecuteAsync(
        "update sign_in_attempt set attempts = attempts - 1 where subject = @subject and attempts > 0",
        cancellation, ("subject", subject));

    /// <summary>Starts over: the person has proved who they are.</summary>
    public Task ClearAsync(string subject, CancellationToken cancellation) => database.ExecuteAsync(
        "delete from sign_in_attempt where subject = @subject",
        cancellation, ("subject", subject));

    public Task<int> ForgetAsync(DateTimeOffset begunBefore, CancellationToken cancellation) => database.ExecuteAsync(
        "delete from sign_in_attempt where since_ms < @before_ms",
        cancellation, ("before_ms", begunBefore.ToUnixTimeMilliseconds()));
}

/// <param name="Attempts">This one included.</param>
/// <param name="Ends">When the window ends and counting starts over.</param>
public sealed record AttemptCount(int Attempts, int Limit, DateTimeOffset Ends)
{
    /// <summary>Refuse without looking at the password.</summary>
    public bool IsLocked => Attempts > Limit;

    /// <summary>The lock-out has just begun to bite: the one refusal that is worth an entry in the audit trail.</summary>
    public bool IsFirstRefused => Attempts == Limit + 1;
}
