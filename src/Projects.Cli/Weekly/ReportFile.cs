using Projects.Cli.Failures;
using Projects.Cli.Wire;

namespace Projects.Cli.Weekly;

/// <summary>report file: a weekly report as DOCX, XLSX, HTML or JSON, saved beside the caller.</summary>
internal static class ReportFile
{
    public static Command Command(GlobalOptions globals)
    {
        var method = ContractVerbs.Method("WeeklyReportService", "DownloadWeeklyReport");
        var target = new Option<string?>("--output", "-o") { Description = "存到此文件  the file to write; refused when it exists" };
        var (command, requestAsync) = Verb.Parts("file", new("下载一种文件（--format docx|xlsx|html|json）", "Fetch a file (--format docx|xlsx|html|json)"), method, globals);
        command.Add(target);
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var file = (DownloadWeeklyReportResponse)await run.Connection.AskAsync(method, await requestAsync(parsed, run, stop), stop);
            var path = parsed.GetValue(target) ?? Path.GetFileName(file.FileName);
            if (File.Exists(path))
                throw new UsageException(new($"{path} 已存在：请用 -o 另存。", $"{path} exists: choose another name with -o."));
            await File.WriteAllBytesAsync(path, file.Content.ToByteArray(), stop);
            // What was saved, without its bytes.
            file.Content = ByteString.Empty;
            run.Show(file);
        }));
        return command;
    }
}
