using MimeKit;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Mail;

/// <summary>What stands in a notice (tekst van een kennisgeving): that there is something, perhaps on which day, and where to read it. No name, number or reason.</summary>
internal static class MailText
{
    /// <summary>The e-mail of a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="to">To whom.</param>
    /// <param name="settings">In whose name.</param>
    /// <param name="site">Where the pages are: the first one, whose address says nothing.</param>
    /// <param name="now">Real time.</param>
    public static MimeMessage Of(MailNotice notice, Addressee to, MailSettings settings, Uri site, DateTimeOffset now)
    {
        var speech = new Speech(to.Language);
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage { Subject = speech.Say("mail.subject"), Date = now, MessageId = MimeKit.Utils.MimeUtils.GenerateMessageId(from.Domain) };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(null, to.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, to.Language.Code);
        var what = notice.Kind switch
        {
            NoticeKind.Message => speech.Say("mail.message"),
            NoticeKind.Appointment => speech.Say("mail.appointment", ("date", notice.Day)),
            NoticeKind.LastDay => speech.Say("mail.last-day", ("date", notice.Day)),
        };
        message.Body = new TextPart("plain") { Text = string.Join("\r\n\r\n", what, speech.Say("mail.look", ("address", site.GetLeftPart(UriPartial.Authority) + "/")), speech.Say("mail.end")) + "\r\n" };
        return message;
    }
}
