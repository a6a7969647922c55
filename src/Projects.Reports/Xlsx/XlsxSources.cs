using System.Collections.Immutable;

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
            // What stands in every row of the figure alike.
            XlsxCell id = XlsxCell.Words(figure.Id, language), name = XlsxCell.Words(figure.Name.In(language), language), value = XlsxCell.Of(figure, styles, language),
                shown = XlsxCell.Words(figure.Show(language), language), count = XlsxCell.Number(figure.Rows.Length, styles.Of("0"));
            for (var row = 0; row < rows.Length; row++)
            {
                if (sheets is [] || sheets[^1].RowCount == MostLines)
                    sheets.Add(Empty(names.Take(words.Sources), words, language));
                if (row == 0)
                    places.Add(figure.Id, $"{XlsxSheet.Quoted(sheets[^1].Name)}!A{sheets[^1].RowCount + 2}");
                sheets[^1].Add(id, name, value, shown, count, XlsxCell.Words(rows[row], language));
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
