using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>A closure sheet on the page of official documents: a table of four columns, and where to sign.</summary>
internal static class DocxClosureSheet
{
    private const int LabelWidth = 1500, ValueWidth = TextWidth / 2 - LabelWidth, Padding = 60;

    public static byte[] Write(ClosureSheet sheet, Language language)
    {
        var words = new FileWords(language);
        var package = new OfficePackage();
        package.Describe(ClosureSheet.Title.In(language), sheet.Number.Value, sheet.Park, sheet.PrintedOn.ToDateTime(TimeOnly.MinValue));
        DocxPage.Attach(package);
        var body = new Body(
            Paragraph(DocxStyles.Title, Run(ClosureSheet.Title.In(language))),
            Small(JustificationValues.Right, $"{sheet.Park}　{words.Say("编号：", "No. ")}{sheet.Number}"),
            Table(sheet, language),
            Paragraph(null, Run(words.Say("签字：________________　日期：______________", "Signed: ________________  Date: ______________"))),
            Small(JustificationValues.Left, words.Say(
                $"打印日 {words.Day(sheet.PrintedOn)} · 记录版本 {sheet.Version.ToString(CultureInfo.InvariantCulture)}",
                $"Printed {words.Day(sheet.PrintedOn)} · version {sheet.Version.ToString(CultureInfo.InvariantCulture)} of the record")),
            DocxPage.Of(isAcross: false));
        return DocxPage.Bytes(package, body);
    }

    private static Table Table(ClosureSheet sheet, Language language)
    {
        int[] widths = [LabelWidth, ValueWidth, LabelWidth, ValueWidth];
        return new(
        [
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{TextWidth}" },
                DocxTable.Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Type = TableWidthUnitValues.Dxa, Width = "40" }, new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = Padding },
                    new BottomMargin { Type = TableWidthUnitValues.Dxa, Width = "40" }, new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = Padding })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            .. sheet.Lines.Select(line => new TableRow(Cells(line, language))),
        ]);
    }

    private static IEnumerable<OpenXmlElement> Cells(ClosureLine line, Language language) => line.Second is { } second
        ? [Label(line.First, language), Value(line.First, 1, language), Label(second, language), Value(second, 1, language)]
        : [Label(line.First, language), Value(line.First, 3, language)];

    private static TableCell Label(ClosureEntry entry, Language language) => Cell(LabelWidth, 1, [CellParagraph(entry.Label.In(language), JustificationValues.Center, DocxFonts.First)]);

    private static TableCell Value(ClosureEntry entry, int span, Language language) =>
        Cell(span == 1 ? ValueWidth : TextWidth - LabelWidth, span, entry.Paragraphs.Select(words => CellParagraph(words.In(language), JustificationValues.Left)));

    private static TableCell Cell(int width, int span, IEnumerable<Paragraph> paragraphs)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" });
        if (span > 1)
            properties.GridSpan = new GridSpan { Val = span };
        properties.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center };
        return new([properties, .. paragraphs]);
    }

    private static Paragraph CellParagraph(string words, JustificationValues side, string? font = null) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }, new Justification { Val = side }), Run(words, Look(font, No5)));

    private static Paragraph Small(JustificationValues side, string words) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }, new Justification { Val = side }), Run(words, Look(size: No5)));
}
