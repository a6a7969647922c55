using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>An identifier that travels as a plain string, in JSON as value and as property name.</summary>
public interface IIdentifier<TSelf> where TSelf : struct, IIdentifier<TSelf>
{
    string Value { get; }

    /// <summary>Wraps a value without judging it: history may hold what today's rules would refuse.</summary>
    static abstract TSelf Of(string value);
}

/// <summary>What an identifier may look like when a person brings a new one.</summary>
public static partial class Identifier
{
    /// <summary>Lower-case letters, digits and hyphens, 1 to 63 characters, not starting or ending with a hyphen (AIP-122).</summary>
    public static bool IsResourceId([NotNullWhen(true)] string? value) => value is not null && ResourceId().IsMatch(value);

    /// <summary>An issue number: letters, digits, hyphens, dots or underscores and CJK characters, 1 to 40; no slash, colon or blank.</summary>
    public static bool IsIssueNumber([NotNullWhen(true)] string? value) => value is not null && Number().IsMatch(value);

    /// <summary>The digest of a file of evidence: SHA-256 in 64 lower-case hexadecimal digits.</summary>
    public static bool IsDigest([NotNullWhen(true)] string? value) => value is not null && Sha256().IsMatch(value);

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ResourceId();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}A-Za-z0-9][\p{IsCJKUnifiedIdeographs}A-Za-z0-9._-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>A park 园区, such as <c>panzhihua</c>.</summary>
[JsonConverter(typeof(IdentifierJson<ParkCode>))]
public readonly record struct ParkCode(string Value) : IIdentifier<ParkCode>, IComparable<ParkCode>
{
    public int CompareTo(ParkCode other) => string.CompareOrdinal(Value, other.Value);
    public static ParkCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A project or campaign 项目, unique in its park.</summary>
[JsonConverter(typeof(IdentifierJson<ProjectCode>))]
public readonly record struct ProjectCode(string Value) : IIdentifier<ProjectCode>, IComparable<ProjectCode>
{
    public int CompareTo(ProjectCode other) => string.CompareOrdinal(Value, other.Value);
    public static ProjectCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A project within its park: the key of its stream and of its grain.</summary>
public readonly record struct ProjectId(ParkCode Park, ProjectCode Code)
{
    public override string ToString() => $"{Park}/{Code}";
}

/// <summary>A unit 单位 of a park.</summary>
[JsonConverter(typeof(IdentifierJson<UnitCode>))]
public readonly record struct UnitCode(string Value) : IIdentifier<UnitCode>, IComparable<UnitCode>
{
    public int CompareTo(UnitCode other) => string.CompareOrdinal(Value, other.Value);
    public static UnitCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A person of a park. An account signs in as exactly one person.</summary>
[JsonConverter(typeof(IdentifierJson<PersonId>))]
public readonly record struct PersonId(string Value) : IIdentifier<PersonId>, IComparable<PersonId>
{
    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);
    public static PersonId Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A phase 期 of a project.</summary>
[JsonConverter(typeof(IdentifierJson<PhaseCode>))]
public readonly record struct PhaseCode(string Value) : IIdentifier<PhaseCode>, IComparable<PhaseCode>
{
    public int CompareTo(PhaseCode other) => string.CompareOrdinal(Value, other.Value);
    public static PhaseCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A milestone 节点 of a project.</summary>
[JsonConverter(typeof(IdentifierJson<MilestoneCode>))]
public readonly record struct MilestoneCode(string Value) : IIdentifier<MilestoneCode>, IComparable<MilestoneCode>
{
    public int CompareTo(MilestoneCode other) => string.CompareOrdinal(Value, other.Value);
    public static MilestoneCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>An investment entry of a project.</summary>
[JsonConverter(typeof(IdentifierJson<EntryCode>))]
public readonly record struct EntryCode(string Value) : IIdentifier<EntryCode>, IComparable<EntryCode>
{
    public int CompareTo(EntryCode other) => string.CompareOrdinal(Value, other.Value);
    public static EntryCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>An issue list 清单 of a project.</summary>
[JsonConverter(typeof(IdentifierJson<ListCode>))]
public readonly record struct ListCode(string Value) : IIdentifier<ListCode>, IComparable<ListCode>
{
    public int CompareTo(ListCode other) => string.CompareOrdinal(Value, other.Value);
    public static ListCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A visit 走访 of a project.</summary>
[JsonConverter(typeof(IdentifierJson<VisitCode>))]
public readonly record struct VisitCode(string Value) : IIdentifier<VisitCode>, IComparable<VisitCode>
{
    public int CompareTo(VisitCode other) => string.CompareOrdinal(Value, other.Value);
    public static VisitCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A meeting 调度会 of a project.</summary>
[JsonConverter(typeof(IdentifierJson<MeetingCode>))]
public readonly record struct MeetingCode(string Value) : IIdentifier<MeetingCode>, IComparable<MeetingCode>
{
    public int CompareTo(MeetingCode other) => string.CompareOrdinal(Value, other.Value);
    public static MeetingCode Of(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>The number 问题编号 of an issue: given once, never changed, never used again in its project.</summary>
[JsonConverter(typeof(IdentifierJson<IssueNumber>))]
public readonly record struct IssueNumber(string Value) : IIdentifier<IssueNumber>, IComparable<IssueNumber>
{
    public int CompareTo(IssueNumber other) => string.CompareOrdinal(Value, other.Value);
    public static IssueNumber Of(string value) => new(value);
    public override string ToString() => Value;
}
