using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>One row of an existing ledger on its way to a take-over; gathers everything that is wrong with it.</summary>
internal sealed partial class TakeInRowReader(ReadRow row, Dictionary<int, TakeInColumn> columns, ParkNames names) : RowReader<TakeInColumn>(row, columns, column => column.Title)
{
    private static readonly char[] BetweenNames = ['、', ',', '，', ';', '；', '\n'];

    public TakeOverIssue Read(ListCode list, string document)
    {
        foreach (var (column, cell) in Cells.Where(cell => cell.Value.Kind is CellKind.Broken))
            Fault(column, new("是出错的单元格", "is a broken cell"));
        var number = Needed(TakeInColumns.Number);
        if (number is not null && !Identifier.IsIssueNumber(number))
            Fault(TakeInColumns.Number, new("编号限汉字、字母、数字和 - . _，最长40字", "must be letters, digits and - . _, at most 40"));
        var (found, registered) = (Day(TakeInColumns.FoundOn), Day(TakeInColumns.RegisteredOn));
        if (registered is null && found is null && !Cells.ContainsKey(TakeInColumns.RegisteredOn) && !Cells.ContainsKey(TakeInColumns.FoundOn))
            Fault(TakeInColumns.RegisteredOn, new("立账日期和发现日期至少要有一个", "or the day it was found must be there"));
        var particulars = new IssueParticulars(
            Needed(TakeInColumns.Description) ?? "", Words(TakeInColumns.Source), found, Words(TakeInColumns.Category),
            Member(TakeInColumns.Grade, names.Labels.Of, Grade.Ordinary), Member(TakeInColumns.Kind, names.Labels.Of, IssueKind.OneOff), RootCause.Unknown,
            Named(TakeInColumns.Leader, names.People), Named(TakeInColumns.LeadUnit, names.Units), Several(TakeInColumns.Supporting, names.Units),
            Named(TakeInColumns.Responsible, names.People), Named(TakeInColumns.Acceptance, names.Units), Words(TakeInColumns.Goal),
            Items(TakeInColumns.Criteria), Items(TakeInColumns.Measures), Day(TakeInColumns.Due), null, Words(TakeInColumns.Remark));
        var stated = new TakeOver(
            document, Member(TakeInColumns.State, IssueWords.Of, IssueState.Registered), registered ?? found ?? default, Day(TakeInColumns.AcceptedOn), Day(TakeInColumns.RequestedOn),
            Day(TakeInColumns.ClosedOn), Words(TakeInColumns.FilingNumber), Day(TakeInColumns.CurrentDue), Day(TakeInColumns.NextReview), People: People());
        return new(list, number is null ? null : IssueNumber.Of(number), particulars, stated);
    }

    /// <summary>Who verified and approved, as the document says it.</summary>
    private string? People()
    {
        var said = new[] { TakeInColumns.Verified, TakeInColumns.Approved }.Where(Cells.ContainsKey).Select(column => $"{column.Title}：{Words(column)}").ToList();
        return said.Count == 0 ? null : string.Join('\n', said);
    }

    private string? Needed(TakeInColumn column)
    {
        if (Words(column) is { } said)
            return said;
        Fault(column, new("不能为空", "must not be empty"));
        return null;
    }

    private TEnum Member<TEnum>(TakeInColumn column, Func<TEnum, Text> called, TEnum unsaid) where TEnum : struct, Enum
    {
        if (Words(column) is not { } said)
            return unsaid;
        foreach (var member in Enum.GetValues<TEnum>())
            if (called(member) is var name && (name.Zh == said || string.Equals(name.En, said, StringComparison.OrdinalIgnoreCase)))
                return member;
        var all = Enum.GetValues<TEnum>().Select(called).ToList();
        Fault(column, new($"应为{string.Join('、', all.Select(name => name.Zh))}之一", $"must be one of {string.Join(", ", all.Select(name => name.En))}"));
        return unsaid;
    }

    private TId? Named<TId>(TakeInColumn column, Func<string, IEnumerable<TId>> find) where TId : struct => Words(column) is { } said ? Found(column, said, find) : null;

    private ImmutableArray<TId> Several<TId>(TakeInColumn column, Func<string, IEnumerable<TId>> find) where TId : struct =>
        [.. (Words(column) ?? "").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => Found(column, name, find)).OfType<TId>()];

    private TId? Found<TId>(TakeInColumn column, string name, Func<string, IEnumerable<TId>> find) where TId : struct
    {
        var found = find(name).Take(2).ToList();
        if (found.Count == 0)
            Fault(column, new($"园区没有“{name}”，请先登记或改为登记的名称", $"the park has no '{name}': enter it first, or write its name as entered"));
        else if (found.Count > 1)
            Fault(column, new($"园区有不止一个“{name}”，须由人逐项接管", $"the park has more than one '{name}': take the issue over by hand"));
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>A line each, or numbered on one line; their numbers are ours to give.</summary>
    private ImmutableArray<string> Items(TakeInColumn column) =>
        [.. Numbered().Split(Words(column) ?? "").SelectMany(part => part.Split('\n')).Select(item => item.Trim(' ', '；', ';')).Where(item => item.Length > 0)];

    [GeneratedRegex(@"(?:^|(?<=[\s；;。]))(?:\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
