using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Projects;

/// <summary>Names by which the contract and the audit trail speak of things (AIP-122), such as <c>parks/panzhihua/projects/lfp/issues/DW-001</c>.</summary>
public static class ResourceName
{
    public static string Of(ParkCode park) => $"parks/{park}";
    public static string Of(ParkCode park, UnitCode unit) => $"parks/{park}/units/{unit}";
    public static string Of(ParkCode park, PersonId person) => $"parks/{park}/people/{person}";
    public static string Of(ProjectId project) => $"parks/{project.Park}/projects/{project.Code}";
    public static string Of(ProjectId project, PhaseCode phase) => $"{Of(project)}/phases/{phase}";
    public static string Of(ProjectId project, MilestoneCode milestone) => $"{Of(project)}/milestones/{milestone}";
    public static string Of(ProjectId project, EntryCode entry) => $"{Of(project)}/investments/{entry}";
    public static string Of(ProjectId project, ListCode list) => $"{Of(project)}/lists/{list}";
    public static string Of(ProjectId project, IssueNumber issue) => $"{Of(project)}/issues/{issue}";
    public static string Of(ProjectId project, VisitCode visit) => $"{Of(project)}/visits/{visit}";
    public static string Of(ProjectId project, MeetingCode meeting) => $"{Of(project)}/meetings/{meeting}";
    public static string Of(ParkCode park, ReportNumber report) => $"parks/{park}/weeklyReports/{report}";
    public static string OfEvidence(ParkCode park, string digest) => $"parks/{park}/evidence/{digest}";
    public static string OfPolicy(ParkCode park) => $"parks/{park}/policy";
    public static string OfLabels(ParkCode park) => $"parks/{park}/labels";
    public static string Of(ParkCode park, Vocabulary vocabulary) => $"parks/{park}/vocabularies/{IdOf(vocabulary)}";
    public static string OfToken(ParkCode park, string token) => $"parks/{park}/tokens/{token}";
    public static string OfAccount(ParkCode park, string login) => $"parks/{park}/accounts/{login}";

    /// <summary>The name of someone or something there may be none of: empty then.</summary>
    public static string OfAny(ParkCode park, UnitCode? unit) => unit is { } known ? Of(park, known) : "";

    /// <inheritdoc cref="OfAny(ParkCode, UnitCode?)"/>
    public static string OfAny(ParkCode park, PersonId? person) => person is { } known ? Of(park, known) : "";

    /// <summary>The last segment of a vocabulary's name: <c>issue-category</c>.</summary>
    public static string IdOf(Vocabulary vocabulary) => JsonNamingPolicy.KebabCaseLower.ConvertName(vocabulary.ToString());

    public static bool TryPark(string name, out ParkCode park)
    {
        park = default;
        if (name.Split('/') is not ["parks", var code] || !Identifier.IsResourceId(code))
            return false;
        park = ParkCode.Of(code);
        return true;
    }

    public static bool TryProject(string name, out ProjectId project)
    {
        project = default;
        if (name.Split('/') is not ["parks", var park, "projects", var code] || !Identifier.IsResourceId(park) || !Identifier.IsResourceId(code))
            return false;
        project = new ProjectId(ParkCode.Of(park), ProjectCode.Of(code));
        return true;
    }

    /// <summary>A name of a project's child: its collection, such as <c>issues</c>, and the last segment, whose form the caller judges.</summary>
    public static bool TryChild(string name, string collection, out ProjectId project, [NotNullWhen(true)] out string? id)
    {
        (project, id) = (default, null);
        if (name.Split('/') is not ["parks", var park, "projects", var code, var kind, var last] || kind != collection)
            return false;
        id = last;
        return TryProject($"parks/{park}/projects/{code}", out project);
    }

    /// <summary>A name of a park's child: its collection, such as <c>people</c>, and the last segment, whose form the caller judges.</summary>
    public static bool TryChild(string name, string collection, out ParkCode park, [NotNullWhen(true)] out string? id)
    {
        (park, id) = (default, null);
        if (name.Split('/') is not ["parks", var code, var kind, var last] || kind != collection)
            return false;
        id = last;
        return TryPark($"parks/{code}", out park);
    }
}
