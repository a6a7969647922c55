using System.Net;
using System.Net.Sockets;

namespace Projects.Host.Settings;

/// <summary>The embedded silo talks to nobody but itself: any free loopback port does.</summary>
internal static class FreePort
{
    public static int Or(int wanted)
    {
        if (wanted != 0)
            return wanted;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
