using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Family;

namespace Schakel.Chain.Family;

/// <summary>Collect entry visas at the mission abroad (mvv afhalen). On the sponsor's file.</summary>
/// <param name="By">Decision officer, for whom the mission acts.</param>
/// <param name="Relatives">How many.</param>
public sealed record CollectEntryVisas(Official By, int Relatives) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Announce when relatives travel (reis melden), so that they are met and have a bed. On the sponsor's file.</summary>
/// <param name="ArriveOn">Day of arrival.</param>
public sealed record AnnounceFamilyTravel(Day ArriveOn) : FamilyCommand;

/// <summary>Report after arrival (zich melden na inreis). On the relative's own file, which <see cref="RegisterFamilyArrival"/> opened.</summary>
/// <param name="By">Officer of the immigration service or aliens police.</param>
public sealed record ReportFamilyArrival(Official By) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.AliensPolice;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Entry visas were collected (mvv afgehaald).</summary>
/// <param name="Relatives">How many.</param>
[EventName("entry-visas-collected", 1)]
public sealed record EntryVisasCollected([Category(DataCategory.Family)] int Relatives) : FamilyEvent;

/// <summary>The travel of relatives was announced (reis gemeld).</summary>
/// <param name="ArriveOn">Day of arrival.</param>
[EventName("family-travel-announced", 1)]
public sealed record FamilyTravelAnnounced([Category(DataCategory.Family)] Day ArriveOn) : FamilyEvent;

/// <summary>A relative reported after arrival (gemeld na inreis).</summary>
[EventName("family-arrival-reported", 1)]
public sealed record FamilyArrivalReported : FamilyEvent;

/// <summary>From the grant to the arrival of relatives (afhalen, reizen, melden).</summary>
public static class FamilyArrivals
{
    /// <summary>No grant with visas left.</summary>
    public static readonly Refusal NothingToCollect = new(
        "entry-visa.nothing-to-collect", "Vw 2w",
        "Er zijn niet zo veel toegekende visa die nog niet zijn afgehaald.",
        "There are not so many granted visas that were not collected yet.");

    /// <summary>Collected too late.</summary>
    public static readonly Refusal CollectionOver = new(
        "entry-visa.collection-over", "family-arrival",
        "De visa konden worden afgehaald tot en met {0}.",
        "The visas could be collected through {0}.");

    /// <summary>No visa to travel on.</summary>
    public static readonly Refusal NoVisa = new(
        "family-travel.no-visa", "Vw 2w",
        "Er is geen visum afgehaald waarmee iemand kan reizen.",
        "No visa was collected on which anybody could travel.");

    /// <summary>The visa is no longer valid then.</summary>
    public static readonly Refusal VisaExpired = new(
        "family-travel.visa-expired", "family-arrival",
        "Het visum is geldig tot en met {0}.",
        "The visa is valid through {0}.");

    /// <summary>That day has passed.</summary>
    public static readonly Refusal InThePast = new(
        "family-travel.in-the-past", "fact",
        "Een reis wordt niet aangekondigd voor een dag die voorbij is.",
        "Travel is not announced for a day that has passed.");

    /// <summary>Did not come on an entry visa.</summary>
    public static readonly Refusal OtherRoute = new(
        "family-arrival.other-route", "Vw 29(2)",
        "Deze persoon is niet met een nareisvisum gekomen.",
        "This person did not come on an entry visa for family reunification.");

    /// <summary>Reported before.</summary>
    public static readonly Refusal AlreadyReported = new(
        "family-arrival.already-reported", "fact",
        "Deze persoon heeft zich al gemeld.",
        "This person has reported already.");

    internal static Decision Decide(CaseFile file, CollectEntryVisas command, Law law, Day today)
    {
        if (command.Relatives <= 0)
        {
            return Reunification.ForNobody;
        }
        if (file.Family.GrantedOn is not { } granted || command.Relatives > file.Family.VisasToCollect)
        {
            return NothingToCollect;
        }
        var none = default(NoTrace);
        var last = FamilyArrival.CollectBy(law, granted, ref none);
        return today > last ? CollectionOver.On(last) : new EntryVisasCollected(command.Relatives);
    }

    internal static Decision Decide(CaseFile file, AnnounceFamilyTravel command, Law law, Day today)
    {
        if (file.Family.CollectedOn is not { } collected)
        {
            return NoVisa;
        }
        var none = default(NoTrace);
        var last = FamilyArrival.EnterBy(law, collected, ref none);
        return command.ArriveOn < today ? InThePast
            : command.ArriveOn > last ? VisaExpired.On(last)
            : new FamilyTravelAnnounced(command.ArriveOn);
    }

    internal static Decision Report(CaseFile file, Law law, Day today) =>
        file.Registration.Route != Route.FamilyReunification ? OtherRoute
        : file.Family.ReportedOn is not null ? AlreadyReported
        : Decision.Of(new FamilyArrivalReported(), ReportedLate(file, law, today));

    private static BreachRecorded? ReportedLate(CaseFile file, Law law, Day today)
    {
        if (file.Registration.ArrivedOn is not { } arrived)
        {
            return null;
        }
        var none = default(NoTrace);
        var last = FamilyArrival.ReportBy(law, arrived, ref none);
        return today > last ? new("family-arrival", last) : null;
    }
}
