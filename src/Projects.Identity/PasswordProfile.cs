using System.Text;

namespace Projects.Identity;

/// <summary>Which new passwords are accepted.</summary>
public enum PasswordProfile
{
    /// <summary>OWASP ASVS 5.0, 6.2: 12 to 128 characters, any of them, no rule of composition, none that contains the account's own name.</summary>
    Asvs,
}

public static class PasswordProfiles
{
    /// <summary>What is wrong with a new password; null when it will do.</summary>
    public static Text? Fault(this PasswordProfile profile, string login, string password) => profile switch
    {
        _ when Length(password) < 12 => new Text("密码至少12个字符", "a password has at least 12 characters"),
        _ when Length(password) > 128 => new Text("密码最多128个字符", "a password has at most 128 characters"),
        _ when password.Contains(login, StringComparison.OrdinalIgnoreCase) => new Text("密码不得包含账号名", "a password does not contain the account's name"),
        _ => null,
    };

    /// <summary>Characters as a person counts them: a Chinese character outside the basic plane is one.</summary>
    private static int Length(string password) => password.EnumerateRunes().Count();
}
