using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Projects.Tests;

namespace Projects.Gateway.Tests.Served;

/// <summary>One server with the sample parks for all tests that do not stop it; each test makes the issues it needs.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public const string Project = "parks/panzhihua/projects/lithium-iron-phosphate";
    public const string List = Project + "/lists/lfp-issues";

    private readonly string data = Path.Combine(Path.GetTempPath(), $"projects-gateway-{Guid.NewGuid():N}");

    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(data);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    public async Task<V1.IssueService.IssueServiceClient> IssuesAsync(string person, string language = "zh-CN") =>
        new(await Server.GrpcAsAsync($"panzhihua.{person}", language));

    public async Task<V1.LedgerService.LedgerServiceClient> LedgerAsync(string person) => new(await Server.GrpcAsAsync($"panzhihua.{person}"));

    public async Task<V1.EvidenceService.EvidenceServiceClient> EvidenceAsync(string person) => new(await Server.GrpcAsAsync($"panzhihua.{person}"));
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(Name)]
public sealed class OnSampleServer : ICollectionFixture<SampleServer>
{
    public const string Name = "on the sample server";
}

/// <summary>What the tests of the served wire say again and again.</summary>
internal static class Said
{
    public static V1.IssueParticulars Particulars(string description) => new()
    {
        Description = description,
        Leader = "parks/panzhihua/people/deputy-a",
        LeadUnit = "parks/panzhihua/units/planning",
        Criteria = { "便道已贯通" },
        Measures = { "修筑便道" },
        DueDate = new Google.Type.Date { Year = 2024, Month = 3, Day = 29 },
    };

    public static async Task<V1.Issue> DraftAsync(V1.IssueService.IssueServiceClient office, string number, string? requestId = null) =>
        await office.CreateIssueAsync(new V1.CreateIssueRequest
        {
            Parent = SampleServer.Project,
            IssueId = number,
            RequestId = requestId ?? Guid.NewGuid().ToString(),
            Issue = new V1.Issue { List = SampleServer.List, Particulars = Particulars("施工便道未通") },
        });

    /// <summary>A small file that is a PDF by its content, like no other.</summary>
    public static byte[] Pdf() => [.. "%PDF-1.4\n"u8, .. Guid.NewGuid().ToByteArray()];

    public static async Task<V1.Evidence> UploadAsync(V1.EvidenceService.EvidenceServiceClient client, byte[] content, string name = "现场.pdf", string park = "parks/panzhihua")
    {
        using var call = client.UploadEvidence();
        await call.RequestStream.WriteAsync(new V1.UploadEvidenceRequest { Metadata = new V1.EvidenceMetadata { Parent = park, FileName = name } });
        foreach (var chunk in content.Chunk(100_000))
            await call.RequestStream.WriteAsync(new V1.UploadEvidenceRequest { Chunk = ByteString.CopyFrom(chunk) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    /// <summary>The stable reason the call is refused with.</summary>
    public static async Task<string> RefusalOf(Func<Task> call) => (await StatusOf(call)).GetDetail<Google.Rpc.ErrorInfo>()!.Reason;

    /// <summary>The stable reason a message posted as JSON by a person of Panzhihua is refused with.</summary>
    public static async Task<string?> RefusalOverJsonAsync(this RunningServer server, string person, string address, IMessage body)
    {
        using var http = await server.HttpAsAsync($"panzhihua.{person}");
        using var response = await http.PostAsync(address, new StringContent(JsonFormatter.Default.Format(body), Encoding.UTF8, "application/json"));
        var status = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return status.GetProperty("details")[0].GetProperty("reason").GetString();
    }

    public static async Task<Google.Rpc.Status> StatusOf(Func<Task> call) => (await Assert.ThrowsAsync<RpcException>(call)).GetRpcStatus()!;
}
