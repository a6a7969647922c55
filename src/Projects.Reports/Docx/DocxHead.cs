using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Projects.Reports.Docx.DocxWords;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>报头: name in red, number, unit and day over a red line, and under it which week the report tells of.</summary>
internal static class DocxHead
{
    /// <summary>The name's size in half points: as large as its line allows.</summary>
    private const int LargestName = 84, SmallestName = No2;

    public static IEnumerable<OpenXmlElement> Of(ReportHead head, Language language)
    {
        var words = new FileWords(language);
        yield return head.IssuedOn is null ? Aligned(JustificationValues.Left, Run(words.Draft, Look(DocxFonts.First))) : Blank();
        yield return Blank();
        yield return Blank();
        yield return Name(head.Title.In(language));
        yield return Blank();
        yield return Aligned(JustificationValues.Center, Run($"{words.IssueNo(head.No)}　{words.NumberOf(head)}"));
        if (head.SignedBy is { } signer)
            yield return Aligned(JustificationValues.Right, Run(words.SignedBy + words.Colon), Run(signer, Look(DocxFonts.Second)));
        yield return Line(head.Unit, head.IssuedOn is { } day ? words.Day(day) : words.NotIssued);
        yield return Blank();
        yield return Paragraph(DocxStyles.Title, Run(words.WeekTitle(head.Week)));
        yield return Blank();
    }

    private static Paragraph Name(string name)
    {
        // A Latin letter is about half as wide as a character.
        var width = name.Sum(letter => letter < 0x2E80 ? 0.5 : 1);
        var size = Math.Clamp((int)(TextWidth / 10 * 0.96 / Math.Max(width, 1)), SmallestName, LargestName);
        return new(
            new ParagraphProperties(
                new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = $"{size * 13}", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = JustificationValues.Center }),
            Run(name, Look(DocxFonts.Title, size, Red)));
    }

    /// <summary>Unit at the left, day at the right, a red line under both.</summary>
    private static Paragraph Line(string unit, string day) => new(
        new ParagraphProperties(
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 16, Space = 4, Color = Red }),
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = TextWidth }),
            new Justification { Val = JustificationValues.Left }),
        Run($"{unit}\t{day}"));

    private static Paragraph Aligned(JustificationValues side, params OpenXmlElement[] content) => new([new ParagraphProperties(new Justification { Val = side }), .. content]);
}
