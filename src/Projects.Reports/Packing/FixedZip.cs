using System.Text;

namespace Projects.Reports.Packing;

/// <summary>
/// A zip archive that tells nothing but its content: no time, no system, no attributes. <c>System.IO.Compression</c> writes the system it runs on into
/// every entry.
/// </summary>
internal static class FixedZip
{
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;
    private const ushort Deflated = 8;

    /// <summary>1980-01-01 00:00, the first a zip can say.</summary>
    private const ushort Date = 0x0021, Time = 0;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <exception cref="OverflowException">The archive would be larger than 4 GiB.</exception>
    public static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        using var to = new BinaryWriter(archive);
        using var listed = new BinaryWriter(directory);
        foreach (var (name, content) in entries)
        {
            var (letters, packed, offset) = (Encoding.UTF8.GetBytes(name), Deflate.Pack(content), checked((uint)archive.Position));
            void Describe(BinaryWriter writer)
            {
                foreach (var number in new[] { Version, NamesAreUtf8, Deflated, Time, Date })
                    writer.Write(number);
                writer.Write(Crc(content));
                writer.Write((uint)packed.Length);
                writer.Write((uint)content.Length);
                writer.Write((ushort)letters.Length);
                writer.Write((ushort)0);
            }
            to.Write(0x04034B50u);
            Describe(to);
            to.Write(letters);
            to.Write(packed);

            listed.Write(0x02014B50u);
            listed.Write(Version);
            Describe(listed);
            listed.Write(new byte[10]); // no comment, first disk, no attributes
            listed.Write(offset);
            listed.Write(letters);
        }
        var start = checked((uint)archive.Position);
        to.Write(directory.ToArray());
        to.Write(0x06054B50u);
        to.Write(0u);
        to.Write((ushort)entries.Count);
        to.Write((ushort)entries.Count);
        to.Write((uint)directory.Length);
        to.Write(start);
        to.Write((ushort)0);
        return archive.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
            crc = CrcTable[(byte)(crc ^ each)] ^ crc >> 8;
        return ~crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        return crc;
    }
}
