using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Projects.Web.Layout;

/// <summary>The language chosen in this browser; before one is chosen, the browser's own.</summary>
internal static class LanguageCookie
{
    private const string Name = "projects-language";
    private const string English = "en";

    public static Language Of(HttpRequest request)
    {
        if (request.Cookies[Name] is { } chosen)
            return chosen == English ? Language.English : Language.Chinese;
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wishes))
            return Language.Chinese;
        var first = wishes.Where(wish => Is(wish, English) || Is(wish, "zh")).MaxBy(wish => wish.Quality ?? 1);
        return first is not null && Is(first, English) ? Language.English : Language.Chinese;
    }

    /// <summary><c>/language/en?return=/ledger</c>: remembers the choice for a year and goes back.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/language/{tag}", (HttpContext context, string tag) =>
    {
        context.Response.Cookies.Append(Name, tag == English ? English : "zh", new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true,
        });
        return Results.LocalRedirect(LocalPath.Of(context.Request.Query["return"]));
    }).AllowAnonymous();

    private static bool Is(StringWithQualityHeaderValue wish, string tag) =>
        CultureInfo.InvariantCulture.CompareInfo.IsPrefix(wish.Value.ToString(), tag, CompareOptions.OrdinalIgnoreCase);
}

/// <summary>Where to go back to: an address of ours, never another site's.</summary>
internal static class LocalPath
{
    /// <summary>The path when it is one of ours, else the start page.</summary>
    public static string Of(string? path) => path is ['/', not ('/' or '\\'), ..] or "/" && !path.Any(char.IsControl) ? path : "/";
}
