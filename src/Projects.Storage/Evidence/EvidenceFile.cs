using System.Diagnostics.CodeAnalysis;

namespace Projects.Storage;

/// <summary>What an evidence file 佐证 is, by its content and never by its name.</summary>
public enum EvidenceType
{
    Pdf,
    Jpeg,
    Png,
    Webp,
    Docx,
    Xlsx,
    Mp4,
}

/// <summary>SHA-256 of a file's bytes as 64 lower-case hexadecimal digits: the file's name in the store.</summary>
public readonly record struct EvidenceDigest(string Value)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out EvidenceDigest digest)
    {
        digest = default;
        if (text is not { Length: 64 } || !text.All(char.IsAsciiHexDigitLower))
            return false;
        digest = new EvidenceDigest(text);
        return true;
    }

    public override string ToString() => Value;
}

/// <summary>A file safely on disk.</summary>
public sealed record EvidenceFile(EvidenceDigest Digest, long SizeBytes, EvidenceType Type)
{
    /// <summary>The media type it is served as.</summary>
    public string MediaType => Type switch
    {
        EvidenceType.Pdf => "application/pdf",
        EvidenceType.Jpeg => "image/jpeg",
        EvidenceType.Png => "image/png",
        EvidenceType.Webp => "image/webp",
        EvidenceType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        EvidenceType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EvidenceType.Mp4 => "video/mp4",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Why a file is not taken as evidence.</summary>
public enum EvidenceObstacle
{
    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>More than <see cref="EvidenceLimits.FileBytesAtMost"/>.</summary>
    TooLarge,

    /// <summary>The content is of none of the types taken.</summary>
    TypeNotTaken,

    /// <summary>It says it is a document or sheet but is not a sound one, or unpacks to far more than it is.</summary>
    Unsound,

    /// <summary>The store is full: <see cref="EvidenceLimits.TotalBytesAtMost"/>.</summary>
    NoRoom,
}

/// <summary>The file is not taken; nothing was kept of it.</summary>
public sealed class EvidenceRefusedException(EvidenceObstacle obstacle)
    : Exception($"The file is not taken as evidence: {obstacle}.")
{
    public EvidenceObstacle Obstacle { get; } = obstacle;
}

/// <param name="FileBytesAtMost">Of one file. Default 50 MiB (SECURITY 3).</param>
/// <param name="TotalBytesAtMost">Of all files together. Default 50 GiB.</param>
public sealed record EvidenceLimits(long FileBytesAtMost = 50L << 20, long TotalBytesAtMost = 50L << 30);
