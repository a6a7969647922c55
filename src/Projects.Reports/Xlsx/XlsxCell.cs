using System.Globalization;
using System.Text.RegularExpressions;
using Projects.Reports.Packing;

namespace Projects.Reports.Xlsx;

/// <summary>One cell: a number with its format, or words that stay words.</summary>
/// <param name="Shown">The digits or the words as they stand in the file, before markup is escaped; empty for a cell with a look alone.</param>
/// <param name="Style">Its look, by its place in <see cref="XlsxStyles"/>.</param>
internal readonly partial record struct XlsxCell(string Shown, bool IsNumber, uint Style)
{
    /// <summary>What Excel takes in one cell.</summary>
    private const int MostLetters = 32_767;

    /// <summary>A spreadsheet keeps 15 digits.</summary>
    private const int Digits = 15;

    public static XlsxCell Of(ReportTerm term, XlsxStyles styles, Language language) =>
        term.Figure is { } figure ? Of(figure, styles, language) : Words(term.Show(language), language);

    /// <summary>An exact value is a number; what is an interval or empty is shown as the report shows it.</summary>
    public static XlsxCell Of(ReportFigure figure, XlsxStyles styles, Language language) => figure.Value switch
    {
        ReportValue.Count count => Number(count.Number, styles.Of("0")),
        ReportValue.Amount amount => Amount(amount.Money.InWan, styles, language),
        ReportValue.Share { Rate.Value: { } share } => Number(share, styles.Of("0.0\\ %")),
        ReportValue.Points points => Number(points.Difference.Value, styles.Of(language is Language.English ? "0.0\" pp\"" : "0.0\"个百分点\"")),
        _ => Words(figure.Show(language), language),
    };

    public static XlsxCell Number(decimal value, uint style) => new(decimal.Round(value, Digits).ToString("0.###############", CultureInfo.InvariantCulture), IsNumber: true, style);

    public static XlsxCell Words(string words, Language language) => Words(words, language, CellText.IsLikeFormula(words) ? XlsxStyles.GuardedWords : XlsxStyles.Words);

    public static XlsxCell Words(string words, Language language, uint style) => new(Fitting(words, language), IsNumber: false, style);

    /// <summary>A cell to be filled in.</summary>
    public static XlsxCell Empty(uint style) => new("", IsNumber: false, style);

    /// <param name="column">Its letters.</param>
    public void WriteTo(Markup markup, string column, int row)
    {
        markup.Add("<x:c r=\""u8).Say(column).Add(row).Add("\" s=\""u8).Add((int)Style);
        if (Shown.Length == 0)
            markup.Add("\" />"u8);
        else if (IsNumber)
            markup.Add("\"><x:v>"u8).Say(Shown).Add("</x:v></x:c>"u8);
        else
            markup.Add("\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">"u8).Say(Shown).Add("</x:t></x:is></x:c>"u8);
    }

    private static XlsxCell Amount(decimal wan, XlsxStyles styles, Language language)
    {
        // As Money.ShowWan: at most two places of 万元, and no trailing zeros.
        var shown = Math.Round(wan, 2, MidpointRounding.AwayFromZero);
        if (language is Language.English)
            return Number(wan / 100, styles.Of($"\"CNY \"#,##0{Places(shown / 100)}\" million\""));
        return Number(wan, styles.Of($"0{Places(shown)}\"万元\""));
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
