using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Projects.Reports.Docx.Gbt9704;

namespace Projects.Reports.Docx;

/// <summary>The styles of the report and the settings of its file.</summary>
internal static class DocxStyles
{
    public const string Heading1 = "Heading1", Heading2 = "Heading2", Title = "Title", Caption = "Caption", Cell = "TableText", Foot = "Footer", Colophon = "Colophon";

    public static Styles Sheet() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                DocxFonts.Of(DocxFonts.Body), new Kern { Val = 2 }, new FontSize { Val = $"{No3}" }, new FontSizeComplexScript { Val = $"{No3}" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Style("Normal", "Normal", null, new StyleParagraphProperties(
            new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false },
            new SpacingBetweenLines { Before = "0", After = "0", Line = $"{LinePitch}", LineRule = LineSpacingRuleValues.Exact },
            new Justification { Val = JustificationValues.Both }),
            new StyleRunProperties(new Spacing { Val = CharacterSpacing })),
        Style(Title, "Title", "Normal", new StyleParagraphProperties(
            new KeepNext(), new SpacingBetweenLines { Line = $"{LinePitch * 6 / 5}", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = JustificationValues.Center }),
            new StyleRunProperties(DocxFonts.Of(DocxFonts.Title), Unspaced(), new FontSize { Val = $"{No2}" }, new FontSizeComplexScript { Val = $"{No2}" })),
        Style(Heading1, "heading 1", "Normal", new StyleParagraphProperties(
            new KeepNext(), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new Justification { Val = JustificationValues.Left }, new OutlineLevel { Val = 0 }),
            new StyleRunProperties(DocxFonts.Of(DocxFonts.First))),
        Style(Heading2, "heading 2", "Normal", new StyleParagraphProperties(
            new KeepNext(), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new Justification { Val = JustificationValues.Left }, new OutlineLevel { Val = 1 }),
            new StyleRunProperties(DocxFonts.Of(DocxFonts.Second))),
        Style(Caption, "caption", "Normal", new StyleParagraphProperties(
            new KeepNext(), new SpacingBetweenLines { Line = $"{LinePitch}", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = JustificationValues.Center }),
            new StyleRunProperties(DocxFonts.Of(DocxFonts.First), Unspaced(), new FontSize { Val = $"{No4Small}" }, new FontSizeComplexScript { Val = $"{No4Small}" })),
        Style(Cell, "Table Text", "Normal", new StyleParagraphProperties(
            new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Left }),
            new StyleRunProperties(Unspaced())),
        Style(Foot, "footer", "Normal", new StyleParagraphProperties(
            new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "280", LineRule = LineSpacingRuleValues.Exact }),
            new StyleRunProperties(DocxFonts.Of(DocxFonts.PageNumber), Unspaced(), new FontSize { Val = $"{No4}" }, new FontSizeComplexScript { Val = $"{No4}" })),
        Style(Colophon, "Colophon", "Normal", new StyleParagraphProperties(
            new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280" }, new Justification { Val = JustificationValues.Left }),
            new StyleRunProperties(Unspaced(), new FontSize { Val = $"{No4}" }, new FontSizeComplexScript { Val = $"{No4}" })));

    /// <summary>Printed on both sides and bound: the wide margin and the page number change sides.</summary>
    public static Settings Settings() => new(
        new MirrorMargins(),
        new DefaultTabStop { Val = 420 },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    private static Spacing Unspaced() => new() { Val = 0 };

    private static Style Style(string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties run)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (basedOn is null)
            style.Default = true;
        else
            style.BasedOn = new BasedOn { Val = basedOn };
        style.PrimaryStyle = new PrimaryStyle();
        style.StyleParagraphProperties = paragraph;
        style.StyleRunProperties = run;
        return style;
    }
}
