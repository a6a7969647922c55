using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Projects.Cli.Tests;

/// <summary>What a person or a script reads, letter by letter.</summary>
public sealed class ShownTests
{
    private static readonly ListLedgerResponse Ledger = new()
    {
        Rows =
        {
            new LedgerRow
            {
                Issue = "parks/p/projects/lfp/issues/7", Number = "7", State = IssueState.Rectifying, Light = Light.Red, ListDisplayName = "党工委清单",
                Description = "用地手续\n未办结", BallInCourt = { new Holder { Shown = "自然资源局" } },
                CurrentDueDate = new Google.Type.Date { Year = 2024, Month = 1, Day = 5 },
            },
        },
    };

    [Fact]
    public void A_pipe_gets_aligned_text_with_nothing_cut_off() => Assert.Equal(
        """
        编号  项目  状态    灯  期限        清单        球在谁手    问题
        7     lfp   整改中  红  2024-01-05  党工委清单  自然资源局  用地手续 未办结

        """.ReplaceLineEndings("\n"), Shown(Ledger, Language.Chinese));

    [Fact]
    public void The_same_in_English() => Assert.Equal(
        """
        number  project  state       light  due         list        must act    issue
        7       lfp      rectifying  red    2024-01-05  党工委清单  自然资源局  用地手续 未办结

        """.ReplaceLineEndings("\n"), Shown(Ledger, Language.English));

    [Fact]
    public void A_rate_shows_what_it_counts_and_a_missing_total_says_why()
    {
        var rates = new ListRatesResponse
        {
            Whole = new LedgerRates
            {
                Rates =
                {
                    new LedgerRate { DisplayName = "销号率", Rate = new Rate { Shown = "40.0 %", Numerator = Exactly("2"), Denominator = Exactly("5") } },
                    new LedgerRate { DisplayName = "完成率", NoTotal = "口径不同，不合计", Definition = "已完成 ÷ 全部" },
                },
            },
        };
        var shown = Shown(rates, Language.Chinese);
        Assert.Contains("范围  销号率         完成率\n全部  40.0 %（2/5）  [1]\n[1] 口径不同，不合计\n", shown, StringComparison.Ordinal);
        Assert.Contains("完成率  已完成 ÷ 全部\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_sets_its_evidence_against_its_criteria_and_says_who_must_act()
    {
        var issue = new Issue
        {
            Name = "parks/p/projects/lfp/issues/7", Particulars = new IssueParticulars { Criteria = { "证照换发", "交付企业" } },
            BallInCourt = { new Holder { Shown = "整改办" } },
            Rounds = { new Round { Number = 1, Evidence = { new EvidenceItem { FileName = "清单.pdf", Criteria = { 2 } } } } },
            AllowedActions =
            {
                new AllowedAction { Verb = "accept", Reason = "FORBIDDEN", Explanation = "可由部门负责人办理。" },
                new AllowedAction { Verb = "endNotice", Reason = "NOTICE_RUNNING", Explanation = "公示未满。" },
                new AllowedAction { Verb = "returnForRework", Allowed = true },
            },
        };
        var shown = Shown(issue, Language.Chinese);
        Assert.Contains("球在谁手：整改办\n", shown, StringComparison.Ordinal);
        Assert.Contains("1  证照换发\n2  交付企业  清单.pdf\n", shown, StringComparison.Ordinal);
        Assert.Contains("退回整改  issue return\n公示结束  issue end-notice  公示未满。 [NOTICE_RUNNING]\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("FORBIDDEN", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "各级基层党组织", "销号", "储备")]
    [InlineData(true, "party branches", "closed", "idea")]
    public void A_word_is_shown_as_the_park_calls_it_and_any_other_as_the_contract_does(bool english, string tier, string measure, string stage)
    {
        var wording = new Wording(english ? Language.English : Language.Chinese, [new Label { Tier = Tier.Branch, Zh = "各级基层党组织", En = "party branches" }, new Label { Stage = Stage.Idea, Zh = "储备" }]);
        var shown = Shown(new IssueList { Tier = Tier.Branch, Measure = Measure.Closed }, wording);
        Assert.Contains(tier, shown, StringComparison.Ordinal);
        Assert.Contains(measure, shown, StringComparison.Ordinal);
        Assert.Equal(stage, wording.Of(Phase.Descriptor.FindFieldByName("stage"), (int)Stage.Idea));
    }

    [Fact]
    public void A_label_itself_names_its_word_as_the_contract_does()
    {
        var label = new Label { Tier = Tier.Branch, Zh = "各级基层党组织" };
        var shown = Shown(new Projects.V1.Labels { Name = "parks/p/labels", Labels_ = { label } }, new Wording(Language.Chinese, [label]));
        Assert.Contains("用语\n层级        中文\n基层党组织  各级基层党组织\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_answers_with_words_a_park_may_label_ask_for_its_labels()
    {
        Assert.True(Wording.Matters(ListProjectsResponse.Descriptor));
        Assert.True(Wording.Matters(Issue.Descriptor));
        Assert.True(Wording.Matters(Policy.Descriptor));
        Assert.False(Wording.Matters(Session.Descriptor));
        Assert.False(Wording.Matters(Projects.V1.Labels.Descriptor));
        Assert.False(Wording.Matters(Milestone.Descriptor));
    }

    [Fact]
    public void What_is_due_to_be_urged_stands_by_level_and_cause()
    {
        var due = new ListDueUrgingsResponse
        {
            Date = new Google.Type.Date { Year = 2024, Month = 1, Day = 12 },
            TotalSize = 1,
            DueUrgings = { new DueUrging { Issue = new LedgerRow(Ledger.Rows[0]) { LeadUnit = "parks/p/units/land" }, Level = UrgingLevel.UrgingSlip, Trigger = UrgingTrigger.Overdue } },
        };
        Assert.Equal(
            """
            今日应催 2024-01-12
            编号  项目  级别    起因  期限        牵头单位  问题
            7     lfp   催办单  逾期  2024-01-05  land      用地手续 未办结
            共 1 条。

            """.ReplaceLineEndings("\n"), Shown(due, Language.Chinese));
    }

    [Fact]
    public void What_others_typed_cannot_steer_the_terminal() =>
        Assert.DoesNotContain('\u001b', Shown(new Park { Name = "parks/p", DisplayName = "\u001b[31mred" }, Language.English));

    [Theory]
    [InlineData(StatusCode.InvalidArgument, 2)]
    [InlineData(StatusCode.FailedPrecondition, 3)]
    [InlineData(StatusCode.AlreadyExists, 3)]
    [InlineData(StatusCode.Unauthenticated, 4)]
    [InlineData(StatusCode.PermissionDenied, 4)]
    [InlineData(StatusCode.NotFound, 5)]
    [InlineData(StatusCode.Aborted, 6)]
    [InlineData(StatusCode.Unavailable, 7)]
    [InlineData(StatusCode.DeadlineExceeded, 7)]
    [InlineData(StatusCode.Internal, 1)]
    [InlineData(StatusCode.Cancelled, 130)]
    public void Each_status_has_its_exit_code(StatusCode status, int code) =>
        Assert.Equal(code, Complaint.Of(new RpcException(new Grpc.Core.Status(status, "")), Language.English).ExitCode);

    [Fact]
    public void A_refusal_tells_reason_fields_and_what_is_allowed()
    {
        var status = new Google.Rpc.Status { Code = (int)Code.FailedPrecondition, Message = "问题正在整改。" };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = "projects", Reason = "WRONG_STATE", Metadata = { ["allowed"] = "reportProgress,selfCheck" } }));
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "name", Description = "状态不对" } } }));
        using var words = new StringWriter { NewLine = "\n" };
        var complaint = Complaint.Of(status.ToRpcException(), Language.Chinese);
        complaint.Write(words, Language.Chinese, json: false);
        Assert.Equal(ExitCodes.Refused, complaint.ExitCode);
        Assert.Equal("问题正在整改。 [WRONG_STATE]\n  name: 状态不对\n  现在可以：issue progress, issue self-check\n", words.ToString());
    }

    private static Interval Exactly(string value) => new() { Lower = value, Upper = value };

    private static string Shown(Google.Protobuf.IMessage reply, Language language) => Shown(reply, new Wording(language, []));

    private static string Shown(Google.Protobuf.IMessage reply, Wording wording)
    {
        using var words = new StringWriter { NewLine = "\n" };
        SheetWriter.Write(new Terminal(TextReader.Null, words, words, false, false, _ => null, TimeProvider.System), Sheets.Of(reply, wording));
        return words.ToString();
    }
}
