using System.Diagnostics.Metrics;

namespace Projects.Storage;

/// <summary>What the journal says of itself, under the meter <see cref="Name"/>.</summary>
public static class JournalMeter
{
    public const string Name = "Projects.Journal";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Appends = Meter.CreateCounter<long>("projects.journal.appends", "{append}", "Appends by outcome.");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("projects.journal.batch.size", "{append}", "Appends that shared one commit.");
    private static readonly Histogram<double> Commit = Meter.CreateHistogram<double>("projects.journal.commit.duration", "s", "Time one batch took.");

    internal static void Batch(IReadOnlyList<PendingAppend> batch, TimeSpan took)
    {
        BatchSize.Record(batch.Count);
        Commit.Record(took.TotalSeconds);
        if (!Appends.Enabled)
            return;
        foreach (var pending in batch)
            Appends.Add(1, new KeyValuePair<string, object?>("outcome", OutcomeOf(pending.Completion)));
    }

    private static string OutcomeOf(Task<AppendResult> completion) => completion switch
    {
        { IsCompletedSuccessfully: true, Result: AppendResult.Committed } => "committed",
        { IsCompletedSuccessfully: true, Result: AppendResult.Conflict } => "conflict",
        { IsCompletedSuccessfully: true, Result: AppendResult.Repeated } => "repeated",
        { Exception.InnerException: AppendInDoubtException } => "in_doubt",
        _ => "failed",
    };
}
