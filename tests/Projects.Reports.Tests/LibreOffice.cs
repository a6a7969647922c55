using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Projects.Reports.Tests;

/// <summary>
/// Every file as LibreOffice sets it: PDF, and its first pages as pictures in <c>tests/.work/reports</c>, to be looked at when the files have changed.
/// </summary>
public sealed class LibreOffice : IAsyncLifetime
{
    /// <summary>Of a file so many pages are kept as pictures.</summary>
    public const int MostPictures = 20;

    private const string Program = "/usr/bin/soffice";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string Here = Path.GetDirectoryName(SourcePath())!;

    private readonly SampleReports reports = new();

    public static bool IsInstalled => File.Exists(Program) && File.Exists("/usr/bin/pdftoppm");

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here, "../.work/reports"));

    public ReportDocument Issued => reports.Issued;

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
            return;
        await reports.InitializeAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        foreach (var format in new[] { ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Html })
        {
            Keep("issued", reports.Issued, format, Language.Chinese);
            Keep("draft", reports.Draft, format, Language.English);
            Keep("hostile", HostileReport.Of(reports.Issued), format, Language.Chinese);
        }
        Keep("grid", Grid(), ReportFormat.Docx, Language.Chinese);
        await RunAsync(Program, ["--headless", $"-env:UserInstallation={new Uri(Path.Combine(Folder, "profile"))}", "--convert-to", "pdf", "--outdir", Folder, .. Directory.GetFiles(Folder)]);
        foreach (var pdf in Directory.GetFiles(Folder, "*.pdf"))
            await RunAsync("pdftoppm", ["-r", "60", "-l", $"{MostPictures}", "-png", pdf, Path.ChangeExtension(pdf, null)]);
    }

    public ValueTask DisposeAsync() => IsInstalled ? reports.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Another form of a file, beside it under the same name.</summary>
    /// <param name="form">As LibreOffice names it, such as <c>pdf</c>.</param>
    public static Task ConvertAsync(string path, string form) =>
        RunAsync(Program, ["--headless", $"-env:UserInstallation={new Uri(Path.Combine(Path.GetDirectoryName(path)!, "profile"))}", "--convert-to", form, "--outdir", Path.GetDirectoryName(path)!, path]);

    /// <summary>The text of a page, set as it stands on it.</summary>
    public static Task<string> PageAsync(string pdf, int page) => RunAsync("pdftotext", ["-layout", "-f", $"{page}", "-l", $"{page}", Path.Combine(Folder, pdf), "-"]);

    /// <summary>The text of all pages, without a space: fonts differ in how wide they are.</summary>
    public static async Task<string> TextAsync(string pdf) => string.Concat((await RunAsync("pdftotext", ["-layout", Path.Combine(Folder, pdf), "-"])).Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Width and height of each page in whole millimetres.</summary>
    public static async Task<ImmutableArray<(int Width, int Height)>> PagesAsync(string pdf) =>
    [
        .. from line in (await RunAsync("pdfinfo", ["-f", "1", "-l", "999", Path.Combine(Folder, pdf)])).Split('\n')
           where line.StartsWith("Page", StringComparison.Ordinal) && line.Contains(" size:", StringComparison.Ordinal)
           let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select (Millimetres(words[3]), Millimetres(words[5])),
    ];

    /// <summary>Where a word stands on a page, from the left, in millimetres; of the last one when there are several.</summary>
    public static async Task<int> LeftOfAsync(string pdf, int page, string word)
    {
        var line = (await RunAsync("pdftotext", ["-bbox", "-f", $"{page}", "-l", $"{page}", Path.Combine(Folder, pdf), "-"])).Split('\n').Last(line => line.Contains($">{word}<", StringComparison.Ordinal));
        return Millimetres(line.Split("xMin=\"")[1].Split('"')[0]);
    }

    private static int Millimetres(string points) => (int)Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture) * 25.4 / 72);

    private static void Keep(string name, ReportDocument document, ReportFormat format, Language language) =>
        File.WriteAllBytes(Path.Combine(Folder, $"{name}-{format.ToString().ToLowerInvariant()}.{format.ToString().ToLowerInvariant()}"), document.Bytes(format, language));

    /// <summary>Nothing but one sentence over several pages.</summary>
    private ReportDocument Grid() => reports.Issued with
    {
        Sections = [new("grid", new("版心", "Grid"), [new ReportSentence(new("{0}", "{0}"), [ReportTerm.Plain(new string('国', 28 * 22 * 3))])])],
    };

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Fonts by the names of the document, where they are missing.
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(Here, "fonts.conf");
        using var run = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var errors = run.StandardError.ReadToEndAsync(limit.Token);
            var said = await run.StandardOutput.ReadToEndAsync(limit.Token);
            await run.WaitForExitAsync(limit.Token);
            Assert.True(run.ExitCode == 0, $"{program} ended with {run.ExitCode}: {await errors}");
            return said;
        }
        catch (OperationCanceledException)
        {
            run.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} had not ended after {Limit}.");
        }
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
