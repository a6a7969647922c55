namespace Projects.Reports.Packing;

/// <summary>
/// RFC 1951, in blocks with its fixed codes. Our own, because the bytes a library's compressor makes are promised by nobody: they changed with .NET 9
/// and follow the processor, and a report must come out the same in ten years.
/// </summary>
internal static class Deflate
{
    private const int WindowSize = 1 << 15;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int HashSize = 1 << 15;

    /// <summary>How many earlier places are tried for a match.</summary>
    private const int Patience = 32;

    private static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    /// <summary>All of it in one block.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        var bits = new BitWriter(packed);
        WriteBlock(bits, bytes, isLast: true);
        bits.End();
        return packed.ToArray();
    }

    /// <summary>One block, which knows nothing of those before it.</summary>
    public static void WriteBlock(BitWriter bits, ReadOnlySpan<byte> bytes, bool isLast)
    {
        bits.Write(isLast ? 0b011 : 0b010, 3); // whether it is the last; fixed codes
        var newest = new int[HashSize];
        var older = new int[WindowSize];
        Array.Fill(newest, -1);
        for (var at = 0; at < bytes.Length;)
        {
            var (length, distance) = LongestAt(bytes, at, newest, older);
            if (length == 0)
            {
                WriteSymbol(bits, bytes[at]);
                length = 1;
            }
            else
            {
                WriteLength(bits, length);
                WriteDistance(bits, distance);
            }
            for (var end = at + length; at < end; at++)
                Remember(bytes, at, newest, older);
        }
        WriteSymbol(bits, 256);
    }

    private static (int Length, int Distance) LongestAt(ReadOnlySpan<byte> bytes, int at, int[] newest, int[] older)
    {
        var (longest, distance) = (ShortestMatch - 1, 0);
        if (at + ShortestMatch > bytes.Length)
            return default;
        var most = Math.Min(LongestMatch, bytes.Length - at);
        var tries = Patience;
        for (var before = newest[Hash(bytes, at)]; before >= 0 && at - before < WindowSize && tries-- > 0; before = older[before % WindowSize])
        {
            var length = bytes.Slice(at, most).CommonPrefixLength(bytes.Slice(before, most));
            if (length <= longest)
                continue;
            (longest, distance) = (length, at - before);
            if (length == most)
                break;
        }
        return distance == 0 ? default : (longest, distance);
    }

    private static void Remember(ReadOnlySpan<byte> bytes, int at, int[] newest, int[] older)
    {
        if (at + ShortestMatch > bytes.Length)
            return;
        var hash = Hash(bytes, at);
        older[at % WindowSize] = newest[hash];
        newest[hash] = at;
    }

    private static int Hash(ReadOnlySpan<byte> bytes, int at) => (int)((uint)(bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16) * 0x9E3779B1 >> 17);

    private static void WriteSymbol(BitWriter bits, int symbol)
    {
        switch (symbol)
        {
            case < 144: bits.WriteCode(0x30 + symbol, 8); break;
            case < 256: bits.WriteCode(0x190 + symbol - 144, 9); break;
            case < 280: bits.WriteCode(symbol - 256, 7); break;
            default: bits.WriteCode(0xC0 + symbol - 280, 8); break;
        }
    }

    private static void WriteLength(BitWriter bits, int length)
    {
        var code = Among(LengthBase, length);
        WriteSymbol(bits, 257 + code);
        bits.Write(length - LengthBase[code], LengthBits[code]);
    }

    private static void WriteDistance(BitWriter bits, int distance)
    {
        var code = Among(DistanceBase, distance);
        bits.WriteCode(code, 5);
        bits.Write(distance - DistanceBase[code], DistanceBits[code]);
    }

    /// <summary>The last code whose base is not above the value.</summary>
    private static int Among(int[] bases, int value)
    {
        var found = Array.BinarySearch(bases, value);
        return found >= 0 ? found : ~found - 1;
    }

    internal sealed class BitWriter(Stream stream)
    {
        private uint held;
        private int count;

        /// <summary>A number: its lowest bit first.</summary>
        public void Write(int value, int bits)
        {
            held |= (uint)value << count;
            for (count += bits; count >= 8; count -= 8, held >>= 8)
                stream.WriteByte((byte)held);
        }

        /// <summary>A code: its highest bit first.</summary>
        public void WriteCode(int code, int bits)
        {
            var turned = 0;
            for (var bit = 0; bit < bits; bit++)
                turned |= (code >> bit & 1) << (bits - 1 - bit);
            Write(turned, bits);
        }

        /// <summary>The bits still held, filled up to a byte.</summary>
        public void End()
        {
            if (count > 0)
                stream.WriteByte((byte)held);
        }
    }
}
