using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>What every document has beside its words: styles, fonts, page, page number.</summary>
internal static class DocxPage
{
    public const string Document = "word/document.xml";
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public static void Attach(OfficePackage package)
    {
        package.Relate("", "rIdDocument", "officeDocument", Document);
        Attach(package, "styles", DocxStyles.Sheet());
        Attach(package, "settings", DocxStyles.Settings());
        Attach(package, "fontTable", DocxFonts.Table());
        Attach(package, "footer", "footerOdd", Footer(JustificationValues.Right));
        Attach(package, "footer", "footerEven", Footer(JustificationValues.Left));
    }

    /// <param name="namespaces">Declared at its root, so that nothing below has to.</param>
    public static byte[] Bytes(OfficePackage package, Body body, params IEnumerable<(string Prefix, string Name)> namespaces)
    {
        package.Add(Document, $"{MediaTypes}.document.main+xml", part =>
        {
            part.Elements.WriteStartElement(body.Prefix, "document", body.NamespaceUri);
            foreach (var (prefix, name) in namespaces)
                part.Elements.WriteAttributeString("xmlns", prefix, null, name);
            part.Elements.WriteStartElement(body.Prefix, body.LocalName, body.NamespaceUri);
            foreach (var element in body.ChildElements)
            {
                if (element is DocxRows rows)
                    rows.WriteTo(part);
                else
                    element.WriteTo(part.Elements);
            }
            part.Elements.WriteEndElement();
            part.Elements.WriteEndElement();
        });
        return package.ToBytes();
    }

    public static SectionProperties Of(bool isAcross) => new(
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
