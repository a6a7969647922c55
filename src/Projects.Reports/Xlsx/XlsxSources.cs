using System.Collections.Immutable;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Projects.Reports.Xlsx;

/// <summary>数据来源: every figure with its value, and under it the rows it was counted from, one a line.</summary>
internal sealed class XlsxSources
{
    /// <summary>What a sheet takes beside its header.</summary>
    private const int MostLines = 1_048_575;

    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private readonly List<XlsxSheet> sheets = [];

    public XlsxSources(ReportDocument document, XlsxSheetNames names, XlsxStyles styles, Language language)
    {
        var words = new FileWords(language);
        foreach (var figure in document.Figures)
        {
            ImmutableArray<string> rows = figure.Rows.IsEmpty ? [""] : figure.Rows;
            for (var row = 0; row < rows.Length; row++)
            {
                if (sheets is [] || sheets[^1].RowCount == MostLines)
                    sheets.Add(Empty(names.Take(words.Sources), words, language));
                if (row == 0)
                    places.Add(figure.Id, $"{XlsxSheet.Quoted(sheets[^1].Name)}!A{sheets[^1].RowCount + 2}");
                var name = rows[row];
                sheets[^1].Add(
                [
                    at => XlsxCell.Words(at, figure.Id, language), at => XlsxCell.Words(at, figure.Name.In(language), language),
                    at => XlsxCell.Of(at, figure, styles, language), at => XlsxCell.Words(at, figure.Show(language), language),
                    at => XlsxCell.Number(at, figure.Rows.Length, styles.Of("0")), at => XlsxCell.Words(at, name, language),
                ]);
            }
        }
        if (sheets.Count == 0)
            sheets.Add(Empty(names.Take(words.Sources), words, language));
    }

    public IReadOnlyList<XlsxSheet> Sheets => sheets;

    /// <summary>Where a figure is told of; null for one that no section says.</summary>
    public string? PlaceOf(ReportFigure figure) => places.GetValueOrDefault(figure.Id);

    private static XlsxSheet Empty(string name, FileWords words, Language language) => new(name,
        [(words.FigureId, 32), (words.FigureName, 32), (words.Value, 16), (words.Shown, 18), (words.RowCount, 8), (words.Row, 60)], language);
}
