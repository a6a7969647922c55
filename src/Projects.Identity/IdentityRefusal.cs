using System.Collections.Immutable;

namespace Projects.Identity;

/// <summary>A "no" of the door itself, before any rule was asked.</summary>
/// <param name="RetryAfter">How long to wait before trying again; null when waiting does not help.</param>
public sealed record IdentityRefusal(Reason Reason, Text Message, TimeSpan? RetryAfter = null)
{
    public ImmutableArray<FieldFault> Fields { get; init; } = [];

    public static IdentityRefusal NoToken { get; } = new(Reason.Unauthenticated, new Text(
        "请先登录：请求缺少 Authorization: Bearer 令牌。以 POST /v1/sessions 登录取得令牌。",
        "Sign in first: the request carries no Authorization: Bearer token. POST /v1/sessions gives one."));

    public static IdentityRefusal TokenNotLive { get; } = new(Reason.Unauthenticated, new Text(
        "登录已失效（超时、已退出或已撤销），请重新登录。",
        "The token is no longer good (expired, signed out or revoked). Sign in again."));

    public static IdentityRefusal OutOfScope { get; } = new(Reason.Forbidden, new Text(
        "该令牌只读，不能提交更改。请使用读写令牌，或以本人身份登录。",
        "This token may only read. Use a token of scope write, or sign in as a person."));

    public static IdentityRefusal WrongPassword { get; } = new(Reason.Unauthenticated, new Text(
        "账号或密码不正确。",
        "The name or the password is wrong."));

    /// <summary>INVALID, not UNAUTHENTICATED: the session is good, and a client must not take the answer for its end.</summary>
    public static IdentityRefusal WrongCurrentPassword { get; } = Invalid("current_password", "当前密码不正确", "is not the present password");

    public static IdentityRefusal BadLink { get; } = new(Reason.Unauthenticated, new Text(
        "登录链接无效、已使用或已过期，请另取一个。",
        "The sign-in link is unknown, used or expired. Ask for another one."));

    public static IdentityRefusal LockedOut(TimeSpan wait) => new(Reason.RateLimited, new Text(
        $"登录尝试次数过多，已暂时锁定，请在{Minutes(wait)}分钟后再试。",
        $"Too many attempts to sign in. Locked for now; try again in {Minutes(wait)} minutes."), wait);

    public static IdentityRefusal TooFast(TimeSpan wait) => new(Reason.RateLimited, new Text(
        $"请求过于频繁，请在{Seconds(wait)}秒后再试。",
        $"Too many requests. Try again in {Seconds(wait)} seconds."), wait);

    public static IdentityRefusal PersonNeeded { get; } = new(Reason.Forbidden, new Text(
        "程序令牌不能管理令牌和密码，请以本人身份登录。",
        "A program's token cannot keep tokens or passwords. Sign in as a person."));

    public static IdentityRefusal NotYours { get; } = new(Reason.Forbidden, new Text(
        "只有本人或安全管理员可以这样做。",
        "Only the person themself or a security administrator may do this."));

    public static IdentityRefusal SecurityNeeded { get; } = new(Reason.Forbidden, new Text(
        "账号由安全管理员以本人身份管理。",
        "Accounts are the security administrator's, signed in as a person."));

    public static IdentityRefusal NoAccount { get; } = new(Reason.NotFound, new Text(
        "没有这个账号。",
        "There is no such account."));

    public static IdentityRefusal LoginTaken { get; } = new(Reason.NumberTaken, new Text(
        "该账号名已被使用，或该人员已有账号。",
        "The account's name is taken, or the person has an account already."));

    public static IdentityRefusal OwnAccount { get; } = new(Reason.Forbidden, new Text(
        "不能停用或重置自己的账号，请由另一位安全管理员操作。",
        "One's own account is disabled or reset by another security administrator."));

    public static IdentityRefusal RequestRepeated { get; } = new(Reason.Conflict, new Text(
        "该请求号已用过；令牌只显示一次，请换一个请求号另建。",
        "This request id was used before, and a secret is told once. Make another token under a new request id."));

    public static IdentityRefusal Invalid(string field, string zh, string en) => new(Reason.Invalid, new Text(zh, en))
    {
        Fields = [new FieldFault(field, new Text(zh, en))],
    };

    public static IdentityRefusal NotFound(string zh, string en) => new(Reason.NotFound, new Text(zh, en));

    private static int Minutes(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
    private static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
