namespace Projects.Storage;

/// <summary>An append on its way through the writer.</summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<AppendResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingAppend(Append append)
    {
        Append = append;
        Rows = JournalRow.From(append);
        HeadRow = new StreamHeadRow(append.Stream, Rows[^1].Version, Rows[^1].Hash, Rows[^1].At, append.ExpectedVersion, append.Head);
    }

    public Append Append { get; }
    public JournalRow[] Rows { get; }
    public StreamHeadRow HeadRow { get; }
    public Task<AppendResult> Completion => _completion.Task;

    public AppendResult Committed => new AppendResult.Committed(HeadRow.Version, HeadRow.Hash);

    public void Settle(AppendResult result) => _completion.TrySetResult(result);

    public void Fail(Exception exception) => _completion.TrySetException(exception);

    /// <summary>What a row the database refused means: the request again, another writer, or, null, neither of them.</summary>
    public AppendResult? Refused(IReadOnlyList<JournalRow> sameRequest, Head? head) =>
        sameRequest.Count > 0 ? new AppendResult.Repeated(sameRequest[0].Version, sameRequest[^1].Version)
        : (head?.Version ?? 0) != Append.ExpectedVersion || !(head?.Hash ?? EventChain.Start).AsSpan().SequenceEqual(Append.Head) ? new AppendResult.Conflict()
        : null;
}
