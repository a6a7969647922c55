using System.IO.Compression;

namespace Projects.Storage;

/// <summary>Tells what a file is from its bytes.</summary>
internal static class EvidenceSniffer
{
    /// <summary>A packed file may unpack to this many times its size; real documents stay far below.</summary>
    private const int RatioAtMost = 100;

    private const int EntriesAtMost = 10_000;
    private const int HeaderBytes = 16;

    /// <exception cref="EvidenceRefusedException">None of the types taken, or not a sound one.</exception>
    public static EvidenceType TypeOf(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        file.Position = 0;
        header = header[..file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false)];
        if (header.StartsWith("%PDF-"u8))
            return EvidenceType.Pdf;
        if (header.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return EvidenceType.Jpeg;
        if (header.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return EvidenceType.Png;
        if (header.StartsWith("RIFF"u8) && header.Length >= 12 && header[8..].StartsWith("WEBP"u8))
            return EvidenceType.Webp;
        if (header.Length >= 12 && header[4..].StartsWith("ftyp"u8) && IsMp4Brand(header[8..12]))
            return EvidenceType.Mp4;
        if (header.StartsWith("PK\u0003\u0004"u8))
            return TypeOfPackage(file);
        throw new EvidenceRefusedException(EvidenceObstacle.TypeNotTaken);
    }

    private static bool IsMp4Brand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc1"u8) || brand.StartsWith("M4V"u8) || brand.StartsWith("dash"u8);

    /// <summary>An Office file is a zip with a table of contents and a folder <c>word/</c> or <c>xl/</c>. Macros are not taken.</summary>
    private static EvidenceType TypeOfPackage(Stream file)
    {
        try
        {
            file.Position = 0;
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > EntriesAtMost || package.GetEntry("[Content_Types].xml") is null)
                throw new EvidenceRefusedException(EvidenceObstacle.Unsound);
            if (UnpackedBytes(package, file.Length * RatioAtMost) > file.Length * RatioAtMost)
                throw new EvidenceRefusedException(EvidenceObstacle.Unsound);
            if (package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw new EvidenceRefusedException(EvidenceObstacle.TypeNotTaken);
            return package.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal)) ? EvidenceType.Docx
                : package.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? EvidenceType.Xlsx
                : throw new EvidenceRefusedException(EvidenceObstacle.TypeNotTaken);
        }
        catch (InvalidDataException)
        {
            throw new EvidenceRefusedException(EvidenceObstacle.Unsound);
        }
    }

    /// <summary>Unpacks to nowhere and counts, since the sizes a zip states may lie. Stops past the limit.</summary>
    private static long UnpackedBytes(ZipArchive package, long limit)
    {
        var buffer = new byte[81_920];
        var total = 0L;
        foreach (var entry in package.Entries)
        {
            using var content = entry.Open();
            while (total <= limit && content.Read(buffer) is > 0 and var read)
                total += read;
        }
        return total;
    }
}
