namespace Projects;

public enum ProjectKind
{
    /// <summary>新建</summary>
    New,

    /// <summary>扩建</summary>
    Expansion,

    /// <summary>技改</summary>
    Retrofit,

    /// <summary>复产: has its own path of stages.</summary>
    Restart,

    /// <summary>数字化</summary>
    Digital,

    /// <summary>专项: issue lists and milestones; no construction, no investment.</summary>
    Campaign,
}

/// <summary>Stage 阶段 of a phase (DOMAIN 5). Order within a path is the order of work.</summary>
public enum Stage
{
    /// <summary>谋划储备</summary>
    Idea,

    /// <summary>洽谈</summary>
    Negotiating,

    /// <summary>签约</summary>
    Signed,

    /// <summary>前期</summary>
    Preliminary,

    /// <summary>开工</summary>
    Started,

    /// <summary>在建</summary>
    UnderConstruction,

    /// <summary>竣工</summary>
    Completed,

    /// <summary>试生产</summary>
    TrialProduction,

    /// <summary>投产</summary>
    InProduction,

    /// <summary>达产</summary>
    AtCapacity,

    /// <summary>达效</summary>
    AtBenefit,

    /// <summary>破产</summary>
    Insolvent,

    /// <summary>重整</summary>
    Restructured,

    /// <summary>复产准备</summary>
    RestartPrep,

    /// <summary>复产</summary>
    Restarted,

    /// <summary>停工: aside; the stage left is kept.</summary>
    Suspended,

    /// <summary>终止: aside and final.</summary>
    Terminated,
}
