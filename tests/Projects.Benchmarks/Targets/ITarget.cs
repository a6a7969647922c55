namespace Projects.Benchmarks;

/// <summary>One of the targets, measured on one database.</summary>
internal interface ITarget
{
    /// <summary>Such as P1.</summary>
    string Code { get; }

    /// <summary>What it promises, for the help text.</summary>
    string Promise { get; }

    Task MeasureAsync(Bench bench);
}
