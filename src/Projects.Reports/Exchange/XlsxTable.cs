using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Projects.Reports;

/// <summary>
/// Reads the first sheet of a workbook, cell after cell: no document is built, nothing outside the package is followed, and what unpacks to more than a
/// ledger can be is given up at once.
/// </summary>
internal sealed partial class XlsxTable
{
    private const long UnpackedAtMost = 400 << 20;
    private const int PartsAtMost = 2_000;
    private const int MergedCellsAtMost = 200_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive archive;
    private long unpacked;
    private List<string> shared = [];

    private XlsxTable(ZipArchive archive) => this.archive = archive;

    public static ReadTable Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = MemoryMarshal.TryGetArray(bytes, out var part) ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false) : new MemoryStream(bytes.ToArray());
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > PartsAtMost)
                throw TooLarge();
            return new XlsxTable(archive).Read();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw new TableFileException(new("文件已损坏，或不是Excel工作簿（xlsx）", "is broken, or is no Excel workbook (xlsx)"));
        }
    }

    private ReadTable Read()
    {
        if (archive.GetEntry("xl/sharedStrings.xml") is { } strings)
            shared = [.. SharedStrings(strings)];
        var rows = new List<(int No, SortedDictionary<int, ReadCell> Cells)>();
        List<(int Left, int Top, int Right, int Bottom)> merged = [];
        using (var reader = Open(FirstSheet()))
        {
            while (reader.Read())
            {
                if (reader.NodeType is not XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "row")
                    ReadRow(reader, rows);
                else if (reader.LocalName == "mergeCell" && Area().Match(reader.GetAttribute("ref") ?? "") is { Success: true } area)
                    merged.Add((Column(area.Groups[1].Value), Number(area.Groups[2].Value), Column(area.Groups[3].Value), Number(area.Groups[4].Value)));
            }
        }
        return new([.. Spread(merged, rows).Select(row => new ReadRow(row.Key, row.Value.ToImmutableSortedDictionary()))]);
    }

    private void ReadRow(XmlReader reader, List<(int No, SortedDictionary<int, ReadCell> Cells)> rows)
    {
        var before = rows.Count == 0 ? 0 : rows[^1].No;
        var no = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > before ? said : before + 1;
        if (rows.Count >= TableFile.RowsAtMost)
            throw TableFileException.TooManyRows();
        var cells = new SortedDictionary<int, ReadCell>();
        rows.Add((no, cells));
        if (reader.IsEmptyElement)
            return;
        using var inner = reader.ReadSubtree();
        var next = 0;
        while (inner.Read())
        {
            if (inner.NodeType is not XmlNodeType.Element || inner.LocalName != "c")
                continue;
            var at = Place().Match(inner.GetAttribute("r") ?? "") is { Success: true } place ? Column(place.Groups[1].Value) : next;
            next = at + 1;
            if (ReadCell(inner) is { } cell && at < TableFile.ColumnsAtMost)
                cells[at] = cell;
        }
        if (cells.Count == 0)
            rows.RemoveAt(rows.Count - 1);
    }

    private ReadCell? ReadCell(XmlReader reader)
    {
        var kind = reader.GetAttribute("t");
        if (reader.IsEmptyElement)
            return null;
        var (words, isFormula) = (new StringBuilder(), false);
        using (var inner = reader.ReadSubtree())
        {
            inner.Read();
            while (inner.Read())
            {
                if (inner.NodeType is not XmlNodeType.Element)
                    continue;
                isFormula |= inner.LocalName == "f";
                if (inner.LocalName == "rPh")
                    Pass(inner);
                else if (inner.LocalName is "v" or "t" && !inner.IsEmptyElement)
                    Take(inner, words);
            }
        }
        var said = kind == "s" ? Shared(words.ToString()) : kind is "inlineStr" or "str" ? Unescaped(words.ToString()) : words.ToString();
        var cell = ReadWords.Of(said);
        if (cell.Length == 0)
            return null;
        return new(cell, isFormula ? CellKind.Formula : kind switch { "e" => CellKind.Broken, null or "n" => CellKind.Number, _ => CellKind.Words });
    }

    private string Shared(string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : throw new InvalidDataException();

    private IEnumerable<string> SharedStrings(ZipArchiveEntry part)
    {
        using var reader = Open(part);
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "si")
                continue;
            var words = new StringBuilder();
            if (!reader.IsEmptyElement)
            {
                using var inner = reader.ReadSubtree();
                while (inner.Read())
                {
                    if (inner.NodeType is XmlNodeType.Element && inner.LocalName == "rPh")
                        Pass(inner);
                    else if (inner.NodeType is XmlNodeType.Element && inner is { LocalName: "t", IsEmptyElement: false })
                        Take(inner, words);
                }
            }
            yield return Unescaped(words.ToString());
        }
    }

    /// <summary>How a word is read aloud is none of its letters.</summary>
    private static void Pass(XmlReader reader)
    {
        using var aside = reader.ReadSubtree();
        while (aside.Read()) { }
    }

    // In pieces: one text may be as long as the whole file.
    private static void Take(XmlReader reader, StringBuilder words)
    {
        using var inner = reader.ReadSubtree();
        var piece = new char[1024];
        while (inner.Read())
        {
            if (inner.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA))
                continue;
            while (inner.ReadValueChunk(piece, 0, piece.Length) is > 0 and var read)
                if (words.Length <= TableFile.LettersAtMost)
                    words.Append(piece, 0, read);
        }
    }

    private ZipArchiveEntry FirstSheet()
    {
        string? id = null;
        using (var reader = Open(archive.GetEntry("xl/workbook.xml") ?? throw new InvalidDataException()))
        {
            while (id is null && reader.Read())
                if (reader.NodeType is XmlNodeType.Element && reader.LocalName == "sheet" && (reader.GetAttribute("state") ?? "visible") == "visible")
                    id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        }
        using var relations = Open(archive.GetEntry("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException());
        while (relations.Read())
        {
            if (relations.NodeType is XmlNodeType.Element && relations.LocalName == "Relationship" && relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target)
                return archive.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}") ?? throw new InvalidDataException();
        }
        throw new InvalidDataException();
    }

    private XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(new BoundedStream(part.Open(), this), Settings);

    /// <summary>Every cell of an area says what its first one says.</summary>
    private static SortedDictionary<int, SortedDictionary<int, ReadCell>> Spread(
        List<(int Left, int Top, int Right, int Bottom)> areas, List<(int No, SortedDictionary<int, ReadCell> Cells)> rows)
    {
        var byNo = new SortedDictionary<int, SortedDictionary<int, ReadCell>>(rows.ToDictionary(row => row.No, row => row.Cells));
        var cells = 0;
        foreach (var (left, top, right, bottom) in areas)
        {
            if (!byNo.TryGetValue(top, out var head) || !head.TryGetValue(left, out var first))
                continue;
            for (var no = top; no <= bottom && cells < MergedCellsAtMost; no++)
            {
                if (!byNo.TryGetValue(no, out var row))
                    byNo.Add(no, row = []);
                for (var column = left; column <= Math.Min(right, TableFile.ColumnsAtMost - 1); column++, cells++)
                    row[column] = first with { IsMerged = true };
            }
        }
        return byNo;
    }

    private static string Unescaped(string words) => words.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(words, found => ((char)int.Parse(found.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : words;

    private static int Column(string letters) => letters.Length > 3 ? int.MaxValue - 1 : letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TableFileException TooLarge() => new(new("解压后过大，不予读取", "unpacks to more than is taken"));

    [GeneratedRegex("^([A-Z]+)[0-9]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("^([A-Z]+)([0-9]{1,8}):([A-Z]+)([0-9]{1,8})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Area();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    /// <summary>Counts what has been unpacked of the whole file; what a zip says of its sizes is not believed.</summary>
    private sealed class BoundedStream(Stream from, XlsxTable of) : Stream
    {
        public override int Read(Span<byte> buffer)
        {
            var read = from.Read(buffer);
            of.unpacked += read;
            return of.unpacked <= UnpackedAtMost ? read : throw TooLarge();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                from.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => of.unpacked; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
