namespace Projects.Reports.Docx;

/// <summary>
/// The page of an official document (GB/T 9704-2012, 5.2): A4, top margin 37 mm, binding edge 28 mm, text 156 × 225 mm with 22 lines of 28 characters.
/// Lengths in twips, 1/20 pt: 1 mm is 56.69 of them.
/// </summary>
internal static class Gbt9704
{
    public const int PageShort = 11906, PageLong = 16838;
    public const int TextWidth = 8844, TextHeight = 12756;
    public const int Top = 2098, Binding = 1588;
    public const int Outside = PageShort - Binding - TextWidth;
    public const int Bottom = PageLong - Top - TextHeight;

    /// <summary>From the page's edge to the foot of the page number, which thereby stands 7 mm under the text.</summary>
    public const int Footer = 1440;

    /// <summary>225 mm over 22 lines, rounded down so that the 22nd still fits.</summary>
    public const int LinePitch = TextHeight / 22;

    /// <summary>
    /// What a character of 16 pt gives up to stand 28 on a line of 156 mm. A spacing and no grid of characters: LibreOffice reckons that grid from 12 pt
    /// whatever the text's size, and sets 20 on a line.
    /// </summary>
    public const int CharacterSpacing = TextWidth / 28 - 320;

    /// <summary>Height of a paragraph that only has to be there.</summary>
    public const int LeastLine = 20;

    /// <summary>Sizes in half points: 二号, 三号, 四号, 小四, 五号, 小五, 六号.</summary>
    public const int No2 = 44, No3 = 32, No4 = 28, No4Small = 24, No5 = 21, No5Small = 18, No6 = 15;

    public const string Red = "C00000";
}
