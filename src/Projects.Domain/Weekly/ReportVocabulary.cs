using System.Collections.Immutable;

namespace Projects;

/// <summary>An order about the park's weekly reports 周报.</summary>
public abstract record ReportCommand : ParkCommand;

/// <summary>Begins the weekly reports, or hands them to another unit. The ledger office's.</summary>
/// <param name="Unit">The unit that issues them.</param>
/// <param name="First">Last day of the first week to be reported, a Thursday; later changes leave it as it is.</param>
public sealed record StartReports(UnitCode Unit, DateOnly First) : ReportCommand;

/// <summary>Gives the next week its number. The scheduler's alone: a person asks for no draft and can leave none out.</summary>
/// <param name="Last">Last day of the week.</param>
/// <param name="InputDigest">What the draft was made from, as <see cref="ReportSeal.InputDigest"/>.</param>
public sealed record DraftReport(DateOnly Last, string InputDigest) : ReportCommand;

/// <summary>审核: the figures and their traces were looked at.</summary>
/// <param name="Opinion">Kept in the history; not printed.</param>
public sealed record ReviewReport(ReportNumber Report, string? Opinion = null) : ReportCommand;

/// <summary>签发: from then on the report never changes.</summary>
/// <param name="SignedBy">The signer's name as the files print it.</param>
/// <param name="Files">What is issued, as the platform made it: by their content.</param>
public sealed record SignReport(ReportNumber Report, string SignedBy, ImmutableArray<IssuedFile> Files) : ReportCommand;

[JournalName("report.started")]
public sealed record ReportsStarted(UnitCode Unit, DateOnly First) : ReportEvent;

[JournalName("report.drafted")]
public sealed record ReportDrafted(ReportNumber Report, DateOnly Last, string InputDigest, string Template) : ReportEvent;

[JournalName("report.reviewed")]
public sealed record ReportReviewed(ReportNumber Report, string? Opinion) : ReportEvent;

/// <param name="SignedBy">The signer's name as the files print it: names change, issued files do not.</param>
[JournalName("report.issued")]
public sealed record ReportIssued(ReportNumber Report, string SignedBy, ImmutableArray<IssuedFile> Files) : ReportEvent;

/// <summary>Anything that happened to the weekly reports.</summary>
public abstract record ReportEvent : ParkEvent;

/// <summary>The number of a report: 〔2024〕1号. Each year begins with 1 and no number is left out.</summary>
public readonly record struct ReportNumber(int Year, int No) : IComparable<ReportNumber>
{
    public int CompareTo(ReportNumber other) => (Year, No).CompareTo((other.Year, other.No));

    /// <summary>As in resource names: <c>2024-1</c>.</summary>
    public override string ToString() => $"{Year}-{No}";

    /// <summary>Reads <c>2024-1</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out ReportNumber number)
    {
        number = default;
        if (text?.Split('-') is not [{ Length: 4 } year, { Length: > 0 and < 4 } no] || !IsPlain(year) || !IsPlain(no))
            return false;
        number = new(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), int.Parse(no, System.Globalization.CultureInfo.InvariantCulture));
        return true;

        static bool IsPlain(string digits) => digits.All(char.IsAsciiDigit) && digits[0] != '0';
    }
}

/// <summary>A file of an issued report.</summary>
/// <param name="Format">docx, xlsx, html or json.</param>
/// <param name="Digest">SHA-256, 64 lower-case hexadecimal digits.</param>
public sealed record IssuedFile(string Format, string Digest, long SizeBytes);

public enum ReportState
{
    /// <summary>待审核</summary>
    Drafted,

    /// <summary>待签发</summary>
    Reviewed,

    /// <summary>已签发</summary>
    Issued,
}

/// <summary>The park's weekly reports, in order.</summary>
public sealed record ReportRegister
{
    public static ReportRegister None { get; } = new();

    /// <summary>The unit that issues them; null before they were begun.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Last day of the first week; null before they were begun.</summary>
    public DateOnly? First { get; init; }

    public ImmutableArray<ReportRecord> Reports { get; init; } = [];

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsBegun => First is not null;

    /// <summary>The week to be drafted next; null before they were begun.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ReportWeek? Due => Reports is [.., var last] ? last.Week.Next : First is { } first ? new ReportWeek(first) : null;

    /// <summary>The report of this week; null when it is not drafted.</summary>
    public ReportRecord? Of(ReportWeek week) => Reports.FirstOrDefault(report => report.Last == week.Last);

    public ReportRecord? Find(ReportNumber number) => Reports.FirstOrDefault(report => report.Number == number);

    /// <summary>The report before this one; null for the first.</summary>
    public ReportRecord? Before(ReportNumber number) => Reports.LastOrDefault(report => report.Number.CompareTo(number) < 0);

    /// <summary>The number a week's report has when it follows those there are.</summary>
    public ReportNumber NumberFor(ReportWeek week) => new(week.Last.Year, Reports.Count(report => report.Number.Year == week.Last.Year) + 1);

    internal ReportRegister Evolve(ReportEvent happened, Recorded recorded) => happened switch
    {
        ReportsStarted e => this with { Unit = e.Unit, First = First ?? e.First },
        ReportDrafted e => this with { Reports = Reports.Add(new(e.Report, e.Last, e.InputDigest, e.Template, recorded.At)) },
        ReportReviewed e => With(e.Report, report => report with { ReviewedBy = recorded.By, ReviewedOn = recorded.Effective, Opinion = e.Opinion }),
        ReportIssued e => With(e.Report, report => report with { IssuedBy = recorded.By, IssuedOn = recorded.Effective, SignedBy = e.SignedBy, Files = e.Files }),
        _ => this,
    };

    private ReportRegister With(ReportNumber number, Func<ReportRecord, ReportRecord> change) =>
        this with { Reports = [.. Reports.Select(report => report.Number == number ? change(report) : report)] };
}

/// <summary>One weekly report. What it says is not kept: it follows from its week and the journal, and always reads the same.</summary>
/// <param name="Last">Last day of its week.</param>
/// <param name="Template">Version of the sections and sentences it was drafted with.</param>
/// <param name="DraftedAt">The instant it was drafted, UTC.</param>
public sealed record ReportRecord(ReportNumber Number, DateOnly Last, string InputDigest, string Template, DateTimeOffset DraftedAt)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public ReportWeek Week => new(Last);

    public By? ReviewedBy { get; init; }
    public DateOnly? ReviewedOn { get; init; }
    public string? Opinion { get; init; }
    public By? IssuedBy { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The signer's name as the files print it; null until it is issued.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Empty until it is issued.</summary>
    public ImmutableArray<IssuedFile> Files { get; init; } = [];

    [System.Text.Json.Serialization.JsonIgnore]
    public ReportState State => IssuedOn is not null ? ReportState.Issued : ReviewedOn is not null ? ReportState.Reviewed : ReportState.Drafted;
}
