using System.Collections.Immutable;
using Projects.Grains;
using Projects.Reports;

namespace Projects.Host.Gateway;

/// <summary>Resource names in a request. A name that is malformed is INVALID; whether there is such a thing is the rules' affair.</summary>
internal sealed partial class WireFields
{
    public ParkCode ParkName(string name, string field)
    {
        if (!ResourceName.TryPark(name, out var park))
            BadName(name, field, "parks/{park}");
        return park;
    }

    /// <summary>The park whose policy a name is of.</summary>
    public ParkCode PolicyName(string name, string field) => SingletonName(name, "/policy", field);

    /// <summary>The park whose labels a name is of.</summary>
    public ParkCode LabelsName(string name, string field) => SingletonName(name, "/labels", field);

    /// <summary>A vocabulary's name; null for one there is not, which is for the caller to say.</summary>
    public (ParkCode Park, Vocabulary? Vocabulary) VocabularyName(string name, string field)
    {
        if (MemberName(name, "vocabularies", "vocabulary", field) is not var (park, id))
            return default;
        var known = Enum.GetValues<Vocabulary>().Where(vocabulary => ResourceName.IdOf(vocabulary) == id).ToList();
        return (park, known is [var one] ? one : null);
    }

    public (ParkCode Park, UnitCode Unit) UnitName(string name, string field) => MemberName(name, "units", "unit", field) is var (park, id) ? (park, UnitCode.Of(id)) : default;

    public (ParkCode Park, PersonId Person) PersonName(string name, string field) => MemberName(name, "people", "person", field) is var (park, id) ? (park, PersonId.Of(id)) : default;

    public ProjectId ProjectName(string name, string field)
    {
        if (!ResourceName.TryProject(name, out var project))
            BadName(name, field, "parks/{park}/projects/{project}");
        return project;
    }

    public (ProjectId Project, PhaseCode Phase) PhaseName(string name, string field) => ChildOf(name, "phases", "phase", field) is var (project, id) ? (project, PhaseCode.Of(id)) : default;

    public (ProjectId Project, MilestoneCode Milestone) MilestoneName(string name, string field) =>
        ChildOf(name, "milestones", "milestone", field) is var (project, id) ? (project, MilestoneCode.Of(id)) : default;

    public (ProjectId Project, EntryCode Entry) EntryName(string name, string field) =>
        ChildOf(name, "investments", "entry", field) is var (project, id) ? (project, EntryCode.Of(id)) : default;

    public (ProjectId Project, ListCode List) ListName(string name, string field) =>
        ChildOf(name, "lists", "list", field) is var (project, id) ? (project, ListCode.Of(id)) : default;

    public (ProjectId Project, VisitCode Visit) VisitName(string name, string field) =>
        ChildOf(name, "visits", "visit", field) is var (project, id) ? (project, VisitCode.Of(id)) : default;

    public (ProjectId Project, MeetingCode Meeting) MeetingName(string name, string field) =>
        ChildOf(name, "meetings", "meeting", field) is var (project, id) ? (project, MeetingCode.Of(id)) : default;

    /// <summary>One project, or with <c>projects/-</c> all of its park (AIP-159): null then.</summary>
    public (ParkCode Park, ProjectCode? Project) ProjectOrAll(string name, string field)
    {
        const string all = "/projects/-";
        if (name.EndsWith(all, StringComparison.Ordinal))
            return (ParkName(name[..^all.Length], field), null);
        var project = ProjectName(name, field);
        return (project.Park, project.Code);
    }

    public (ProjectId Project, IssueNumber Number) IssueName(string name, string field)
    {
        if (ResourceName.TryChild(name, "issues", out ProjectId project, out var number) && Identifier.IsIssueNumber(number))
            return (project, IssueNumber.Of(number));
        BadName(name, field, "parks/{park}/projects/{project}/issues/{number}");
        return default;
    }

    /// <summary>A name whose last segment is a SHA-256 digest.</summary>
    public (ParkCode Park, string Digest) EvidenceName(string name, string field)
    {
        if (ResourceName.TryChild(name, "evidence", out ParkCode park, out var digest) && IsDigest(digest))
            return (park, digest);
        BadName(name, field, "parks/{park}/evidence/{digest}");
        return (default, "");
    }

    /// <summary>A weekly report's name; whether there is one of this number, the park's register says.</summary>
    public (ParkCode Park, ReportNumber Number) ReportName(string name, string field)
    {
        if (ResourceName.TryChild(name, "weeklyReports", out ParkCode park, out var id) && ReportNumber.TryParse(id, out var number))
            return (park, number);
        BadName(name, field, "parks/{park}/weeklyReports/{year}-{number}");
        return default;
    }

    /// <summary>The format of a weekly report's file.</summary>
    public ReportFormat ReportFormat(string format, string field)
    {
        if (!ReportPress.TryFormat(format, out var known))
            Fault(field, $"须为{string.Join('、', Enum.GetValues<ReportFormat>().Select(ReportPress.NameOf))}之一", $"must be one of {string.Join(", ", Enum.GetValues<ReportFormat>().Select(ReportPress.NameOf))}");
        return known;
    }

    /// <summary>A token's name; whether there is one of this id, the book of tokens says.</summary>
    public (ParkCode Park, string Id) TokenName(string name, string field) => BookName(name, "tokens", "token", field);

    /// <summary>An account's name; whether there is one of this login, the book of accounts says.</summary>
    public (ParkCode Park, string Login) AccountName(string name, string field) => BookName(name, "accounts", "account", field);

    /// <summary>A unit of this park there may be none of.</summary>
    public UnitCode? Unit(string name, ParkCode park, string field) => MemberOf(park, name, "units", "unit", field) is { } id ? UnitCode.Of(id) : null;

    public UnitCode RequiredUnit(string name, ParkCode park, string field) => Unit(Required(name, field), park, field) ?? default;

    public ImmutableArray<UnitCode> Units(IEnumerable<string> names, ParkCode park, string field) =>
        [.. names.Select((name, place) => RequiredUnit(name, park, $"{field}[{place}]"))];

    /// <summary>A person of this park there may be none of.</summary>
    public PersonId? Person(string name, ParkCode park, string field) => MemberOf(park, name, "people", "person", field) is { } id ? PersonId.Of(id) : null;

    public PersonId RequiredPerson(string name, ParkCode park, string field) => Person(Required(name, field), park, field) ?? default;

    /// <summary>A project of this park there may be none of.</summary>
    public ProjectCode? ProjectOf(ParkCode park, string name, string field)
    {
        if (name.Length == 0)
            return null;
        var project = ProjectName(name, field);
        if (project != default && park != default && project.Park != park)
            Fault(field, "须属于同一园区", "must belong to the same park");
        return project.Code;
    }

    public ImmutableArray<PersonId> People(IEnumerable<string> names, ParkCode park, string field) =>
        [.. names.Select((name, place) => RequiredPerson(name, park, $"{field}[{place}]"))];

    /// <summary>A list of this project.</summary>
    public ListCode ListOf(ProjectId project, string name, string field)
    {
        var (owner, list) = ListName(name, field);
        SameProject(project, owner, field);
        return list;
    }

    /// <summary>A phase of this project there may be none of.</summary>
    public PhaseCode? PhaseOf(ProjectId project, string name, string field)
    {
        if (name.Length == 0)
            return null;
        var (owner, phase) = PhaseName(name, field);
        SameProject(project, owner, field);
        return phase;
    }

    /// <summary>A milestone of this project.</summary>
    public MilestoneCode MilestoneOf(ProjectId project, string name, string field)
    {
        var (owner, milestone) = MilestoneName(name, field);
        SameProject(project, owner, field);
        return milestone;
    }

    /// <summary>Another visit of this project there may be none of.</summary>
    public VisitCode? VisitOf(ProjectId project, string name, string field)
    {
        if (name.Length == 0)
            return null;
        var (owner, visit) = VisitName(name, field);
        SameProject(project, owner, field);
        return visit;
    }

    /// <summary>Another meeting of this project there may be none of.</summary>
    public MeetingCode? MeetingOf(ProjectId project, string name, string field)
    {
        if (name.Length == 0)
            return null;
        var (owner, meeting) = MeetingName(name, field);
        SameProject(project, owner, field);
        return meeting;
    }

    /// <summary>Another issue of this project.</summary>
    public IssueNumber IssueOf(ProjectId project, string name, string field)
    {
        var (owner, number) = IssueName(name, field);
        SameProject(project, owner, field);
        return number;
    }

    /// <summary>The last segment of a name to be given to something new.</summary>
    public string NewId(string id, string field)
    {
        if (!Identifier.IsResourceId(id))
            Fault(field, "须为1至63个小写字母、数字或连字符，首尾不为连字符", "must be 1 to 63 lower-case letters, digits or hyphens, not starting or ending with a hyphen");
        return id;
    }

    public static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private (ProjectId Project, string Id)? ChildOf(string name, string collection, string kind, string field)
    {
        if (ResourceName.TryChild(name, collection, out ProjectId project, out var id) && Identifier.IsResourceId(id))
            return (project, id);
        BadName(name, field, $"parks/{{park}}/projects/{{project}}/{collection}/{{{kind}}}");
        return null;
    }

    private (ParkCode Park, string Id) BookName(string name, string collection, string kind, string field)
    {
        if (ResourceName.TryChild(name, collection, out ParkCode park, out var id))
            return (park, id);
        BadName(name, field, $"parks/{{park}}/{collection}/{{{kind}}}");
        return (default, "");
    }

    private ParkCode SingletonName(string name, string last, string field)
    {
        if (name.EndsWith(last, StringComparison.Ordinal) && ResourceName.TryPark(name[..^last.Length], out var park))
            return park;
        BadName(name, field, $"parks/{{park}}{last}");
        return default;
    }

    private (ParkCode Park, string Id)? MemberName(string name, string collection, string kind, string field)
    {
        if (ResourceName.TryChild(name, collection, out ParkCode park, out var id) && Identifier.IsResourceId(id))
            return (park, id);
        BadName(name, field, $"parks/{{park}}/{collection}/{{{kind}}}");
        return null;
    }

    private string? MemberOf(ParkCode park, string name, string collection, string kind, string field)
    {
        if (name.Length == 0)
            return null;
        if (!ResourceName.TryChild(name, collection, out ParkCode owner, out var id) || !Identifier.IsResourceId(id))
            BadName(name, field, $"parks/{{park}}/{collection}/{{{kind}}}");
        else if (park.Value is not null && owner != park)
            Fault(field, "须属于同一园区", "must belong to the same park");
        else
            return id;
        return null;
    }

    private void SameProject(ProjectId project, ProjectId owner, string field)
    {
        if (owner != default && project != default && owner != project)
            Fault(field, "须属于同一项目", "must belong to the same project");
    }

    private string Required(string name, string field)
    {
        if (name.Length == 0)
            Missing(field);
        return name;
    }

    private void BadName(string name, string field, string pattern)
    {
        if (name.Length == 0)
            Missing(field);
        else
            Fault(field, $"须形如 {pattern}", $"must look like {pattern}");
    }
}
