using Projects.Cli.Failures;

namespace Projects.Cli.Wire;

/// <summary>A file on its way down: what it is first, then its content.</summary>
internal static class Download
{
    /// <summary>A verb that fetches one file; by -o under another name than the server's.</summary>
    public static Command Of<THead>(
        string name, Said summary, MethodDescriptor method, GlobalOptions globals, Func<IMessage, THead?> head, Func<THead, string> nameOf, Func<IMessage, ByteString> chunk) where THead : class, IMessage
    {
        var target = new Option<string?>("--output", "-o") { Description = "存到此文件  the file to write; refused when it exists" };
        var (command, requestAsync) = Verb.Parts(name, summary, method, globals);
        command.Add(target);
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            using var call = run.Connection.Stream(method, await requestAsync(parsed, run, stop), stop);
            var known = await HeadAsync(call, head, stop);
            await SaveAsync(call, parsed.GetValue(target) ?? Path.GetFileName(nameOf(known)), "-o", chunk, stop);
            run.Show(known);
        }));
        return command;
    }

    public static async Task<THead> HeadAsync<THead>(AsyncServerStreamingCall<IMessage> call, Func<IMessage, THead?> head, CancellationToken stop) where THead : class =>
        await call.ResponseStream.MoveNext(stop) && head(call.ResponseStream.Current) is { } known ? known : throw new InvalidDataException("The server sent content before saying what it is.");

    /// <summary>The name appears only once the whole content is there.</summary>
    /// <param name="option">By which another name is given.</param>
    /// <exception cref="UsageException">The file exists.</exception>
    public static async Task SaveAsync(AsyncServerStreamingCall<IMessage> call, string path, string option, Func<IMessage, ByteString> chunk, CancellationToken stop)
    {
        if (File.Exists(path))
            throw Exists(path, option);
        var draft = path + ".part";
        try
        {
            await using (var file = File.Create(draft))
            {
                while (await call.ResponseStream.MoveNext(stop))
                    await file.WriteAsync(chunk(call.ResponseStream.Current).Memory, stop);
            }
            File.Move(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public static UsageException Exists(string path, string option) => new(new($"{path} 已存在：请用 {option} 另存。", $"{path} exists: choose another name with {option}."));
}
