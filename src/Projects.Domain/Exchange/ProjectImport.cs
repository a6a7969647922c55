using System.Collections.Immutable;

namespace Projects;

/// <summary>Projects to be registered, with their phases: a row is a project, or one more phase of the project of a row above.</summary>
public sealed class ProjectImport : ImportKind
{
    private ProjectImport() { }

    public static ProjectImport Kind { get; } = new();

    public override string Code => "projects";

    public override Text Title { get; } = new("项目", "Projects");

    public override Text Hint { get; } = new(
        "每行一个项目；分几期的，每期一行，项目代码相同。总投资须有单位。已登记的项目不会改动。",
        "A row is a project; one with several phases has a row for each, under the same code. The total investment needs its unit. Projects registered already are not changed.");

    public override ImmutableArray<ImportColumn> Columns => ProjectImportColumns.All;

    public override ImmutableArray<Role> Givers => RegistrationRules.Keepers;

    public override ReturnedSheet Read(ImportSheet sheet, ImportGround ground, ImportTarget? target)
    {
        var rows = ImmutableArray.CreateBuilder<ReturnedRow>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var untouched = 0;
        Dictionary<ProjectCode, (int Row, Particulars Said)> begun = [];
        Dictionary<(ProjectCode, PhaseCode), int> phases = [];
        foreach (var row in sheet.Rows)
        {
            var reader = new ProjectRowReader(row, sheet, ground);
            if (reader.IsEmpty)
            {
                untouched++;
                continue;
            }
            if (reader.Code() is { } code)
            {
                var isLater = begun.TryGetValue(code, out var first);
                var register = isLater ? null : reader.Register();
                var phase = reader.Phase(register?.Kind);
                if (register is not null)
                    begun.Add(code, (row.No, register.Particulars));
                else if (isLater && phase is null && reader.Faults.Count == 0)
                    reader.Fault(ProjectImportColumns.Code, new($"与第{first.Row}行代码相同；再写一期须填分期", $"is the code of row {first.Row} too; one more phase needs its name"));
                else if (isLater)
                    reader.SameAs(first.Row, first.Said);
                if (phase is not null && !phases.TryAdd((code, phase.Phase), row.No))
                    reader.Fault(ProjectImportColumns.Phase, new($"与第{phases[(code, phase.Phase)]}行是同一期", $"is the phase of row {phases[(code, phase.Phase)]} again"));
                if (reader.Faults.Count == 0)
                    rows.Add(new(row.No, code, null, null, null, [.. Orders(register, phase)]));
            }
            faults.AddRange(reader.Faults);
        }
        return new(rows.ToImmutable(), faults.ToImmutable(), untouched + sheet.PassedOver, sheet.Unknown) { Sheet = sheet };
    }

    private static IEnumerable<ReturnedOrder> Orders(RegisterProject? register, AddPhase? phase)
    {
        if (register is not null)
            yield return new("register", new("登记项目", "register"), register.Particulars.Name, register);
        if (phase is not null)
            yield return new($"phase-{phase.Phase}", ProjectImportColumns.Phase.Title, phase.Name, phase);
    }
}
