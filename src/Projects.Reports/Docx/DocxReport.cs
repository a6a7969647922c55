using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>A report as an official document in the layout of GB/T 9704-2012.</summary>
internal static class DocxReport
{
    private const string Document = "word/document.xml";
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>Weights a page takes: in text of 五号, of 小五, and across in 六号.</summary>
    private const int FewColumns = 12, ManyColumns = 24, AcrossColumns = 30;

    public static byte[] Write(ReportDocument document, Language language)
    {
        var package = new OfficePackage();
        package.Describe(document.Head, language);
        package.Relate("", "rIdDocument", "officeDocument", Document);
        Attach(package, "styles", DocxStyles.Sheet());
        Attach(package, "settings", DocxStyles.Settings());
        Attach(package, "fontTable", DocxFonts.Table());
        Attach(package, "footer", "footerOdd", Footer(JustificationValues.Right));
        Attach(package, "footer", "footerEven", Footer(JustificationValues.Left));

        var body = new Body(DocxHead.Of(document.Head, language));
        var charts = new DocxCharts(package, Document);
        foreach (var piece in Outline.Read(document, language))
            body.Append(Set(piece, charts, language));
        Annex(body, document.Annex, language);
        body.Append(DocxColophon.Of(document, language));
        body.AppendChild(Page(isAcross: false));
        var root = new Document(body);
        foreach (var (prefix, name) in DocxCharts.Namespaces)
            root.AddNamespaceDeclaration(prefix, name);
        package.Add(Document, $"{MediaTypes}.document.main+xml", root);
        return package.ToBytes();
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
    private static Table Numbers(ReportChart chart, Language language)
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
        new ParagraphProperties(new SpacingBetweenLines { Line = $"{LeastLine}", LineRule = LineSpacingRuleValues.Exact }, Page(isAcross)));

    private static SectionProperties Page(bool isAcross) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "footerOdd" },
        new FooterReference { Type = HeaderFooterValues.Even, Id = "footerEven" },
        new SectionType { Val = SectionMarkValues.NextPage },
        isAcross ? new PageSize { Width = PageLong, Height = PageShort, Orient = PageOrientationValues.Landscape } : new PageSize { Width = PageShort, Height = PageLong },
        // Across, the binding edge is on top: the page is turned with its margins.
        isAcross
            ? new PageMargin { Top = Binding, Right = Top, Bottom = Outside, Left = Bottom, Header = 851, Footer = 794, Gutter = 0 }
            : new PageMargin { Top = Top, Right = Outside, Bottom = Bottom, Left = Binding, Header = 851, Footer = Gbt9704.Footer, Gutter = 0 },
        isAcross ? new DocGrid() : new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch });

    /// <summary>— 1 —, one character from the outer edge.</summary>
    private static Footer Footer(JustificationValues side) => new(new Paragraph(
        new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.Foot },
            new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280" },
            new Justification { Val = side }),
        Run("— "), new SimpleField(Run("1")) { Instruction = " PAGE " }, Run(" —")));

    private static void Attach(OfficePackage package, string kind, OpenXmlElement root) => Attach(package, kind, kind, root);

    private static void Attach(OfficePackage package, string kind, string name, OpenXmlElement root)
    {
        package.Add($"word/{name}.xml", $"{MediaTypes}.{kind}+xml", root);
        package.Relate(Document, name, kind, $"{name}.xml");
    }
}
