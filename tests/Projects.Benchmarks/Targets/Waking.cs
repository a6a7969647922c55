using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Projects.Grains;
using Projects.Storage;
using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>P8: how soon a project that sleeps is there, what those awake weigh, and how soon a server is ready.</summary>
internal sealed class Waking : ITarget
{
    private const int AwakeProjects = 10_000;
    private const int IssuesEach = 5;
    private const int Wakes = 20;

    public string Code => "P8";
    public string Promise => "waking 50,000 events, the weight of 10,000 awake projects, and the start";

    public async Task MeasureAsync(Bench bench)
    {
        await WakeAsync(bench, "50,000 events, 5 issues", issues: IssuesEach, events: 50_000);
        await WakeAsync(bench, "50,000 events, 5,000 issues", issues: 5_000, events: 50_000);
        await StayAwakeAsync(bench);
    }

    private async Task WakeAsync(Bench bench, string what, int issues, int events)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"a project of {what}");
        await using (var journal = town.OpenJournal())
            await Histories.TellAsync(journal, new Tale(town, 0), issues, events);

        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddProjectsStorage(ground.Database);
            silo.AddProjects(ground.Database);
        });
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureClient(client => client.Services.AddProjectsSerialization());
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var silo = cluster.GetSiloServiceProvider(cluster.Silos[0].SiloAddress);
        var grain = silo.GetRequiredService<IGrainFactory>().GetGrain<IProjectGrain>($"{Town.Code}/{Tale.IdOf(0).Code}");
        // One more command is worth a snapshot, as nothing has been kept yet; falling asleep waits until it is.
        var (person, command) = new Tale(town, 0).Progress(issue: 0, which: 1);
        var told = await silo.GetRequiredService<ProjectDesk>().ExecuteAsync(new Caller(Town.Code, person, ActorKind.Person), Town.Code, Tale.IdOf(0).Code, command, Projects.Grains.Request.Once());
        if (told is not Outcome.Done)
            throw new InvalidOperationException($"The command was answered {told}.");

        await SleepAndWakeAsync();
        var cpu = ProcessFigures.Cpu(Environment.ProcessId);
        var took = await SleepAndWakeAsync();
        bench.Find(Code, $"waking from its snapshot: {what}", took.Order().ElementAt(Wakes / 2), "ms", null, Wish.AtMost(20, "ms"));
        bench.Find(Code, $"CPU of falling asleep and waking: {what}", (ProcessFigures.Cpu(Environment.ProcessId) - cpu).TotalMilliseconds / Wakes, "ms", null, Wish.None);

        async Task<double[]> SleepAndWakeAsync()
        {
            var took = new double[Wakes];
            for (var i = 0; i < Wakes; i++)
            {
                await cluster.DeactivateAsync(grain);
                var began = Stopwatch.GetTimestamp();
                await grain.CardAsync();
                took[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
            return took;
        }
    }

    private async Task StayAwakeAsync(Bench bench)
    {
        await using var ground = await Ground.OnAsync(bench.Provider);
        var town = await Town.OnAsync(ground);
        Bench.Say($"{AwakeProjects} projects with {IssuesEach} issues each");
        await using (var journal = town.OpenJournal())
            await town.TellAsync(journal, AwakeProjects, IssuesEach);

        var began = Stopwatch.GetTimestamp();
        await using var server = await ground.ServeAsync();
        bench.Find(Code, "from start to ready", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", null, Wish.AtMost(5, "s"));

        Bench.Say("waking them all");
        var next = -1;
        Subject.Of(server).Load(inFlight: 64, TimeSpan.FromMinutes(5), Subject.AtMost(AwakeProjects, _ => Get(server.Grpc, town, Interlocked.Increment(ref next))));
        bench.Find(Code, $"memory of the server with {AwakeProjects:#,0} projects awake", ProcessFigures.ResidentMiB(server.ProcessId), "MiB", null, Wish.AtMost(1_024, "MiB"));
    }

    private static GrpcCall Get(Uri server, Town town, int project) => GrpcCall.Of(
        server, "/projects.v1.ProjectService/GetProject", town.TokenOf(project), new V1.GetProjectRequest { Name = $"parks/{Town.Code}/projects/{Tale.IdOf(project).Code}" });
}
