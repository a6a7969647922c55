using System.Text;

namespace Projects.Reports.Html;

/// <summary>HTML under construction. Whatever is given as words or as an attribute's value is escaped; there is no way around.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new();

    /// <summary>An element around what <paramref name="content"/> adds.</summary>
    public HtmlText In(string tag, Action content, params (string Name, string? Value)[] attributes)
    {
        Open(tag, attributes);
        content();
        text.Append("</").Append(tag).Append('>');
        return this;
    }

    public HtmlText Of(string tag, string words, params (string Name, string? Value)[] attributes) => In(tag, () => Say(words), attributes);

    /// <summary>An element without content, such as <c>meta</c>.</summary>
    public HtmlText Bare(string tag, params (string Name, string? Value)[] attributes)
    {
        Open(tag, attributes);
        return this;
    }

    public HtmlText Say(string words)
    {
        foreach (var letter in Legible.Of(words))
            Escape(letter);
        return this;
    }

    public HtmlText Line()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>A style sheet of our own, as it is.</summary>
    public HtmlText Style(string css)
    {
        text.Append("<style>\n").Append(css).Append("</style>");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + text);

    private void Open(string tag, (string Name, string? Value)[] attributes)
    {
        text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            text.Append(' ').Append(name).Append("=\"");
            Say(value);
            text.Append('"');
        }
        text.Append('>');
    }

    private void Escape(char letter)
    {
        switch (letter)
        {
            case '&': text.Append("&amp;"); break;
            case '<': text.Append("&lt;"); break;
            case '>': text.Append("&gt;"); break;
            case '"': text.Append("&quot;"); break;
            case '\'': text.Append("&#39;"); break;
            default: text.Append(letter); break;
        }
    }
}
