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

    /// <summary>The fixed codes of bytes, of the end of a block and of lengths, as they are put into the stream.</summary>
    private static readonly (int Code, int Bits)[] Symbols = [.. Enumerable.Range(0, 288).Select(Symbol)];

    /// <summary>What stands for a match of a length: its code and the rest behind it.</summary>
    private static readonly (int Code, int Bits)[] Lengths = [.. Enumerable.Range(0, LongestMatch + 1).Select(LengthOf)];

    private static readonly int[] DistanceCodes = [.. Enumerable.Range(0, DistanceBase.Length).Select(code => Turned(code, 5))];

    /// <summary>All of it in one block.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        var bits = new BitWriter(packed);
        WriteBlock(bits, bytes, isLast: true);
        bits.End();
        return packed.ToArray();
    }

    private static void WriteBlock(BitWriter bits, ReadOnlySpan<byte> bytes, bool isLast)
    {
        bits.Write(isLast ? 0b011 : 0b010, 3); // whether it is the last; fixed codes
        Span<int> newest = new int[HashSize], older = GC.AllocateUninitializedArray<int>(WindowSize);
        newest.Fill(-1);
        for (var at = 0; at < bytes.Length;)
        {
            var (length, distance) = LongestAt(bytes, at, newest, older);
            if (length == 0)
            {
                Write(bits, Symbols[bytes[at]]);
                length = 1;
            }
            else
            {
                Write(bits, Lengths[length]);
                WriteDistance(bits, distance);
            }
            Remember(bytes, at, at + length, newest, older);
            at += length;
        }
        Write(bits, Symbols[256]);
    }

    private static (int Length, int Distance) LongestAt(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<int> newest, ReadOnlySpan<int> older)
    {
        if (at + ShortestMatch > bytes.Length)
            return default;
        var (longest, distance) = (ShortestMatch - 1, 0);
        var here = bytes.Slice(at, Math.Min(LongestMatch, bytes.Length - at));
        var tries = Patience;
        for (var before = newest[Hash(bytes, at)]; before >= 0 && at - before < WindowSize && tries-- > 0; before = older[before % WindowSize])
        {
            // It cannot be longer than the longest so far if it ends before.
            if (bytes[before + longest] != here[longest])
                continue;
            var length = here.CommonPrefixLength(bytes[before..]);
            if (length <= longest)
                continue;
            (longest, distance) = (length, at - before);
            if (length == here.Length)
                break;
        }
        return distance == 0 ? default : (longest, distance);
    }

    private static void Remember(ReadOnlySpan<byte> bytes, int from, int end, Span<int> newest, Span<int> older)
    {
        for (var at = from; at < Math.Min(end, bytes.Length - ShortestMatch + 1); at++)
        {
            ref var last = ref newest[Hash(bytes, at)];
            older[at % WindowSize] = last;
            last = at;
        }
    }

    private static int Hash(ReadOnlySpan<byte> bytes, int at) => (int)((uint)(bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16) * 0x9E3779B1 >> 17);

    private static void Write(BitWriter bits, (int Code, int Bits) symbol) => bits.Write(symbol.Code, symbol.Bits);

    private static void WriteDistance(BitWriter bits, int distance)
    {
        var code = Among(DistanceBase, distance);
        bits.Write(DistanceCodes[code], 5);
        bits.Write(distance - DistanceBase[code], DistanceBits[code]);
    }

    private static (int Code, int Bits) Symbol(int symbol) => symbol switch
    {
        < 144 => (Turned(0x30 + symbol, 8), 8),
        < 256 => (Turned(0x190 + symbol - 144, 9), 9),
        < 280 => (Turned(symbol - 256, 7), 7),
        _ => (Turned(0xC0 + symbol - 280, 8), 8),
    };

    private static (int Code, int Bits) LengthOf(int length)
    {
        if (length < ShortestMatch)
            return default;
        var code = Among(LengthBase, length);
        var (symbol, bits) = Symbol(257 + code);
        return (symbol | length - LengthBase[code] << bits, bits + LengthBits[code]);
    }

    /// <summary>The last code whose base is not above the value.</summary>
    private static int Among(int[] bases, int value)
    {
        var found = Array.BinarySearch(bases, value);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>A code goes in with its highest bit first, a number with its lowest.</summary>
    private static int Turned(int code, int bits)
    {
        var turned = 0;
        for (var bit = 0; bit < bits; bit++)
            turned |= (code >> bit & 1) << (bits - 1 - bit);
        return turned;
    }

    /// <summary>One block, which knows nothing of those before it.</summary>
    /// <param name="Bytes">The last of them may hold fewer bits than eight.</param>
    internal sealed record Block(byte[] Bytes, long Bits)
    {
        public static Block Of(ReadOnlySpan<byte> bytes, bool isLast)
        {
            using var packed = new MemoryStream();
            var bits = new BitWriter(packed);
            WriteBlock(bits, bytes, isLast);
            var count = bits.Count;
            bits.End();
            return new(packed.ToArray(), count);
        }
    }

    internal sealed class BitWriter(Stream stream)
    {
        private readonly byte[] bytes = new byte[1 << 12];
        private int length;
        private uint held;
        private int count;
        private long whole;

        /// <summary>Bits written.</summary>
        public long Count => whole * 8 + count;

        /// <summary>A number or a turned code: its lowest bit first.</summary>
        public void Write(int value, int bits)
        {
            held |= (uint)value << count;
            for (count += bits; count >= 8; count -= 8, held >>= 8)
                Put((byte)held);
        }

        public void Write(Block block)
        {
            var rest = (int)(block.Bits % 8);
            foreach (var each in block.Bytes.AsSpan(0, (int)(block.Bits / 8)))
                Write(each, 8);
            if (rest > 0)
                Write(block.Bytes[^1], rest);
        }

        /// <summary>The bits still held, filled up to a byte.</summary>
        public void End()
        {
            if (count > 0)
                Put((byte)held);
            stream.Write(bytes, 0, length);
            length = 0;
        }

        private void Put(byte next)
        {
            if (length == bytes.Length)
            {
                stream.Write(bytes, 0, length);
                length = 0;
            }
            bytes[length++] = next;
            whole++;
        }
    }
}
