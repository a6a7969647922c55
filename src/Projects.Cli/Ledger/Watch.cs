using Projects.Cli.Wire;

namespace Projects.Cli.Ledger;

/// <summary>watch: changes as they happen, until Ctrl-C. A lost connection goes on from the last change that was shown.</summary>
internal static class Watch
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static Command Command(GlobalOptions globals)
    {
        var method = ContractVerbs.Method("LedgerService", "WatchLedger");
        var (command, requestAsync) = Verb.Parts("watch", new("跟踪台账变化", "Follow the ledger's changes"), method, globals);
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
            await FollowAsync((WatchLedgerRequest)await requestAsync(parsed, run, stop), method, run, stop)));
        return command;
    }

    private static async Task FollowAsync(WatchLedgerRequest request, MethodDescriptor method, Run run, CancellationToken stop)
    {
        var wording = await run.WordingAsync(method.OutputType, stop);
        for (var failures = 0; ;)
        {
            try
            {
                using var call = run.Connection.Stream(method, request, stop);
                await run.Connection.SeeClockAsync(call.ResponseHeadersAsync);
                while (await call.ResponseStream.MoveNext(stop))
                {
                    var change = (WatchLedgerResponse)call.ResponseStream.Current;
                    run.Show(change, wording);
                    run.Terminal.Out.Flush();
                    request.ResumeToken = change.ResumeToken;
                    failures = 0;
                }
            }
            catch (RpcException lost) when (lost.StatusCode == StatusCode.Unavailable && !stop.IsCancellationRequested)
            {
                if (!run.Json)
                    run.Terminal.Error.WriteLine(new Said("连接中断，正在重连……", "Connection lost, connecting again…").In(run.Language));
            }
            var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures++, 5)));
            await Task.Delay(pause < LongestPause ? pause : LongestPause, run.Terminal.Clock, stop);
        }
    }
}
