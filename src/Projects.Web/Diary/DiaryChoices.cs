using System.Collections.Immutable;
using Projects.Web.Issues;

namespace Projects.Web.Diary;

/// <summary>What a record of a project may name: its lists, the issues that stand in them, people.</summary>
internal sealed record DiaryChoices(ImmutableArray<IssueList> Lists, ImmutableArray<IssueRow> Issues)
{
    /// <summary>At most so many issues are offered, the most pressing first.</summary>
    private const int MostIssues = 200;

    private const int LongestLabel = 40;

    /// <summary>Draft, or in the books and not at its end.</summary>
    private static readonly ImmutableArray<IssueState> Standing = [.. Enum.GetValues<IssueState>().Where(state => state is not (IssueState.Closed or IssueState.Filed or IssueState.Void))];

    /// <param name="also">Issues offered too whatever their state: those the record corrected names.</param>
    public static async Task<DiaryChoices> OfAsync(Project card, Insight insight, IssueLedger issues, ImmutableArray<IssueNumber> also, CancellationToken cancellationToken)
    {
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        var standing = (await issues.PageAsync(
            insight.Park.Code, new(Project: card.Id.Code, States: Standing, Drafts: true), IssueOrder.Light, descending: false, MostIssues, null, days, cancellationToken)).Rows;
        var more = await issues.FindAsync(card.Id, [.. also.Except(standing.Select(row => row.Number))], cancellationToken);
        return new([.. card.Lists.Values.Where(list => list.Status is not ListStatus.Archived)], [.. more, .. standing]);
    }

    public static Choice Of(IssueList list) => Same(list.Code.Value, list.Particulars.Name);

    public static Choice Of(IssueRow row) => Same(row.Number.Value, $"{row.Number} {(row.Description.Length > LongestLabel ? row.Description[..LongestLabel] + "…" : row.Description)}");

    /// <summary>Everybody of business today, and whom the record corrected names.</summary>
    public static ImmutableArray<Choice> People(Insight insight, params IEnumerable<PersonId> also)
    {
        var today = PeopleAndUnits.OfBusiness(insight);
        var known = today.Select(choice => choice.Value).ToHashSet();
        return [.. today, .. also.Distinct().Where(person => !known.Contains(person.Value)).Select(person => Same(person.Value, insight.Park.NameOf(person)))];
    }

    private static Choice Same(string value, string label) => new(value, new(label, label));
}
