using System.Net;
using Projects.Storage;

namespace Projects.Host.Settings;

/// <summary>What an operator may set, in appsettings.json under <c>Projects</c> or as environment variables <c>Projects__Name</c>. Checked at start.</summary>
public sealed class HostSettings
{
    public const string Section = "Projects";

    /// <summary>The folder of the embedded database, the evidence store and the sample's files; made when missing. Default <c>data</c> in the working folder.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; empty means the embedded SQLite file in <see cref="DataDirectory"/>.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Pages and JSON, HTTP/1.1.</summary>
    public string Http { get; set; } = "http://127.0.0.1:5080";

    /// <summary>gRPC, HTTP/2 without TLS.</summary>
    public string Grpc { get; set; } = "http://127.0.0.1:5081";

    /// <summary>Ports of the embedded silo, on loopback only; 0 lets the system choose.</summary>
    public int SiloPort { get; set; }

    /// <inheritdoc cref="SiloPort"/>
    public int SiloGatewayPort { get; set; }

    /// <summary>Set when TLS ends at a proxy in front of this process: only then may it listen beyond loopback.</summary>
    public bool BehindProxy { get; set; }

    /// <summary>Evidence kept at most for each park, in bytes; default 50 GiB.</summary>
    public long EvidenceQuotaBytes { get; set; } = 50L << 30;

    public string DataPath => Path.GetFullPath(DataDirectory);
    public string EvidencePath => Path.Combine(DataPath, "evidence");

    /// <summary>The embedded database, when it is used.</summary>
    public string SqlitePath => Path.Combine(DataPath, "projects.db");

    public Database Database => Postgres.Length > 0 ? new Database(DatabaseProvider.Postgres, Postgres) : Database.SqliteFile(SqlitePath);

    /// <summary>Every setting at fault, one sentence each; empty when the server may start.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (name, url) in new[] { (nameof(Http), Http), (nameof(Grpc), Grpc) })
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != "http" || uri.AbsolutePath != "/")
                yield return $"{Section}__{name} is '{url}'; it must look like http://127.0.0.1:5080.";
            else if (!IsLoopback(uri) && !BehindProxy)
                yield return $"{Section}__{name} is '{url}', beyond loopback and without TLS. Set {Section}__{nameof(BehindProxy)}=true when a proxy in front of it ends TLS.";
        }
        if (EvidenceQuotaBytes < 0)
            yield return $"{Section}__{nameof(EvidenceQuotaBytes)} is negative.";
    }

    public static bool IsLoopback(Uri uri) => uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
}
