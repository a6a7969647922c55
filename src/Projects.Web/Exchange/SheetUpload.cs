using Microsoft.AspNetCore.Components.Forms;
using Projects.Reports;

namespace Projects.Web.Exchange;

/// <summary>By which the requests of a sheet are known, in hexadecimal.</summary>
public delegate string SheetDigest(ReadOnlySpan<byte> content);

/// <summary>A sheet on its way from the browser: read once, and kept nowhere.</summary>
internal static class SheetUpload
{
    /// <returns>What it says, and the digest by which it is known.</returns>
    /// <exception cref="TableFileException">It is no sheet, or larger than is taken.</exception>
    /// <exception cref="IOException">It was cut off.</exception>
    public static async Task<(ReadTable Table, string Digest)> ReadAsync(IBrowserFile file, SheetDigest digest)
    {
        if (file.Size > TableFile.BytesAtMost)
            throw TableFileException.TooLarge();
        using var bytes = new MemoryStream((int)file.Size);
        await using (var content = file.OpenReadStream(TableFile.BytesAtMost))
            await content.CopyToAsync(bytes);
        var all = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return (TableFile.Read(all), digest(all.Span));
    }
}
