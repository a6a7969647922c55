using System.Text.Json;
using System.Text.RegularExpressions;

namespace Projects.Cli.Tests.Served;

/// <summary>What an officer does in a day, with the command line against the real server.</summary>
public sealed partial class OfficeDayTests(Desk desk) : IClassFixture<Desk>
{
    private const string Lfp = "lithium-iron-phosphate";

    [Fact]
    public async Task A_link_of_the_first_start_signs_in_once()
    {
        var code = LinkOfLeader().Match(desk.Server.Said()).Groups[1].Value;
        var session = (await desk.RunAsync("leader", "sign-in", "--link", code, "--json")).Json;
        Assert.Equal("parks/panzhihua/people/deputy-a", session.GetProperty("person").GetString());
        Assert.False(session.TryGetProperty("bearerToken", out _));
        Assert.Equal((4, "UNAUTHENTICATED"), (await desk.RunAsync("leader", "sign-in", "--link", code, "--json")).Refusal);
    }

    [Fact]
    public async Task The_committee_list_reads_40_percent_the_branch_list_an_interval_and_nothing_is_added_up_over_both()
    {
        await desk.SignInAsync("auditor-a");
        var rates = (await desk.RunAsync("auditor-a", "rates", "--json")).Json;
        Assert.Equal("40.0 %", Rate(ListOf(rates, "committee"), "RATE_KIND_CLOSURE").GetProperty("rate").GetProperty("shown").GetString());
        Assert.Equal("约71.7%–86.8%", Rate(ListOf(rates, "branches"), "RATE_KIND_RECTIFICATION").GetProperty("rate").GetProperty("shown").GetString());
        var total = Rate(rates.GetProperty("whole"), "RATE_KIND_CLOSURE");
        Assert.False(total.TryGetProperty("rate", out _));
        Assert.NotEqual("", total.GetProperty("noTotal").GetString());

        var shown = (await desk.RunAsync("auditor-a", "rates")).Out;
        Assert.Contains("40.0 %（2/5）", shown, StringComparison.Ordinal);
        Assert.Contains("约71.7%–86.8%（71–79/91–99）", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_and_a_meeting_are_recorded_with_what_came_of_them_in_short_forms()
    {
        await desk.SignInAsync("officer-a");
        var visit = (await desk.RunAsync("officer-a", "visit", "record", "-p", Lfp, "--id", "cli-visit", "--visit-date", "2024-01-11", "--visitor", "officer-a", "--place", "工地",
            "--seen", "围墙破损", "--draft", "lfp-issues:修补围墙", "--json")).Json;
        Assert.Equal(1, visit.GetProperty("issues").GetArrayLength());
        var meeting = (await desk.RunAsync("officer-a", "meeting", "record", "-p", Lfp, "--id", "cli-meeting", "--meeting-date", "2024-01-11", "--chair", "deputy-a", "--attendee", "officer-a",
            "--topic", "围墙", "--resolution", "lfp-issues:planning:2024-02-29:围墙全线检修", "--json")).Json;
        var item = meeting.GetProperty("resolutions")[0];
        Assert.Equal(("围墙全线检修", "ISSUE_STATE_DRAFT"), (item.GetProperty("text").GetString(), item.GetProperty("state").GetString()));

        Assert.Contains("围墙破损", (await desk.RunAsync("officer-a", "visit", "list", "--project", "-")).Out, StringComparison.Ordinal);
        Assert.Contains("围墙全线检修", (await desk.RunAsync("officer-a", "meeting", "show", "cli-meeting", "--project", Lfp)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weekly_report_is_read_reviewed_signed_saved_and_made_again()
    {
        foreach (var person in new[] { "ledger-a", "ledger-director", "chief" })
            await desk.SignInAsync(person);
        Assert.Contains("〔2024〕1号", (await desk.RunAsync("ledger-a", "report", "list")).Out, StringComparison.Ordinal);
        var shown = (await desk.RunAsync("ledger-a", "report", "show", "2024-1")).Out;
        Assert.Contains("## 问题整改销号", shown, StringComparison.Ordinal);
        Assert.Contains("手续办理：数据缺失。", shown, StringComparison.Ordinal);
        Assert.Equal((3, "WRONG_STATE"), (await desk.RunAsync("chief", "report", "sign", "2024-1", "--json")).Refusal);
        Assert.Equal((4, "FORBIDDEN"), (await desk.RunAsync("ledger-a", "report", "review", "2024-1", "--json")).Refusal);

        await desk.RunAsync("ledger-director", "report", "review", "2024-1", "--opinion", "数据已核");
        var signed = (await desk.RunAsync("chief", "report", "sign", "2024-1", "--json")).Json;
        Assert.Equal("WEEKLY_REPORT_STATE_ISSUED", signed.GetProperty("state").GetString());
        var path = Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.docx");
        try
        {
            Assert.Equal(0, (await desk.RunAsync("ledger-a", "report", "file", "2024-1", "--format", "docx", "-o", path)).ExitCode);
            Assert.Equal(signed.GetProperty("files")[0].GetProperty("digest").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path))));
            Assert.Equal(2, (await desk.RunAsync("ledger-a", "report", "file", "2024-1", "--format", "docx", "-o", path)).ExitCode);
        }
        finally
        {
            File.Delete(path);
        }
        Assert.True((await desk.RunAsync("ledger-a", "report", "reproduce", "2024-1", "--json")).Json.GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task The_ledger_is_listed_and_a_project_shown()
    {
        await desk.SignInAsync("officer-b");
        var rows = (await desk.RunAsync("officer-b", "issue", "list", "--list", "committee", "--project", "theme-education", "--json")).Json.GetProperty("rows");
        Assert.Equal(5, rows.GetArrayLength());
        Assert.Contains("党工委问题清单", (await desk.RunAsync("officer-b", "issue-list", "list", "--project", "theme-education")).Out, StringComparison.Ordinal);
        var project = await desk.RunAsync("officer-b", "project", "show", Lfp);
        Assert.Contains("70亿元", project.Out, StringComparison.Ordinal);
        Assert.StartsWith("示例数据，示例时钟现为 2024-01-12 ", project.Error, StringComparison.Ordinal);
        Assert.Equal((5, "NOT_FOUND"), (await desk.RunAsync("officer-b", "project", "show", "no-such-project", "--json")).Refusal);
    }

    [Fact]
    public async Task The_ledger_is_exported_to_a_file_that_is_never_overwritten()
    {
        await desk.SignInAsync("auditor-a");
        var folder = Directory.CreateTempSubdirectory("cli-ledger");
        try
        {
            var (csv, xlsx) = (Path.Combine(folder.FullName, "ledger.csv"), Path.Combine(folder.FullName, "ledger.xlsx"));
            var file = (await desk.RunAsync("auditor-a", "ledger", "--list", "committee", "--project", "theme-education", "--csv", csv, "--json")).Json;
            Assert.Equal(5, file.GetProperty("rowCount").GetInt32());
            Assert.Contains("党工委问题清单", await File.ReadAllTextAsync(csv), StringComparison.Ordinal);
            var closed = Path.Combine(folder.FullName, "closed.csv");
            await desk.RunAsync("auditor-a", "ledger", "--closed-from-date", "2023-12-01", "--closed-to-date", "2023-12-31", "--csv", closed, "--json");
            Assert.NotEqual(await File.ReadAllTextAsync(csv), await File.ReadAllTextAsync(closed));
            // Nothing waits for an auditor: the header alone.
            var mine = Path.Combine(folder.FullName, "mine.csv");
            await desk.RunAsync("auditor-a", "ledger", "--mine", "--csv", mine, "--json");
            Assert.Single(await File.ReadAllLinesAsync(mine));
            await desk.RunAsync("auditor-a", "ledger", "--xlsx", xlsx, "--json");
            Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(xlsx))[..2]);
            Assert.Equal((2, "USAGE"), (await desk.RunAsync("auditor-a", "ledger", "--csv", csv, "--json")).Refusal);
            Assert.Equal((2, "USAGE"), (await desk.RunAsync("auditor-a", "ledger", "--json")).Refusal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_units_workbook_is_fetched_filled_in_and_checked_and_a_faulty_row_is_named()
    {
        await desk.SignInAsync("planning-head");
        var folder = Directory.CreateTempSubdirectory("cli-workbook");
        try
        {
            var book = Path.Combine(folder.FullName, "planning.xlsx");
            Assert.Equal(0, (await desk.RunAsync("planning-head", "workbook", "get", "planning", "-o", book)).ExitCode);
            Assert.Equal((2, "USAGE"), (await desk.RunAsync("planning-head", "workbook", "get", "planning", "-o", book, "--json")).Refusal);
            var untouched = (await desk.RunAsync("planning-head", "workbook", "check", book, "--json")).Json;
            Assert.True(untouched.GetProperty("untouchedCount").GetInt32() > 0);

            var filled = Path.Combine(folder.FullName, "filled.csv");
            await File.WriteAllTextAsync(filled, "问题编号,项目编码,版本,本期进展\r\nNO-SUCH-ISSUE,lithium-iron-phosphate,1,便道已通\r\n");
            var fault = (await desk.RunAsync("planning-head", "workbook", "check", filled, "--json")).Json.GetProperty("faults")[0];
            Assert.Equal((2, "NO-SUCH-ISSUE"), (fault.GetProperty("row").GetInt32(), fault.GetProperty("value").GetString()));
            Assert.Equal("IMPORT_ROW", (await desk.RunAsync("planning-head", "workbook", "import", filled, "--json")).Refusal.Reason);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_ledger_is_checked_first_and_taken_over_when_it_is_said()
    {
        await desk.SignInAsync("ledger-a");
        var folder = Directory.CreateTempSubdirectory("cli-import");
        try
        {
            var template = Path.Combine(folder.FullName, "ledger.xlsx");
            Assert.Equal(0, (await desk.RunAsync("ledger-a", "import", "template", "--kind", "ledger", "-o", template)).ExitCode);
            Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(template))[..2]);
            Assert.Contains("既有台账（接管）", (await desk.RunAsync("ledger-a", "import", "kinds")).Out, StringComparison.Ordinal);

            var ledger = Path.Combine(folder.FullName, "ledger.csv");
            await File.WriteAllTextAsync(ledger, "编号,存在问题,状态,发现时间,销号日期,责任单位,责任领导,销号标准,整改措施,时限\r\nCLI-OLD-1,旧围墙破损,已销号,2023年9月1日,2023-10-20,规划建设局,分管领导甲,修好,砌墙,2023/10/31\r\n");
            string[] import = ["import", ledger, "--kind", "ledger", "--project", Lfp, "--list", "lfp-issues", "--document", "2023年台账", "--json"];
            var looked = (await desk.RunAsync("ledger-a", import)).Json;
            Assert.Equal((1, false), (looked.GetProperty("rowCount").GetInt32(), looked.TryGetProperty("applied", out _)));
            Assert.True((await desk.RunAsync("ledger-a", [.. import, "--apply"])).Json.GetProperty("applied").GetBoolean());
            Assert.Equal(1, (await desk.RunAsync("ledger-a", import)).Json.GetProperty("alreadyCount").GetInt32());
            Assert.Equal(0, (await desk.RunAsync("ledger-a", "issue", "show", "CLI-OLD-1", "--project", Lfp)).ExitCode);

            await File.AppendAllTextAsync(ledger, "CLI-OLD-2,旧,已销号,2024-02-30,2023-10-20,规划建设局,分管领导甲,修好,砌墙,2023/10/31\r\n");
            Assert.Equal("IMPORT_ROW", (await desk.RunAsync("ledger-a", [.. import, "--apply"])).Refusal.Reason);
            Assert.Equal((2, "INVALID"), (await desk.RunAsync("ledger-a", "import", ledger, "--kind", "poems", "--json")).Refusal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_closure_sheet_is_saved_as_a_document_that_is_never_overwritten()
    {
        await desk.SignInAsync("auditor-a");
        var folder = Directory.CreateTempSubdirectory("cli-sheet");
        try
        {
            var sheet = Path.Combine(folder.FullName, "sheet.docx");
            string[] get = ["issue", "closure-sheet", "ZT-2023-01", "--project", "theme-education", "-o", sheet, "--json"];
            Assert.Equal(0, (await desk.RunAsync("auditor-a", get)).ExitCode);
            Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(sheet))[..2]);
            Assert.Equal((2, "USAGE"), (await desk.RunAsync("auditor-a", get)).Refusal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_ledger_a_project_and_the_rates_are_shown_as_they_stood()
    {
        await desk.SignInAsync("auditor-a");
        string[] then = ["--as-of", "2023-12-01", "--known", "2023-12-02T00:00:00Z", "--json"];
        var rows = (await desk.RunAsync("auditor-a", ["issue", "list", .. then])).Json;
        Assert.Equal(1, rows.GetProperty("asOf").GetProperty("effectiveDate").GetProperty("day").GetInt32());
        Assert.Equal("2023-12-02T00:00:00Z", rows.GetProperty("asOf").GetProperty("knownTime").GetString());
        var now = (await desk.RunAsync("auditor-a", "issue", "list", "--json")).Json;
        Assert.NotEqual(now.GetProperty("rows").GetRawText(), rows.TryGetProperty("rows", out var past) ? past.GetRawText() : "");
        Assert.Contains("所示为过去：截至 2023-12-01", (await desk.RunAsync("auditor-a", "issue", "list", "--as-of", "2023-12-01")).Out, StringComparison.Ordinal);
        Assert.Equal(2023, (await desk.RunAsync("auditor-a", ["rates", .. then])).Json.GetProperty("date").GetProperty("year").GetInt32());
        Assert.Contains("2023-12-20", (await desk.RunAsync("auditor-a", "project", "show", Lfp, "--as-of", "2023-12-20")).Out, StringComparison.Ordinal);
        Assert.Equal((2, "INVALID"), (await desk.RunAsync("auditor-a", "rates", "--as-of", "2099-01-01", "--json")).Refusal);
    }

    [Fact]
    public async Task Tables_are_read_in_the_parks_own_words()
    {
        await desk.SignInAsync("officer-b");
        Assert.Contains("各级基层党组织", (await desk.RunAsync("officer-b", "issue-list", "show", "branches", "--project", "theme-education")).Out, StringComparison.Ordinal);
        Assert.Contains("party branches at all levels", (await desk.RunAsync("officer-b", "issue-list", "show", "branches", "--project", "theme-education", "--lang", "en")).Out, StringComparison.Ordinal);
        Assert.Contains("TIER_BRANCH", (await desk.RunAsync("officer-b", "issue-list", "show", "branches", "--project", "theme-education", "--json")).Out, StringComparison.Ordinal);

        await desk.SignInAsync("system-admin");
        string[] set = ["park", "vocabulary", "set", "task-force", "--json"];
        Assert.Equal(2, (await desk.RunAsync("system-admin", [.. set, "--term", "磷酸（锰）铁锂项目专班（示例）", "--term", "钛材专班"])).Json.GetProperty("terms").GetArrayLength());
        Assert.Contains("钛材专班", (await desk.RunAsync("system-admin", "park", "vocabulary", "list")).Out, StringComparison.Ordinal);
        Assert.False((await desk.RunAsync("system-admin", set)).Json.TryGetProperty("terms", out var terms) && terms.GetArrayLength() > 0);
        Assert.Equal((4, "FORBIDDEN"), (await desk.RunAsync("officer-b", "park", "labels", "set", "--label", "tier.branch=党支部", "--json")).Refusal);
    }

    [Fact]
    public async Task A_milestone_is_reported_by_one_and_verified_by_another()
    {
        await desk.SignInAsync("officer-a");
        var proof = desk.Paper("试生产条件确认.pdf", [.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()]);
        string[] report = ["milestone", "report", "s2-ready", "--project", Lfp, "--evidence", proof, "--json"];
        Assert.Equal((2, "FUTURE_DATE"), (await desk.RunAsync("officer-a", [.. report, "--actual-date", "2024-03-01"])).Refusal);
        Assert.Equal("MILESTONE_STATE_REPORTED", (await desk.RunAsync("officer-a", [.. report, "--actual-date", "2024-01-11"])).Json.GetProperty("state").GetString());
        string[] verify = ["milestone", "verify", "s2-ready", "--project", Lfp, "--json"];
        Assert.Equal((4, "SEPARATION_OF_DUTIES"), (await desk.RunAsync("officer-a", verify)).Refusal);
        await desk.SignInAsync("officer-b");
        Assert.Equal("MILESTONE_STATE_VERIFIED", (await desk.RunAsync("officer-b", verify)).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_file_comes_back_byte_for_byte()
    {
        await desk.SignInAsync("economy-handler");
        byte[] content = [.. "%PDF-1.4\n"u8, .. Enumerable.Range(0, 1_500_000).Select(place => (byte)(place * 31))];
        var kept = (await desk.RunAsync("economy-handler", "evidence", "put", desk.Paper("检测报告.pdf", content), "--json")).Json.GetProperty("name").GetString()!;
        var back = desk.Paper("back.pdf", []) + ".copy";
        Assert.Equal(0, (await desk.RunAsync("economy-handler", "evidence", "get", kept, "--output", back)).ExitCode);
        Assert.Equal(content, await File.ReadAllBytesAsync(back));
        Assert.Equal(2, (await desk.RunAsync("economy-handler", "evidence", "get", kept, "--output", back)).ExitCode);
    }

    [Fact]
    public async Task A_program_reads_with_a_token_of_its_own_and_writes_nothing()
    {
        await desk.SignInAsync("economy-head");
        var secret = (await desk.RunAsync("economy-head", "token", "create", "--display-name", "周报", "--scope", "read", "--json")).Json.GetProperty("secret").GetString()!;
        var asProgram = new Dictionary<string, string> { ["PROJECTS_TOKEN"] = secret };
        Assert.True((await desk.RunWithAsync("program", "", asProgram, "issue", "list", "--json")).Json.GetProperty("rows").GetArrayLength() > 0);
        var refused = await desk.RunWithAsync("program", "", asProgram, "issue", "accept", "LFP-2024-01", "--project", Lfp, "--json");
        Assert.Equal((4, "FORBIDDEN"), refused.Refusal);
    }

    private static JsonElement ListOf(JsonElement rates, string list) =>
        rates.GetProperty("lists").EnumerateArray().Single(group => group.GetProperty("list").GetString()!.EndsWith($"/lists/{list}", StringComparison.Ordinal));

    private static JsonElement Rate(JsonElement group, string kind) =>
        group.GetProperty("rates").EnumerateArray().Single(rate => rate.GetProperty("kind").GetString() == kind);

    [GeneratedRegex(@"panzhihua\.deputy-a\).*#(prl_\S+)")]
    private static partial Regex LinkOfLeader();
}
