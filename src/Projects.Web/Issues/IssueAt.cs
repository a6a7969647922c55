namespace Projects.Web.Issues;

/// <summary>One issue among others on a page, as the page's address names it: <c>?at=lithium-iron-phosphate/LFP-001</c>.</summary>
public readonly record struct IssueAt(ProjectCode Project, IssueNumber Number)
{
    public static IssueAt Of(IssueRow row) => new(row.Facts.Project, row.Number);

    /// <summary>Null when the text names none.</summary>
    public static IssueAt? Parse(string? text) =>
        text?.IndexOf('/') is > 0 and var cut && cut < text.Length - 1 ? new(ProjectCode.Of(text[..cut]), IssueNumber.Of(text[(cut + 1)..])) : null;

    public override string ToString() => $"{Project}/{Number}";
}
