using System.Globalization;
using System.Xml;

namespace Projects.Reports.Packing;

/// <summary>
/// Markup as text, where there is too much of it to make an element of the library for each piece: what an element would be written as, letter for letter.
/// </summary>
internal sealed class Markup(XmlWriter to)
{
    private const int Room = 1 << 14;

    private char[] held = new char[Room];
    private int length;

    /// <summary>As it is.</summary>
    public Markup Add(ReadOnlySpan<char> markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(held.AsSpan(length));
        length += markup.Length;
        return this;
    }

    public Markup Add(int number)
    {
        Reserve(11);
        number.TryFormat(held.AsSpan(length), out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        return this;
    }

    /// <param name="words">Legible ones; what would be markup is escaped.</param>
    public Markup Say(ReadOnlySpan<char> words)
    {
        while (words.IndexOfAny('&', '<', '>') is var at and >= 0)
        {
            Add(words[..at]).Add(words[at] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            words = words[(at + 1)..];
        }
        return Add(words);
    }

    /// <summary>Hands on what is held; called when an element is whole.</summary>
    public void Flush()
    {
        to.WriteRaw(held, 0, length);
        length = 0;
    }

    private void Reserve(int more)
    {
        if (length + more > held.Length)
            Array.Resize(ref held, Math.Max(held.Length * 2, length + more));
    }
}
