using System.Collections.Immutable;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;

namespace Projects.Reports.Docx;

/// <summary>
/// A table whose rows are made while it is written: a whole ledger has some hundred times more cells than anybody wants to hold as elements. It stands in the
/// body itself, where <see cref="DocxPage"/> writes it.
/// </summary>
/// <param name="rows">The words of each, and whether it may be cut at the end of a page.</param>
/// <param name="frames">What stands around the words in each column.</param>
internal sealed class DocxRows(IEnumerable<(string[] Cells, bool MayBeCut)> rows, ImmutableArray<CellFrame> frames) : Table
{
    public override void WriteTo(XmlWriter xmlWriter) => throw new NotSupportedException("A table of rows stands in the body itself.");

    public void WriteTo(PartWriter part)
    {
        part.Elements.WriteStartElement(Prefix, LocalName, NamespaceUri);
        foreach (var element in ChildElements)
            element.WriteTo(part.Elements);
        part.Write(markup =>
        {
            foreach (var (cells, mayBeCut) in rows)
            {
                markup.Add(mayBeCut ? "<w:tr><w:trPr />"u8 : "<w:tr><w:trPr><w:cantSplit /></w:trPr>"u8);
                for (var cell = 0; cell < cells.Length; cell++)
                {
                    markup.Add(frames[cell].Before);
                    DocxWords.Say(markup, cells[cell]);
                    markup.Add(frames[cell].After);
                }
                markup.Add("</w:tr>"u8);
            }
        });
        part.Elements.WriteEndElement();
    }
}

/// <summary>The markup of a cell before and after its words, as the library writes it.</summary>
internal sealed record CellFrame(byte[] Before, byte[] After)
{
    private const string EndOfRun = "</w:r>";

    /// <param name="empty">A cell with one run, of no words.</param>
    public static CellFrame Of(TableCell empty)
    {
        var markup = empty.OuterXml.Replace($" xmlns:{empty.Prefix}=\"{empty.NamespaceUri}\"", "", StringComparison.Ordinal);
        var words = markup.LastIndexOf(EndOfRun, StringComparison.Ordinal);
        return new(Encoding.UTF8.GetBytes(markup[..words]), Encoding.UTF8.GetBytes(markup[words..]));
    }
}
