using System.Data.Common;

namespace Projects.Storage;

/// <summary>
/// What happened beside the journal and must be answerable (table <c>audit_entry</c>): sign-ins, tokens, refusals, reads of
/// evidence, exports (SECURITY 2). Append only; what changed a project or park stands in the journal and is not said again here.
/// </summary>
public sealed class AuditTrail(AccountsDatabase database)
{
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellation) => database.ExecuteAsync(
        """
        insert into audit_entry (at_ms, action, outcome, park, person, actor_kind, session_id, address, target)
        values (@at_ms, @action, @outcome, @park, @person, @actor_kind, @session_id, @address, @target)
        """,
        cancellation,
        ("at_ms", entry.At.ToUnixTimeMilliseconds()), ("action", entry.Action), ("outcome", entry.Outcome),
        ("park", entry.Park?.Value), ("person", entry.Person?.Value), ("actor_kind", entry.Kind?.ToString()),
        ("session_id", entry.SessionId), ("address", entry.Address), ("target", entry.Target));

    /// <summary>A park's entries, newest first.</summary>
    /// <param name="before">The <see cref="AuditRow.Id"/> of the last row seen; null for the newest.</param>
    public Task<List<AuditRow>> ReadAsync(ParkCode park, long? before, int atMost, CancellationToken cancellation) => database.ListAsync(
        """
        select id, at_ms, action, outcome, park, person, actor_kind, session_id, address, target
        from audit_entry where park = @park and id < @before order by id desc limit @at_most
        """,
        Read, cancellation, ("park", park.Value), ("before", before ?? long.MaxValue), ("at_most", (long)atMost));

    private static AuditRow Read(DbDataReader row) => new(row.GetInt64(0), new AuditEntry(
        row.Instant(1),
        row.GetString(2),
        row.GetString(3),
        row.TextOrNull(4) is { } park ? new ParkCode(park) : null,
        row.TextOrNull(5) is { } person ? new PersonId(person) : null,
        row.TextOrNull(6) is { } kind ? Enum.Parse<ActorKind>(kind) : null,
        row.TextOrNull(7),
        row.TextOrNull(8),
        row.TextOrNull(9)));
}

/// <summary>One line of the audit trail.</summary>
/// <param name="Action">What was tried, one of <see cref="AuditActions"/> or the full name of a method of the contract.</param>
/// <param name="Outcome"><c>OK</c>, or the stable reason of the refusal (DOMAIN 10.8).</param>
/// <param name="Park">Null when no account could be told, as in a sign-in under an unknown name.</param>
/// <param name="Address">The remote address as the connection gives it.</param>
/// <param name="Target">The resource name it was about; never a name or text a person typed.</param>
public sealed record AuditEntry(
    DateTimeOffset At,
    string Action,
    string Outcome,
    ParkCode? Park = null,
    PersonId? Person = null,
    ActorKind? Kind = null,
    string? SessionId = null,
    string? Address = null,
    string? Target = null)
{
    public const string Ok = "OK";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Forbidden = "FORBIDDEN";
    public const string RateLimited = "RATE_LIMITED";
}

/// <summary>An entry as it lies in the trail.</summary>
public sealed record AuditRow(long Id, AuditEntry Entry);

/// <summary>The actions that are no method of the contract, by the name they keep for ever.</summary>
public static class AuditActions
{
    public const string SignIn = "sign-in";
    public const string SignInByLink = "sign-in.link";
    public const string SignOut = "sign-out";
    public const string LockOut = "lock-out";
    public const string TokenCreated = "token.created";
    public const string TokenRevoked = "token.revoked";
    public const string AccountCreated = "account.created";
    public const string AccountReset = "account.reset";
    public const string AccountDisabled = "account.disabled";
    public const string AccountEnabled = "account.enabled";
    public const string PasswordSet = "password.set";
    public const string EvidenceRead = "evidence.read";
    public const string LedgerExported = "ledger.exported";
}
