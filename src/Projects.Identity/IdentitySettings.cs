using System.ComponentModel.DataAnnotations;

namespace Projects.Identity;

/// <summary>How people and programs prove who they are (section <c>Projects:Identity</c>). The defaults are SECURITY 2 and 3.</summary>
public sealed class IdentitySettings : IValidatableObject
{
    public const string Section = "Projects:Identity";

    /// <summary>A person's sign-in ends when unused for this long. Default 30 minutes.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A person's sign-in ends this long after it began, used or not. Default 12 hours.</summary>
    public TimeSpan SessionAtMost { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The longest life of a program's token. Default, and at most, 90 days.</summary>
    public TimeSpan TokenAtMost { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a sign-in link waits for its one use. Default 30 minutes.</summary>
    public TimeSpan LinkAtMost { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a token once looked up is believed without looking again; so long may a revocation take. Default, and at most, 5 seconds.</summary>
    public TimeSpan BelieveFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Tokens believed at once; beyond it the cache starts over. Default 20,000.</summary>
    public int BelievedAtMost { get; set; } = 20_000;

    /// <summary>Wrong passwords for one account in one window before it is locked out. Default 5.</summary>
    public int AttemptsPerAccount { get; set; } = 5;

    /// <summary>Wrong passwords from one remote address in one window before it is locked out. Default 20: an office may share an address.</summary>
    public int AttemptsPerAddress { get; set; } = 20;

    /// <summary>The window of counting, and the length of a lock-out. Default 15 minutes.</summary>
    public TimeSpan LockOut { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Which passwords are accepted. Default <see cref="Identity.PasswordProfile.Asvs"/>.</summary>
    public PasswordProfile PasswordProfile { get; set; } = PasswordProfile.Asvs;

    /// <summary>Iterations of PBKDF2-HMAC-SHA512. Default, and at least, 210,000; hashes made with fewer are made anew at the next sign-in.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (PasswordIterations < 210_000)
            yield return Wrong(nameof(PasswordIterations), "must be at least 210000");
        if (BelieveFor < TimeSpan.Zero || BelieveFor > TimeSpan.FromSeconds(5))
            yield return Wrong(nameof(BelieveFor), "must lie between 0 and 5 seconds");
        if (TokenAtMost <= TimeSpan.Zero || TokenAtMost > TimeSpan.FromDays(90))
            yield return Wrong(nameof(TokenAtMost), "must lie between 0 and 90 days");
        if (SessionIdle < TimeSpan.FromMinutes(2) || SessionIdle > SessionAtMost)
            yield return Wrong(nameof(SessionIdle), "must be at least 2 minutes and at most SessionAtMost");
        if (LinkAtMost <= TimeSpan.Zero || LinkAtMost > TimeSpan.FromHours(24))
            yield return Wrong(nameof(LinkAtMost), "must lie between 0 and 24 hours");
        if (LockOut <= TimeSpan.Zero)
            yield return Wrong(nameof(LockOut), "must be longer than 0");
        if (AttemptsPerAccount < 1 || AttemptsPerAddress < AttemptsPerAccount)
            yield return Wrong(nameof(AttemptsPerAddress), "must be at least AttemptsPerAccount, which must be at least 1");
        if (BelievedAtMost < 1)
            yield return Wrong(nameof(BelievedAtMost), "must be at least 1");
    }

    private static ValidationResult Wrong(string setting, string what) => new($"{Section}:{setting} {what}", [setting]);
}
