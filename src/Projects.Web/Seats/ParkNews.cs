using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Projects.Web.Seats;

/// <summary>When a park has changed, and when its day has: what is shown must be read again. A hint without data.</summary>
public sealed class ParkNews(JournalSignal signal, [FromKeyedServices(ParkClock.Key)] TimeProvider clock)
{
    /// <summary>Changes that come closer together than this make one piece of news.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(200);

    /// <summary>Lights and due dates move at midnight though nobody writes.</summary>
    private static readonly TimeSpan DayCheck = TimeSpan.FromMinutes(1);

    /// <summary>Each yields the park's day.</summary>
    public async IAsyncEnumerable<DateOnly> OfAsync(ParkCode park, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pulse = new LedgerPulse(signal, park, DayCheck, TimeProvider.System, cancellationToken);
        using var rest = new PeriodicTimer(Burst);
        var day = Today;
        while (true)
        {
            var isBeat = await pulse.NextAsync();
            if (isBeat && Today == day)
                continue;
            yield return day = Today;
            await rest.WaitForNextTickAsync(cancellationToken);
        }
    }

    private DateOnly Today => BusinessDay.Of(clock.GetUtcNow());
}
