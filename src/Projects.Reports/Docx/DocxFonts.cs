using DocumentFormat.OpenXml.Wordprocessing;

namespace Projects.Reports.Docx;

/// <summary>
/// Fonts by the names official documents use. They cost money or come with Windows; where they are missing, the table of fonts names free ones
/// (ECMA-376, 17.8.3.1: alternates in order).
/// </summary>
internal static class DocxFonts
{
    public const string Title = "方正小标宋简体", Body = "仿宋_GB2312", Second = "楷体_GB2312", First = "黑体", PageNumber = "宋体";

    /// <summary>One name for every script: half-width digits of 仿宋 keep to the grid.</summary>
    public static RunFonts Of(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name };

    public static Fonts Table() => new(
        Entry(Title, "FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,Noto Serif CJK SC,Source Han Serif SC", FontFamilyValues.Roman),
        Entry(Body, "FangSong_GB2312,仿宋,FangSong,FandolFang,Noto Serif CJK SC", FontFamilyValues.Modern),
        Entry(Second, "KaiTi_GB2312,楷体,KaiTi,FandolKai,AR PL UKai CN,Noto Serif CJK SC", FontFamilyValues.Modern),
        Entry(First, "SimHei,FandolHei,Noto Sans CJK SC,WenQuanYi Zen Hei", FontFamilyValues.Modern),
        Entry(PageNumber, "SimSun,FandolSong,Noto Serif CJK SC,AR PL UMing CN", FontFamilyValues.Auto));

    private static Font Entry(string name, string alternates, FontFamilyValues family) => new(
        new AltName { Val = alternates },
        new FontCharSet { Val = "86" },
        new FontFamily { Val = family },
        new Pitch { Val = FontPitchValues.Variable }) { Name = name };
}
