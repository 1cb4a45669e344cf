using System.Collections.Immutable;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>Kinds of appointments (soorten afspraken): their names, and who may see them: what the bare fact tells decides.</summary>
public static class AppointmentKinds
{
    // Where somebody will be at what hour is for who receives, hears, judges, guides or assists them: never for police and border guard (red line 6).
    private static readonly ImmutableArray<LookPurpose> For =
        [LookPurpose.Procedure, LookPurpose.Reception, LookPurpose.Review, LookPurpose.Return, LookPurpose.LegalAssistance, LookPurpose.Guardianship, LookPurpose.Support];

    /// <summary>The kinds that a function may see; none for a function that has no calendar.</summary>
    /// <param name="function">The function.</param>
    public static ImmutableArray<AppointmentKind> Of(Function function) => !For.Contains(function.MainPurpose) || function.Reach is Reach.None or Reach.Own ? []
        : [.. Enum.GetValues<AppointmentKind>().Where(each => function.MayRead(EventCategories.Of(EventOf(each))))];

    /// <summary>A kind by its code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public static AppointmentKind? Find(string? code) => Enum.GetValues<AppointmentKind>().Where(each => CodeOf(each) == code).Select(each => (AppointmentKind?)each).FirstOrDefault();

    /// <summary>The code of a kind, in addresses.</summary>
    /// <param name="kind">The kind.</param>
    public static string CodeOf(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Interview => "nader-gehoor",
        AppointmentKind.RegistrationInterview => "aanmeldgehoor",
        AppointmentKind.CourtHearing => "zitting",
        AppointmentKind.DetentionHearing => "zitting-bewaring",
        AppointmentKind.WithdrawalTalk => "gesprek-intrekking",
        AppointmentKind.DepartureTalk => "vertrekgesprek",
        AppointmentKind.HousingInterview => "screeningsgesprek",
    };

    /// <summary>What people call a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static Text NameOf(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Interview => new("Nader gehoor", "Interview"),
        AppointmentKind.RegistrationInterview => new("Aanmeldgehoor", "Registration interview"),
        AppointmentKind.CourtHearing => new("Zitting", "Court hearing"),
        AppointmentKind.DetentionHearing => new("Zitting over bewaring", "Hearing on detention"),
        AppointmentKind.WithdrawalTalk => new("Gesprek over intrekking", "Talk on withdrawal"),
        AppointmentKind.DepartureTalk => new("Vertrekgesprek", "Departure talk"),
        AppointmentKind.HousingInterview => new("Screeningsgesprek", "Housing interview"),
    };

    /// <summary>What became of an appointment, in words.</summary>
    /// <param name="status">What became of it.</param>
    public static Text NameOf(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Planned => new("gepland", "planned"),
        AppointmentStatus.Held => new("gehouden", "held"),
        AppointmentStatus.Missed => new("niet doorgegaan", "did not take place"),
        AppointmentStatus.Moved => new("verplaatst", "moved"),
        AppointmentStatus.Cancelled => new("vervallen", "fell away"),
    };

    private static Type EventOf(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Interview => typeof(InterviewPlanned),
        AppointmentKind.RegistrationInterview => typeof(RegistrationInterviewHeld),
        AppointmentKind.CourtHearing => typeof(CourtHearingPlanned),
        AppointmentKind.DetentionHearing => typeof(DetentionHeard),
        AppointmentKind.WithdrawalTalk => typeof(WithdrawalTalkHeld),
        AppointmentKind.DepartureTalk => typeof(DepartureTalkHeld),
        AppointmentKind.HousingInterview => typeof(HousingInterviewHeld),
    };
}
