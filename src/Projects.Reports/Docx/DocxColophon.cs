using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>版记 at the foot of the last page: who printed it and when, and by what a reader can prove where it comes from.</summary>
internal static class DocxColophon
{
    private const int Indent = 280, LineHeight = 400, ProofHeight = 900, Slack = 80;

    public static IEnumerable<OpenXmlElement> Of(ReportDocument document, Language language)
    {
        var (words, head, seal) = (new FileWords(language), document.Head, document.Seal);
        // A long name takes a second line.
        var lines = 1 + (Width(head.Unit) + Width(words.PrintedOn(head)) + No4 * 10) / (TextWidth - 2 * Indent);
        var printedHeight = 160 + LineHeight * lines;
        var printed = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.Colophon },
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = TextWidth - Indent })),
            Run($"{head.Unit}\t{words.PrintedOn(head)}"));
        var proof = Paragraph(DocxStyles.Colophon, Run(string.Join('\n',
            $"{words.InputDigest}{words.Colon}{seal.InputDigest}",
            $"{words.ChainHead}{words.Colon}{seal.ChainHead}",
            $"{words.Template}{words.Colon}{seal.Template}　{words.Calendar}{words.Colon}{seal.Calendar}"), Look(size: No6)));
        // The page holds nothing else, and every height on it is said: a frame at its foot is placed otherwise by each program.
        yield return Filler(TextHeight - printedHeight - ProofHeight - LeastLine - Slack);
        yield return new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{TextWidth}" },
                new TableBorders(Line<TopBorder>(12), Line<BottomBorder>(12), Line<InsideHorizontalBorder>(6)),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = 0 }, new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = 0 })),
            new TableGrid(new GridColumn { Width = $"{TextWidth}" }),
            Row(printed, printedHeight), Row(proof, ProofHeight));
        yield return Filler(LeastLine);
    }

    /// <summary>In twips, set in 四号: a Latin letter is about half as wide as a character.</summary>
    private static int Width(string words) => words.Sum(letter => letter < 0x2E80 ? No4 * 5 : No4 * 10);

    private static Paragraph Filler(int height) => new(new ParagraphProperties(
        new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = $"{height}", LineRule = LineSpacingRuleValues.Exact }));

    private static TableRow Row(Paragraph paragraph, int height) => new(
        new TableRowProperties(new CantSplit(), new TableRowHeight { Val = (uint)height, HeightType = HeightRuleValues.Exact }),
        new TableCell(
            new TableCellProperties(
                new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{TextWidth}" }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            paragraph));

    private static TBorder Line<TBorder>(uint size) where TBorder : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Space = 0, Color = "000000" };
}
