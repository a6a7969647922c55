using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>A report as an official document in the layout of GB/T 9704-2012.</summary>
internal static class DocxReport
{
    /// <summary>Weights a page takes: in text of 五号, of 小五, and across in 六号.</summary>
    private const int FewColumns = 12, ManyColumns = 24, AcrossColumns = 30;

    public static byte[] Write(ReportDocument document, Language language)
    {
        var package = new OfficePackage();
        package.Describe(document.Head, language);
        DocxPage.Attach(package);
        var body = new Body(DocxHead.Of(document.Head, language));
        var charts = new DocxCharts(package, DocxPage.Document);
        foreach (var piece in Outline.Read(document, language))
            body.Append(Set(piece, charts, language));
        Annex(body, document.Annex, language);
        body.Append(DocxColophon.Of(document, language));
        body.AppendChild(DocxPage.Of(isAcross: false));
        return DocxPage.Bytes(package, body, DocxCharts.Namespaces);
    }

    private static IEnumerable<OpenXmlElement> Set(Piece piece, DocxCharts charts, Language language) => piece switch
    {
        Piece.Heading heading => [Paragraph(heading.Level == 1 ? DocxStyles.Heading1 : DocxStyles.Heading2, Run(heading.Words))],
        Piece.Paragraph paragraph => [Paragraph(null, Run(string.Concat(paragraph.Terms.Select(term => term.Show(language)))))],
        Piece.Gap gap => [Paragraph(null, Run(gap.Words))],
        Piece.Table table => [.. InText(table.Of, language), Blank()],
        Piece.Chart chart =>
        [
            Paragraph(DocxStyles.Caption, Run(chart.Of.Title.In(language) + new FileWords(language).In(chart.Of.Measure))),
            charts.Place(chart.Of, language),
            Numbers(chart.Of, language),
            Blank(),
        ],
        _ => throw new NotSupportedException($"{piece.GetType().Name} has no place in a document."),
    };

    private static IEnumerable<OpenXmlElement> InText(ReportTable table, Language language) =>
        DocxTable.Pieces(table, TextWidth, ManyColumns, table.Columns.Sum(column => column.Weight) <= FewColumns ? No5 : No5Small, language);

    /// <summary>A column a point; a row a point where the numbers are too long for that.</summary>
    private static DocxRows Numbers(ReportChart chart, Language language)
    {
        var across = Outline.NumbersOf(chart);
        return DocxTable.Of(DocxTable.Fits(across, TextWidth, No6, language) ? across : Outline.NumbersDown(chart), TextWidth, No6, language);
    }

    /// <summary>Named after the text, and set across on pages of its own, before the colophon.</summary>
    private static void Annex(Body body, ReportTable annex, Language language)
    {
        var words = new FileWords(language);
        body.AppendChild(Paragraph(null, Run($"{words.Annex}{words.Colon}{annex.Title.In(language)}")));
        body.AppendChild(Break(isAcross: false));
        body.AppendChild(new Paragraph(Run(words.Annex, Look(DocxFonts.First))));
        body.Append(DocxTable.Pieces(annex, TextHeight, AcrossColumns, No6, language));
        body.AppendChild(Break(isAcross: true));
    }

    /// <summary>The last paragraph of a section: it carries the page of all before it.</summary>
    private static Paragraph Break(bool isAcross) => new(
        new ParagraphProperties(new SpacingBetweenLines { Line = $"{LeastLine}", LineRule = LineSpacingRuleValues.Exact }, DocxPage.Of(isAcross)));
}
