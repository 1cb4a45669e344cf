using System.Globalization;
using Schakel.Norms;

namespace Schakel.Web.Mail;

/// <summary>Of what somebody is told by e-mail (soort bericht).</summary>
public enum NoticeKind
{
    /// <summary>There is a new letter on their page (nieuw bericht).</summary>
    Message = 0,
    /// <summary>An appointment comes (afspraak).</summary>
    Appointment,
    /// <summary>A last day comes (laatste dag).</summary>
    LastDay,
}

/// <summary>A notice to send (kennisgeving). It holds whose it is and nothing of what it is about: address, language and whether it still holds are read when it is sent.</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Kind">Of what.</param>
/// <param name="Day">Which day: of the appointment or the last day, or the one on which the letter came.</param>
/// <param name="Version">Version of the file at which the letter came; zero for a day.</param>
public sealed record MailNotice(long Person, NoticeKind Kind, Day Day, int Version)
{
    /// <summary>What it is told by, once: a letter by its place in the file, a day by its date.</summary>
    public string Key => Kind == NoticeKind.Message
        ? string.Create(CultureInfo.InvariantCulture, $"{Person}.v{Version}") : string.Create(CultureInfo.InvariantCulture, $"{Person}.{(int)Kind}.{Day}");
}

/// <summary>A notice that waits to be sent (wachtende kennisgeving).</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record WaitingNotice(MailNotice Notice, int Attempts);
