using Schakel.Norms;

namespace Schakel.Web.Workbench;

/// <summary>Why there is no page (soort melding).</summary>
public enum NoticeKind
{
    /// <summary>It does not exist, or may not be seen.</summary>
    Unknown = 0,
    /// <summary>The store cannot be reached.</summary>
    Fault,
    /// <summary>What was sent cannot be read.</summary>
    Unreadable,
    /// <summary>Too much was asked at once.</summary>
    Busy,
}

/// <summary>What a page says that stands in for another (meldingen).</summary>
internal static class Notices
{
    /// <summary>Its title.</summary>
    public static Text TitleOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Unknown => new("Niet gevonden", "Not found"),
        NoticeKind.Fault => new("Nu niet beschikbaar", "Not available now"),
        NoticeKind.Unreadable => new("Dit is niet te lezen", "This cannot be read"),
        NoticeKind.Busy => new("Even wachten", "A moment please"),
    };

    /// <summary>What is the matter, and what to do.</summary>
    public static Text WordsOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Unknown => new("Dit bestaat niet, of hoort niet bij uw functie en doel. Dat u keek, is vastgelegd.", "This does not exist, or does not belong to your function and purpose. That you looked is recorded."),
        NoticeKind.Fault => new("De gegevens zijn nu niet bereikbaar. Er is niets gewijzigd. Probeer het over een minuut opnieuw.", "The data cannot be reached now. Nothing was changed. Try again in a minute."),
        NoticeKind.Unreadable => new("Wat u verstuurde is niet te lezen. Er is niets gewijzigd. Ga terug en probeer het opnieuw.", "What you sent cannot be read. Nothing was changed. Go back and try again."),
        NoticeKind.Busy => new("Er kwamen te veel verzoeken tegelijk. Er is niets gewijzigd. Wacht een paar seconden en laad deze bladzijde opnieuw.", "Too many requests came at once. Nothing was changed. Wait a few seconds and load this page again."),
    };
}
