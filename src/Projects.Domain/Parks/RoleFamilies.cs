namespace Projects;

/// <summary>Which roles go together.</summary>
public static class RoleFamilies
{
    /// <summary>One of the three administrators 三员.</summary>
    public static bool IsAdministrator(this Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>三员分立: an administrator's role goes with no other; business roles go together (SECURITY 2).</summary>
    public static bool Excludes(this Role role, Role other) => role != other && (role.IsAdministrator() || other.IsAdministrator());
}
