using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Projects.Storage;

/// <summary>One step of the schema: a file <c>Schema/{Sqlite,Postgres}/NNNN-name.sql</c>. Never edited once landed (STYLE 20).</summary>
/// <param name="Number">From 1 without a gap.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All steps this program knows for a database, in order.</summary>
    public static IReadOnlyList<Migration> AllFor(DatabaseProvider provider)
    {
        var assembly = typeof(Migration).Assembly;
        var folder = $"Projects.Storage.Schema.{provider}.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(name, name[folder.Length..^".sql".Length])),
        ];

        Migration Read(string resource, string file)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return new Migration(int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), file[5..], reader.ReadToEnd());
        }
    }
}

/// <summary>The database and this program do not fit together; nothing was changed. The message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
