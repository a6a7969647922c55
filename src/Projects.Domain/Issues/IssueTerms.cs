namespace Projects;

/// <summary>等级.</summary>
public enum Grade
{
    /// <summary>一般</summary>
    Ordinary,

    /// <summary>较大</summary>
    Larger,

    /// <summary>重大</summary>
    Major,
}

/// <summary>整改类型.</summary>
public enum IssueKind
{
    /// <summary>立行立改</summary>
    OneOff,

    /// <summary>分阶段</summary>
    Phased,

    /// <summary>长期坚持: never closed, watched; outside the closure rates.</summary>
    Standing,
}

/// <summary>层级: whose list it is.</summary>
public enum Tier
{
    /// <summary>党工委</summary>
    Committee,

    /// <summary>部门</summary>
    Unit,

    /// <summary>基层党组织</summary>
    Branch,

    /// <summary>企业</summary>
    Enterprise,
}

/// <summary>What a list counts as done. The two are different measures and never added together (DOMAIN 2).</summary>
public enum Measure
{
    /// <summary>销号</summary>
    Closed,

    /// <summary>整改完成</summary>
    Rectified,
}

public enum ListStatus { Draft, Issued, Archived }

/// <summary>问题根因.</summary>
public enum RootCause
{
    /// <summary>未定</summary>
    Unknown,

    /// <summary>用地</summary>
    Land,

    /// <summary>资金</summary>
    Finance,

    /// <summary>手续</summary>
    Permits,

    /// <summary>要素</summary>
    Factors,

    /// <summary>设计</summary>
    Design,

    /// <summary>市场</summary>
    Market,
}

/// <summary>The life of an issue (DOMAIN 4). Lights and "overdue" are derived, never a state.</summary>
public enum IssueState
{
    /// <summary>待立账</summary>
    Draft,

    /// <summary>待签收</summary>
    Registered,

    /// <summary>整改中</summary>
    Rectifying,

    /// <summary>申请销号</summary>
    ClosureRequested,

    /// <summary>核查中</summary>
    Verifying,

    /// <summary>待审批</summary>
    AwaitingApproval,

    /// <summary>公示中</summary>
    OnNotice,

    /// <summary>已销号</summary>
    Closed,

    /// <summary>已备案</summary>
    Filed,

    /// <summary>长期坚持</summary>
    StandingWatch,

    /// <summary>中止</summary>
    Suspended,

    /// <summary>作废</summary>
    Void,
}
