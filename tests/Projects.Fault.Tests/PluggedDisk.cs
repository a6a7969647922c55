using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Projects.Fault.Tests;

/// <summary>
/// A disk of its own with ext4, a file mounted through a loop device, whose plug can be pulled: what was not synced is gone. Needs root,
/// loop devices and e2fsprogs.
/// </summary>
public sealed class PluggedDisk : IAsyncDisposable
{
    public const string WhyNot = "Cutting the power needs root, a loop device and mkfs.ext4 to mount a disk of its own.";

    /// <summary>EXT4_IOC_SHUTDOWN, with the flag that flushes neither data nor the file system's own journal.</summary>
    private const nuint Shutdown = 0x8004587D;
    private const uint WithoutFlush = 2;

    private readonly string image;

    private PluggedDisk(string image, string folder) => (this.image, Folder) = (image, folder);

    public string Folder { get; }

    public static async Task<bool> IsPossibleAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/sbin/mkfs.ext4"))
            return false;
        try
        {
            await using var disk = await MountAsync();
            return true;
        }
        catch (Exception impossible) when (impossible is InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    public static async Task<PluggedDisk> MountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("projects-disk-").FullName;
        var image = folder + ".img";
        await using (var file = File.Create(image))
            file.SetLength(64L << 20);
        var disk = new PluggedDisk(image, folder);
        try
        {
            await RunAsync("/usr/sbin/mkfs.ext4", "-q", "-F", image);
            await RunAsync("mount", "-o", "loop", image, folder);
            return disk;
        }
        catch
        {
            disk.Remove();
            throw;
        }
    }

    public void PullThePlug()
    {
        using var root = Open(Folder, 0);
        var flag = WithoutFlush;
        if (root.IsInvalid || Ioctl(root, Shutdown, ref flag) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Mounts what is left; whatever held files open must have let go.</summary>
    public async Task PlugInAgainAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await RunAsync("umount", Folder);
        await RunAsync("mount", "-o", "loop", image, Folder);
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await RunAsync("umount", Folder);
        Remove();
    }

    private void Remove()
    {
        Directory.Delete(Folder, recursive: true);
        File.Delete(image);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int Ioctl(SafeFileHandle file, nuint request, ref uint argument);
}
