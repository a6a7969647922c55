using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Charts;
using Projects.Reports.Packing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;

namespace Projects.Reports.Docx;

/// <summary>The charts of one document: DrawingML with its values inside, which the reader's own program draws. There is no workbook behind to edit it by.</summary>
internal sealed class DocxCharts(OfficePackage package, string document)
{
    private const long MillimetreEmu = 36_000;
    private const long Width = 156 * MillimetreEmu, Height = 72 * MillimetreEmu;
    private const uint PointsAxis = 1, ValuesAxis = 2;

    private uint count;

    public static IEnumerable<(string Prefix, string Name)> Namespaces { get; } =
    [
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ];

    public Paragraph Place(ReportChart chart, Language language)
    {
        var (no, id) = (++count, $"chart{count}");
        package.Add($"word/charts/{id}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", Space(chart, language));
        package.Relate(document, id, "chart", $"charts/{id}.xml");
        var title = Legible.Of(chart.Title.In(language));
        var frame = new Inline(
            new Extent { Cx = Width, Cy = Height },
            new DocProperties { Id = no, Name = id, Description = title },
            new NonVisualGraphicFrameDrawingProperties(),
            new D.Graphic(new D.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new(
            new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }, new KeepNext(), new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(frame)));
    }

    private static C.ChartSpace Space(ReportChart chart, Language language)
    {
        var drawn = new C.Chart(
            new C.AutoTitleDeleted { Val = true },
            new C.PlotArea(new C.Layout(), Plot(chart, language), Points(), Values(ChartScale.Of(chart))),
            new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Top }, new C.Overlay { Val = false }),
            new C.PlotVisibleOnly { Val = true },
            new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new(new C.RoundedCorners { Val = false }, drawn, new C.ShapeProperties(new D.NoFill(), new D.Outline(new D.NoFill())), Letters());
    }

    private static OpenXmlElement Plot(ReportChart chart, Language language)
    {
        OpenXmlCompositeElement plot = chart.Kind is ReportChartKind.Lines
            ? new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false })
            : new C.BarChart(new C.BarDirection { Val = C.BarDirectionValues.Column }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false });
        for (var series = 0; series < chart.Series.Length; series++)
            plot.AppendChild(Series(chart, series, language));
        plot.AppendChild<OpenXmlElement>(chart.Kind is ReportChartKind.Lines ? new C.ShowMarker { Val = true } : new C.GapWidth { Val = 60 });
        plot.AppendChild(new C.AxisId { Val = PointsAxis });
        plot.AppendChild(new C.AxisId { Val = ValuesAxis });
        return plot;
    }

    private static OpenXmlElement Series(ReportChart chart, int series, Language language)
    {
        var color = ChartColors.Of(series);
        OpenXmlElement[] named =
        [
            new C.Index { Val = (uint)series },
            new C.Order { Val = (uint)series },
            new C.SeriesText(new C.NumericValue(Legible.Of(chart.Series[series].Name.In(language)))),
        ];
        OpenXmlElement[] told = [new C.CategoryAxisData(Names(chart, language)), new C.Values(Numbers(chart.Series[series]))];
        if (chart.Kind is ReportChartKind.Columns)
            return new C.BarChartSeries([.. named, new C.ChartShapeProperties(Solid(color)), new C.InvertIfNegative { Val = false }, .. told]);
        var line = new D.Outline(Solid(color), new D.PresetDash { Val = series == 0 ? D.PresetLineDashValues.Dash : D.PresetLineDashValues.Solid }, new D.Round()) { Width = 22_225 };
        var marker = new C.Marker(
            new C.Symbol { Val = series == 0 ? C.MarkerStyleValues.Circle : C.MarkerStyleValues.Square }, new C.Size { Val = 5 },
            new C.ChartShapeProperties(Solid(color), new D.Outline(Solid(color))));
        return new C.LineChartSeries([.. named, new C.ChartShapeProperties(line), marker, .. told, new C.Smooth { Val = false }]);
    }

    private static C.StringLiteral Names(ReportChart chart, Language language) => new(
    [
        new C.PointCount { Val = (uint)chart.Points.Length },
        .. chart.Points.Select((point, at) => new C.StringPoint(new C.NumericValue(Legible.Of(point.In(language)))) { Index = (uint)at }),
    ]);

    private static C.NumberLiteral Numbers(ReportSeries series) => new(
    [
        new C.FormatCode("General"),
        new C.PointCount { Val = (uint)series.Values.Length },
        .. from at in Enumerable.Range(0, series.Values.Length)
           let value = series.Values[at]
           where value is not null
           select new C.NumericPoint(new C.NumericValue(FileWords.Number(value.Value))) { Index = (uint)at },
    ]);

    private static C.CategoryAxis Points() => new(
        new C.AxisId { Val = PointsAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(Thin("7F7F7F")),
        new C.CrossingAxis { Val = ValuesAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static C.ValueAxis Values(ChartScale scale) => new(
        new C.AxisId { Val = ValuesAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MaxAxisValue { Val = (double)scale.Most }, new C.MinAxisValue { Val = (double)scale.Least }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.MajorGridlines(new C.ChartShapeProperties(Thin("D9D9D9"))),
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.ChartShapeProperties(new D.Outline(new D.NoFill())),
        new C.CrossingAxis { Val = PointsAxis },
        new C.Crosses { Val = C.CrossesValues.Minimum },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between },
        new C.MajorUnit { Val = (double)scale.Step });

    private static C.TextProperties Letters() => new(
        new D.BodyProperties(), new D.ListStyle(),
        new D.Paragraph(
            new D.ParagraphProperties(new D.DefaultRunProperties(new D.LatinFont { Typeface = DocxFonts.Body }, new D.EastAsianFont { Typeface = DocxFonts.Body }) { FontSize = 900 }),
            new D.EndParagraphRunProperties { Language = "zh-CN" }));

    private static D.Outline Thin(string color) => new(Solid(color)) { Width = 6_350 };

    private static D.SolidFill Solid(string color) => new(new D.RgbColorModelHex { Val = color });
}
