using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;

namespace Projects.Reports.Packing;

/// <summary>
/// The parts of a DOCX or XLSX and how they hang together (ECMA-376, part 2). The library's own package gives its parts random relationship ids and the
/// time of day; here every name and id is said by who adds it.
/// </summary>
internal sealed class OfficePackage
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private readonly SortedDictionary<string, (string MediaType, Action<Stream> Write)> parts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> relations = new(StringComparer.Ordinal);

    /// <param name="path">Such as <c>word/document.xml</c>.</param>
    public void Add(string path, string mediaType, OpenXmlElement root) => Add(path, mediaType, part => root.WriteTo(part.Elements));

    /// <inheritdoc cref="Add(string, string, OpenXmlElement)"/>
    /// <param name="write">Writes the root element, when its turn in the package has come.</param>
    public void Add(string path, string mediaType, Action<PartWriter> write) => parts.Add(path, (mediaType, stream =>
    {
        using var part = new PartWriter(stream);
        write(part);
    }));

    /// <summary>That one part refers to another by an id.</summary>
    /// <param name="from">Path of the part that refers; empty for the package itself.</param>
    /// <param name="kind">Last segment of the relationship's type, such as <c>styles</c>.</param>
    /// <param name="target">Relative to the folder of the part that refers.</param>
    public void Relate(string from, string id, string kind, string target) => Relate(from, id, new Uri($"{Relationships}/{kind}"), target);

    /// <summary>What a file manager shows of the file. The day is the report's, never today.</summary>
    public void Describe(ReportHead head, Language language) =>
        Describe(head.Title.In(language), head.Number, head.Unit, head.IssuedOn?.ToDateTime(TimeOnly.MinValue) ?? head.Week.CutOff.UtcDateTime);

    /// <inheritdoc cref="Describe(ReportHead, Language)"/>
    public void Describe(string title, string subject, string creator, DateTime at)
    {
        var on = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var properties = Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Escaped(title)}</dc:title><dc:subject>{Escaped(subject)}</dc:subject><dc:creator>{Escaped(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{on}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{on}</dcterms:modified></cp:coreProperties>
            """);
        parts.Add("docProps/core.xml", ("application/vnd.openxmlformats-package.core-properties+xml", stream => stream.Write(properties)));
        Relate("", "rIdCore", new Uri(CoreProperties), "docProps/core.xml");
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        WriteTo(bytes);
        return bytes.ToArray();
    }

    /// <param name="to">Can seek.</param>
    public void WriteTo(Stream to)
    {
        var zip = new FixedZip(to);
        zip.Add("[Content_Types].xml", stream => stream.Write(ContentTypes()));
        foreach (var (from, lines) in relations)
            zip.Add(RelationsOf(from), stream => stream.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="utf-8" standalone="yes"?><Relationships xmlns="{PackageRelationships}">{string.Concat(lines)}</Relationships>""")));
        foreach (var (path, part) in parts)
            zip.Add(path, part.Write);
        zip.End();
    }

    private void Relate(string from, string id, Uri kind, string target)
    {
        if (!relations.TryGetValue(from, out var lines))
            relations.Add(from, lines = []);
        lines.Add($"""<Relationship Id="{id}" Type="{kind}" Target="{target}"/>""");
    }

    private byte[] ContentTypes() => Encoding.UTF8.GetBytes(
        """<?xml version="1.0" encoding="utf-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>""" +
        string.Concat(parts.Select(part => $"""<Override PartName="/{part.Key}" ContentType="{part.Value.MediaType}"/>""")) + "</Types>");

    private static string RelationsOf(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        return $"{path[..name]}_rels/{path[name..]}.rels";
    }

    private static string Escaped(string words) => SecurityElement.Escape(Legible.Of(words));
}
