using System.Collections.Immutable;
using System.Security.Cryptography;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>收发表: makes a unit's workbook. What becomes of it when it comes back, <see cref="SheetOrders"/> says.</summary>
public sealed class UnitBooks(ProjectDesk desk, LedgerReach reach, IssueLedger issues)
{
    /// <summary>What one workbook holds at most, both ways.</summary>
    public const int RowsAtMost = 20_000;

    private const int PageRows = 1000;

    /// <summary>By which a returned workbook's requests are known: the same content is the same workbook, whatever its file is called.</summary>
    public static string DigestOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>What a unit leads and has open, by due date, as far as the caller sees it.</summary>
    /// <returns>Null when it is more than a workbook holds.</returns>
    public async Task<UnitBook?> OfAsync(Insight insight, Unit unit, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<UnitBookRow>();
        var days = LightDays.Of(insight.Today, insight.Park.Policy, insight.Calendar);
        if (await reach.WithinAsync(insight, new IssueFilter(Unit: unit.Code, Open: true), cancellationToken) is { } filter)
        {
            IssuePlace? after = null;
            do
            {
                var page = await issues.PageAsync(insight.Park.Code, filter with { Drafts = false }, IssueOrder.Due, descending: false, PageRows, after, days, cancellationToken);
                if (rows.Count + page.Rows.Length > RowsAtMost)
                    return null;
                foreach (var row in page.Rows)
                    if (await desk.IssueAsync(insight, row.Facts.Project, row.Number) is { } sight)
                        rows.Add(UnitBookRow.Of(row.Facts.Project, sight.Project, sight.Issue, sight.List, days.Of(row.Facts), insight.Park));
                after = page.Next;
            }
            while (after is not null);
        }
        return new(insight.Park.Name, unit.Name, insight.Today, rows.ToImmutable());
    }
}
