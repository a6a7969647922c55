using System.Globalization;
using Projects.Host.Samples;

namespace Projects.Host.Gateway;

/// <summary>
/// Every reply says by which clock it was made: <c>projects-clock: system</c>, or <c>sample</c> with the park's present instant when the
/// sample lives on its own time.
/// </summary>
internal sealed class ClockHeader(RequestDelegate next, SampleClock clock)
{
    public const string Name = "projects-clock";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Name] = clock.IsShifted
                ? string.Create(CultureInfo.InvariantCulture, $"sample; now={clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}")
                : "system";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
