using System.Text;
using System.Xml;

namespace Projects.Reports.Packing;

/// <summary>A part of a package while it is written: elements of the library, and between them markup as text.</summary>
internal sealed class PartWriter : IDisposable
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    private readonly Stream to;

    public PartWriter(Stream to)
    {
        this.to = to;
        Elements = XmlWriter.Create(to, Settings);
        Elements.WriteStartDocument(standalone: true);
    }

    public XmlWriter Elements { get; }

    /// <summary>Markup within the element that is open; no element is written meanwhile.</summary>
    public void Write(Action<Markup> markup)
    {
        // Nothing as text: the tag of the open element is ended.
        Elements.WriteRaw("");
        Elements.Flush();
        var text = new Markup(to);
        markup(text);
        text.Flush();
    }

    public void Dispose() => Elements.Dispose();
}
