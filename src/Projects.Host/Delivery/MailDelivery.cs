using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Projects.Host.Delivery;

/// <summary>Sends an issued report as a mail with its DOCX to a list. Its Message-Id is the report's own: mail programs show one sent twice once.</summary>
internal sealed class MailDelivery(IOptions<DeliverySettings> options, TimeProvider clock) : IDelivery
{
    private readonly DeliverySettings settings = options.Value;

    public string Name => "mail";

    public bool IsWanted => settings.MailServer.Length > 0;

    public async Task SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        settings.TryServer(out var host, out var port);
        using var message = Write(dispatch);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(host, port, SecureSocketOptions.Auto, cancellationToken);
        if (settings.MailAccount.Length > 0)
            await smtp.AuthenticateAsync(settings.MailAccount, settings.MailPassword, cancellationToken);
        await smtp.SendAsync(message, cancellationToken);
        // It has the mail; how it says goodbye changes nothing.
        await smtp.DisconnectAsync(quit: true, CancellationToken.None);
    }

    private MimeMessage Write(Dispatch dispatch)
    {
        var from = MailboxAddress.Parse(settings.MailFrom);
        var message = new MimeMessage { Subject = $"{dispatch.Park}{WeeklyReport.Title.Zh}{ReportWords.Of(dispatch.Report.Number)}", MessageId = $"{dispatch.Key}@{from.Domain}", Date = clock.GetUtcNow() };
        message.From.Add(from);
        message.To.AddRange(InternetAddressList.Parse(settings.MailTo));
        var body = new BodyBuilder
        {
            TextBody = $"{dispatch.Park}{ReportWords.Of(dispatch.Report.Number)}（{dispatch.Report.Week}）已由{dispatch.Report.SignedBy}于{dispatch.Report.IssuedOn:yyyy-MM-dd}签发，见附件。\n"
                + string.Concat(dispatch.Report.Files.Select(file => $"{file.Format.ToUpperInvariant()} SHA-256 {file.Digest}\n")),
        };
        body.Attachments.Add(dispatch.Paper.FileName, dispatch.Paper.Bytes.ToArray(), ContentType.Parse(dispatch.Paper.MediaType));
        message.Body = body.ToMessageBody();
        return message;
    }
}
