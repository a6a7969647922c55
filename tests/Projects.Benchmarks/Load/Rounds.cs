namespace Projects.Benchmarks;

/// <summary>The calls of each slot, over and over.</summary>
internal sealed class Rounds(int slots, Func<int, IEnumerable<GrpcCall>> callsOf)
{
    private readonly GrpcCall[][] calls = [.. Enumerable.Range(0, slots).Select(slot => callsOf(slot).ToArray())];
    private readonly int[] place = new int[slots];

    public GrpcCall Next(int slot) => calls[slot][place[slot]++ % calls[slot].Length];
}
