using System.Collections.Immutable;
using Projects.Domain.Tests.Weekly;

namespace Projects.Reports.Tests;

/// <summary>Panzhihua's report of one week, as a draft and as it was issued.</summary>
public sealed class SampleReports : IAsyncLifetime
{
    private readonly SampleWeeks weeks = new();

    public ReportDocument Draft { get; private set; } = null!;

    public ReportDocument Issued { get; private set; } = null!;

    /// <summary>The two as people get them: issued in Chinese, the draft in English.</summary>
    public ImmutableArray<ReportFile> Files => FilesOf(Draft);

    /// <summary>The same of an earlier template.</summary>
    public ImmutableArray<ReportFile> FilesBy(string template) => FilesOf(Told(template));

    public async ValueTask InitializeAsync()
    {
        await weeks.InitializeAsync();
        Draft = Told(WeeklyReport.Template);
        Issued = Signed(Draft);
    }

    public ValueTask DisposeAsync() => weeks.DisposeAsync();

    private static ImmutableArray<ReportFile> FilesOf(ReportDocument draft) =>
    [
        .. Enum.GetValues<ReportFormat>().Select(format => ReportFiles.Write(Signed(draft), format)),
        .. Enum.GetValues<ReportFormat>().Select(format => ReportFiles.Write(draft, format, Language.English)),
    ];

    private static ReportDocument Signed(ReportDocument draft) => draft with { Head = draft.Head with { IssuedOn = new DateOnly(2024, 1, 12), SignedBy = "向前" } };

    private ReportDocument Told(string template)
    {
        var told = weeks.Report(new ReportWeek(new DateOnly(2024, 1, 11)), weeks.History, template);
        return told with { Seal = told.Seal with { InputDigest = Digest('a'), ChainHead = Digest('b') } };
    }

    private static string Digest(char letter) => string.Concat(Enumerable.Repeat($"{letter}0123456789", 6))[..64];
}
