using Projects.Storage;
using Projects.Web;

namespace Projects.Host.Gateway;

/// <summary>
/// A database that cannot be read while it is asked who is there, before any method is reached: the caller is told to come again, over gRPC and JSON
/// alike, as <see cref="FaultInterceptor"/> tells it from within a method. Pages have their own way.
/// </summary>
internal sealed partial class Outages(RequestDelegate next, ILogger<Outages> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (JournalException failure) when (!context.Response.HasStarted && !Pages.IsPage(context.Request))
        {
            NotReached(context.Request.Path, failure);
            await RefusalResponse.WriteAsync(context, FaultInterceptor.StatusOf(failure, context.Language()));
        }
    }

    [LoggerMessage(LogLevel.Error, "{Path} was not reached: the database could not be read.")]
    private partial void NotReached(string path, Exception failure);
}
