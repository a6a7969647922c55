using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Projects;

/// <summary>办理时长: working days from registration to the closing that stands; issues still open are censored at the cut-off.</summary>
/// <param name="Spans">By length in working days.</param>
public sealed record HandlingTime(ImmutableSortedDictionary<int, HandlingSpan> Spans)
{
    public static HandlingTime None { get; } = new(ImmutableSortedDictionary<int, HandlingSpan>.Empty);

    public int Closed => Spans.Values.Sum(span => span.Closed);

    public int StillOpen => Spans.Values.Sum(span => span.StillOpen);

    /// <summary>
    /// The Kaplan–Meier median: the first length by which half of the issues are closed, those still open counted for as long as
    /// they have been seen. Null when that half is not reached yet. The share left is an exact fraction: 3/4 · 2/3 is one half,
    /// which rounded decimals may miss.
    /// </summary>
    public int? MedianWorkingDays
    {
        get
        {
            var atRisk = Closed + StillOpen;
            var (left, all) = (BigInteger.One, BigInteger.One);
            foreach (var (days, span) in Spans)
            {
                if (span.Closed > 0)
                {
                    left *= atRisk - span.Closed;
                    all *= atRisk;
                    if (left * 2 <= all) return days;
                }
                // Closed and censored on the same day: the closing is taken to come first.
                atRisk -= span.Closed + span.StillOpen;
            }
            return null;
        }
    }

    public static HandlingTime Sum(IEnumerable<HandlingTime> parts)
    {
        var sum = new Dictionary<int, HandlingSpan>();
        foreach (var part in parts)
            foreach (var (days, span) in part.Spans)
            {
                ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(sum, days, out _);
                all = new(all.Closed + span.Closed, all.StillOpen + span.StillOpen);
            }
        return new(sum.ToImmutableSortedDictionary());
    }
}

/// <summary>How many issues were closed after one length of time, and how many are open and have been so for as long.</summary>
public readonly record struct HandlingSpan(int Closed, int StillOpen);
