using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Projects.Host.Gateway;

/// <summary>
/// Where the next page starts, bound to the question it belongs to (AIP-158): a token given with another filter or order is INVALID. Opaque
/// but no secret: rights are judged anew on every page.
/// </summary>
internal sealed class PageTokens
{
    private const int BindingBytes = 8;
    private const int LongestToken = 2_000;

    private readonly byte[] binding;

    /// <param name="question">The request without page token and page size.</param>
    public PageTokens(IMessage question) => binding = SHA256.HashData(question.ToByteArray())[..BindingBytes];

    /// <summary>The token of the next page; empty when there is none.</summary>
    /// <param name="place">What the next page is found by, such as the last row's key.</param>
    public string Next(string? place) => place is null ? "" : Base64Url.EncodeToString([.. binding, .. Encoding.UTF8.GetBytes(place)]);

    /// <summary>The place a token stands for; null for the first page.</summary>
    public string? Read(string token, WireFields fields)
    {
        if (token.Length == 0)
            return null;
        if (token.Length <= LongestToken && Base64Url.IsValid(token) && Base64Url.DecodeFromChars(token) is var bytes
            && bytes.Length > BindingBytes && bytes.AsSpan(0, BindingBytes).SequenceEqual(binding))
            return Encoding.UTF8.GetString(bytes.AsSpan(BindingBytes));
        Bad(fields);
        return null;
    }

    public static void Bad(WireFields fields) =>
        fields.Fault("page_token", "不是本查询的翻页标记：翻页时其他条件须保持不变", "is not of this query: every other field must stay as it was on the page before");

    /// <summary>How many rows the caller asks for: 50 when not said, at most 500.</summary>
    public static int SizeOf(int pageSize, WireFields fields)
    {
        if (pageSize < 0)
            fields.Fault("page_size", "不得为负", "must not be negative");
        return pageSize <= 0 ? 50 : Math.Min(pageSize, 500);
    }
}
