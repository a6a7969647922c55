namespace Projects.Storage.Tests;

public sealed class IssueSearchOnSqlite(OnSqlite database) : IssueSearchTests(database), IClassFixture<OnSqlite>;

[Collection(OnPostgres.OneAtATime)]
public sealed class IssueSearchOnPostgres(OnPostgres database) : IssueSearchTests(database), IClassFixture<OnPostgres>;

public abstract class IssueSearchTests(TestDatabase database)
{
    [Theory]
    [InlineData("地", "n-1", "n-2")]
    [InlineData("用地", "n-1")]
    [InlineData("地用", "n-2")]
    [InlineData("用地手续", "n-1")]
    [InlineData("手续不全", "n-1", "n-3")]
    [InlineData("手续 环评", "n-3")]
    [InlineData("环评 地")]
    [InlineData("不在")]
    [InlineData("LED", "n-4")]
    [InlineData("ｌｅｄ", "n-4")]
    [InlineData("l", "n-4")]
    [InlineData("n-4", "n-4")]
    [InlineData("n-", "n-1", "n-2", "n-3", "n-4", "n-5")]
    [InlineData("100%", "n-5")]
    [InlineData("%", "n-5")]
    [InlineData("_")]
    [InlineData("\" or *")]
    [InlineData("𠮷野", "n-5")]
    [InlineData("   ", "n-1", "n-2", "n-3", "n-4", "n-5")]
    public async Task It_finds_words_of_any_length_wherever_they_stand(string text, params string[] numbers)
    {
        await using var shelf = await FilledAsync();

        var page = await shelf.Issues.PageAsync(shelf.Park, new() { Text = text }, IssueOrder.Number, false, 10, null, default, CancellationToken.None);

        Assert.Equal(numbers, page.Rows.Select(row => row.Number.Value));
    }

    [Fact]
    public async Task Letters_far_apart_that_share_every_pair_are_no_match()
    {
        await using var shelf = await Shelf.OpenAsync(database);
        // "手续办理" is not here, though 手续, 续办 and 办理 all are.
        await shelf.PutAsync(shelf.Issue("n-1", null) with { Description = "手续，续办；办理" });

        var page = await shelf.Issues.PageAsync(shelf.Park, new() { Text = "手续办理" }, IssueOrder.Due, false, 10, null, default, CancellationToken.None);

        Assert.Empty(page.Rows);
    }

    [Fact]
    public async Task New_words_are_found_and_old_ones_no_more()
    {
        await using var shelf = await FilledAsync();
        await shelf.PutAsync(shelf.Issue("n-1", null) with { Description = "管网未通" });

        Assert.Equal(["n-1"], await FoundAsync(shelf, "管网"));
        Assert.Empty(await FoundAsync(shelf, "用地"));
    }

    [Fact]
    public async Task Emptying_the_table_forgets_the_words()
    {
        await using var shelf = await FilledAsync();
        await database.ExecuteAsync(IssueSearch.Table.Clear);

        Assert.Empty(await FoundAsync(shelf, "手续"));
        await shelf.PutAsync(shelf.Issue("n-9", null) with { Description = "手续" });
        Assert.Equal(["n-9"], await FoundAsync(shelf, "手续"));
    }

    [Fact]
    public void Pairs_do_not_reach_over_what_is_no_letter() =>
        Assert.Equal(["用地", "手续", "a1", "1𠮷"], Bigrams.Of(Bigrams.Plain("用地、手续 Ａ1𠮷 用地")));

    private async Task<Shelf> FilledAsync()
    {
        var shelf = await Shelf.OpenAsync(database);
        await shelf.PutAsync(
            shelf.Issue("n-1", null) with { Description = "用地手续不全" },
            shelf.Issue("n-2", null) with { Description = "土地用途未定" },
            shelf.Issue("n-3", null) with { Description = "环评", Category = "手续不全" },
            shelf.Issue("n-4", null) with { Description = "厂房 Led 照明" },
            shelf.Issue("n-5", null) with { Description = "完成100%，𠮷野" });
        return shelf;
    }

    private static async Task<IEnumerable<string>> FoundAsync(Shelf shelf, string text) =>
        (await shelf.Issues.PageAsync(shelf.Park, new() { Text = text }, IssueOrder.Number, false, 10, null, default, CancellationToken.None))
            .Rows.Select(row => row.Number.Value);
}
