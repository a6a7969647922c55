namespace Projects.Reports.Charts;

/// <summary>Colours of a chart's series in order; they differ in lightness too, for paper in black and white.</summary>
internal static class ChartColors
{
    private static readonly string[] Colors = ["1F4E79", "D9822B", "6AA84F", "8E63A8", "7F7F7F"];

    /// <summary>Six hexadecimal digits.</summary>
    public static string Of(int series) => Colors[series % Colors.Length];
}
