using System.Diagnostics;
using System.Globalization;

namespace Projects.Reports.Tests;

/// <summary>The same document gives the same bytes, wherever and whenever.</summary>
public sealed class SameBytesTests(SampleReports reports) : IClassFixture<SampleReports>
{
    /// <summary>Another process of this program holds its own files to the digests kept in <c>Golden/</c>.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati", "zh_CN.UTF-8")]
    [InlineData("America/St_Johns", "de_DE.UTF-8")]
    [InlineData("Asia/Kathmandu", "ar_SA.UTF-8")]
    public async Task Another_process_in_another_zone_writes_them_too(string zone, string locale)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-noColor", "-method", $"{typeof(GoldenReportTests).FullName}.{nameof(GoldenReportTests.Every_file_is_the_same_to_the_byte)}" })
            start.ArgumentList.Add(argument);
        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = (zone, locale, locale);
        using var other = Process.Start(start)!;
        var said = await other.StandardOutput.ReadToEndAsync();
        await other.WaitForExitAsync();
        Assert.True(other.ExitCode == 0 && said.Contains("Total: 1, Errors: 0, Failed: 0", StringComparison.Ordinal), said);
    }

    [Fact]
    public void A_culture_that_writes_everything_otherwise_changes_nothing()
    {
        var plain = reports.Files;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Strange();
            Assert.Equal("−1٫5", (-1.5m).ToString());
            Assert.All(reports.Files.Zip(plain), pair => Assert.Equal(Convert.ToHexString(pair.Second.Bytes.Span), Convert.ToHexString(pair.First.Bytes.Span)));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberGroupSeparator) = ("٫", "−", "'");
        (culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = (".", "h");
        return culture;
    }
}
