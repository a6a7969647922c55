using System.Collections.Immutable;

namespace Projects.Web.Wall;

/// <summary>The battle map 挂图作战 of one moment.</summary>
public sealed record WallView(DateOnly Today, WallWindow Window, ImmutableArray<WallRow> Rows);

/// <summary>A project with its milestones laid out in lanes, so that no label lies on another.</summary>
/// <param name="Lanes">At least 1.</param>
/// <param name="Outside">Milestones none of whose days lies in the window.</param>
public sealed record WallRow(ProjectRow Project, Light Light, ImmutableArray<WallMark> Marks, int Lanes, int Outside)
{
    /// <summary>The size of a label's letters, in the units of the drawing.</summary>
    public const int Letter = 30;

    private const int Gap = 18;

    public static WallRow Of(ProjectRow project, Light light, IEnumerable<WallMark> marks, WallWindow window, Func<WallMark, string> label)
    {
        var all = marks.ToList();
        var shown = all.Where(mark => mark.Days.Any(window.Holds)).Select(mark => mark.Placed(window, label(mark))).OrderBy(mark => mark.Left).ToList();
        var ends = new List<double>();
        var laid = ImmutableArray.CreateBuilder<WallMark>(shown.Count);
        foreach (var mark in shown)
        {
            var lane = ends.FindIndex(end => end + Gap <= mark.Left);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }
            ends[lane] = mark.Right;
            laid.Add(mark with { Lane = lane });
        }
        return new(project, light, laid.ToImmutable(), Math.Max(1, ends.Count), all.Count - shown.Count);
    }
}

/// <summary>A milestone on the map: its three days, and where its label lies.</summary>
/// <param name="Light">As of today.</param>
/// <param name="Slip">Null when nothing is known of it.</param>
public sealed record WallMark(MilestoneRow Milestone, Light Light, Slip? Slip)
{
    /// <summary>How far a symbol reaches to each side.</summary>
    public const int Symbol = 16;

    public int Lane { get; init; }
    public string Label { get; private init; } = "";

    /// <summary>From where to where it reaches with its label.</summary>
    public double Left { get; private init; }

    /// <inheritdoc cref="Left"/>
    public double Right { get; private init; }

    /// <summary>Where the label's text begins, or ends when it stands before the symbols.</summary>
    public double LabelAt { get; private init; }
    public bool IsLabelBefore { get; private init; }

    /// <summary>The day that stands for how it goes: done, or expected.</summary>
    public DateOnly? Latest => Milestone.Actual ?? Milestone.Forecast;

    public IEnumerable<DateOnly> Days => Latest is { } latest ? [Milestone.Baseline, latest] : [Milestone.Baseline];

    internal WallMark Placed(WallWindow window, string label)
    {
        var places = Days.Select(window.PlaceOf).ToList();
        var (left, right) = (Math.Max(0, places.Min()), Math.Min(window.Width, places.Max()));
        var length = LengthOf(label);
        var before = right + Symbol + length > window.Width && left - Symbol - length >= 0;
        return before
            ? this with { Label = label, IsLabelBefore = true, LabelAt = left - Symbol - 4, Left = left - Symbol - 4 - length, Right = right + Symbol }
            : this with { Label = label, LabelAt = right + Symbol + 4, Left = left - Symbol, Right = right + Symbol + 4 + length };
    }

    /// <summary>A Chinese letter is as wide as it is high, a Latin one about half.</summary>
    private static double LengthOf(string label) => WallRow.Letter * label.Sum(letter => letter < 0x2E80 ? 0.58 : 1.0);
}
