namespace Projects;

/// <summary>What a park's refusals and lists of kinds are called.</summary>
public static class ParkWords
{
    public static Text Of(Vocabulary vocabulary) => vocabulary switch
    {
        Vocabulary.IssueCategory => new("问题类别", "issue category"),
        Vocabulary.IssueSource => new("问题来源", "issue source"),
        Vocabulary.TaskForce => new("专班", "task force"),
        _ => throw new ArgumentOutOfRangeException(nameof(vocabulary), vocabulary, null),
    };

    internal static Text Of(ParkRefusal refusal, Naming names) => refusal switch
    {
        ReportRefusal r => ReportWords.Of(r),
        ParkFoundedAlready r => new($"园区已建立，名称为“{r.Name}”", $"The park stands already, under the name “{r.Name}”"),
        InstallationNeeded => new("只有系统安装程序可以建立园区", "Only the installation itself founds a park"),
        RolesExclude r => new(
            $"{names.Of(r.Person)}同期任有“{In(r.Held)}”，不能再任“{In(r.Wanted)}”（三员分立）",
            $"{names.Of(r.Person)} is {En(r.Held)} in the same time and cannot be {En(r.Wanted)}: administrators hold no other role"),
        AppointmentNotHeld r => new(
            $"{names.Of(r.Person)}本人未在{names.Of(r.Unit)}任“{In(r.Role)}”；只能授权本人的任职，转授无效",
            $"{names.Of(r.Person)} does not hold the role of {En(r.Role)} in {names.Of(r.Unit)} in their own right; only one's own appointment can be lent"),
        AdministratorNotLent r => new($"“{In(r.Role)}”不得授权他人", $"The role of {En(r.Role)} cannot be lent"),
        NothingToEnd { Kind: "delegation" } r => new(
            $"没有授权{names.Of(r.Person)}在{names.Of(r.Unit)}代行“{In(r.Role)}”",
            $"The role of {En(r.Role)} in {names.Of(r.Unit)} was not lent to {names.Of(r.Person)} by you"),
        NothingToEnd r => new($"{names.Of(r.Person)}未在{names.Of(r.Unit)}任“{In(r.Role)}”", $"{names.Of(r.Person)} was not appointed {En(r.Role)} in {names.Of(r.Unit)}"),
        CalendarNotShipped r => new(
            $"没有版本为“{r.Version}”的工作日历；可用：{string.Join("、", r.Known)}",
            $"There is no work calendar “{r.Version}”; there are {string.Join(", ", r.Known)}"),
        _ => throw new NotSupportedException($"No words for {refusal.GetType().Name}."),
    };

    private static string In(Role role) => Words.Of(role).Zh;

    private static string En(Role role) => Words.Of(role).En;
}
