using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Projects.Reports.Packing;
using Word = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Projects.Reports.Docx;

/// <summary>Paragraphs and runs: the one place where words enter a DOCX.</summary>
internal static class DocxWords
{
    /// <param name="style">Null for body text, which begins two characters in.</param>
    public static Paragraph Paragraph(string? style, params OpenXmlElement[] content) => new(
        [style is null ? new ParagraphProperties(new Indentation { FirstLineChars = 200, FirstLine = "640" }) : new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    public static Paragraph Blank() => new();

    /// <summary>Words in one run; line ends and tabs are kept.</summary>
    public static Run Run(string words, RunProperties? look = null)
    {
        var run = new Run();
        if (look is not null)
            run.RunProperties = look;
        var lines = Legible.Of(words).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                run.AppendChild(new Break());
            var stretches = lines[line].Split('\t');
            for (var stretch = 0; stretch < stretches.Length; stretch++)
            {
                if (stretch > 0)
                    run.AppendChild(new TabChar());
                if (stretches[stretch].Length > 0)
                    run.AppendChild(new Word(stretches[stretch]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
        return run;
    }

    /// <summary>What stands in such a run, as markup.</summary>
    public static void Say(Markup markup, string words)
    {
        var isFirstLine = true;
        var legible = Legible.Of(words).AsSpan();
        foreach (var line in legible.Split('\n'))
        {
            if (!isFirstLine)
                markup.Add("<w:br />"u8);
            (isFirstLine, var isFirstStretch) = (false, true);
            foreach (var stretch in legible[line].Split('\t'))
            {
                if (!isFirstStretch)
                    markup.Add("<w:tab />"u8);
                isFirstStretch = false;
                if (!legible[line][stretch].IsEmpty)
                    markup.Add("<w:t xml:space=\"preserve\">"u8).Say(legible[line][stretch]).Add("</w:t>"u8);
            }
        }
    }

    public static RunProperties Look(string? font = null, int? size = null, string? color = null)
    {
        var look = new RunProperties();
        if (font is not null)
            look.RunFonts = DocxFonts.Of(font);
        if (color is not null)
            look.Color = new Color { Val = color };
        if (size is not null)
            (look.FontSize, look.FontSizeComplexScript) = (new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return look;
    }
}
