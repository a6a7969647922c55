using System.Text;
using Spectre.Console;

namespace Projects.Cli.Show;

/// <summary>Sheets on a screen as boxes in colour; into a file or a pipe as aligned text with nothing cut off.</summary>
internal static class SheetWriter
{
    public static void Write(Terminal terminal, IEnumerable<Sheet> sheets)
    {
        var first = true;
        foreach (var sheet in sheets)
        {
            if (!first && sheet.Columns.Count > 0)
                terminal.Out.WriteLine();
            first = false;
            if (sheet.Title.Length > 0)
                terminal.Out.WriteLine(Printable(sheet.Title));
            if (sheet.Columns.Count == 0)
                continue;
            if (terminal.IsScreen)
                WriteBox(terminal.Out, sheet);
            else
                WritePlain(terminal.Out, sheet);
        }
    }

    /// <summary>Columns on a screen a Chinese character takes: two for East Asian wide ones.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    private static void WriteBox(TextWriter output, Sheet sheet)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in sheet.Columns)
            table.AddColumn(new TableColumn(new Markup(Markup.Escape(column), new Style(decoration: Decoration.Bold))));
        foreach (var row in sheet.Rows)
            table.AddRow(row.Select(cell => new Text(Printable(cell), StyleOf(cell))));
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table);
    }

    private static void WritePlain(TextWriter output, Sheet sheet)
    {
        var lines = sheet.Rows.Prepend(sheet.Columns).Select(row => row.Select(Printable).ToList()).ToList();
        var widths = Enumerable.Range(0, sheet.Columns.Count).Select(column => lines.Max(line => Width(line[column]))).ToList();
        foreach (var line in lines)
        {
            var text = new StringBuilder();
            for (var column = 0; column < line.Count; column++)
                text.Append(line[column]).Append(' ', widths[column] - Width(line[column]) + 2);
            output.WriteLine(text.ToString().TrimEnd());
        }
    }

    /// <summary>What others typed must not steer this terminal, nor break a line of a table.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => letter is '\n' or '\t' ? ' ' : letter)
        .Where(letter => !char.IsControl(letter) && letter is not (>= '\u202a' and <= '\u202e') and not (>= '\u2066' and <= '\u2069')));

    private static Style StyleOf(string cell) => cell switch
    {
        "红" or "red" => new Style(Color.Red),
        "黄" or "yellow" => new Style(Color.Yellow),
        "绿" or "green" => new Style(Color.Green),
        _ => Style.Plain,
    };

    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3)
        or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff)
        or (>= 0x20000 and <= 0x3fffd);
}
