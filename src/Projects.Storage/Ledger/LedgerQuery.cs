using System.Data.Common;
using System.Text.Json;

namespace Projects.Storage;

/// <summary>
/// One read of the ledger: a statement, the conditions that were asked for, and their parameters. A condition is a constant of
/// our source, so that each combination is a statement the database can plan by its indexes; what a caller says is always a parameter.
/// </summary>
internal sealed class LedgerQuery(DatabaseProvider provider)
{
    private readonly List<string> _conditions = [];
    private readonly Dictionary<string, object> _parameters = [];

    /// <summary>The statement; its word <c>{where}</c> stands for the conditions, <c>{from}</c> for <see cref="From"/>, <c>{issues}</c> for <see cref="Issues"/>.</summary>
    public string Sql { get; set; } = "";

    /// <summary>What is read, where that depends on what is asked.</summary>
    public string From { get; set; } = "";

    /// <summary>Whether a row comes as one text (<see cref="InOneCell"/>).</summary>
    public bool IsInOneCell { get; private set; }

    /// <summary>Where issues are read: as they are now, or as they stood (<see cref="At"/>).</summary>
    private string Issues { get; set; } = "issue_ledger";

    /// <summary>Issues are read as they stood at a time; null for now.</summary>
    public LedgerQuery At(AsOf? time)
    {
        if (time is not { } at) return this;
        Issues = IssueHistory.RowsAsOf;
        return With("at_effective", at.Effective).With("at_recorded", Either<object>(SqliteText.Of(at.Known), at.Known.UtcDateTime));
    }

    public LedgerQuery With(string name, object value)
    {
        _parameters[name] = value;
        return this;
    }

    public LedgerQuery And(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>The columns of a read of a great many rows, all codes, words, numbers and days: where a cell is dear, all of a row in one.</summary>
    public string InOneCell(string columns)
    {
        IsInOneCell = provider == DatabaseProvider.Sqlite;
        return IsInOneCell ? LineCells.Of(columns) : columns;
    }

    /// <summary>A condition with its one parameter; left out when there is no value.</summary>
    public LedgerQuery AndWhen(object? value, string name, string condition) => value is null ? this : And(condition).With(name, value);

    /// <summary>A condition over several texts, which the two databases take differently; left out when there are none.</summary>
    public LedgerQuery AndOneOf(IReadOnlyCollection<string> values, string name, string sqlite, string postgres) =>
        values.Count == 0 ? this : And(sqlite, postgres).WithTexts(name, values);

    /// <summary>Only of these projects, in a table where they are <c>project</c>; of all when there are none.</summary>
    public LedgerQuery AndOneOf(IReadOnlyCollection<ProjectCode> projects) => AndOneOf([.. projects.Select(project => project.Value)], "projects",
        sqlite: "project in (select value from json_each(@projects))", postgres: "project = any(@projects)");

    public LedgerQuery And(string sqlite, string postgres) => And(Either(sqlite, postgres));

    /// <summary>The one of two texts that the database at hand understands.</summary>
    public string Either(string sqlite, string postgres) => Either<string>(sqlite, postgres);

    private T Either<T>(T sqlite, T postgres) => provider == DatabaseProvider.Sqlite ? sqlite : postgres;

    /// <summary>Several texts in one parameter: an array for PostgreSQL, a JSON array for SQLite.</summary>
    public LedgerQuery WithTexts(string name, IReadOnlyCollection<string> values) =>
        With(name, provider == DatabaseProvider.Sqlite ? JsonSerializer.Serialize(values) : values.ToArray());

    /// <summary>The same conditions and parameters, for another statement.</summary>
    public LedgerQuery Copy()
    {
        var copy = new LedgerQuery(provider) { Sql = Sql, From = From, Issues = Issues };
        copy._conditions.AddRange(_conditions);
        foreach (var (name, value) in _parameters)
            copy._parameters[name] = value;
        return copy;
    }

    public DbCommand CommandOn(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql
            .Replace("{from}", From, StringComparison.Ordinal)
            .Replace("{issues}", Issues, StringComparison.Ordinal)
            .Replace("{where}", _conditions.Count == 0 ? "true" : string.Join(" and ", _conditions), StringComparison.Ordinal);
        foreach (var (name, value) in _parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
