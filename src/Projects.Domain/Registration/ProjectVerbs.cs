namespace Projects;

/// <summary>The labels of the commands on a project, its phases, milestones, investment, lists, visits and meetings, by their names in the contract.</summary>
public static class ProjectVerbs
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such verb.</exception>
    public static Text LabelOf(string verb) => verb switch
    {
        "register" => new("登记项目", "register a project"),
        "amend" => new("修改项目信息", "amend the particulars"),
        "stateBenefit" => new("填报达产目标", "state a benefit"),
        "addPhase" => new("增加分期", "add a phase"),
        "advanceStage" => new("推进阶段", "advance the stage"),
        "correctStage" => new("更正阶段", "correct the stage"),
        "suspend" => new("停工", "suspend"),
        "resume" => new("复工", "resume"),
        "terminate" => new("终止", "terminate"),
        "planMilestone" => new("计划节点", "plan a milestone"),
        "backSchedule" => new("倒排工期", "schedule back from production"),
        "forecast" => new("填报预计日期", "forecast"),
        "requestBaselineChange" => new("申请变更基准", "ask for a new baseline"),
        "decideBaselineChange" => new("审批基准变更", "decide the change of baseline"),
        "report" => new("上报完成", "report it done"),
        "verify" => new("核实完成", "verify"),
        "reject" => new("退回上报", "send the report back"),
        "setInvestmentPlan" => new("编制年度计划", "set the plan of a year"),
        "recordInvestment" => new("填报投资", "record investment"),
        "reverseInvestment" => new("冲正", "reverse an entry"),
        "openList" => new("建立清单", "open a list"),
        "issue" => new("印发", "issue"),
        "archive" => new("归档", "archive"),
        "quoteTotals" => new("登记引用合计", "quote totals"),
        "recordVisit" => new("记录走访", "record a visit"),
        "recordMeeting" => new("记录调度会", "record a meeting"),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
    };
}
