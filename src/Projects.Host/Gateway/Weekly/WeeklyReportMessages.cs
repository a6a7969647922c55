using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>Weekly reports as a caller sees them: where each stands, and what the caller may do with it.</summary>
internal sealed class WeeklyReportMessages(Insight insight, Language language)
{
    private readonly Park park = insight.Park;

    public V1.WeeklyReport Of(ReportRecord report, ReportDocument? document = null) => new()
    {
        Name = ResourceName.Of(park.Code, report.Number),
        Number = ReportWords.Of(report.Number),
        State = report.State.ToWire(),
        FirstDate = report.Week.First.ToWire(),
        LastDate = report.Last.ToWire(),
        IssueByTime = report.Week.IssueBy(insight.Calendar).ToWire(),
        DraftTime = report.DraftedAt.ToWire(),
        ReviewedBy = Signatures.Of(report.ReviewedBy, report.ReviewedOn, park),
        Opinion = report.Opinion ?? "",
        SignedBy = Signatures.Of(report.IssuedBy, report.IssuedOn, park),
        Files = { report.Files.Select(file => new V1.IssuedReportFile { Format = file.Format, Digest = file.Digest, SizeBytes = file.SizeBytes }) },
        InputDigest = report.InputDigest,
        Template = report.Template,
        Document = document is null ? null : new WeeklyDocumentMessages(language).Of(document),
        AllowedActions = { ReportActions.For(park, insight.Actor, report.Number).Select(Of) },
    };

    public static V1.ReproduceWeeklyReportResponse Of(ReportProof proof) => new()
    {
        Same = proof.Holds,
        InputDigest = proof.Report.InputDigest,
        ReproducedInputDigest = proof.Seal.InputDigest,
        Files = { proof.Files.Select(file => new V1.ReproducedReportFile { Format = file.Issued.Format, Digest = file.Issued.Digest, ReproducedDigest = file.Digest, Same = file.Holds }) },
    };

    private V1.AllowedAction Of(ReportAction action) => new()
    {
        Verb = action.Verb,
        Allowed = action.Allowed,
        Reason = action.WhyNot is { } obstacle ? Refusing.Of(obstacle.Reason) : "",
        Explanation = action.WhyNot is { } why ? Words.Of(why, Naming.Of(park)).In(language) : "",
    };
}
