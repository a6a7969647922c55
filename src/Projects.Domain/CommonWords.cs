using System.Collections.Immutable;

namespace Projects;

public static partial class Words
{
    private static Text? Common(Refusal refusal, Naming names) => refusal switch
    {
        InvalidFields r => new(
            $"填写有误：{Faults(r.Faults, Language.Chinese)}。请更正后再提交。",
            $"Some fields are wrong: {Faults(r.Faults, Language.English)}. Correct them and try again."),
        NotFound r => new($"没有找到{Kind(r.Kind).Zh} {r.Name}。请核对编号。", $"There is no {Kind(r.Kind).En} {r.Name}. Check its name."),
        NameTaken r => new($"{Kind(r.Kind).Zh} {r.Name} 已被占用。请换一个。", $"The {Kind(r.Kind).En} {r.Name} exists already. Choose another name."),
        RoleMissing r => RoleNeeded(r, names),
        PersonNeeded => new("此事须由本人登录办理，程序令牌不得核查、审批或管理。", "This needs a person signed in; a program's token may never verify, approve or administer."),
        ChangedMeanwhile r => new(
            $"您看到的是第{r.Expected}版，其间已有人改为第{r.Present}版。请重新打开后再办。",
            $"You saw version {r.Expected}; it is version {r.Present} by now. Open it again and decide anew."),
        RequestIdReused r => new($"请求号 {r.RequestId} 已用于另一条命令。请换一个。", $"The request id {r.RequestId} was used for another command. Choose a new one."),
        DayInFuture r => new($"日期 {Day(r.Day)} 晚于今天（{Day(r.Today)}）。只能填已发生的日期。", $"{Day(r.Day)} lies after today ({Day(r.Today)}). Only days already past can be entered."),
        DayTooFarBack r => new(
            $"日期 {Day(r.Day)} 超出补录期限（{r.WorkingDays}个工作日）。更早的事项请由整改办以接管方式录入。",
            $"{Day(r.Day)} lies before the window for late entries ({r.WorkingDays} working days). Older facts enter by take-over through the ledger office."),
        CorrectedAlready r => new(
            $"{Kind(r.Kind).Zh} {r.Name} 已由 {r.By} 更正。如仍有误，请更正 {r.By}。",
            $"The {Kind(r.Kind).En} {r.Name} was corrected by {r.By} before. If that is wrong too, correct {r.By}."),
        TooManyRows r => new($"超过{r.AtMost}行，一次导不出。请缩小筛选范围，分次导出。", $"There are more than {r.AtMost} rows, too many for one file. Narrow the view and export it in parts."),
        RowsFaulty r => new(
            $"表中有{r.Faults.Length}处有误，没有导入任何一行：{Faults(r.Fields[..Math.Min(r.Faults.Length, RowsFaulty.Said)], Language.Chinese)}。请更正后再导入。",
            $"{r.Faults.Length} cells are wrong, and nothing was taken: {Faults(r.Fields[..Math.Min(r.Faults.Length, RowsFaulty.Said)], Language.English)}. Correct them and send the sheet again."),
        ReasonMissing => new("请写明理由后再提交。", "State the reason and try again."),
        _ => null,
    };

    private static Text RoleNeeded(RoleMissing r, Naming names)
    {
        var (unitZh, unitEn) = r.Unit is { } unit ? ($"（单位：{names.Of(unit)}）", $" in the unit {names.Of(unit)}") : ("", "");
        return new(
            $"您没有办理此事的任职。可由{string.Join('、', r.Roles.Select(role => Of(role).Zh))}{unitZh}办理。",
            $"You hold no appointment that may do this. It takes {string.Join(" or ", r.Roles.Select(role => Of(role).En))}{unitEn}.");
    }

    internal static string Faults(ImmutableArray<FieldFault> faults, Language language) =>
        string.Join(language == Language.English ? "; " : "；", faults.Select(fault => $"{fault.Field} {fault.Fault.In(language)}"));

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Text Kind(string kind) => kind switch
    {
        "park" => new("园区", kind),
        "project" => new("项目", kind),
        "phase" => new("期", kind),
        "milestone" => new("节点", kind),
        "list" => new("清单", kind),
        "issue" => new("事项", kind),
        "entry" => new("投资记录", kind),
        "person" => new("人员", kind),
        "unit" => new("单位", kind),
        "vocabulary" => new("选项表", kind),
        "evidence" => new("佐证材料", kind),
        "meeting" => new("调度会", kind),
        "visit" => new("走访", kind),
        "measure" => new("整改措施", kind),
        "urging" => new("催办", "notice"),
        "objection" => new("异议", kind),
        _ => new(kind, kind),
    };
}
