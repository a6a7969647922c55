using Projects.Cli.Failures;
using Projects.Cli.Wire;

namespace Projects.Cli.Issues;

/// <summary>issue closure-sheet: 销号单 as a document.</summary>
internal static class ClosureSheetVerb
{
    public static Command Command(GlobalOptions globals)
    {
        var method = ContractVerbs.Method("IssueService", "GetClosureSheet");
        var target = new Option<string?>("--output", "-o") { Description = "存到此文件  the file to write; refused when it exists" };
        var (command, requestAsync) = Verb.Parts("closure-sheet", new("下载销号单（Word）", "Fetch its closure sheet as a Word document"), method, globals);
        command.Add(target);
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var sheet = await run.Connection.AskAsync<ClosureSheet>(method, await requestAsync(parsed, run, stop), stop);
            var path = parsed.GetValue(target) ?? Path.GetFileName(sheet.FileName);
            if (File.Exists(path))
                throw Download.Exists(path, "-o");
            await File.WriteAllBytesAsync(path, sheet.Content.ToByteArray(), stop);
            run.Show(new ExportedFile { FileName = path, SizeBytes = sheet.Content.Length, MediaType = sheet.MediaType });
        }));
        return command;
    }
}
