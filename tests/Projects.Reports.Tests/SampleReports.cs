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
    public ImmutableArray<ReportFile> Files =>
    [
        .. Enum.GetValues<ReportFormat>().Select(format => ReportFiles.Write(Issued, format)),
        .. Enum.GetValues<ReportFormat>().Select(format => ReportFiles.Write(Draft, format, Language.English)),
    ];

    public async ValueTask InitializeAsync()
    {
        await weeks.InitializeAsync();
        var told = weeks.Report(new ReportWeek(new DateOnly(2024, 1, 11)));
        Draft = told with { Seal = told.Seal with { InputDigest = Digest('a'), ChainHead = Digest('b') } };
        Issued = Draft with { Head = Draft.Head with { IssuedOn = new DateOnly(2024, 1, 12), SignedBy = "向前" } };
    }

    public ValueTask DisposeAsync() => weeks.DisposeAsync();

    private static string Digest(char letter) => string.Concat(Enumerable.Repeat($"{letter}0123456789", 6))[..64];
}
