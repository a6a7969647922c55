using System.IO.Compression;
using CsCheck;
using Projects.Reports.Packing;

namespace Projects.Reports.Tests;

public sealed class PackingTests
{
    [Fact]
    public void What_is_packed_can_be_unpacked_by_anybody() =>
        // Few letters repeat often, many hardly ever: both long matches and none at all.
        Gen.Int[1, 8].SelectMany(bits => Gen.Int[0, (1 << bits) - 1].Select(letter => (byte)letter).Array[0, 5000]).Sample(bytes => Assert.Equal(bytes, Unpacked(Deflate.Pack(bytes))));

    [Fact]
    public void A_match_may_lie_a_whole_window_back()
    {
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        bytes.AsSpan(0, 40_000).CopyTo(bytes.AsSpan(32_767));
        bytes.AsSpan(0, 40_000).CopyTo(bytes.AsSpan(100_000));
        bytes.AsSpan(150_000, 20_000).Clear();
        Assert.Equal(bytes, Unpacked(Deflate.Pack(bytes)));
    }

    [Fact]
    public void An_archive_tells_no_time_and_keeps_its_names()
    {
        var packed = FixedZip.Write([("一.xml", "content"u8.ToArray()), ("empty", []), ("check", "123456789"u8.ToArray())]);
        using var archive = new ZipArchive(new MemoryStream(packed));
        // The check of these digits is what every description of CRC-32 gives.
        Assert.Equal(0xCBF43926, archive.Entries[2].Crc32);
        Assert.Equal(["一.xml", "empty", "check"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(archive.Entries, entry => Assert.Equal(0, entry.ExternalAttributes));
        using var content = new StreamReader(archive.Entries[0].Open());
        Assert.Equal("content", content.ReadToEnd());
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        inflate.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
