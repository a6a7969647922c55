using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Projects.Host.Delivery;

/// <summary>To whom an issued weekly report is sent (section <c>Projects:Delivery</c>); to nobody by default.</summary>
internal sealed class DeliverySettings : IValidatableObject
{
    public const string Section = "Projects:Delivery";
    private const int SecretLength = 32;

    /// <summary>Where an issued report is told of by POST, such as <c>https://oa.example/hooks/weekly</c>; empty for nowhere.</summary>
    public string Webhook { get; set; } = "";

    /// <summary>The key the receiver knows us by: each message carries an HMAC-SHA256 made with it. At least 32 characters.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>The mail server as <c>host:port</c>; empty for no mail. TLS is used as the server offers it.</summary>
    public string MailServer { get; set; } = "";

    /// <summary>Who sends it.</summary>
    public string MailFrom { get; set; } = "";

    /// <summary>Who gets it, addresses separated by commas.</summary>
    public string MailTo { get; set; } = "";

    /// <summary>The account at the mail server; empty for none.</summary>
    public string MailAccount { get; set; } = "";

    /// <summary>Its password.</summary>
    public string MailPassword { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Webhook.Length > 0 && !(Uri.TryCreate(Webhook, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
            yield return Wrong(nameof(Webhook), "must be an https address, or http on loopback");
        if (Webhook.Length > 0 && WebhookSecret.Length < SecretLength)
            yield return Wrong(nameof(WebhookSecret), $"must have at least {SecretLength} characters");
        if (MailServer.Length == 0)
            yield break;
        if (!TryServer(out _, out _))
            yield return Wrong(nameof(MailServer), "must look like mail.example:587");
        if (!MailboxAddress.TryParse(MailFrom, out _))
            yield return Wrong(nameof(MailFrom), "must be a mail address");
        if (!InternetAddressList.TryParse(MailTo, out var to) || to.Count == 0)
            yield return Wrong(nameof(MailTo), "must be mail addresses separated by commas");
    }

    public bool TryServer(out string host, out int port)
    {
        (host, port) = ("", 0);
        if (MailServer.LastIndexOf(':') is not (> 0 and var colon) || !int.TryParse(MailServer.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535)
            return false;
        host = MailServer[..colon];
        return true;
    }

    private static ValidationResult Wrong(string setting, string what) => new($"{Section}:{setting} {what}", [setting]);
}
