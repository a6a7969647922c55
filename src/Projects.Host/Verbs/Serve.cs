using System.CommandLine;
using Projects.Host.Identity;
using Projects.Host.Samples;
using Projects.Host.Settings;
using Projects.Host.Weekly;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>Runs the server: schema first, then silo and gateway, then, on a first start that wants them, the sample parks.</summary>
internal static class Serve
{
    private static readonly Option<string?> Sample = new("--sample")
    {
        Description = "示例园区 · the sample parks: all or none; by default all on the embedded database and none on PostgreSQL",
    };

    public static Command Command()
    {
        var command = new Command("serve", "启动服务（默认） · serve pages, JSON and gRPC; the default verb");
        AddTo(command);
        return command;
    }

    public static void AddTo(Command command)
    {
        Sample.AcceptOnlyFromAmong("all", "none");
        command.Add(Sample);
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(Sample), cancellation));
    }

    private static async Task<int> RunAsync(string? asked, CancellationToken cancellationToken)
    {
        var builder = Server.NewBuilder();
        var settings = builder.Configuration.ProjectsSettings();
        if (settings.Faults().ToList() is { Count: > 0 } faults)
            return Say.Fail(faults);

        using var folder = DataFolder.TryTake(settings);
        if (folder is null)
            return Say.Fail([Say.InUse(settings)]);

        await using var app = Server.Build(builder, settings);
        await app.Services.GetRequiredService<SchemaMigrator>().ApplyAsync(cancellationToken);
        app.Services.GetRequiredService<EvidenceStores>().Sweep();
        if (LoopbackOnly.Obstacle(await app.Services.GetRequiredService<Accounts>().AnySampleAsync(cancellationToken), [settings.Http, settings.Grpc]) is { } obstacle)
            return Say.Fail([obstacle.Zh, obstacle.En]);
        await app.StartAsync(cancellationToken);
        Say.Line($"项目台账 · projects ledger: {settings.Http} (JSON), {settings.Grpc} (gRPC)");
        try
        {
            var isWanted = asked is null ? settings.Database.Provider == DatabaseProvider.Sqlite : asked == "all";
            var sample = isWanted ? app.Services.GetRequiredService<SampleStart>() : null;
            if (sample is not null)
            {
                await sample.RunAsync(Say.Line, cancellationToken);
                // Ready means that everybody in sample-people.json can sign in.
                await sample.AddOthersAsync(Say.Line, cancellationToken);
            }
            // And that what fell due while nothing ran is there.
            await app.Services.GetRequiredService<WeeklyDrafting>().DraftAsync(cancellationToken);
            app.Services.GetRequiredService<Readiness>().Declare();
            Say.Line("就绪 · ready");
        }
        catch (SampleBrokenException broken)
        {
            await app.StopAsync(CancellationToken.None);
            return Say.Fail([broken.Message]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop in the middle of the first start; the next one goes on from here.
        }
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
