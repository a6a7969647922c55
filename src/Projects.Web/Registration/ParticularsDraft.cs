using Projects.Web.Seats;

namespace Projects.Web.Registration;

/// <summary>A project's particulars as they are typed.</summary>
public sealed class ParticularsDraft
{
    public string Name { get; set; } = "";
    public string? Enterprise { get; set; }
    public string Unit { get; set; } = "";
    public string? Sponsor { get; set; }
    public string? Officer { get; set; }
    public string? TaskForce { get; set; }
    public string? TotalInvestment { get; set; }
    public string? Description { get; set; }
    public string? Source { get; set; }

    public static ParticularsDraft Of(Particulars said) => new()
    {
        Name = said.Name,
        Enterprise = said.Enterprise,
        Unit = said.Unit.Value,
        Sponsor = said.Sponsor?.Value,
        Officer = said.Officer?.Value,
        TaskForce = said.TaskForce,
        TotalInvestment = said.TotalInvestment is null ? null : QuotedMoney.Show(said.TotalInvestment, Language.Chinese),
        Description = said.Description,
        Source = said.Source,
    };

    /// <summary>Null when the sum of money cannot be read, which the giving then says.</summary>
    public Particulars? Said(Giving giving)
    {
        if (!QuotedMoney.TryReadMoney(TotalInvestment, out var total))
        {
            giving.Refuse(new InvalidFields([new("total_investment_wan", QuotedMoney.Unreadable)]));
            return null;
        }
        return new(Name, Enterprise, UnitCode.Of(Unit), PersonOf(Sponsor), PersonOf(Officer), TaskForce, total, Description, Source);
    }

    private static PersonId? PersonOf(string? id) => string.IsNullOrEmpty(id) ? null : PersonId.Of(id);
}
