using System.Collections.Immutable;

namespace Projects.Reports.Tests;

/// <summary>A report of the worst that people and their clipboards put into an issue.</summary>
internal static class HostileReport
{
    public const string Markup = "<script>alert('&')</script> ]]> \"quoted\" <w:p/>";
    public const string Command = "=cmd|' /C calc'!A0";
    public const string Control = "bell\a null\0 half\uD800 pair😀 last\uFFFF";
    public const string Escape = "_x0041_ stays";

    public static string Long { get; } = string.Concat(Enumerable.Repeat("长", 33_000));

    public static ImmutableArray<string> Words { get; } = [Markup, Command, "+1", "-1+2", "@SUM(A1)", " =1", Control, Escape, "two\r\nlines\rthree\ttab", "", "a/b:c*d?e[f]'"];

    /// <param name="real">A report whose head and seal may be kept.</param>
    public static ReportDocument Of(ReportDocument real)
    {
        var figure = new ReportFigure("bad id/<&>\"", Same(Markup), new ReportValue.Count(3), [.. Words]);
        ImmutableArray<ReportColumn> columns = [new(Same(Markup), 1), new(Same(Command), 3)];
        return real with
        {
            Head = real.Head with { Title = Same("标题/..\\<&>:*?\"|"), Unit = Markup, SignedBy = Command },
            Seal = new(Markup, Control, Command, Escape),
            Sections =
            [
                new("worst", Same(Markup),
                [
                    .. Words.Select(words => new ReportSentence(Same("{0}。{1}"), [ReportTerm.Plain(words), ReportTerm.Of(figure)])),
                    new ReportTable("all", Same("a/b:c*d?e[f]'"), columns, [.. Words.Select(words => (ImmutableArray<ReportTerm>)[ReportTerm.Plain(words), ReportTerm.Of(figure)])]),
                    new ReportTable("again", Same("a/b:c*d?e[f]'"), columns, []),
                    new ReportTable("long", Same("A table whose name is longer than what a sheet can be called"), columns, [[ReportTerm.Plain(Long), ReportTerm.Nothing]]),
                    new ReportChart("none", Same(Markup), ReportChartKind.Lines, [], [new(Same(Command), [])], Same(Control)),
                    new ReportChart("gaps", Same(Markup), ReportChartKind.Columns, [Same("1"), Same("2")], [new(Same("minus"), [-1234567.125m, null])], Same("万元")),
                    new ReportGap(Same(Markup)),
                    new ReportHeading(Same(Control)),
                ]),
                new("empty", Same(""), []),
            ],
            Annex = real.Annex with { Rows = [] },
        };
    }

    private static Text Same(string words) => new(words, words);
}
