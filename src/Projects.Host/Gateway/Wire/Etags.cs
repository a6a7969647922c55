using System.Globalization;

namespace Projects.Host.Gateway;

/// <summary>The version of a thing as an etag (AIP-154): a number in quotation marks, opaque to callers.</summary>
internal static class Etags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static bool TryParse(string etag, out long version)
    {
        version = 0;
        return etag is ['"', .. { Length: > 0 } number, '"'] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}
