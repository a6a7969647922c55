namespace Projects;

public static partial class Words
{
    public static Text Of(Role role) => role switch
    {
        Role.ProjectOfficer => new("项目专员", "project officer"),
        Role.Handler => new("经办人", "handler"),
        Role.UnitHead => new("部门负责人", "unit head"),
        Role.LedgerOffice => new("整改办", "ledger office"),
        Role.Verifier => new("核查人", "verifier"),
        Role.LedgerDirector => new("整改办主任", "ledger director"),
        Role.DeputyLeader => new("分管领导", "deputy leader"),
        Role.ChiefLeader => new("主要领导", "chief leader"),
        Role.Supervision => new("督查室", "supervision"),
        Role.Audit => new("纪检审计", "audit"),
        Role.Enterprise => new("企业", "enterprise"),
        Role.UpperLevel => new("上级部门", "upper level"),
        Role.SystemAdministrator => new("系统管理员", "system administrator"),
        Role.SecurityAdministrator => new("安全管理员", "security administrator"),
        Role.AuditAdministrator => new("审计管理员", "audit administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
