using Projects.Grains;
using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A project or campaign with its phases and benefits, from the domain to the wire.</summary>
internal sealed class ProjectMessages(Insight insight, Language language)
{
    /// <summary>The whole of it.</summary>
    /// <param name="light">As <see cref="ProjectLights"/> sees it, its issues included.</param>
    public V1.Project Of(Project card, Light? light)
    {
        var wire = ParticularsOf(card);
        var stage = ProjectStage.Of(card);
        wire.Stage = stage is { } stands ? stands.Stage.ToWire() : V1.Stage.Unspecified;
        wire.Laggard = stage?.Laggard is { } laggard ? ResourceName.Of(card.Id, laggard.Code) : "";
        wire.RegisteredDate = card.RegisteredOn.ToWire();
        wire.Light = light.ToWire();
        wire.Phases.Add(card.Phases.Values.Select(phase => Of(card.Id, phase)));
        wire.Benefits.Add(card.Benefits.Values.Select(Of));
        return wire;
    }

    /// <summary>What of it an order may change, with the etag that order is bound to.</summary>
    public V1.Project ParticularsOf(Project card)
    {
        var wire = Of(card.Id, card.Particulars!);
        wire.Kind = card.Kind.ToWire();
        wire.Etag = Etags.Of(card.ParticularsVersion);
        return wire;
    }

    /// <summary>As the ledger shows it: without benefits, paths and etags.</summary>
    public V1.Project Of(ProjectRow row, Light? light)
    {
        var project = new ProjectId(row.Park, row.Project);
        var wire = Of(project, new Particulars(
            row.Name, row.Enterprise, row.Unit, row.Sponsor, row.Officer, row.TaskForce, row.TotalInvestment, row.Description, row.Source));
        wire.Kind = row.Kind.ToWire();
        wire.Stage = row.Stage is { } stage ? stage.ToWire() : V1.Stage.Unspecified;
        wire.Laggard = row.Laggard is { } laggard ? ResourceName.Of(project, laggard) : "";
        wire.RegisteredDate = row.RegisteredOn.ToWire();
        wire.Light = light.ToWire();
        wire.Phases.Add(row.Phases.Select(phase => new V1.Phase
        {
            Name = ResourceName.Of(project, phase.Phase),
            DisplayName = phase.Name,
            Capacity = phase.Capacity?.ToWire(),
            Stage = phase.Stage.ToWire(),
            StageDate = phase.Since.ToWire(),
        }));
        return wire;
    }

    private V1.Project Of(ProjectId project, Particulars said) => new()
    {
        Name = ResourceName.Of(project),
        DisplayName = said.Name,
        Enterprise = said.Enterprise ?? "",
        Unit = ResourceName.Of(project.Park, said.Unit),
        Sponsor = ResourceName.OfAny(project.Park, said.Sponsor),
        Officer = ResourceName.OfAny(project.Park, said.Officer),
        TaskForce = said.TaskForce ?? "",
        TotalInvestmentWan = said.TotalInvestment is { } total ? InWan(total, language) : null,
        Description = said.Description ?? "",
        Source = said.Source ?? "",
    };

    private V1.Phase Of(ProjectId project, Phase phase)
    {
        var wire = new V1.Phase
        {
            Name = ResourceName.Of(project, phase.Code),
            DisplayName = phase.Name,
            Capacity = phase.Capacity?.ToWire(),
            Stage = phase.Stage.ToWire(),
            StageDate = phase.Since.ToWire(),
            LeftStage = phase.Left is { } left ? left.ToWire() : V1.Stage.Unspecified,
            Etag = Etags.Of(phase.Version),
        };
        wire.Benefits.Add(phase.Benefits.Values.Select(Of));
        wire.Path.Add(phase.Path.Select(entry => new V1.StageEntry
        {
            Stage = entry.Stage.ToWire(),
            By = Signatures.Of(entry.By, entry.On, insight.Park),
            Note = entry.Note ?? "",
        }));
        return wire;
    }

    private V1.Benefit Of(Benefit benefit) => new()
    {
        Code = benefit.Code,
        DisplayName = benefit.Name,
        Promised = benefit.Promised?.ToWire(language),
        Actual = benefit.Actual?.ToWire(language),
        Unit = benefit.Unit,
        Claim = benefit.Claim ?? "",
    };

    /// <summary>Counted in 万元, shown in words of money: 700000 is 70亿元.</summary>
    private static V1.Figure InWan(Figure figure, Language language)
    {
        var wire = figure.ToWire(language);
        var shown = new Figure(figure.Value * 10_000m, figure.Qualifier).Show(language);
        wire.Shown = language == Language.English ? $"CNY {shown}" : $"{shown}元";
        return wire;
    }
}
