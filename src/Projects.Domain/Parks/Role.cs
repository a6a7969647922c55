namespace Projects;

/// <summary>What an appointment 任职 lets its holder do. A person may hold several; the three administrators exclude every other role.</summary>
public enum Role
{
    /// <summary>项目专员: keeps projects, milestones, investment; drafts and handles issues.</summary>
    ProjectOfficer,

    /// <summary>经办人: carries out rectification for a unit.</summary>
    Handler,

    /// <summary>部门负责人: answers for a unit; accepts, requests closure and extensions.</summary>
    UnitHead,

    /// <summary>整改办: keeps the ledger; registers, names verifiers, runs the notice, files.</summary>
    LedgerOffice,

    /// <summary>核查人: verifies closures of other units.</summary>
    Verifier,

    /// <summary>整改办主任: approves at level 1.</summary>
    LedgerDirector,

    /// <summary>分管领导: approves up to level 2; may be an issue's accountable leader.</summary>
    DeputyLeader,

    /// <summary>主要领导: approves at every level.</summary>
    ChiefLeader,

    /// <summary>督查室: urges; reads everything.</summary>
    Supervision,

    /// <summary>纪检审计: reads everything, writes nothing.</summary>
    Audit,

    /// <summary>企业: an enterprise's own voice; raises and reads its demands.</summary>
    Enterprise,

    /// <summary>上级部门: the city or province above; files and rejects closures.</summary>
    UpperLevel,

    /// <summary>系统管理员: units, people, appointments, policy; no business write.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: accounts, tokens, sessions; no business write.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads the audit trail; no business write.</summary>
    AuditAdministrator,
}
