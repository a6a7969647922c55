using System.Data.Common;

namespace Projects.Storage;

/// <summary>Sign-ins and programs' tokens (table <c>session</c>). Only the SHA-256 of a token is stored, in lower-case hex.</summary>
public sealed class Sessions(AccountsDatabase database)
{
    /// <param name="requestId">The caller's own id of the request, for a program's token; null for a sign-in.</param>
    /// <returns>False when the account has used this request id before; then nothing is added.</returns>
    public async Task<bool> AddAsync(string digest, Session session, string? requestId, CancellationToken cancellation) => await database.ExecuteAsync(
        """
        insert into session (digest, id, kind, login, label, scope, request_id, created_ms, used_ms, expires_ms)
        values (@digest, @id, @kind, @login, @label, @scope, @request_id, @created_ms, @used_ms, @expires_ms)
        on conflict (login, request_id) do nothing
        """,
        cancellation,
        ("digest", digest), ("id", session.Id), ("kind", session.Kind.ToString()), ("login", session.Login),
        ("label", session.Label), ("scope", session.Scope.ToString()), ("request_id", requestId),
        ("created_ms", session.Created.ToUnixTimeMilliseconds()),
        ("used_ms", session.LastUse.ToUnixTimeMilliseconds()), ("expires_ms", session.Expires.ToUnixTimeMilliseconds())) == 1;

    /// <summary>The session of a token that is neither revoked nor of a disabled account. Whether it is still live is the clock's affair.</summary>
    public Task<Session?> FindAsync(string digest, CancellationToken cancellation) => database.FirstAsync(
        """
        select s.id, s.kind, s.login, a.park, a.person, s.label, s.scope, s.created_ms, s.used_ms, s.expires_ms, s.revoked_ms
        from session s join account a on a.login = s.login
        where s.digest = @digest and s.revoked_ms is null and a.disabled_ms is null
        """,
        Read, cancellation, ("digest", digest));

    /// <summary>The tokens of a park's programs, newest first; expired and revoked ones too until they are forgotten.</summary>
    public Task<List<Session>> ListProgramsAsync(ParkCode park, CancellationToken cancellation) => database.ListAsync(
        """
        select s.id, s.kind, s.login, a.park, a.person, s.label, s.scope, s.created_ms, s.used_ms, s.expires_ms, s.revoked_ms
        from session s join account a on a.login = s.login
        where a.park = @park and s.kind = 'Program'
        order by s.created_ms desc, s.id
        """,
        Read, cancellation, ("park", park.Value));

    /// <summary>Notes a use. Never moves backwards, so that late and reordered notes do no harm.</summary>
    public Task TouchAsync(string id, DateTimeOffset at, CancellationToken cancellation) => database.ExecuteAsync(
        "update session set used_ms = @at_ms where id = @id and used_ms < @at_ms",
        cancellation, ("id", id), ("at_ms", at.ToUnixTimeMilliseconds()));

    /// <returns>False when there is no such session, or it was revoked before; the first instant is kept.</returns>
    public async Task<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellation) => await database.ExecuteAsync(
        "update session set revoked_ms = @at_ms where id = @id and revoked_ms is null",
        cancellation, ("id", id), ("at_ms", at.ToUnixTimeMilliseconds())) == 1;

    /// <summary>Ends a person's sign-ins, but for one. The programs' tokens of the account stay: they are revoked by themselves.</summary>
    /// <param name="except">The <see cref="Session.Id"/> of the one that goes on; null for none.</param>
    public Task RevokeSignInsAsync(string login, string? except, DateTimeOffset at, CancellationToken cancellation) => database.ExecuteAsync(
        "update session set revoked_ms = @at_ms where login = @login and kind = 'Person' and id <> @except and revoked_ms is null",
        cancellation, ("login", login), ("except", except ?? ""), ("at_ms", at.ToUnixTimeMilliseconds()));

    /// <summary>Forgets what expired before the given instant; the audit trail remembers that it was.</summary>
    public Task<int> ForgetAsync(DateTimeOffset expiredBefore, CancellationToken cancellation) => database.ExecuteAsync(
        "delete from session where expires_ms < @before_ms",
        cancellation, ("before_ms", expiredBefore.ToUnixTimeMilliseconds()));

    private static Session Read(DbDataReader row) => new(
        row.GetString(0),
        Enum.Parse<ActorKind>(row.GetString(1)),
        row.GetString(2),
        new ParkCode(row.GetString(3)),
        new PersonId(row.GetString(4)),
        row.GetString(5),
        Enum.Parse<TokenScope>(row.GetString(6)),
        row.Instant(7),
        row.Instant(8),
        row.Instant(9),
        row.InstantOrNull(10));
}
