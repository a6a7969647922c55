using Google.Protobuf;
using V1 = Projects.V1;

namespace Projects.Web.Tests.Issues;

/// <summary>What people did before a test begins, told over the wire.</summary>
internal static class Deeds
{
    private const string Project = $"parks/panzhihua/projects/{IssueVisits.Project}";

    /// <summary>An ordinary issue of the planning unit, verified by verifier-a, that waits for its approval.</summary>
    public static async Task AwaitApprovalAsync(Site site, string number)
    {
        var name = $"{Project}/issues/{number}";
        var (office, handler, head) = (await AsAsync(site, "ledger-a"), await AsAsync(site, "planning-handler"), await AsAsync(site, "planning-head"));
        await office.CreateIssueAsync(new V1.CreateIssueRequest
        {
            Parent = Project,
            IssueId = number,
            RequestId = Guid.NewGuid().ToString(),
            Issue = new V1.Issue
            {
                List = $"{Project}/lists/lfp-issues",
                Particulars = new V1.IssueParticulars
                {
                    Description = "临时用电未验收",
                    Leader = "parks/panzhihua/people/deputy-a",
                    LeadUnit = "parks/panzhihua/units/planning",
                    Criteria = { "验收合格" },
                    Measures = { "组织验收" },
                    DueDate = new Google.Type.Date { Year = 2024, Month = 3, Day = 29 },
                },
            },
        });
        await office.RegisterIssueAsync(new V1.RegisterIssueRequest { Name = name });
        await head.AcceptIssueAsync(new V1.AcceptIssueRequest { Name = name });
        await handler.CompleteMeasureAsync(new V1.CompleteMeasureRequest { Name = name, Measure = 1 });
        await handler.AddEvidenceAsync(new V1.AddEvidenceRequest { Name = name, Evidence = await UploadAsync(site), FileName = "验收单.pdf", Criteria = { 1 } });
        await head.SelfCheckIssueAsync(new V1.SelfCheckIssueRequest { Name = name, Statement = "自查合格" });
        await head.RequestClosureAsync(new V1.RequestClosureRequest { Name = name, Statement = "已完成" });
        await office.StartVerificationAsync(new V1.StartVerificationRequest { Name = name, Verifiers = { "parks/panzhihua/people/verifier-a" } });
        await (await AsAsync(site, "verifier-a")).RecordVerificationAsync(
            new V1.RecordVerificationRequest { Name = name, Opinion = "属实", Judgements = { new V1.Judgement { Criterion = 1, Met = true } } });
    }

    private static async Task<string> UploadAsync(Site site)
    {
        var evidence = new V1.EvidenceService.EvidenceServiceClient(await site.Server.GrpcAsAsync("panzhihua.planning-handler"));
        using var call = evidence.UploadEvidence();
        await call.RequestStream.WriteAsync(new V1.UploadEvidenceRequest { Metadata = new V1.EvidenceMetadata { Parent = "parks/panzhihua", FileName = "验收单.pdf" } });
        await call.RequestStream.WriteAsync(new V1.UploadEvidenceRequest { Chunk = ByteString.CopyFrom([.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()]) });
        await call.RequestStream.CompleteAsync();
        return (await call).Name;
    }

    private static async Task<V1.IssueService.IssueServiceClient> AsAsync(Site site, string person) => new(await site.Server.GrpcAsAsync($"panzhihua.{person}"));
}
