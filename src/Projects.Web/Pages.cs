using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Projects.Web.Admin;
using Projects.Web.Board;
using Projects.Web.Closing;
using Projects.Web.Exchange;
using Projects.Web.Issues;
using Projects.Web.Layout;
using Projects.Web.Ledger;
using Projects.Web.Seats;
using Projects.Web.Today;
using Projects.Web.Wall;
using Projects.Web.Weekly;
using Radzen;

namespace Projects.Web;

/// <summary>The pages: how a host takes them in.</summary>
public static class Pages
{
    /// <summary>Nothing from outside this process; components set style attributes, hence the one exception (SECURITY 3).</summary>
    private const string OwnOnly =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <param name="behindProxy">TLS ends at a proxy in front of this process.</param>
    public static IServiceCollection AddPages(this IServiceCollection services, bool behindProxy)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        // Chinese goes out as it is, not as numbered entities of three times the length.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, PageSession>();
        services.AddScoped<CircuitHandler, PageUse>();
        services.AddScoped<Seat>();
        services.AddScoped<SecurityDoor>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<WallReader>();
        services.AddSingleton<ParkNews>();
        services.AddSingleton<LedgerReading>();
        services.AddSingleton<DayReading>();
        services.AddSingleton<ClosingQueue>();
        services.AddSingleton(new PageCookie(behindProxy));
        services.AddDataProtection().SetApplicationName("projects");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new PageKeys(provider.GetRequiredService<InstallationSettings>())));
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, PageAuthentication>(PageAuthentication.SchemeName, null);
        return services;
    }

    /// <summary>Headers of every page, and who may open its connection. Goes before routing's endpoints are reached.</summary>
    public static void UsePages(this IApplicationBuilder app)
    {
        app.Use(static (context, next) =>
        {
            if (!IsPage(context.Request))
                return next(context);
            if (!IsOwnOrigin(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
            context.Response.Headers.ContentSecurityPolicy = OwnOnly;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        app.UseWhen(context => IsPage(context.Request), pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization();
        app.MapLanguage();
        app.MapEvidenceOfPages();
        app.MapWeeklyFiles();
        app.MapLedgerFiles();
        app.MapUnitBooks();
        app.MapClosureSheetFiles();
        app.MapPost("/sign-out", SignOutAsync);
    }

    /// <summary>Whether a person's browser asks for a page, and so comes with the cookie: all but the API, its description read by programs, and health.</summary>
    public static bool IsPage(HttpRequest request) =>
        !request.Headers.ContainsKey("Authorization")
        && !request.Path.StartsWithSegments("/v1") && !request.Path.StartsWithSegments("/health")
        && request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>A browser names the page a connection or a form comes from; another site's is not taken.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/_blazor")
        || request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority == request.Host.Value);

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignIn door, LiveSessions live, PageCookie cookie)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (cookie.Read(context.Request) is { } token && await live.FindAsync(token, context.RequestAborted) is { } session)
            await door.OutAsync(session, context.Connection.RemoteIpAddress, context.RequestAborted);
        cookie.Clear(context);
        return Results.LocalRedirect(PageAuthentication.SignInPath);
    }
}
