namespace Projects;

/// <summary>An order to a project. Who gives it, and when, is on the <see cref="Stamp"/>.</summary>
public abstract record ProjectCommand
{
    /// <summary>The version the caller saw of what the command changes (etag); null when it does not matter to them.</summary>
    public long? Expected { get; init; }
}
