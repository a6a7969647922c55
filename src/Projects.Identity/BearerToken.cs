using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Projects.Identity;

/// <summary>
/// A secret of 256 random bits that is shown once: <c>prs_</c> a person's session, <c>prk_</c> a program's key, <c>prl_</c> a
/// sign-in link; then 43 characters of base64url. The prefix lets a scanner of repositories and logs find one gone astray.
/// </summary>
public static class BearerToken
{
    public const string Session = "prs_";
    public const string Program = "prk_";
    public const string Link = "prl_";

    private const int Bytes = 32;
    private const int Characters = 43;

    public static string Mint(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A name for what a token stands for, worthless as a credential: 80 random bits in lower-case hex.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(20, lowercase: true);

    public static bool IsWellFormed([NotNullWhen(true)] string? token, string prefix) =>
        token is not null && token.Length == prefix.Length + Characters && token.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>What is stored instead of the token: SHA-256 in lower-case hex. 256 random bits need no salt and no slow hash.</summary>
    public static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
