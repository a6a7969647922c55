using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Projects.Reports.Xlsx;

/// <summary>One cell: a number with its format, or words that stay words.</summary>
internal static partial class XlsxCell
{
    /// <summary>What Excel takes in one cell.</summary>
    private const int MostLetters = 32_767;

    /// <summary>A spreadsheet keeps 15 digits.</summary>
    private const int Digits = 15;

    public static Cell Of(string at, ReportTerm term, XlsxStyles styles, Language language) =>
        term.Figure is { } figure ? Of(at, figure, styles, language) : Words(at, term.Show(language), language);

    /// <summary>An exact value is a number; what is an interval or empty is shown as the report shows it.</summary>
    public static Cell Of(string at, ReportFigure figure, XlsxStyles styles, Language language) => figure.Value switch
    {
        ReportValue.Count count => Number(at, count.Number, styles.Of("0")),
        ReportValue.Amount amount => Amount(at, amount.Money.InWan, styles, language),
        ReportValue.Share { Rate.Value: { } share } => Number(at, share, styles.Of("0.0\\ %")),
        ReportValue.Points points => Number(at, points.Difference.Value, styles.Of(language is Language.English ? "0.0\" pp\"" : "0.0\"个百分点\"")),
        _ => Words(at, figure.Show(language), language),
    };

    public static Cell Number(string at, decimal value, uint style) => new()
    {
        CellReference = at, StyleIndex = style, CellValue = new CellValue(decimal.Round(value, Digits).ToString("0.###############", CultureInfo.InvariantCulture)),
    };

    public static Cell Words(string at, string words, Language language) => Words(at, words, language, CellText.IsLikeFormula(words) ? XlsxStyles.GuardedWords : XlsxStyles.Words);

    public static Cell Words(string at, string words, Language language, uint style) => words.Length == 0
        ? new Cell { CellReference = at, StyleIndex = style }
        : new Cell(new InlineString(new Word(Fitting(words, language)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = at, StyleIndex = style, DataType = CellValues.InlineString };

    private static Cell Amount(string at, decimal wan, XlsxStyles styles, Language language)
    {
        // As Money.ShowWan: at most two places of 万元, and no trailing zeros.
        var shown = Math.Round(wan, 2, MidpointRounding.AwayFromZero);
        if (language is Language.English)
            return Number(at, wan / 100, styles.Of($"\"CNY \"#,##0{Places(shown / 100)}\" million\""));
        return Number(at, wan, styles.Of($"0{Places(shown)}\"万元\""));
    }

    private static string Places(decimal shown)
    {
        var digits = shown.ToString("0.####", CultureInfo.InvariantCulture);
        return digits.IndexOf('.') is var point and >= 0 ? "." + new string('0', digits.Length - point - 1) : "";
    }

    private static string Fitting(string words, Language language)
    {
        var legible = Legible.Of(words);
        // Excel reads _x0041_ as the letter of that number; an escaped underscore keeps what was written.
        var kept = LikeEscape().Replace(legible, "_x005F_");
        if (legible.Length <= MostLetters)
            return kept;
        var mark = new FileWords(language).CutShort;
        var end = MostLetters - mark.Length;
        if (char.IsHighSurrogate(legible[end - 1]))
            end--;
        return LikeEscape().Replace(legible[..end], "_x005F_") + mark;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex LikeEscape();
}
