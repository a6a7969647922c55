using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// A kind of sheet that is imported: its columns, and the orders its rows come to. Page, wire and command line know kinds and never what is
/// particular to one.
/// </summary>
public abstract class ImportKind
{
    /// <summary>Every kind, in the order people need them.</summary>
    public static ImmutableArray<ImportKind> All { get; } = [ProjectImport.Kind, MilestoneImport.Kind, InvestmentImport.Kind, LedgerImport.Kind];

    /// <summary>Its name at the command line and in addresses.</summary>
    public abstract string Code { get; }

    public abstract Text Title { get; }

    /// <summary>What a row is, and what else is worth knowing before a sheet is chosen.</summary>
    public abstract Text Hint { get; }

    public abstract ImmutableArray<ImportColumn> Columns { get; }

    /// <summary>Who may give its orders: for a door to show it or not. The rules ask again.</summary>
    public abstract ImmutableArray<Role> Givers { get; }

    /// <summary>Its rows come to stand in one list, and the document they are taken from is named.</summary>
    public virtual bool IsIntoList => false;

    /// <summary>Its rows name projects of the park.</summary>
    public virtual bool NamesProjects => false;

    public static ImportKind? Of(string? code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The projects whose present state its rows are read against.</summary>
    public virtual IEnumerable<ProjectCode> About(ImportSheet sheet, ImportGround ground) => [];

    /// <summary>Reads the rows into orders. Pure: what the rules say to them is asked afterwards.</summary>
    /// <param name="target">Where they come to stand; null for a kind that is not <see cref="IsIntoList"/>.</param>
    public abstract ReturnedSheet Read(ImportSheet sheet, ImportGround ground, ImportTarget? target);
}

/// <param name="Document">What the ledger is called, with its date or number.</param>
public sealed record ImportTarget(ProjectCode Project, ListCode List, string Document);

/// <summary>What of the park a sheet is read against: names of units, people and projects, and the projects it is about.</summary>
/// <param name="projects">Those the importer sees.</param>
public sealed class ImportGround(Park park, IEnumerable<(ProjectCode Code, string Name)> projects)
{
    private readonly ILookup<string, UnitCode> units = park.Units.Values.ToLookup(unit => unit.Name, unit => unit.Code);
    private readonly ILookup<string, PersonId> people = park.People.Values.ToLookup(person => person.Name, person => person.Id);
    private readonly ILookup<string, ProjectCode> projectsByName = projects.ToLookup(project => project.Name, project => project.Code);
    private readonly HashSet<ProjectCode> projectCodes = [.. projects.Select(project => project.Code)];

    public Labels Labels => park.Labels;

    /// <summary>The projects that were asked for, as they are now.</summary>
    public IReadOnlyDictionary<ProjectCode, Project> Cards { get; init; } = ImmutableDictionary<ProjectCode, Project>.Empty;

    public IEnumerable<UnitCode> Units(string said) => Found(units[said], UnitCode.Of(said), park.Units.ContainsKey);

    public IEnumerable<PersonId> People(string said) => Found(people[said], PersonId.Of(said), park.People.ContainsKey);

    public IEnumerable<ProjectCode> Projects(string said) => Found(projectsByName[said], ProjectCode.Of(said), projectCodes.Contains);

    /// <summary>By name; by code where no name is the same.</summary>
    private static IEnumerable<TId> Found<TId>(IEnumerable<TId> named, TId coded, Func<TId, bool> isThere) => named.Any() ? named : isThere(coded) ? [coded] : [];
}
