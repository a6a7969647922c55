using System.Buffers.Text;
using System.Text;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A place in a park's feed of changes, opaque to callers and good in its own park only.</summary>
internal static class ResumeTokens
{
    public static string Of(ParkCode park, FeedToken place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{park}/{place}"));

    /// <summary>Null when none is given: from now on.</summary>
    public static FeedToken? Read(string token, ParkCode park, WireFields fields)
    {
        if (token.Length == 0)
            return null;
        if (token.Length <= 200 && Base64Url.IsValid(token)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('/') is [var owner, var place]
            && owner == park.Value && FeedToken.TryParse(place, out var read))
            return read;
        fields.Fault("resume_token", "不是本园区台账给出的续传标记", "is not a token the ledger of this park gave");
        return null;
    }
}
