using System.Buffers.Text;
using System.Text;

namespace Projects.Reports.Packing;

/// <summary>
/// Markup as UTF-8, where there is too much of it to make an element of the library for each piece: what an element would be written as, letter for letter.
/// </summary>
internal sealed class Markup(Stream to)
{
    private const int Room = 1 << 15;

    private byte[] held = new byte[2 * Room];
    private int length;

    /// <summary>As it is.</summary>
    public Markup Add(ReadOnlySpan<byte> markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(held.AsSpan(length));
        length += markup.Length;
        return this;
    }

    public Markup Add(int number)
    {
        const int MostDigits = 11;
        Reserve(MostDigits);
        Utf8Formatter.TryFormat(number, held.AsSpan(length), out var digits);
        length += digits;
        return this;
    }

    /// <param name="words">Legible ones; what would be markup is escaped.</param>
    public Markup Say(ReadOnlySpan<char> words)
    {
        while (words.IndexOfAny('&', '<', '>') is var at and >= 0)
        {
            Put(words[..at]);
            Add(words[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, _ => "&gt;"u8 });
            words = words[(at + 1)..];
        }
        Put(words);
        return this;
    }

    /// <summary>Hands on what is held.</summary>
    public void Flush()
    {
        to.Write(held, 0, length);
        length = 0;
    }

    private void Put(ReadOnlySpan<char> words)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(words.Length));
        length += Encoding.UTF8.GetBytes(words, held.AsSpan(length));
    }

    private void Reserve(int more)
    {
        if (length > Room)
            Flush();
        if (length + more > held.Length)
            Array.Resize(ref held, length + more);
    }
}
