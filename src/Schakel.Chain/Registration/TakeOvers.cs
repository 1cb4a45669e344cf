using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>Where in the chain a file stands that is taken over without its past (stand bij overname).</summary>
public enum TakenOverStage
{
    /// <summary>Lodged, waiting for the track or the first interview in track 4.</summary>
    AwaitingInterview = 0,
    /// <summary>Interviewed and referred, waiting for a decision in the extended procedure.</summary>
    AwaitingDecision,
    /// <summary>In the Dublin track, not accepted yet; whether the request was sent is not known.</summary>
    DublinAwaitingReply,
    /// <summary>In the Dublin track, accepted, transfer decision taken, waiting for transfer.</summary>
    DublinAccepted,
    /// <summary>In track 2, before its interview.</summary>
    SimplifiedProcedure,
    /// <summary>Permit holder, waiting for a home.</summary>
    AwaitingHome,
    /// <summary>Rejected, appeal pending at the court.</summary>
    AwaitingRuling,
    /// <summary>Rejected finally, return file open.</summary>
    Returning,
    /// <summary>Permit holder who asked for family reunification, undecided.</summary>
    AwaitingReunification,
    /// <summary>Permit holder who lives in a home.</summary>
    Housed,
}

/// <summary>Who found someone without right of stay and handed the file to the return service (aanlevering).</summary>
public enum Referral
{
    /// <summary>Aliens police (vreemdelingenpolitie).</summary>
    AliensPolice = 0,
    /// <summary>Border police (grensbewaking).</summary>
    BorderPolice,
    /// <summary>Somebody else in the chain.</summary>
    Other,
}

/// <summary>What is known of the past of a file that is taken over (bekende data). An absent date is not known, and no term is computed from it.</summary>
/// <param name="LodgedOn">The day the application was lodged.</param>
/// <param name="AcceptedOn">The day another state accepted responsibility.</param>
/// <param name="DecidedOn">The day the application was decided; the permit was issued on that day, too.</param>
/// <param name="RequestedOn">The day family reunification was requested.</param>
public readonly record struct TakenOverDates(Day? LodgedOn, Day? AcceptedOn, Day? DecidedOn, Day? RequestedOn);

/// <summary>Take over a file without its past: the starting stock, an import (overnemen).</summary>
/// <param name="By">Who answers for the take-over.</param>
/// <param name="Household">The household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Stage">Where the file stands.</param>
/// <param name="Dates">What is known of its past.</param>
/// <param name="Site">The site where the person stays; absent when not in reception.</param>
/// <param name="Modality">The kind of that site.</param>
/// <param name="Moves">Moves between sites in this stay in reception; absent when not known.</param>
/// <param name="Relatives">Relatives asked for in a pending family reunification; absent when not known.</param>
/// <param name="ReferredBy">Who handed the file to the return service; absent when nobody did.</param>
public sealed record TakeOverFile(
    Official By, HouseholdId Household, Day Born, FamilyRole Role, TakenOverStage Stage, TakenOverDates Dates,
    SiteId? Site, Modality Modality, int? Moves = null, int? Relatives = null, Referral? ReferredBy = null) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Unopened;
}

/// <summary>A file was taken over without its past (dossier overgenomen).</summary>
/// <param name="Household">The household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Stage">Where the file stood.</param>
/// <param name="Dates">What is known of its past.</param>
/// <param name="Site">The site where the person stayed.</param>
/// <param name="Modality">The kind of that site.</param>
/// <param name="Moves">Moves between sites in this stay in reception; absent when not known.</param>
/// <param name="Relatives">Relatives asked for in a pending family reunification; absent when not known.</param>
/// <param name="ReferredBy">Who handed the file to the return service; absent when nobody did.</param>
[EventName("file-taken-over", 1)]
public sealed record FileTakenOver(
    [Category(DataCategory.Family)] HouseholdId Household,
    [Category(DataCategory.Identity)] Day Born,
    [Category(DataCategory.Family)] FamilyRole Role,
    [Category(DataCategory.Procedure)] TakenOverStage Stage,
    [Category(DataCategory.Procedure)] TakenOverDates Dates,
    [Category(DataCategory.Reception)] SiteId? Site,
    [Category(DataCategory.Reception)] Modality Modality,
    [Category(DataCategory.Reception)] int? Moves = null,
    [Category(DataCategory.Family)] int? Relatives = null,
    [Category(DataCategory.Return)] Referral? ReferredBy = null) : RegistrationEvent;

/// <summary>Stock without its past (overname).</summary>
public static class TakeOvers
{
    /// <summary>A date of the past lies in the future.</summary>
    public static readonly Refusal Later = new(
        "take-over.date-later", "fact",
        "Een overgenomen datum ligt na de dag van overname ({0}).",
        "A date that is taken over lies after the day of the take-over ({0}).");

    /// <summary>A date contradicts another.</summary>
    public static readonly Refusal OutOfOrder = new(
        "take-over.dates-out-of-order", "fact",
        "Een overgenomen datum ligt vóór de dag van indiening ({0}).",
        "A date that is taken over lies before the day of lodging ({0}).");

    /// <summary>A housed person stays at no site.</summary>
    public static readonly Refusal HousedAtSite = new(
        "take-over.housed-at-site", "fact",
        "Wie al gehuisvest is, verblijft niet op een opvanglocatie.",
        "Someone who is housed does not stay at a reception site.");

    internal static Decision Decide(TakeOverFile command, Day today)
    {
        var dates = command.Dates;
        if (command.Born > today || dates.LodgedOn > today || dates.AcceptedOn > today || dates.DecidedOn > today
            || dates.RequestedOn > today)
        {
            return Later.On(today);
        }
        if (dates.LodgedOn is { } lodged
            && (dates.AcceptedOn < lodged || dates.DecidedOn < lodged || dates.RequestedOn < lodged))
        {
            return OutOfOrder.On(lodged);
        }
        return command.Stage == TakenOverStage.Housed && command.Site is not null ? HousedAtSite
            : command.Role == FamilyRole.UnaccompaniedMinor && !Age.IsMinor(command.Born, today) ? Arrivals.OfAge
            : new FileTakenOver(
                command.Household, command.Born, command.Role, command.Stage, dates, command.Site, command.Modality,
                command.Moves, command.Relatives, command.ReferredBy);
    }
}
