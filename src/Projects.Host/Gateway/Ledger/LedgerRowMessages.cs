using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A row of the ledger as it is seen on a day, from the storage to the wire.</summary>
internal sealed class LedgerRowMessages(Insight insight, Language language)
{
    public V1.LedgerRow Of(IssueRow row)
    {
        var facts = row.Facts;
        var project = new ProjectId(row.Park, facts.Project);
        return new V1.LedgerRow
        {
            Issue = ResourceName.Of(project, row.Number),
            Number = row.Number.Value,
            List = ResourceName.Of(project, facts.List),
            ListDisplayName = row.ListName,
            Tier = facts.Tier.ToWire(),
            ProjectDisplayName = row.ProjectName,
            State = facts.State.ToWire(),
            Light = IssueLight.Of(facts, insight.Today, insight.Park.Policy, insight.Calendar).ToWire(),
            Overdue = facts.IsOverdueOn(insight.Today),
            Description = row.Description,
            Grade = facts.Grade.ToWire(),
            Kind = facts.Kind.ToWire(),
            Category = row.Category ?? "",
            Leader = ResourceName.OfAny(row.Park, row.Leader),
            LeadUnit = ResourceName.OfAny(row.Park, facts.Unit),
            OriginalDueDate = facts.OriginalDue.ToWire(),
            CurrentDueDate = facts.CurrentDue.ToWire(),
            Round = facts.Round,
            ClosedDate = row.LastClosedOn.ToWire(),
            UrgedLevel = row.UrgedLevel?.ToWire() ?? V1.UrgingLevel.Unspecified,
            UrgedDate = row.UrgedOn.ToWire(),
            FilingNumber = row.FilingNumber ?? "",
            BallInCourt = { HolderMessages.Of(row.Ball, insight.Park, language) },
            Etag = insight.Past is null ? Etags.Of(row.Version) : "",
        };
    }
}
