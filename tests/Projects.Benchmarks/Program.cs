using System.CommandLine;
using Projects.Benchmarks;
using Projects.Storage;

const string All = "all";
ITarget[] targets = [new DurableCommands(), new Appends(), new IssueReads(), new LedgerPages(), new BoardAndSearch(), new CommandCost(), new Waking(), new WeeklyReports(), new Exports(), new LookingBack(), new Pages(), new Imports()];

var which = new Argument<string[]>("targets")
{
    Description = $"all (default), or some of:\n{string.Join('\n', targets.Select(target => $"  {target.Code}  {target.Promise}"))}",
    DefaultValueFactory = _ => [All],
};
which.AcceptOnlyFromAmong([All, .. targets.Select(target => target.Code)]);
var database = new Option<string>("--database") { Description = "sqlite, postgres, or both", DefaultValueFactory = _ => "both" };
database.AcceptOnlyFromAmong("sqlite", "postgres", "both");
var json = new Option<bool>("--json") { Description = "Prints JSON instead of a table" };

var root = new RootCommand("Measures the product's targets, each beside its baseline of the same run. Needs a PostgreSQL server for its half; see tests/README.md.") { which, database, json };
root.SetAction(async (parsed, _) =>
{
    var wanted = parsed.GetRequiredValue(which);
    var findings = new List<Finding>();
    foreach (var provider in ProvidersOf(parsed.GetRequiredValue(database)))
    {
        await using var bench = new Bench(provider, finding =>
        {
            findings.Add(finding);
            Bench.Say(Report.AsLine(finding));
        });
        foreach (var target in targets.Where(target => wanted.Contains(target.Code) || wanted.Contains(All)))
        {
            Console.Error.WriteLine($"{target.Code} on {provider}: {target.Promise}");
            await target.MeasureAsync(bench);
        }
    }
    Console.WriteLine(parsed.GetValue(json) ? Report.AsJson(findings) : Report.AsTable(findings));
    return findings.Any(finding => finding.Met == false) ? 1 : 0;
});

var port = new Argument<int>("port");
var echo = new Command(EchoServer.Verb) { Hidden = true };
echo.Add(port);
echo.SetAction((parsed, _) => EchoServer.ServeAsync(parsed.GetValue(port)));
root.Add(echo);
return await root.Parse(args).InvokeAsync();

static DatabaseProvider[] ProvidersOf(string database) => database switch
{
    "sqlite" => [DatabaseProvider.Sqlite],
    "postgres" => [DatabaseProvider.Postgres],
    _ => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres],
};
