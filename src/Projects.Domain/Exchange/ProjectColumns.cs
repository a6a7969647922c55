using System.Collections.Immutable;

namespace Projects;

/// <summary>By which a row says which project of the park it is about: its code, or its name where that is nobody else's.</summary>
internal static class ProjectColumns
{
    public static ImportColumn Code { get; } = new(new("项目代码", "Project code"), "项目编码", "项目编号") { Fields = ["project"], Width = 22 };

    /// <summary>A heading of one word may stand over names and over codes.</summary>
    public static ImportColumn Name { get; } = new(new("项目", "Project"), "项目名称", "Project name") { Width = 32 };

    /// <summary>The projects the rows name, read without a word about those that are none.</summary>
    public static IEnumerable<ProjectCode> About(ImportSheet sheet, ImportGround ground) =>
        sheet.Rows.Select(row => new NamedProjectReader(row, sheet, ground).Project()).OfType<ProjectCode>();

    private sealed class NamedProjectReader(ReadRow row, ImportSheet sheet, ImportGround ground) : OfProjectRowReader(row, sheet, ground);
}

/// <summary>One row about a project of the park.</summary>
internal abstract class OfProjectRowReader(ReadRow row, ImportSheet sheet, ImportGround ground) : ImportRowReader(row, sheet, ground)
{
    /// <summary>Null when it is not known which: that is a fault.</summary>
    public ProjectCode? Project() => Words(ProjectColumns.Code) is null && Needed(ProjectColumns.Name) is null
        ? null
        : Named(Words(ProjectColumns.Code) is null ? ProjectColumns.Name : ProjectColumns.Code, Ground.Projects);
}
