namespace Projects.Reports.Html;

/// <summary>A report as one HTML file that asks for nothing outside it: every figure leads to the rows it was counted from.</summary>
internal sealed class HtmlReport
{
    /// <summary>Figures, days and single words are not broken.</summary>
    private const int ShortWords = 12;

    private readonly HtmlText html = new();
    private readonly ReportDocument document;
    private readonly Language language;
    private readonly FileWords words;
    private readonly HashSet<string> traced;

    private HtmlReport(ReportDocument document, Language language)
    {
        (this.document, this.language, words) = (document, language, new(language));
        traced = [.. document.Figures.Select(figure => figure.Id)];
    }

    public static byte[] Write(ReportDocument document, Language language)
    {
        var report = new HtmlReport(document, language);
        report.Page();
        return report.html.ToBytes();
    }

    private void Page() => html.In("html", () =>
    {
        html.Line().In("head", () =>
        {
            html.Bare("meta", ("charset", "utf-8")).Bare("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            // Nothing may be fetched or run, whatever somebody wrote into an issue.
            html.Bare("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'"));
            html.Of("title", $"{document.Head.Title.In(language)} {words.NumberOf(document.Head)}").Style(Css());
        }).Line().In("body", () =>
        {
            Head();
            foreach (var piece in Outline.Read(document, language))
                Set(piece);
            html.Line().In("section", () =>
            {
                html.Of("h2", $"{words.Annex}{words.Colon}{document.Annex.Title.In(language)}");
                Table(document.Annex);
            }, ("class", "annex"));
            Sources();
            Foot();
        }).Line();
    }, ("lang", language is Language.English ? "en" : "zh-CN")).Line();

    private void Head()
    {
        var head = document.Head;
        html.Line().In("header", () =>
        {
            if (head.IssuedOn is null)
                html.Of("p", words.Draft, ("class", "draft"));
            html.Of("h1", head.Title.In(language)).Of("div", $"{words.IssueNo(head.No)}　{words.NumberOf(head)}");
            if (head.SignedBy is { } signer)
                html.Of("div", words.SignedBy + words.Colon + signer);
            html.In("div", () => html.Of("span", head.Unit).Of("span", head.IssuedOn is { } day ? words.Day(day) : words.NotIssued), ("class", "line"));
        });
        html.Line().Of("h2", words.WeekTitle(head.Week));
    }

    private void Set(Piece piece)
    {
        html.Line();
        switch (piece)
        {
            case Piece.Heading heading: html.Of(heading.Level == 1 ? "h2" : "h3", heading.Words); break;
            case Piece.Gap gap: html.Of("p", gap.Words, ("class", "gap")); break;
            case Piece.Table table: Table(table.Of); break;
            case Piece.Chart chart: Chart(chart.Of); break;
            case Piece.Paragraph paragraph:
                html.In("p", () =>
                {
                    foreach (var term in paragraph.Terms)
                        Term(term);
                });
                break;
            default: throw new NotSupportedException($"{piece.GetType().Name} has no place in a page.");
        }
    }

    private void Table(ReportTable table) => html.In("div", () => html.In("table", () =>
    {
        html.Of("caption", table.Title.In(language)).In("thead", () => html.In("tr", () =>
        {
            foreach (var column in table.Columns)
                html.Of("th", column.Title.In(language), ("scope", "col"));
        })).In("tbody", () =>
        {
            foreach (var row in table.Rows)
            {
                html.Line().In("tr", () =>
                {
                    foreach (var term in row)
                        html.In("td", () => Term(term), ("class", term.Show(language).Length is > 0 and <= ShortWords ? "short" : null));
                });
            }
            if (table.Rows.IsEmpty)
                html.In("tr", () => html.Of("td", words.None, ("colspan", FileWords.Number(table.Columns.Length))));
        });
    }), ("class", "scroll"));

    private void Chart(ReportChart chart)
    {
        html.In("figure", () =>
        {
            html.Of("figcaption", chart.Title.In(language) + words.In(chart.Measure)).Line();
            new SvgChart(html, chart, language).Draw();
        }).Line();
        Table(Outline.NumbersOf(chart));
    }

    private void Term(ReportTerm term)
    {
        if (term.Figure is { } figure && traced.Contains(figure.Id))
            html.Of("a", term.Show(language), ("href", "#" + Uri.EscapeDataString(IdOf(figure))), ("title", figure.Name.In(language)));
        else
            html.Say(term.Show(language));
    }

    private void Sources() => html.Line().In("section", () =>
    {
        html.Of("h2", words.Sources);
        foreach (var figure in document.Figures)
        {
            html.Line().In("details", () =>
            {
                html.In("summary", () => html.Say($"{figure.Name.In(language)}{words.Colon}{figure.Show(language)} ").Of("code", figure.Id));
                if (figure.Rows.IsEmpty)
                    html.Of("div", words.None);
                else
                    html.In("ol", () =>
                    {
                        foreach (var row in figure.Rows)
                            html.In("li", () => html.Of("code", row));
                    });
            }, ("id", IdOf(figure)), ("open", ""));
        }
    }, ("class", "sources"));

    private void Foot() => html.Line().In("footer", () => html.Of("div", $"{document.Head.Unit}　{words.PrintedOn(document.Head)}").In("dl", () =>
    {
        var seal = document.Seal;
        foreach (var (title, value) in new[] { (words.InputDigest, seal.InputDigest), (words.ChainHead, seal.ChainHead), (words.Template, seal.Template), (words.Calendar, seal.Calendar) })
            html.Of("dt", title).Of("dd", value);
    }));

    /// <summary>An element's id may hold anything but white space.</summary>
    private static string IdOf(ReportFigure figure) => string.Concat(figure.Id.Select(letter => char.IsWhiteSpace(letter) ? '_' : letter));

    private static string Css()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"{typeof(HtmlReport).Namespace}.report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
