using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Projects.Storage;

/// <summary>A way to sign in as exactly one person of exactly one park. What that person may do is the park's affair.</summary>
/// <param name="Login">Unique in the installation, see <see cref="IsLogin"/>.</param>
/// <param name="PasswordHash">Null when the account is entered by sign-in links alone.</param>
/// <param name="Sample">Made for a sample person, whose password lies in the data folder (SECURITY 2).</param>
/// <param name="Disabled">Since when it is shut; null while it is open.</param>
public sealed partial record Account(
    string Login,
    ParkCode Park,
    PersonId Person,
    string? PasswordHash,
    bool Sample,
    DateTimeOffset Created,
    DateTimeOffset? Disabled = null)
{
    /// <summary>Lower-case letters and digits, with single dots, hyphens or underscores between them; at most 64 characters.</summary>
    public static bool IsLogin([NotNullWhen(true)] string? value) => value is { Length: <= 64 } && LoginForm().IsMatch(value);

    [GeneratedRegex("^[a-z0-9]+([._-][a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex LoginForm();
}
