using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Hashes passwords and compares them: ASP.NET Core Identity's PBKDF2-HMAC-SHA512, format 3, with our count of iterations.</summary>
public sealed class Passwords
{
    /// <summary>No 0 O, 1 l I: these are read from a screen and typed.</summary>
    private const string Unambiguous = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly PasswordHasher<string> hasher;
    private readonly Lazy<string> hashOfNobody;

    public Passwords(IOptions<IdentitySettings> settings)
    {
        hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = settings.Value.PasswordIterations }));
        hashOfNobody = new Lazy<string>(() => Hash(Random(32)));
    }

    public string Hash(string password) => hasher.HashPassword("", password);

    /// <summary>
    /// Whether the password opens the account. Takes as long when there is no account, or none with a password, so that the
    /// time of the answer does not tell which names exist.
    /// </summary>
    public PasswordCheck Check(Account? account, string password)
    {
        var result = hasher.VerifyHashedPassword("", account?.PasswordHash ?? hashOfNobody.Value, password);
        if (account is not { PasswordHash: not null, Disabled: null })
            return PasswordCheck.Wrong;
        return result switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButHashedWeakly,
            _ => PasswordCheck.Wrong,
        };
    }

    /// <summary>A password of random characters a person can tell apart; 20 of them hold 116 bits.</summary>
    public static string Random(int length = 20) => RandomNumberGenerator.GetString(Unambiguous, length);
}

public enum PasswordCheck { Wrong, Right, RightButHashedWeakly }
