using System.Collections.Immutable;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>Says of a sheet that came in what would become of its orders, and gives them.</summary>
public sealed class SheetOrders(ProjectDesk desk)
{
    /// <summary>
    /// The rules' answer to every order of a sheet, each on what the orders before it would make of its project or, for an order about an issue, on what
    /// those of its own row would make of the issue. Nothing is recorded.
    /// </summary>
    /// <param name="progress">Told how many rows have been asked about.</param>
    public async Task<RehearsedSheet> RehearseAsync(Insight insight, ReturnedSheet returned, IProgress<SheetProgress>? progress, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var good = ImmutableArray.CreateBuilder<ReturnedRow>();
        var already = 0;
        Dictionary<ProjectCode, Project?> projects = [];
        faults.AddRange(returned.Faults);
        for (var at = 0; at < returned.Rows.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = returned.Rows[at];
            var (obstacle, isNews) = await JudgeAsync(insight, row, projects);
            if (obstacle is var (order, refusal))
                faults.AddRange(FaultsOf(returned.Sheet, row, order, refusal, Naming.Of(insight.Park, projects.GetValueOrDefault(row.Project))));
            else if (isNews)
                good.Add(row);
            else
                already++;
            progress?.Report(new(at + 1, returned.Rows.Length));
        }
        return new(returned, good.ToImmutable(), [.. faults.OrderBy(fault => fault.Row)], already);
    }

    private async Task<((ReturnedOrder? Order, Refusal Refusal)? Obstacle, bool IsNews)> JudgeAsync(Insight insight, ReturnedRow row, Dictionary<ProjectCode, Project?> projects)
    {
        var sight = row.Number is { } number ? await desk.IssueAsync(insight, row.Project, number) : null;
        if (row.Version is { } seen && seen != sight?.Issue.Version)
            return ((null, sight is null ? new NotFound("issue", row.Subject) : new ChangedMeanwhile(seen, sight.Issue.Version)), false);
        if (!projects.TryGetValue(row.Project, out var card))
            projects.Add(row.Project, card = await desk.CardAsync(insight, row.Project));
        if (card is null && row.Orders is not [{ Command: RegisterProject }, ..])
            return ((null, new NotFound("project", row.Project.Value)), false);
        card ??= Project.Unknown(new ProjectId(insight.Park.Code, row.Project));
        // All a rule about one issue looks at: the project without its other issues.
        var project = sight is null ? card : card with { Issues = card.Issues.Add(sight.Issue.Number, sight.Issue), Lists = card.Lists.SetItem(sight.List.Code, sight.List) };
        var isNews = false;
        foreach (var order in row.Orders)
        {
            var stamp = new Stamp(insight.Actor, desk.Now, insight.Today, OnOf(order, row) ?? insight.Today, "");
            switch (project.Decide(order.Command, stamp, insight.Park, insight.Calendar))
            {
                case Decision.Refused refused:
                    return ((order, refused.Refusal), false);
                case Decision.Accepted accepted:
                    isNews = true;
                    foreach (var happened in accepted.Events)
                        project = project.Evolve(new Recorded(project.Version + 1, happened, accepted.By, stamp.Effective, stamp.At, stamp.RequestId, insight.Park.Version));
                    break;
            }
        }
        if (row.Number is null)
            projects[row.Project] = project;
        return (null, isNews);
    }

    /// <summary>What the rules say of a field stands at the column it was read from; what they say of the whole order, at the order's.</summary>
    private static IEnumerable<RowFault> FaultsOf(ImportSheet? sheet, ReturnedRow row, ReturnedOrder? order, Refusal refusal, Naming names)
    {
        var located = refusal.Fields.Select(field => (Place: sheet?.Locate(row.Row, field.Field), field.Fault)).ToList();
        if (located.Count > 0 && located.TrueForAll(field => field.Place is not null))
            return located.Select(field => new RowFault(row.Row, field.Place!.Value.Column, field.Place.Value.Value, field.Fault));
        // A thing that is taken or not there stands in the column that names it.
        var thing = refusal switch { NameTaken taken => taken.Kind, NotFound missing => missing.Kind, IssueRefusal { Reason: Reason.NumberTaken } => "issue", _ => null };
        if (thing is not null && sheet?.Locate(row.Row, thing) is var (column, value))
            return [new(row.Row, column, value, Words.Of(refusal, names))];
        return [new(row.Row, order?.Column.Zh ?? UnitColumns.Number.Title.Zh, order?.Value ?? row.Subject, Words.Of(refusal, names))];
    }

    /// <summary>An extension is asked for on the day the workbook comes back, whatever day the work was done.</summary>
    private static DateOnly? OnOf(ReturnedOrder order, ReturnedRow row) => order.Command is RequestExtension ? null : row.On;

    /// <summary>
    /// Gives the orders of these rows, one after another, each under a request id of the sheet and its row: the same sheet gives none twice. Stops
    /// at the first that is refused after all; what was given before it stands.
    /// </summary>
    /// <param name="digest">Of the sheet, in hexadecimal.</param>
    /// <param name="give">The desk, as the caller reaches it; answers null when they no longer do.</param>
    /// <param name="progress">Told how many rows have been taken.</param>
    public static async Task<TakenSheet> TakeAsync(
        ImmutableArray<ReturnedRow> rows, string digest, Func<ProjectCode, ProjectCommand, Request, Task<Outcome?>> give, IProgress<SheetProgress>? progress)
    {
        var given = 0;
        for (var at = 0; at < rows.Length; at++)
        {
            var row = rows[at];
            var version = row.Version;
            foreach (var order in row.Orders)
            {
                var outcome = await give(row.Project, order.Command with { Expected = version }, new Request($"sheet-{digest[..40]}-{row.Row}-{order.Key}", OnOf(order, row)));
                if (outcome is null or Outcome.Refused)
                    return new(given, row, order, (outcome as Outcome.Refused)?.Refusal);
                if (version is not null && outcome is Outcome.Done { Events: [.., var last] })
                    version = last.Version;
                given++;
            }
            progress?.Report(new(at + 1, rows.Length));
        }
        return new(given, null, null, null);
    }
}

/// <summary>How far the work on a sheet is, in rows.</summary>
public readonly record struct SheetProgress(int Done, int Of);

/// <summary>What would become of a sheet.</summary>
/// <param name="Good">Rows whose every order the rules agree to now, in the order in which they are given.</param>
/// <param name="Faults">By row: what cannot be read, and what the rules refuse.</param>
/// <param name="Already">How many rows say what is so already: an earlier taking of the same sheet recorded them, or somebody else did.</param>
public sealed record RehearsedSheet(ReturnedSheet Returned, ImmutableArray<ReturnedRow> Good, ImmutableArray<RowFault> Faults, int Already)
{
    public int Orders => Good.Sum(row => row.Orders.Length);

    /// <param name="leaveOutFaultyRows">A fault of the sheet as a whole is in no row that could be left out.</param>
    public bool MayBeTaken(bool leaveOutFaultyRows) => leaveOutFaultyRows ? Faults.All(fault => fault.Row > 0) : Faults.IsEmpty;
}

/// <summary>What became of a sheet.</summary>
/// <param name="Given">Orders that stand now.</param>
/// <param name="Stopped">The row at which it stopped; null when all was taken.</param>
/// <param name="Refusal">Why; null when nothing refused it, but the caller was no longer let in.</param>
public sealed record TakenSheet(int Given, ReturnedRow? Stopped, ReturnedOrder? Order, Refusal? Refusal);
