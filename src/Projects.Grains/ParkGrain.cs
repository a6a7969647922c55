using Orleans;
using Projects.Storage;

namespace Projects.Grains;

internal sealed class ParkGrain : Grain, IParkGrain
{
    private readonly Keeper<Park> keeper;

    public ParkGrain(Journal journal)
    {
        var code = ParkCode.Of(this.GetPrimaryKeyString());
        keeper = new(StreamName.Of(code), journal, Park.Unknown(code), (park, recorded) => park.Evolve(recorded), (_, _, _) => []);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => keeper.WakeAsync(cancellationToken);

    public Task<Outcome> ExecuteAsync(Order<ParkCommand> order) =>
        keeper.ExecuteAsync(order.Stamp, parkVersion: 0, park => park.Decide(order.Command, order.Stamp), (park, first) => Task.FromResult(DecideAsThen(order, park, first)));

    private static Decision DecideAsThen(Order<ParkCommand> order, Park park, Recorded first) =>
        park.Decide(order.Command with { Expected = null }, order.Stamp.AsWhen(first, park));
}
