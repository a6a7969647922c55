using System.Security.Cryptography;

namespace Projects.Storage;

/// <summary>
/// Evidence files by the digest of their content, outside the web root: <c>aa/bb/aabb…</c>. A file is on disk, with its folder, before
/// <see cref="PutAsync"/> returns, so that the event naming it never comes first (SECURITY 3). Files are never changed or removed.
/// </summary>
public sealed class EvidenceStore
{
    private const string IncomingFolder = "incoming";

    private readonly string _root;
    private readonly EvidenceLimits _limits;
    private long _totalBytes;

    /// <param name="root">Made if missing. What an interrupted upload left behind is removed; one still running, here or in another process, is left alone.</param>
    public EvidenceStore(string root, EvidenceLimits limits)
    {
        (_root, _limits) = (Path.GetFullPath(root), limits);
        Directory.CreateDirectory(Incoming);
        foreach (var incoming in Directory.EnumerateFiles(Incoming))
            RemoveIfInterrupted(incoming);
        _totalBytes = new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => EvidenceDigest.TryParse(file.Name, out _)).Sum(file => file.Length);
    }

    private string Incoming => Path.Combine(_root, IncomingFolder);

    /// <summary>Takes a file in. The same content again gives the same answer and takes no room.</summary>
    /// <exception cref="EvidenceRefusedException">The file is not taken; nothing is kept of it.</exception>
    /// <exception cref="IOException">The disk failed; nothing may be recorded about the file.</exception>
    public Task<EvidenceFile> PutAsync(Stream content, CancellationToken cancellationToken) =>
        TakeAsync(content, (disk, digest) => new EvidenceFile(digest, disk.Length, EvidenceSniffer.TypeOf(disk)), cancellationToken);

    /// <summary>Keeps a file the platform made itself, of whatever kind, as safely as evidence. It is found by <see cref="Open"/>, and is no evidence where its kind is none.</summary>
    /// <inheritdoc cref="PutAsync" path="/exception"/>
    public Task<EvidenceDigest> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TakeAsync(new MemoryStream(content.ToArray(), writable: false), (_, digest) => digest, cancellationToken);

    private async Task<T> TakeAsync<T>(Stream content, Func<FileStream, EvidenceDigest, T> judge, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            EvidenceDigest digest;
            T file;
            await using (var disk = new FileStream(incoming, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                digest = await CopyAsync(content, disk, cancellationToken).ConfigureAwait(false);
                file = judge(disk, digest);
                disk.Flush(flushToDisk: true);
            }
            Keep(incoming, digest);
            return file;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Opens a file for reading; null when the store does not hold it.</summary>
    public Stream? Open(EvidenceDigest digest)
    {
        var path = PathOf(digest);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 81_920, FileOptions.Asynchronous) : null;
    }

    /// <summary>What the store knows of an evidence file; null when it holds none by this digest.</summary>
    public EvidenceFile? Find(EvidenceDigest digest)
    {
        using var file = Open(digest);
        try
        {
            return file is null ? null : new EvidenceFile(digest, file.Length, EvidenceSniffer.TypeOf(file));
        }
        catch (EvidenceRefusedException)
        {
            // The platform's own, such as a report's HTML.
            return null;
        }
    }

    /// <summary>Every file of the store, in the order of the digests.</summary>
    public IEnumerable<EvidenceDigest> All() =>
        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .SelectMany(name => EvidenceDigest.TryParse(name, out var digest) ? [digest] : Array.Empty<EvidenceDigest>());

    /// <summary>Whether the bytes on disk are still those of the digest.</summary>
    public async Task<bool> IsIntactAsync(EvidenceDigest digest, CancellationToken cancellationToken)
    {
        await using var file = Open(digest);
        return file is not null
            && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false)) == digest.Value;
    }

    private async Task<EvidenceDigest> CopyAsync(Stream content, FileStream disk, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (disk.Length + read > _limits.FileBytesAtMost)
                throw new EvidenceRefusedException(EvidenceObstacle.TooLarge);
            hash.AppendData(buffer, 0, read);
            await disk.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
        return disk.Length == 0
            ? throw new EvidenceRefusedException(EvidenceObstacle.Empty)
            : new EvidenceDigest(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private void Keep(string incoming, EvidenceDigest digest)
    {
        var path = PathOf(digest);
        var folder = Path.GetDirectoryName(path)!;
        if (!File.Exists(path))
            Admit(incoming, folder, path);
        // Also for a file already there: whoever brought it may not have come to this line yet.
        FolderSync.Flush(folder);
        FolderSync.Flush(Path.GetDirectoryName(folder)!);
        FolderSync.Flush(_root);
    }

    private void Admit(string incoming, string folder, string path)
    {
        var sizeBytes = new FileInfo(incoming).Length;
        if (Interlocked.Add(ref _totalBytes, sizeBytes) > _limits.TotalBytesAtMost)
        {
            Interlocked.Add(ref _totalBytes, -sizeBytes);
            throw new EvidenceRefusedException(EvidenceObstacle.NoRoom);
        }
        Directory.CreateDirectory(folder);
        File.Move(incoming, path, overwrite: true);
    }

    // An upload holds its file while it runs, in whichever process; the hold of a killed one is gone with it.
    private static void RemoveIfInterrupted(string incoming)
    {
        try
        {
            using (new FileStream(incoming, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                File.Delete(incoming);
        }
        catch (IOException)
        {
            // Held, or kept or given up just now.
        }
    }

    private string PathOf(EvidenceDigest digest) => PathIn(_root, digest);

    /// <summary>Where a store keeps a file.</summary>
    internal static string PathIn(string root, EvidenceDigest digest) => Path.Combine(root, digest.Value[..2], digest.Value[2..4], digest.Value);
}
