using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Projects.Web.Seats;

/// <summary>The keys that protect forms lie in the database: a restart, or another process of the installation, knows the same.</summary>
internal sealed class PageKeys(InstallationSettings settings) : IXmlRepository
{
    private const string Prefix = "data-protection/";

    // The interface is synchronous; it is asked a few times in the life of a process.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(() => settings.ListAsync(Prefix, CancellationToken.None)).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => settings.SetAsync(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None)).GetAwaiter().GetResult();
}
