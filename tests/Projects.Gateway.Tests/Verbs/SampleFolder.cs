namespace Projects.Gateway.Tests.Verbs;

/// <summary>A data folder after its first start; the server's plug was pulled then.</summary>
public sealed class SampleFolder : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("projects-verbs-").FullName;
    private int made;

    public string Data => Path.Combine(root, "sample");

    public async ValueTask InitializeAsync()
    {
        await using var server = await HostProcess.ServeAsync(Data);
    }

    /// <summary>A folder that is not there yet.</summary>
    public string Fresh() => Path.Combine(root, $"fresh-{Interlocked.Increment(ref made)}");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
