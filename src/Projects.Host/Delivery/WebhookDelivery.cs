using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Projects.Host.Delivery;

/// <summary>
/// Tells one address by POST that a report was issued, with the digests of its files; it fetches them with a token of its own. The header
/// <c>projects-signature: t=…,v1=…</c> is HMAC-SHA256 over <c>t.body</c>, <c>idempotency-key</c> the report's own.
/// </summary>
internal sealed class WebhookDelivery(HttpClient http, IOptions<DeliverySettings> options, TimeProvider clock) : IDelivery
{
    public const string SignatureHeader = "projects-signature";
    public const string KeyHeader = "idempotency-key";

    private readonly DeliverySettings settings = options.Value;

    public string Name => "webhook";

    public bool IsWanted => settings.Webhook.Length > 0;

    public async Task SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Event = "weekly-report.issued",
            Name = ResourceName.Of(dispatch.Code, dispatch.Report.Number),
            Number = ReportWords.Of(dispatch.Report.Number),
            dispatch.Park,
            LastDate = $"{dispatch.Report.Last:yyyy-MM-dd}",
            IssueDate = $"{dispatch.Report.IssuedOn:yyyy-MM-dd}",
            dispatch.Report.SignedBy,
            Files = dispatch.Report.Files.Select(file => new { file.Format, file.Digest, file.SizeBytes }),
        }, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(KeyHeader, dispatch.Key);
        request.Headers.Add(SignatureHeader, Sign(settings.WebhookSecret, clock.GetUtcNow(), body));
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What the header says: when it was signed, and the signature over that and the body, so that neither can be another's.</summary>
    public static string Sign(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
