namespace Projects.Cli.Tests.Served;

/// <summary>The way of an issue to its notice (DOMAIN 5) by five people at the command line; each short cut ends in the reason and exit code a script can rely on.</summary>
public sealed class ClosingTests(Desk desk) : IClassFixture<Desk>
{
    private const string Number = "CLI-1";

    [Fact]
    public async Task Five_people_bring_an_issue_to_its_notice_and_nobody_comes_round_a_step()
    {
        foreach (var person in new[] { "ledger-a", "planning-head", "planning-handler", "verifier-a", "ledger-director", "deputy-a" })
            await desk.SignInAsync(person);

        await Done("ledger-a", "DRAFT", ["draft", "--id", Number, "--list", "lfp-issues", "--description", "施工便道未通", "--leader", "deputy-a",
            "--lead-unit", "planning", "--criterion", "便道已贯通", "--measure", "修筑便道", "--due", "2024-03-29"]);
        await Refused("planning-handler", 4, "FORBIDDEN", "register", Number);
        await Refused("planning-head", 3, "WRONG_STATE", "accept", Number);
        await Done("ledger-a", "REGISTERED", ["register", Number]);
        await Refused("planning-head", 3, "WRONG_STATE", "request-closure", Number, "--statement", "已完成");
        await Done("planning-head", "RECTIFYING", ["accept", Number]);

        await Refused("planning-head", 3, "CRITERIA_OPEN", "request-closure", Number, "--statement", "已完成");
        await Done("planning-handler", "RECTIFYING", ["progress", Number, "--progress", "便道过半"]);
        await Done("planning-handler", "RECTIFYING", ["measure-done", Number, "--measure", "1"]);
        await Refused("planning-head", 3, "NO_EVIDENCE", "request-closure", Number, "--statement", "已完成");
        var proof = desk.Paper("现场.pdf", [.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()]);
        await Done("planning-handler", "RECTIFYING", ["evidence", Number, "--evidence", proof, "--criterion", "1"]);
        await Done("planning-head", "RECTIFYING", ["self-check", Number, "--statement", "自查合格"]);
        await Done("planning-head", "CLOSURE_REQUESTED", ["request-closure", Number, "--statement", "已完成"]);

        await Refused("ledger-director", 3, "WRONG_STATE", "approve", Number);
        await Refused("ledger-a", 2, "INVALID", "start-verification", Number, "--verifier", "planning-head");
        await Done("ledger-a", "VERIFYING", ["start-verification", Number, "--verifier", "verifier-a"]);
        await Refused("planning-head", 4, "FORBIDDEN", "verify", Number, "--opinion", "属实", "--judgement", "1=met");
        await Done("verifier-a", "AWAITING_APPROVAL", ["verify", Number, "--opinion", "属实", "--judgement", "1=met"]);

        await Refused("verifier-a", 4, "FORBIDDEN", "approve", Number);
        await Refused("deputy-a", 4, "SEPARATION_OF_DUTIES", "approve", Number);
        await Done("ledger-director", "ON_NOTICE", ["approve", Number, "--opinion", "同意"]);
        await Refused("ledger-a", 3, "NOTICE_RUNNING", "end-notice", Number);

        var shown = await desk.RunAsync("ledger-a", "issue", "show", Number, "--project", "lithium-iron-phosphate");
        Assert.Contains("1  便道已贯通  现场.pdf  核查人甲 达到\n", shown.Out, StringComparison.Ordinal);
        Assert.Contains("issue end-notice", shown.Out, StringComparison.Ordinal);
    }

    private async Task Done(string person, string state, string[] verb)
    {
        var issue = (await desk.RunAsync(person, ["issue", .. verb, "--project", "lithium-iron-phosphate", "--json"])).Json;
        Assert.Equal($"ISSUE_STATE_{state}", issue.GetProperty("state").GetString());
    }

    private async Task Refused(string person, int exitCode, string reason, params string[] verb) =>
        Assert.Equal((exitCode, reason), (await desk.RunAsync(person, ["issue", .. verb, "--project", "lithium-iron-phosphate", "--json"])).Refusal);
}
