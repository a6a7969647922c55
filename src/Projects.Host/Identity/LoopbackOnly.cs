using System.Net;

namespace Projects.Host.Identity;

/// <summary>A data folder with sample people is for looking around on one machine: it is never served to others (SECURITY 2).</summary>
internal static class LoopbackOnly
{
    /// <summary>Why the server must not start with these addresses; null when it may.</summary>
    /// <param name="urls">Each as Kestrel takes it: <c>http://127.0.0.1:5080</c>, <c>http://*:80</c>, <c>http://unix:/run/projects.sock</c>.</param>
    public static Text? Obstacle(bool samplePeople, IEnumerable<string> urls) =>
        samplePeople && urls.FirstOrDefault(url => !IsLoopback(url)) is { } open
            ? new Text(
                $"数据目录中有示例人员，只能在本机访问，而 {open} 对外开放。请改用 http://127.0.0.1:端口，或以 --sample none 和新的数据目录启动。",
                $"The data folder holds sample people and is served on this machine only, but {open} is open to others. "
                + "Use http://127.0.0.1:PORT, or start with --sample none and a new data folder.")
            : null;

    private static bool IsLoopback(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.IsUnixPipe
            || address.IsNamedPipe
            || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
