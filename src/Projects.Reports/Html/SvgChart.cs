using System.Globalization;
using Projects.Reports.Charts;

namespace Projects.Reports.Html;

/// <summary>A chart drawn as SVG on a field of fixed units.</summary>
internal sealed class SvgChart(HtmlText html, ReportChart chart, Language language)
{
    private const decimal Width = 720, Height = 320, Left = 70, Right = 10, Top = 40, Bottom = 30;
    private const decimal PlotWidth = Width - Left - Right, PlotHeight = Height - Top - Bottom;

    private readonly ChartScale scale = ChartScale.Of(chart);

    public void Draw() => html.In("svg", () =>
    {
        html.Of("title", chart.Title.In(language));
        Legend();
        foreach (var mark in scale.Marks)
        {
            Line(Left, Y(mark), Width - Right, Y(mark), mark == 0 ? "#7f7f7f" : "#d9d9d9");
            Words(Left - 6, Y(mark) + 4, FileWords.Number(mark), "end");
        }
        for (var point = 0; point < chart.Points.Length; point++)
            Words(X(point), Height - Bottom + 18, chart.Points[point].In(language), "middle");
        for (var series = 0; series < chart.Series.Length; series++)
        {
            if (chart.Kind is ReportChartKind.Lines)
                Curve(series);
            else
                Columns(series);
        }
    }, ("viewBox", $"0 0 {N(Width)} {N(Height)}"), ("role", "img"), ("aria-label", chart.Title.In(language)));

    private void Legend()
    {
        Words(6, 22, chart.Measure.In(language), "start");
        for (var series = 0; series < chart.Series.Length; series++)
        {
            var at = Left + series * 180;
            Box(at, 12, 14, 12, series);
            Words(at + 20, 22, chart.Series[series].Name.In(language), "start");
        }
    }

    /// <summary>A line from value to value; where there is none it stops.</summary>
    private void Curve(int series)
    {
        var values = chart.Series[series].Values;
        List<string> stretch = [];
        for (var point = 0; point <= values.Length; point++)
        {
            if (point < values.Length && values[point] is { } value)
            {
                stretch.Add($"{N(X(point))},{N(Y(value))}");
                html.In("circle", () => { }, ("cx", N(X(point))), ("cy", N(Y(value))), ("r", "3"), ("fill", Color(series)));
                continue;
            }
            if (stretch.Count > 1)
                html.In("polyline", () => { }, ("points", string.Join(' ', stretch)), ("fill", "none"), ("stroke", Color(series)), ("stroke-width", "2"), ("stroke-dasharray", series == 0 ? "6 4" : null));
            stretch = [];
        }
    }

    private void Columns(int series)
    {
        var (values, width) = (chart.Series[series].Values, PlotWidth / Math.Max(chart.Points.Length, 1) * 0.7m / chart.Series.Length);
        for (var point = 0; point < values.Length; point++)
        {
            if (values[point] is not { } value || value == 0)
                continue;
            var left = X(point) + width * (series - chart.Series.Length / 2m);
            Box(left, Math.Min(Y(value), Y(0)), width, Math.Abs(Y(value) - Y(0)), series);
            Words(left + width / 2, Math.Min(Y(value), Y(0)) - 4, FileWords.Number(value), "middle");
        }
    }

    private decimal X(int point) => Left + PlotWidth * (point + 0.5m) / Math.Max(chart.Points.Length, 1);

    private decimal Y(decimal value) => Top + PlotHeight * (scale.Most - value) / (scale.Most - scale.Least);

    private void Box(decimal x, decimal y, decimal width, decimal height, int series) =>
        html.In("rect", () => { }, ("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)), ("fill", Color(series)));

    private void Line(decimal x1, decimal y1, decimal x2, decimal y2, string color) =>
        html.In("line", () => { }, ("x1", N(x1)), ("y1", N(y1)), ("x2", N(x2)), ("y2", N(y2)), ("stroke", color));

    private void Words(decimal x, decimal y, string words, string anchor) => html.Of("text", words, ("x", N(x)), ("y", N(y)), ("text-anchor", anchor));

    private static string Color(int series) => "#" + ChartColors.Of(series);

    private static string N(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
