using System.Text;
using System.Xml;

namespace Projects.Reports;

/// <summary>Words as a file can hold them.</summary>
internal static class Legible
{
    private const char Replacement = '\uFFFD';

    /// <summary>The words with � for every character XML 1.0 forbids and for half a surrogate pair; lines end with \n.</summary>
    public static string Of(string words)
    {
        var first = FirstUnfit(words);
        if (first < 0)
            return words;
        var fit = new StringBuilder(words, 0, first, words.Length);
        for (var at = first; at < words.Length; at++)
        {
            if (words[at] == '\r')
            {
                if (at + 1 == words.Length || words[at + 1] != '\n')
                    fit.Append('\n');
            }
            else if (XmlConvert.IsXmlChar(words[at]))
            {
                fit.Append(words[at]);
            }
            else if (at + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[at + 1], words[at]))
            {
                fit.Append(words, at++, 2);
            }
            else
            {
                fit.Append(Replacement);
            }
        }
        return fit.ToString();
    }

    private static int FirstUnfit(string words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == '\r' || !XmlConvert.IsXmlChar(words[at]))
                return at;
        }
        return -1;
    }
}
