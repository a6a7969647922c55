using System.Buffers.Binary;

namespace Projects.Reports.Packing;

/// <summary>The check of an archive's entry (APPNOTE 4.4.7), eight bytes at a step.</summary>
internal sealed class Crc32
{
    private const int Step = 8;

    /// <summary>Of each byte, followed by none to seven bytes of zero.</summary>
    private static readonly uint[][] Tables = Made();

    private uint crc = uint.MaxValue;

    public uint Value => ~crc;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][(byte)high] ^ Tables[2][(byte)(high >> 8)] ^ Tables[1][(byte)(high >> 16)] ^ Tables[0][high >> 24];
        }
        foreach (var each in bytes)
            crc = Tables[0][(byte)(crc ^ each)] ^ crc >> 8;
    }

    private static uint[][] Made()
    {
        uint[][] tables = [[.. Enumerable.Range(0, 256).Select(Of)], .. Enumerable.Range(1, Step - 1).Select(_ => new uint[256])];
        for (var zeros = 1; zeros < Step; zeros++)
        {
            for (var value = 0; value < 256; value++)
                tables[zeros][value] = tables[zeros - 1][value] >> 8 ^ tables[0][(byte)tables[zeros - 1][value]];
        }
        return tables;
    }

    private static uint Of(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < Step; bit++)
            crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        return crc;
    }
}
