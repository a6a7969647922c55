using System.Globalization;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace Projects.Host.Gateway;

/// <summary>Accept-Language: Chinese unless the caller prefers English.</summary>
internal static class SpokenLanguage
{
    public static Language Language(this ServerCallContext call) => call.GetHttpContext().Language();

    public static Language Language(this HttpContext context) => Of(context.Request.Headers.AcceptLanguage.ToString());

    /// <summary>The language of highest quality among zh and en; Chinese when neither is named.</summary>
    public static Language Of(string acceptLanguage)
    {
        if (acceptLanguage.Length == 0 || !StringWithQualityHeaderValue.TryParseList([acceptLanguage], out var wishes))
            return Projects.Language.Chinese;
        var known = wishes.Where(wish => Is(wish, "en") || Is(wish, "zh")).OrderByDescending(wish => wish.Quality ?? 1);
        return known.FirstOrDefault() is { } first && Is(first, "en") ? Projects.Language.English : Projects.Language.Chinese;
    }

    public static string Tag(this Language language) => language == Projects.Language.English ? "en" : "zh-CN";

    private static bool Is(StringWithQualityHeaderValue wish, string tag) =>
        CultureInfo.InvariantCulture.CompareInfo.IsPrefix(wish.Value.ToString(), tag, CompareOptions.OrdinalIgnoreCase);
}
