using System.Globalization;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>One row on its way to a project or one of its phases.</summary>
internal sealed partial class ProjectRowReader(ReadRow row, ImportSheet sheet, ImportGround ground) : ImportRowReader(row, sheet, ground)
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Words in use beside a park's own and the platform's.</summary>
    private static readonly (string, ProjectKind)[] OtherKinds =
        [("新建项目", ProjectKind.New), ("改扩建", ProjectKind.Expansion), ("改建", ProjectKind.Retrofit), ("技术改造", ProjectKind.Retrofit), ("复工复产", ProjectKind.Restart), ("数字化改造", ProjectKind.Digital)];

    /// <summary>Null when the row does not say which project it is.</summary>
    public ProjectCode? Code() => Needed(ProjectImportColumns.Code) is { } said ? ProjectCode.Of(said.ToLowerInvariant()) : null;

    /// <summary>Null when what must be there is not: that is a fault.</summary>
    public RegisterProject? Register()
    {
        var (name, unit) = (Needed(ProjectImportColumns.Name), Needed(ProjectImportColumns.Unit) is null ? null : Unit(ProjectImportColumns.Unit));
        var kind = Needed(ProjectImportColumns.Kind) is null ? null : Kind();
        var (sponsor, officer, total) = (Person(ProjectImportColumns.Sponsor), Person(ProjectImportColumns.Officer), Quoted(ProjectImportColumns.Total));
        return name is null || unit is null || kind is null ? null : new(kind.Value, new Particulars(
            name, Words(ProjectImportColumns.Enterprise), unit.Value, sponsor, officer, Words(ProjectImportColumns.TaskForce), total,
            Words(ProjectImportColumns.Description), Words(ProjectImportColumns.Source)));
    }

    /// <summary>A later row of a project may leave out what the first one said, and must not say otherwise.</summary>
    public void SameAs(int firstRow, Particulars first)
    {
        Text Otherwise() => new($"与第{firstRow}行所写不同", $"is not what row {firstRow} says");
        if (Words(ProjectImportColumns.Name) is { } name && name != first.Name)
            Fault(ProjectImportColumns.Name, Otherwise());
        if (Unit(ProjectImportColumns.Unit) is { } unit && unit != first.Unit)
            Fault(ProjectImportColumns.Unit, Otherwise());
        if (Quoted(ProjectImportColumns.Total) is { } total && total != first.TotalInvestment)
            Fault(ProjectImportColumns.Total, Otherwise());
    }

    /// <summary>Null when the row is about no phase, or says one that cannot be read.</summary>
    public AddPhase? Phase(ProjectKind? kind)
    {
        var stage = Member(ProjectImportColumns.Stage, Called<Stage>(Ground.Labels.Of, RegistrationWords.Of));
        Quantity? capacity = null;
        if (Words(ProjectImportColumns.Capacity) is { } said && !Quantity.TryParse(said, out capacity))
            Fault(ProjectImportColumns.Capacity, new("应为带单位的准数，如 12万吨/年", "must be an exact number with its unit, as 12万吨/年"));
        if (Words(ProjectImportColumns.Phase) is not { } name)
        {
            if ((stage is not null && kind is not ProjectKind.Campaign) || capacity is not null)
                Fault(ProjectImportColumns.Phase, new("写了阶段或产能，还须写明是哪一期（如 一期）", "is not said, but a stage or a capacity is: say of which phase"));
            return null;
        }
        if ((Words(ProjectImportColumns.PhaseCode) ?? CodeOf(name)) is { } code)
            return new(PhaseCode.Of(code), name, capacity, stage);
        Fault(ProjectImportColumns.Phase, new("不是“一期”“二期”这样的期次，请另填分期编码", "is no phase such as 一期 or 二期: write its phase code too"));
        return null;
    }

    private ProjectKind? Kind() => Member(ProjectImportColumns.Kind, Called<ProjectKind>(Ground.Labels.Of, RegistrationWords.Of).Concat(OtherKinds));

    /// <summary>首期, 一期, 第2期 → phase-1, phase-1, phase-2; null for another name.</summary>
    private static string? CodeOf(string name)
    {
        if (Ordinal().Match(name) is not { Success: true } said)
            return null;
        var place = said.Groups[1].Value;
        var number = place == "首" ? 1 : Digits.IndexOf(place, StringComparison.Ordinal) is >= 1 and var digit ? digit : int.TryParse(place, CultureInfo.InvariantCulture, out var plain) ? plain : 10;
        return string.Create(CultureInfo.InvariantCulture, $"phase-{number}");
    }

    [GeneratedRegex(@"^第?(首|[一二三四五六七八九十]|[1-9]\d?)期", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
