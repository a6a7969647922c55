namespace Projects.Storage.Tests;

public sealed class DiaryLedgerOnSqlite(OnSqlite database) : DiaryLedgerTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class DiaryLedgerOnPostgres(OnPostgres database) : DiaryLedgerTests(database), IClassFixture<OnPostgres>;

/// <summary>Dated records of a park, as visits are: the newest first, those corrected only when asked for.</summary>
public abstract class DiaryLedgerTests(TestDatabase database)
{
    [Fact]
    public async Task Records_come_newest_first_page_by_page_and_by_what_is_asked_for()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var ledger = new VisitLedger(shelf.Reader);
        DiaryRow<Visit>[] rows =
        [
            Row(Shelf.Project, "a", new(2024, 1, 5)), Row(Shelf.Project, "b", new(2024, 1, 9)), Row(Shelf.OtherProject, "c", new(2024, 1, 9)),
            Row(Shelf.Project, "d", new(2023, 12, 1)), Row(Shelf.Project, "wrong", new(2024, 1, 8), new VisitCode("b")),
        ];
        await shelf.PutAsync([.. rows.Select(VisitLedger.Table.Put)]);

        var first = await ledger.PageAsync(shelf.Park, new(), 2, null, CancellationToken.None);
        Assert.True(DiaryPlace.TryParse(first.Next!.ToString(), out var place));
        var second = await ledger.PageAsync(shelf.Park, new(), 2, place, CancellationToken.None);
        Assert.Equal(["c", "b", "a", "d"], first.Rows.Concat(second.Rows).Select(Code));
        Assert.Null(second.Next);
        Assert.Equal((first.Next, 4), (ledger.PageOf(rows, new(), 2, null).Page.Next, ledger.PageOf(rows, new(), 2, null).Total));
        Assert.Equal(["a", "d"], ledger.PageOf(rows, new(), 2, place).Page.Rows.Select(Code));

        Assert.Equal(["b", "a", "d"], await CodesAsync(new(Shelf.Project)));
        Assert.Equal(["b", "wrong", "a"], await CodesAsync(new(Shelf.Project, From: new DateOnly(2024, 1, 1), Corrected: true)));
        Assert.Equal(["a", "d"], await CodesAsync(new(Until: new DateOnly(2024, 1, 5))));
        Assert.Equal(["c"], await CodesAsync(new() { Within = [Shelf.OtherProject] }));
        Assert.Equal(4, await ledger.CountAsync(shelf.Park, new(), CancellationToken.None));
        Assert.Empty((await ledger.PageAsync(new("elsewhere"), new(), 10, null, CancellationToken.None)).Rows);

        DiaryRow<Visit> Row(ProjectCode project, string code, DateOnly day, VisitCode? correctedBy = null) => new(shelf.Park, project, Visit(code, day, correctedBy));

        // The same whether the table is asked or records replayed.
        async Task<IEnumerable<string>> CodesAsync(DiaryFilter filter)
        {
            var codes = (await ledger.PageAsync(shelf.Park, filter, 10, null, CancellationToken.None)).Rows.Select(Code).ToList();
            Assert.Equal(codes, ledger.PageOf(rows, filter, 10, null).Page.Rows.Select(Code));
            return codes;
        }
    }

    [Fact]
    public async Task A_record_is_found_whole_by_its_code_in_its_own_project()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        var (ledger, visit) = (new VisitLedger(shelf.Reader), Visit("a", new(2024, 1, 5)));
        await shelf.PutAsync(VisitLedger.Table.Put(new(shelf.Park, Shelf.Project, visit)));

        Assert.Equal(LedgerJson.Of(visit), LedgerJson.Of(await ledger.FindAsync(new(shelf.Park, Shelf.Project), "a", CancellationToken.None)));
        Assert.Null(await ledger.FindAsync(new(shelf.Park, Shelf.OtherProject), "a", CancellationToken.None));
        Assert.Null(await ledger.FindAsync(new(shelf.Park, Shelf.Project), "b", CancellationToken.None));
    }

    private static Visit Visit(string code, DateOnly day, VisitCode? correctedBy = null) => new(
        new(code), new(day, [new("deputy")], "某企业", null, "所见", ["用电"]), [new("n-1")], null, null, correctedBy, new(new("officer"), Role.ProjectOfficer, new("office")), day, 3);

    private static string Code(DiaryRow<Visit> row) => row.Entry.Code.Value;
}
