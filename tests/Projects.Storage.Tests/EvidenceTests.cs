using System.IO.Compression;
using System.Text;

namespace Projects.Storage.Tests;

public sealed class EvidenceTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 acceptance record");

    private readonly string _root = Directory.CreateTempSubdirectory("projects-evidence-").FullName;

    [Fact]
    public async Task A_file_comes_back_byte_for_byte_under_its_digest()
    {
        var store = Store();
        var file = await PutAsync(store, Pdf);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)), file.Digest.Value);
        Assert.Equal((Pdf.Length, EvidenceType.Pdf), (file.SizeBytes, file.Type));
        await using var opened = store.Open(file.Digest)!;
        var bytes = new MemoryStream();
        await opened.CopyToAsync(bytes);
        Assert.Equal(Pdf, bytes.ToArray());
        Assert.True(File.Exists(Path.Combine(_root, file.Digest.Value[..2], file.Digest.Value[2..4], file.Digest.Value)));
        Assert.Equal(file, store.Find(file.Digest));
        Assert.Equal([file.Digest], store.All());
    }

    [Fact]
    public async Task The_same_content_twice_is_one_file()
    {
        var store = Store(new EvidenceLimits(TotalBytesAtMost: Pdf.Length));
        Assert.Equal(await PutAsync(store, Pdf), await PutAsync(store, Pdf));
        Assert.Single(store.All());
    }

    [Fact]
    public async Task What_the_platform_made_is_kept_whatever_its_kind_and_is_evidence_of_nothing()
    {
        var store = Store(new EvidenceLimits(TotalBytesAtMost: 20));
        var page = "<!DOCTYPE html>"u8.ToArray();
        var digest = await store.KeepAsync(page, CancellationToken.None);

        Assert.Equal(digest, await store.KeepAsync(page, CancellationToken.None));
        await using var opened = store.Open(digest)!;
        var bytes = new byte[opened.Length];
        await opened.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(page, bytes);
        Assert.Null(store.Find(digest));
        Assert.True(await store.IsIntactAsync(digest, CancellationToken.None));
        Assert.Equal(EvidenceObstacle.NoRoom, (await Assert.ThrowsAsync<EvidenceRefusedException>(() => store.KeepAsync("another page"u8.ToArray(), CancellationToken.None))).Obstacle);
    }

    [Fact]
    public void A_file_nobody_brought_is_not_there()
    {
        Assert.True(EvidenceDigest.TryParse(new string('a', 64), out var digest));
        Assert.Null(Store().Open(digest));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_digest_that_is_none_leads_nowhere(string text) => Assert.False(EvidenceDigest.TryParse(text, out _));

    [Fact]
    public async Task Each_type_is_told_by_its_content()
    {
        var store = Store();
        Assert.Equal(EvidenceType.Jpeg, (await PutAsync(store, [0xFF, 0xD8, 0xFF, 0xE0, 1])).Type);
        Assert.Equal(EvidenceType.Png, (await PutAsync(store, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])).Type);
        Assert.Equal(EvidenceType.Webp, (await PutAsync(store, "RIFF\0\0\0\0WEBPVP8 "u8.ToArray())).Type);
        Assert.Equal(EvidenceType.Mp4, (await PutAsync(store, "\0\0\0\u0018ftypisom\0\0\0\0"u8.ToArray())).Type);
        Assert.Equal(EvidenceType.Docx, (await PutAsync(store, Package("[Content_Types].xml", "word/document.xml"))).Type);
        Assert.Equal(EvidenceType.Xlsx, (await PutAsync(store, Package("[Content_Types].xml", "xl/workbook.xml"))).Type);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("MZ")]
    [InlineData("plain text")]
    public async Task Other_content_is_not_taken(string content) =>
        await RefusedAsync(EvidenceObstacle.TypeNotTaken, Store(), Encoding.ASCII.GetBytes(content));

    [Fact]
    public async Task A_zip_that_is_no_document_is_not_taken()
    {
        await RefusedAsync(EvidenceObstacle.Unsound, Store(), Package("word/document.xml"));
        await RefusedAsync(EvidenceObstacle.TypeNotTaken, Store(), Package("[Content_Types].xml", "run.exe"));
        await RefusedAsync(EvidenceObstacle.TypeNotTaken, Store(), Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
        await RefusedAsync(EvidenceObstacle.Unsound, Store(), "PK\u0003\u0004 and nothing more"u8.ToArray());
    }

    [Fact]
    public async Task A_bomb_is_not_taken()
    {
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var content = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            content.Write(new byte[20 << 20]);
        }
        await RefusedAsync(EvidenceObstacle.Unsound, Store(), bomb.ToArray());
    }

    [Fact]
    public async Task Limits_are_kept_and_leave_nothing_behind()
    {
        await RefusedAsync(EvidenceObstacle.Empty, Store(), []);
        await RefusedAsync(EvidenceObstacle.TooLarge, Store(new EvidenceLimits(FileBytesAtMost: Pdf.Length - 1)), Pdf);
        await RefusedAsync(EvidenceObstacle.NoRoom, Store(new EvidenceLimits(TotalBytesAtMost: Pdf.Length - 1)), Pdf);
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_an_interrupted_upload_left_is_removed_at_start()
    {
        Store();
        await File.WriteAllTextAsync(Path.Combine(_root, "incoming", "half"), "half");
        Store();
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_second_process_opening_the_store_leaves_an_upload_in_progress_alone()
    {
        var slow = new SlowUpload();
        var upload = Store().PutAsync(slow, CancellationToken.None);
        await slow.Begun.WaitAsync(TimeSpan.FromSeconds(10));

        Store();
        slow.GoOn();

        Assert.Equal(Pdf.Length, (await upload).SizeBytes);
    }

    [Fact]
    public async Task Two_first_uploads_at_once_open_one_store()
    {
        var stores = new EvidenceStores(_root, new EvidenceLimits());
        var opened = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => stores.Of(ParkCode.Of("demo")))));
        Assert.Single(opened.Distinct());
    }

    [Fact]
    public async Task A_sweep_removes_what_interrupted_uploads_left_in_every_park()
    {
        await PutAsync(new EvidenceStores(_root, new EvidenceLimits()).Of(ParkCode.Of("demo")), Pdf);
        await File.WriteAllTextAsync(Path.Combine(_root, "demo", "incoming", "half"), "half");

        new EvidenceStores(_root, new EvidenceLimits()).Sweep();

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_root, "demo", "incoming")));
        Assert.Single(new EvidenceStore(Path.Combine(_root, "demo"), new EvidenceLimits()).All());
    }

    [Fact]
    public async Task A_changed_file_is_found()
    {
        var store = Store();
        var file = await PutAsync(store, Pdf);
        Assert.True(await store.IsIntactAsync(file.Digest, CancellationToken.None));

        await File.AppendAllTextAsync(Path.Combine(_root, file.Digest.Value[..2], file.Digest.Value[2..4], file.Digest.Value), "x");

        Assert.False(await store.IsIntactAsync(file.Digest, CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private EvidenceStore Store(EvidenceLimits? limits = null) => new(_root, limits ?? new EvidenceLimits());

    private static Task<EvidenceFile> PutAsync(EvidenceStore store, byte[] content) => store.PutAsync(new MemoryStream(content), CancellationToken.None);

    private static async Task RefusedAsync(EvidenceObstacle obstacle, EvidenceStore store, byte[] content) =>
        Assert.Equal(obstacle, (await Assert.ThrowsAsync<EvidenceRefusedException>(() => PutAsync(store, content))).Obstacle);

    private static byte[] Package(params string[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
                zip.CreateEntry(entry);
        return bytes.ToArray();
    }

    /// <summary>An upload whose first bytes arrive at once and whose rest waits to be let go on.</summary>
    private sealed class SlowUpload : Stream
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int sent;

        public Task Begun => begun.Task;
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void GoOn() => goOn.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (sent > 0)
            {
                begun.TrySetResult();
                await goOn.Task.WaitAsync(cancellationToken);
            }
            var part = sent == 0 ? Pdf.AsMemory(0, 8) : Pdf.AsMemory(sent);
            part.CopyTo(buffer);
            sent += part.Length;
            return part.Length;
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
