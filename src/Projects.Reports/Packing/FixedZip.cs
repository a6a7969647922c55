using System.Text;

namespace Projects.Reports.Packing;

/// <summary>
/// A zip archive that tells nothing but its content: no time, no system, no attributes. <c>System.IO.Compression</c> writes the system it runs on into
/// every entry. An entry is packed as it is written, so that an archive may be larger than memory.
/// </summary>
/// <param name="to">Can seek: what an entry weighs is said before it, and known after it.</param>
internal sealed class FixedZip(Stream to)
{
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;
    private const ushort Deflated = 8;

    /// <summary>1980-01-01 00:00, the first a zip can say.</summary>
    private const ushort Date = 0x0021, Time = 0;

    private readonly List<Listed> listed = [];

    /// <exception cref="OverflowException">The archive would be larger than 4 GiB.</exception>
    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var archive = new MemoryStream();
        var zip = new FixedZip(archive);
        foreach (var (name, content) in entries)
            zip.Add(name, entry => entry.Write(content));
        zip.End();
        return archive.ToArray();
    }

    /// <param name="write">Writes the content into the stream it is given.</param>
    /// <exception cref="OverflowException">The archive would be larger than 4 GiB.</exception>
    public void Add(string name, Action<Stream> write)
    {
        var entry = new Listed(Encoding.UTF8.GetBytes(name), checked((uint)to.Position));
        WriteHeader(entry);
        var start = to.Position;
        using (var content = new PackedStream(to))
        {
            write(content);
            content.End();
            (entry.Crc, entry.Size) = (content.Crc, checked((uint)content.Length));
        }
        entry.Packed = checked((uint)(to.Position - start));
        var end = to.Position;
        to.Position = entry.Offset;
        WriteHeader(entry);
        to.Position = end;
        listed.Add(entry);
    }

    /// <summary>The directory of what was added.</summary>
    public void End()
    {
        var start = checked((uint)to.Position);
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        foreach (var entry in listed)
        {
            writer.Write(0x02014B50u);
            writer.Write(Version);
            Describe(entry, writer);
            writer.Write(new byte[10]); // no comment, first disk, no attributes
            writer.Write(entry.Offset);
            writer.Write(entry.Name);
        }
        var length = checked((uint)(to.Position - start));
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)listed.Count);
        writer.Write((ushort)listed.Count);
        writer.Write(length);
        writer.Write(start);
        writer.Write((ushort)0);
    }

    private void WriteHeader(Listed entry)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(0x04034B50u);
        Describe(entry, writer);
        writer.Write(entry.Name);
    }

    private static void Describe(Listed entry, BinaryWriter writer)
    {
        foreach (var number in new[] { Version, NamesAreUtf8, Deflated, Time, Date })
            writer.Write(number);
        writer.Write(entry.Crc);
        writer.Write(entry.Packed);
        writer.Write(entry.Size);
        writer.Write((ushort)entry.Name.Length);
        writer.Write((ushort)0);
    }

    private sealed class Listed(byte[] name, uint offset)
    {
        public byte[] Name => name;
        public uint Offset => offset;
        public uint Crc { get; set; }
        public uint Packed { get; set; }
        public uint Size { get; set; }
    }
}
