using V1 = Projects.V1;

namespace Projects.Benchmarks;

/// <summary>P4: what a leader's screen asks for most, a page of 50 of the ledger, in a park of 1,000 and of 1,000,000 issues, one call after another.</summary>
internal sealed class LedgerPages : ITarget
{
    private const int Calls = 400;

    private static readonly (string What, string Condition, V1.LedgerFilter Filter)[] Pages =
    [
        ("by due date", "i.state <> 'Draft'", new V1.LedgerFilter()),
        ("open ones by due date", "i.is_open and i.state in ('Rectifying', 'Verifying', 'OnNotice')", OpenOnes()),
        ("open ones of a unit and grade", "i.is_open and i.state in ('Rectifying', 'Verifying', 'OnNotice') and i.unit = 'unit-7' and i.grade = 'Larger'", OpenOnes(unit: "unit-7", V1.Grade.Larger)),
    ];

    public string Code => "P4";
    public string Promise => "a page of 50 of the ledger over gRPC against its SQL, at 1,000 and 1,000,000 issues";

    public async Task MeasureAsync(Bench bench)
    {
        Dictionary<string, double> few;
        await using (var ground = await Ground.OnAsync(bench.Provider))
        {
            var town = await Town.OnAsync(ground);
            await new Books(town).FillAsync(1_000);
            few = await MeasureAsync(bench, town, "1,000 issues");
        }
        var many = await MeasureAsync(bench, await bench.MillionAsync(), "1,000,000 issues");
        foreach (var (what, _, _) in Pages)
            bench.Find(Code, $"{what}: 1,000,000 issues against 1,000", many[what], "ms", few[what], Wish.AtMostTimes(1.5));
    }

    private async Task<Dictionary<string, double>> MeasureAsync(Bench bench, Town town, string size)
    {
        await using var server = await town.Ground.ServeAsync();
        var subject = Subject.Of(server);
        var medians = new Dictionary<string, double>();
        foreach (var (what, condition, filter) in Pages)
        {
            Bench.Say($"{size}: {what}");
            await using var raw = await RawPage.OpenAsync(town.Ground.Database, condition);
            var call = GrpcCall.Of(subject.Address, "/projects.v1.LedgerService/ListLedger", town.TokenOf(0), new V1.ListLedgerRequest { Parent = $"parks/{Town.Code}", PageSize = 50, Filter = filter });
            subject.WarmUp(inFlight: 8, calls: 3_000, _ => call);
            var sql = await Bench.MedianMsAsync(Calls, raw.ReadAsync);
            var pages = subject.Load(inFlight: 1, TimeSpan.FromSeconds(30), Subject.AtMost(Calls, _ => call));
            medians[what] = pages.PercentileMs(0.5);
            bench.Find(Code, $"{what}, {size}", medians[what], "ms", sql, Wish.AtMostBeyond(0.5, "ms"));
        }
        return medians;
    }

    private static V1.LedgerFilter OpenOnes(string? unit = null, V1.Grade? grade = null)
    {
        var filter = new V1.LedgerFilter { States = { V1.IssueState.Rectifying, V1.IssueState.Verifying, V1.IssueState.OnNotice } };
        if (unit is not null)
            filter.Unit = $"parks/{Town.Code}/units/{unit}";
        if (grade is { } only)
            filter.Grades.Add(only);
        return filter;
    }
}
