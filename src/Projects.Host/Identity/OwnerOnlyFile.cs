namespace Projects.Host.Identity;

/// <summary>Writes a file that only its owner may read: whole or not at all, and never readable by others on the way.</summary>
internal static class OwnerOnlyFile
{
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        await using (var file = new FileStream(temporary, OptionsOfOwner()))
        {
            await file.WriteAsync(content, cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>On Windows the folder's own permissions hold: a profile's folders are its owner's.</summary>
    private static FileStreamOptions OptionsOfOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
