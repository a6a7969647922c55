using System.Text;

namespace Projects.Storage;

/// <summary>The words of one issue that a search looks through.</summary>
internal sealed record IssueWords(ParkCode Park, ProjectCode Project, IssueNumber Number, string Words)
{
    public static IssueWords Of(ProjectId project, Issue issue, IssueList list)
    {
        var said = issue.Particulars;
        string?[] words = [issue.Number.Value, said.Description, said.Category, said.Source ?? list.Particulars.Source, said.Goal, said.Remark];
        return new(project.Park, project.Code, issue.Number, Bigrams.Plain(string.Join('\n', words.Where(word => word is not null))));
    }
}

/// <summary>The table <c>issue_search</c>, put only when the words change.</summary>
internal sealed class IssueSearch : LedgerTable<IssueWords>
{
    public static readonly IssueSearch Table = new();

    public override string Name => "issue_search";

    public override string SqliteUpsert => """
        insert into issue_search (park, project, number, words) values (@park, @project, @number, @words)
        on conflict (park, project, number) do update set words = excluded.words;
        insert or replace into issue_bigram (rowid, bigrams)
        select id, @bigrams from issue_search where park = @park and project = @project and number = @number
        """;

    public override string PostgresUpsert => """
        insert into issue_search (park, project, number, words, bigrams)
        select u.park, u.project, u.number, u.words, string_to_array(u.bigrams, ' ')
        from unnest(@park, @project, @number, @words, @bigrams) as u(park, project, number, words, bigrams)
        on conflict (park, project, number) do update set words = excluded.words, bigrams = excluded.bigrams
        """;

    /// <summary>SQLite's bigrams go with their row, by a trigger.</summary>
    public override string Clear => "delete from issue_search";

    public override string SelectAll => "select park, project, number, words from issue_search order by park, project, number";

    protected override IReadOnlyList<LedgerColumn<IssueWords>> Columns { get; } =
    [
        LedgerColumn<IssueWords>.Text("park", row => row.Park.Value),
        LedgerColumn<IssueWords>.Text("project", row => row.Project.Value),
        LedgerColumn<IssueWords>.Text("number", row => row.Number.Value),
        LedgerColumn<IssueWords>.Text("words", row => row.Words),
        LedgerColumn<IssueWords>.Text("bigrams", row => string.Join(' ', Bigrams.Of(row.Words))),
    ];

    protected override string KeyOf(IssueWords row) => $"{row.Park}/{row.Project}/{row.Number}";
}

/// <summary>Text as the search sees it.</summary>
internal static class Bigrams
{
    /// <summary>Lower case; a full-width letter or digit (Ａ, １) is the plain one.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = char.ToLowerInvariant(from[i] is >= '！' and <= '～' ? (char)(from[i] - 0xFEE0) : from[i]);
    });

    /// <summary>Each pair of neighbouring letters or digits, once.</summary>
    public static IEnumerable<string> Of(string plain)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Rune? before = null;
        foreach (var rune in plain.EnumerateRunes())
        {
            var letter = Rune.IsLetterOrDigit(rune);
            if (letter && before is { } first && seen.Add($"{first}{rune}"))
                yield return $"{first}{rune}";
            before = letter ? rune : null;
        }
    }
}
