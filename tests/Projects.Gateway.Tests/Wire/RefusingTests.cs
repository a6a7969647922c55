using Google.Rpc;
using Grpc.Core;
using Projects.Host.Gateway;

namespace Projects.Gateway.Tests.Wire;

/// <summary>Every reason of DOMAIN 10.8 has its stable name and its code on the wire.</summary>
public sealed class RefusingTests
{
    public static TheoryData<Reason, string, Code> Table => new()
    {
        { Reason.Invalid, "INVALID", Code.InvalidArgument },
        { Reason.Unauthenticated, "UNAUTHENTICATED", Code.Unauthenticated },
        { Reason.Forbidden, "FORBIDDEN", Code.PermissionDenied },
        { Reason.SeparationOfDuties, "SEPARATION_OF_DUTIES", Code.PermissionDenied },
        { Reason.NotFound, "NOT_FOUND", Code.NotFound },
        { Reason.WrongState, "WRONG_STATE", Code.FailedPrecondition },
        { Reason.Conflict, "CONFLICT", Code.Aborted },
        { Reason.NumberTaken, "NUMBER_TAKEN", Code.AlreadyExists },
        { Reason.Incomplete, "INCOMPLETE", Code.FailedPrecondition },
        { Reason.CriteriaOpen, "CRITERIA_OPEN", Code.FailedPrecondition },
        { Reason.NoEvidence, "NO_EVIDENCE", Code.FailedPrecondition },
        { Reason.ReasonRequired, "REASON_REQUIRED", Code.InvalidArgument },
        { Reason.TooLate, "TOO_LATE", Code.FailedPrecondition },
        { Reason.FutureDate, "FUTURE_DATE", Code.InvalidArgument },
        { Reason.NoticeRunning, "NOTICE_RUNNING", Code.FailedPrecondition },
        { Reason.PredecessorOpen, "PREDECESSOR_OPEN", Code.FailedPrecondition },
        { Reason.CalendarUnpublished, "CALENDAR_UNPUBLISHED", Code.FailedPrecondition },
        { Reason.BasisMix, "BASIS_MIX", Code.InvalidArgument },
        { Reason.ReportIssued, "REPORT_ISSUED", Code.FailedPrecondition },
        { Reason.ImportRow, "IMPORT_ROW", Code.InvalidArgument },
        { Reason.RateLimited, "RATE_LIMITED", Code.ResourceExhausted },
    };

    [Theory, MemberData(nameof(Table))]
    public void A_reason_has_its_name_and_its_code(Reason reason, string name, Code code)
    {
        Assert.Equal(name, Refusing.Of(reason));
        Assert.Equal(code, Refusing.CodeOf(reason));
    }

    [Fact]
    public void No_reason_is_left_out() => Assert.Equal(Enum.GetValues<Reason>(), Table.Select(row => row.Data.Item1));

    [Fact]
    public void A_refusal_carries_facts_for_programs_and_words_for_people()
    {
        var refusal = new WrongIssueState(IssueNumber.Of("LFP-1"), IssueState.Closed, ["fileClosure", "reopen"]);

        var english = refusal.ToRpcException(Language.English);
        var status = english.GetRpcStatus()!;
        var info = status.GetDetail<ErrorInfo>()!;

        Assert.Equal(StatusCode.FailedPrecondition, english.StatusCode);
        Assert.Equal(("projects", "WRONG_STATE"), (info.Domain, info.Reason));
        Assert.Equal("fileClosure,reopen", info.Metadata["allowed"]);
        Assert.Equal("LFP-1", info.Metadata["number"]);
        Assert.Equal("en", status.GetDetail<LocalizedMessage>()!.Locale);
        Assert.NotEqual(status.Message, refusal.ToRpcException(Language.Chinese).GetRpcStatus()!.Message);
    }
}
