using System.Collections.Immutable;
using System.Security.Cryptography;
using Projects.Reports;
using Projects.Storage;

namespace Projects.Grains;

/// <summary>
/// Makes the files of weekly reports. Those of one that is signed lie safely in the evidence store before the event that names them, and are handed out as
/// they lie there for ever; a draft's are made anew each time.
/// </summary>
public sealed class ReportPress(WeeklyReading reading, EvidenceStores evidence)
{
    /// <summary>
    /// The order by which this caller signs the report, its files printed and kept, and the day they say. Where a rule stands in the way nothing is printed, and
    /// the desk says no to the order.
    /// </summary>
    /// <exception cref="IOException">A file could not be kept; nothing may be recorded about it.</exception>
    /// <exception cref="EvidenceRefusedException">The store is full.</exception>
    public async Task<(SignReport Command, DateOnly Day)> PrintAsync(Insight insight, ReportNumber number, CancellationToken cancellationToken)
    {
        var (park, name) = (insight.Park, insight.Park.NameOf(insight.Actor.Person));
        // Signed before: should this be the same request again, its first result is given.
        if (park.Weekly.Find(number) is { State: ReportState.Issued } issued)
            return (new(number, issued.SignedBy!, issued.Files), issued.IssuedOn!.Value);
        if (park.Weekly.Find(number) is not { } report || !ReportActions.For(park, insight.Actor, number).Single(action => action.Verb == "sign").Allowed
            || await reading.OfAsync(park, report.Week, cancellationToken) is not { } document)
            return (new(number, name, []), insight.Today);

        var signed = document with { Head = document.Head with { IssuedOn = insight.Today, SignedBy = name } };
        var files = ImmutableArray.CreateBuilder<IssuedFile>();
        foreach (var file in Enum.GetValues<ReportFormat>().Select(format => ReportFiles.Write(signed, format)))
        {
            var digest = await evidence.Of(park.Code).KeepAsync(file.Bytes, cancellationToken);
            files.Add(new(NameOf(file.Format), digest.Value, file.Bytes.Length));
        }
        return (new(number, name, files.ToImmutable()), insight.Today);
    }

    /// <summary>A file of the report: of an issued one exactly what was issued, whatever the language; of a draft as it reads now.</summary>
    /// <returns>Null when there is no such report.</returns>
    /// <exception cref="FileNotFoundException">The file of an issued report is not in the store.</exception>
    public async Task<ReportFile?> FileAsync(Park park, ReportNumber number, ReportFormat format, Language language, CancellationToken cancellationToken)
    {
        if (park.Weekly.Find(number) is not { } report || await reading.OfAsync(park, report.Week, cancellationToken) is not { } document)
            return null;
        if (report.Files.FirstOrDefault(file => file.Format == NameOf(format)) is not { } issued)
            return ReportFiles.Write(document, format, language);
        await using var kept = evidence.Of(park.Code).Open(new EvidenceDigest(issued.Digest))
            ?? throw new FileNotFoundException($"Park {park.Code}: the {issued.Format} of report {number} is missing from the evidence store.", issued.Digest);
        var bytes = new byte[kept.Length];
        await kept.ReadExactlyAsync(bytes, cancellationToken);
        return ReportFiles.Of(document.Head, format, bytes);
    }

    /// <summary>Makes the files of an issued report once more from the journal alone, and holds them to those that were issued.</summary>
    /// <returns>Null when there is no such report; without files while it is not issued.</returns>
    public async Task<ReportProof?> ReproduceAsync(Park park, ReportNumber number, CancellationToken cancellationToken)
    {
        if (park.Weekly.Find(number) is not { } report || await reading.OfAsync(park, report.Week, cancellationToken) is not { } document)
            return null;
        return new(report, document.Seal,
        [
            .. from format in Enum.GetValues<ReportFormat>()
               let issued = report.Files.FirstOrDefault(file => file.Format == NameOf(format))
               where issued is not null
               select new FileProof(issued, Convert.ToHexStringLower(SHA256.HashData(ReportFiles.Write(document, format).Bytes.Span))),
        ]);
    }

    /// <summary>As the journal and addresses name a format: docx.</summary>
    public static string NameOf(ReportFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>Reads what <see cref="NameOf"/> writes; false for anything else.</summary>
    public static bool TryFormat(string? name, out ReportFormat format)
    {
        var known = Enum.GetValues<ReportFormat>().Where(each => NameOf(each) == name).ToList();
        format = known.FirstOrDefault();
        return known.Count == 1;
    }
}

/// <summary>What came of making an issued report again.</summary>
/// <param name="Seal">Of what it was made from now.</param>
public sealed record ReportProof(ReportRecord Report, ReportSeal Seal, ImmutableArray<FileProof> Files)
{
    /// <summary>Whether the journal still says what it said at the cut-off.</summary>
    public bool InputIsSame => Report.InputDigest == Seal.InputDigest;

    public bool Holds => InputIsSame && !Files.IsEmpty && Files.All(file => file.Holds);
}

/// <param name="Digest">Of the file as made now.</param>
public sealed record FileProof(IssuedFile Issued, string Digest)
{
    public bool Holds => Issued.Digest == Digest;
}
