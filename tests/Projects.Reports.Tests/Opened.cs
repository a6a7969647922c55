using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Projects.Reports.Tests;

/// <summary>What lies in a file, as tests look at it.</summary>
internal static class Opened
{
    public static byte[] Bytes(this ReportDocument document, ReportFormat format, Language language = Language.Chinese) => ReportFiles.Write(document, format, language).Bytes.ToArray();

    public static string Read(this ReportDocument document, ReportFormat format, Language language = Language.Chinese) => Encoding.UTF8.GetString(document.Bytes(format, language));

    /// <summary>A part of a DOCX or XLSX.</summary>
    public static XDocument Part(byte[] file, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    public static IReadOnlyList<string> Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Every text node, in order.</summary>
    public static IReadOnlyList<string> Words(this XDocument part) =>
        [.. part.Descendants().Where(element => !element.HasElements && element.Value.Length > 0).Select(element => element.Value)];
}
