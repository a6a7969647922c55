using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>The time a caller asks about.</summary>
/// <param name="IsPast">False for the present, which is read as it stands.</param>
internal readonly record struct AskedTime(AsOf At, bool IsPast)
{
    public V1.AsOf ToWire() => new() { EffectiveDate = At.Effective.ToWire(), KnownTime = At.Known.ToWire() };
}

/// <summary>Reads the two clocks of a request, and sees the park as of them.</summary>
internal sealed class AsOfReads(ProjectDesk desk, LookBack back)
{
    /// <summary>An absent clock is now.</summary>
    public AskedTime Of(V1.AsOf? said, WireFields fields)
    {
        var (today, now) = (desk.Today, desk.Now);
        var effective = fields.Day(said?.EffectiveDate, "as_of.effective_date");
        var known = fields.Instant(said?.KnownTime, "as_of.known_time");
        if (effective > today)
            fields.Fault("as_of.effective_date", "不得晚于今日", "must not be after today");
        if (known > now)
            fields.Fault("as_of.known_time", "不得晚于现在", "must not be after now");
        return new(new AsOf(effective ?? today, known ?? now), effective is not null || known is not null);
    }

    /// <summary>The caller's view of that time.</summary>
    public async Task<Insight> SeeAsync(Insight insight, AskedTime asked, CancellationToken cancellationToken) =>
        asked.IsPast ? await back.AsOfAsync(insight, asked.At, cancellationToken) : insight;

    /// <summary>A project as it stood then, with the view of that time; null when it was not there, or is not for this caller.</summary>
    public Task<PastCard?> CardAsync(Insight insight, ProjectId project, AskedTime asked, CancellationToken cancellationToken) =>
        back.CardAsync(insight, project.Code, asked.At, cancellationToken);
}
