using Projects.Reports;

namespace Projects.Host.Delivery;

/// <summary>A way by which an issued report reaches those it is for.</summary>
internal interface IDelivery
{
    /// <summary>Stable: by it what was delivered is remembered.</summary>
    string Name { get; }

    /// <summary>Whether anybody is to be reached by it.</summary>
    bool IsWanted { get; }

    /// <summary>Sends it. Returning means that the receiver has it; anything thrown, that they may not, and it is sent again under the same key.</summary>
    Task SendAsync(Dispatch dispatch, CancellationToken cancellationToken);
}

/// <summary>An issued report on its way.</summary>
/// <param name="Key">The same whenever this report is sent: a receiver that has seen it has it already.</param>
/// <param name="Park">The park's name.</param>
/// <param name="Paper">The DOCX as issued.</param>
internal sealed record Dispatch(string Key, ParkCode Code, string Park, ReportRecord Report, ReportFile Paper);
