using System.Security.Cryptography;
using System.Text;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>Imported sheets of every kind: what one would do, and by which id its orders are known.</summary>
public sealed class Imports(ProjectDesk desk, SheetOrders orders, ProjectLedger projects)
{
    private const int PageRows = 1000;

    /// <summary>Reads a sheet as one of its kind and asks the rules about all of it. Nothing is recorded.</summary>
    /// <param name="target">Null for a kind that is not <see cref="ImportKind.IsIntoList"/>.</param>
    public async Task<RehearsedSheet> RehearseAsync(
        Insight insight, ImportKind kind, ImportTarget? target, ReadTable table, IProgress<SheetProgress>? progress, CancellationToken cancellationToken)
    {
        if (ImportSheet.Of(table, kind.Columns, out var fault) is not { } sheet)
            return await orders.RehearseAsync(insight, ReturnedSheet.Whole(fault!), progress, cancellationToken);
        var names = kind.NamesProjects ? await NamesAsync(insight, cancellationToken) : [];
        Dictionary<ProjectCode, Project> cards = [];
        foreach (var code in kind.About(sheet, new(insight.Park, names)).Distinct())
            if (await desk.CardAsync(insight, code) is { } card)
                cards.Add(code, card);
        var returned = kind.Read(sheet, new(insight.Park, names) { Cards = cards }, target);
        return await orders.RehearseAsync(insight, returned, progress, cancellationToken);
    }

    /// <summary>By which a sheet's requests are known: the same content into the same place is the same sheet, whatever its file is called.</summary>
    public static string DigestOf(ImportKind kind, ImportTarget? target, ReadOnlySpan<byte> content)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{kind.Code}\n{target?.Project}\n{target?.List}\n{target?.Document}\n"));
        digest.AppendData(content);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private async Task<List<(ProjectCode, string)>> NamesAsync(Insight insight, CancellationToken cancellationToken)
    {
        List<(ProjectCode, string)> names = [];
        ProjectPlace? after = null;
        do
        {
            var page = await projects.PageAsync(insight.Park.Code, LedgerReach.Within(insight, new ProjectFilter()), ProjectOrder.Code, descending: false, PageRows, after, cancellationToken);
            names.AddRange(page.Rows.Select(row => (row.Project, row.Name)));
            after = page.Next;
        }
        while (after is not null);
        return names;
    }
}
