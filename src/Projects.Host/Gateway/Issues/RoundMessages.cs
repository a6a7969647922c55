using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>A round of rectification and everything done in it, from the domain to the wire.</summary>
internal sealed class RoundMessages(Insight insight)
{
    private readonly Park park = insight.Park;

    public V1.Round Of(Round round) => new()
    {
        Number = round.No,
        OpenedDate = round.OpenedOn.ToWire(),
        DueDate = round.Due.ToWire(),
        Cause = round.Cause?.ToWire() ?? V1.ReopenCause.Unspecified,
        Reason = round.Reason ?? "",
        Terms = Of(round.Terms),
        Measures = { round.Measures.Select(Of) },
        Evidence = { round.Evidence.Select(Of) },
        Progress = { round.Progress.Select(Of) },
        SelfCheck = round.SelfCheck is { } check ? new V1.SelfCheck { Statement = check.Statement, By = Signatures.Of(check.By, check.On, park) } : null,
        Rectifiers = { round.Rectifiers.Select(person => ResourceName.Of(park.Code, person)) },
        Requests = { round.Requests.Select(Of) },
        ClosedDate = round.ClosedOn.ToWire(),
    };

    private static V1.ClosingTerms Of(ClosingTerms terms) => new()
    {
        Verifiers = terms.Verifiers,
        ApproverLevel = terms.ApproverLevel,
        ApprovalOrder = terms.Approval.ToWire(),
        NoticeWorkingDays = terms.NoticeWorkingDays,
        ExtensionLeadWorkingDays = terms.ExtensionLeadWorkingDays,
        MaxExtensions = terms.ExtensionsAtMost,
        PolicyVersion = terms.PolicyVersion,
    };

    private V1.MeasureItem Of(MeasureItem measure) => new()
    {
        Number = measure.No,
        Text = measure.Text,
        DoneBy = Signatures.Of(measure.By, measure.DoneOn, park),
        Note = measure.Note ?? "",
    };

    private V1.EvidenceItem Of(EvidenceItem shown) => new()
    {
        Evidence = ResourceName.OfEvidence(park.Code, shown.File.Digest),
        FileName = shown.File.Name,
        SizeBytes = shown.File.SizeBytes,
        MediaType = shown.File.MediaType,
        Criteria = { shown.Criteria },
        CapturedDate = shown.CapturedOn.ToWire(),
        Note = shown.Note ?? "",
        By = Signatures.Of(shown.By, shown.On, park),
    };

    private V1.ProgressEntry Of(ProgressEntry entry) => new()
    {
        Progress = entry.Progress,
        Difficulty = entry.Difficulty ?? "",
        By = Signatures.Of(entry.By, entry.On, park),
    };

    private V1.ClosureRequest Of(ClosureRequest request) => new()
    {
        Statement = request.Statement,
        By = Signatures.Of(request.By, request.On, park),
        NextReviewDate = request.NextReview.ToWire(),
        Verifiers = { request.Verifiers.Select(person => ResourceName.Of(park.Code, person)) },
        Verifications = { request.Verifications.Select(Of) },
        Approval = request.Approval is { } approval ? new V1.Approval { Opinion = approval.Opinion ?? "", By = Signatures.Of(approval.By, approval.On, park) } : null,
        Notice = request.Notice is { } notice ? Of(notice) : null,
        Outcome = request.Outcome.ToWire(),
        OutcomeReason = request.OutcomeReason ?? "",
        OutcomeBy = Signatures.Of(request.OutcomeBy, request.OutcomeOn, park),
    };

    private V1.Verification Of(Verification verification) => new()
    {
        Verifier = ResourceName.Of(park.Code, verification.Verifier),
        Judgements = { verification.Judgements.Select(judged => new V1.Judgement { Criterion = judged.Criterion, Met = judged.Met, Note = judged.Note ?? "" }) },
        Opinion = verification.Opinion,
        By = Signatures.Of(verification.By, verification.On, park),
    };

    private V1.Notice Of(Notice notice) => new()
    {
        StartDate = notice.From.ToWire(),
        WorkingDays = notice.WorkingDays,
        CountedWorkingDays = notice.CountedThrough(notice.EndedOn ?? insight.Today, insight.Calendar),
        Objections = { notice.Objections.Select(Of) },
        EndDate = notice.EndedOn.ToWire(),
    };

    private static V1.Objection Of(Objection objection)
    {
        var wire = new V1.Objection
        {
            Number = objection.No,
            RaisedBy = objection.RaisedBy,
            Text = objection.Text,
            RaisedDate = objection.RaisedOn.ToWire(),
            SettledDate = objection.SettledOn.ToWire(),
            Outcome = objection.Outcome ?? "",
        };
        if (objection.Upheld is { } upheld)
            wire.Upheld = upheld;
        return wire;
    }
}
