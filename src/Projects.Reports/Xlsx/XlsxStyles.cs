using DocumentFormat.OpenXml.Spreadsheet;

namespace Projects.Reports.Xlsx;

/// <summary>The looks of cells in one workbook, each made once, in the order in which they were first asked for.</summary>
internal sealed class XlsxStyles
{
    /// <summary>Places of the looks every workbook has.</summary>
    public const uint Plain = 0, Header = 1, Words = 2, GuardedWords = 3;

    /// <summary>Numbers from here on are a workbook's own (ECMA-376, 18.8.30).</summary>
    private const uint FirstFormat = 164;

    private readonly List<(string Code, bool IsEntry)> formats = [];

    /// <summary>The look of a number that is shown by a format such as <c>0.0" %"</c>.</summary>
    public uint Of(string format) => Of(format, isEntry: false);

    /// <summary>The look of a cell that is filled in: unlocked, and seen to be so.</summary>
    public uint Entry(string format) => Of(format, isEntry: true);

    private uint Of(string code, bool isEntry)
    {
        var known = formats.IndexOf((code, isEntry));
        if (known < 0)
        {
            known = formats.Count;
            formats.Add((code, isEntry));
        }
        return GuardedWords + 1 + (uint)known;
    }

    public Stylesheet Sheet()
    {
        var sheet = new Stylesheet();
        if (formats.Count > 0)
            sheet.NumberingFormats = new([.. formats.Select((format, at) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)at, FormatCode = format.Code })]);
        sheet.Fonts = new(Font(), Font(new Bold()));
        sheet.Fills = new(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFE8EEF5"));
        if (formats.Exists(format => format.IsEntry))
            sheet.Fills.AppendChild(Solid("FFFFFBE6"));
        sheet.Borders = new(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Framed());
        sheet.CellStyleFormats = new(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 });
        sheet.CellFormats = new(
        [
            new CellFormat { FormatId = 0 },
            Look(font: 1, fill: 2, horizontal: HorizontalAlignmentValues.Center),
            Look(),
            // Excel's own mark for what begins like a formula and is none: it stays text when it is edited.
            Look(isGuarded: true),
            .. formats.Select((format, at) => format.IsEntry ? EntryLook(FirstFormat + (uint)at) : Look(format: FirstFormat + (uint)at, horizontal: HorizontalAlignmentValues.Right)),
        ]);
        sheet.CellStyles = new(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 });
        return sheet;
    }

    private static CellFormat Look(uint font = 0, uint fill = 0, uint format = 0, HorizontalAlignmentValues? horizontal = null, bool isGuarded = false)
    {
        var look = new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
        {
            FormatId = 0, NumberFormatId = format, FontId = font, FillId = fill, BorderId = 1, ApplyNumberFormat = format > 0, ApplyFont = font > 0, ApplyFill = fill > 0, ApplyBorder = true, ApplyAlignment = true,
        };
        if (horizontal is { } side)
            look.Alignment!.Horizontal = side;
        if (isGuarded)
            look.QuotePrefix = true;
        return look;
    }

    private static CellFormat EntryLook(uint format)
    {
        var look = Look(fill: 3, format: format);
        look.ApplyProtection = true;
        look.Protection = new Protection { Locked = false };
        return look;
    }

    private static Fill Solid(string color) => new(new PatternFill { PatternType = PatternValues.Solid, ForegroundColor = new() { Rgb = color } });

    private static Font Font(params Bold[] bold) => new([.. bold, new FontSize { Val = 11 }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 }]);

    private static Border Framed()
    {
        static TEdge Edge<TEdge>() where TEdge : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FFBFBFBF" } };
        return new(Edge<LeftBorder>(), Edge<RightBorder>(), Edge<TopBorder>(), Edge<BottomBorder>(), new DiagonalBorder());
    }
}
