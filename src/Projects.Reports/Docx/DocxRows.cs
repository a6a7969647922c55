using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;

namespace Projects.Reports.Docx;

/// <summary>A table whose rows are made while it is written: a whole ledger has some hundred times more cells than anybody wants to hold as elements.</summary>
/// <param name="rows">The words of each, and whether it may be cut at the end of a page.</param>
/// <param name="frames">What stands around the words in each column.</param>
internal sealed class DocxRows(IEnumerable<(string[] Cells, bool MayBeCut)> rows, ImmutableArray<CellFrame> frames) : Table
{
    public override void WriteTo(XmlWriter writer)
    {
        writer.WriteStartElement(Prefix, LocalName, NamespaceUri);
        foreach (var element in ChildElements)
            element.WriteTo(writer);
        var markup = new Markup(writer);
        foreach (var (cells, mayBeCut) in rows)
        {
            markup.Add(mayBeCut ? "<w:tr><w:trPr />" : "<w:tr><w:trPr><w:cantSplit /></w:trPr>");
            for (var cell = 0; cell < cells.Length; cell++)
            {
                markup.Add(frames[cell].Before);
                DocxWords.Say(markup, cells[cell]);
                markup.Add(frames[cell].After);
            }
            markup.Add("</w:tr>").Flush();
        }
        writer.WriteEndElement();
    }
}

/// <summary>The markup of a cell before and after its words, as the library writes it.</summary>
internal sealed record CellFrame(string Before, string After)
{
    private const string EndOfRun = "</w:r>";

    /// <param name="empty">A cell with one run, of no words.</param>
    public static CellFrame Of(TableCell empty)
    {
        var markup = empty.OuterXml.Replace($" xmlns:{empty.Prefix}=\"{empty.NamespaceUri}\"", "", StringComparison.Ordinal);
        var words = markup.LastIndexOf(EndOfRun, StringComparison.Ordinal);
        return new(markup[..words], markup[words..]);
    }
}
