using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

/// <summary>A command of the reception room about someone who is here.</summary>
public abstract record ResidentCommand : ReceptionCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Offer a place at a site (plaats aanbieden, doorverwijzen; Rva 4(3), 11).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">The site.</param>
/// <param name="Modality">Its kind.</param>
public sealed record OfferPlace(Official By, SiteId Site, Modality Modality) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Accept the place that is offered (plaats aanvaarden).</summary>
public sealed record AcceptPlace : ResidentCommand;

/// <summary>Refuse the place that is offered (plaats weigeren): in person, after the consequence was told (red line 7).</summary>
/// <param name="ConsequenceExplained">What follows was explained, in a language the person understands.</param>
public sealed record RefusePlace(bool ConsequenceExplained) : ResidentCommand;

/// <summary>Establish that someone did not come to the place offered (niet aangekomen; Rva 4(3)).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record RecordNonArrival(Official By) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Establish that someone has no right to reception, or has it after all (uitsluiting; Rva 2, 4(3)).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Reason">Why not; <see cref="EntitlementReason.Due"/> when nothing excludes any more.</param>
public sealed record EstablishExclusion(Official By, EntitlementReason Reason) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>A place was offered (plaats aangeboden).</summary>
/// <param name="Site">The site.</param>
/// <param name="Modality">Its kind.</param>
[EventName("place-offered", 1)]
public sealed record PlaceOffered(
    [Category(DataCategory.Reception)] SiteId Site,
    [Category(DataCategory.Reception)] Modality Modality) : ReceptionEvent;

/// <summary>The place was accepted (plaats aanvaard).</summary>
[EventName("place-accepted", 1)]
public sealed record PlaceAccepted : ReceptionEvent;

/// <summary>The place was refused (plaats geweigerd). The right to reception then lasts no longer than a referral does.</summary>
[EventName("place-refused", 1)]
public sealed record PlaceRefused : ReceptionEvent;

/// <summary>Someone did not come to the place offered (niet aangekomen).</summary>
/// <param name="By">Who established it.</param>
[EventName("non-arrival-recorded", 1)]
public sealed record NonArrivalRecorded([Category(DataCategory.Reception)] Official By) : ReceptionEvent;

/// <summary>Whether something excludes the right to reception was established (uitsluiting vastgesteld).</summary>
/// <param name="Reason">Why; <c>due</c> when nothing does.</param>
/// <param name="By">Who established it.</param>
[EventName("reception-exclusion-established", 1)]
public sealed record ExclusionEstablished(
    [Category(DataCategory.Reception)] EntitlementReason Reason,
    [Category(DataCategory.Reception)] Official By) : ReceptionEvent;

/// <summary>Offering a place, and what follows when it is refused (aanbod van een plaats).</summary>
public static class Offers
{
    /// <summary>The right to reception is excluded.</summary>
    public static readonly Refusal NoRight = new(
        "reception.no-right", "reception-right.excluded",
        "Deze persoon heeft geen recht op opvang; een medewerker heeft dat vastgesteld.",
        "This person has no right to reception; an officer has established so.");

    /// <summary>No place is offered, or it was answered.</summary>
    public static readonly Refusal NoneOpen = new(
        "place.none-offered", "fact",
        "Er staat geen aanbod van een plaats open.",
        "No offer of a place is open.");

    /// <summary>The consequence was not explained.</summary>
    public static readonly Refusal NotExplained = new(
        "place.consequence-not-explained", "RCD 5",
        "Een plaats wordt pas geweigerd nadat is uitgelegd wat daarvan het gevolg is.",
        "A place is refused only after what follows from it was explained.");

    /// <summary>Another place is offered.</summary>
    public static readonly Refusal OtherSite = new(
        "place.other-offered", "Rva 11",
        "Aan deze persoon is een andere plaats aangeboden; wijzig eerst dat aanbod.",
        "This person was offered another place; change that offer first.");

    /// <summary>There is time to arrive still.</summary>
    public static readonly Refusal MayStillArrive = new(
        "place.may-still-arrive", "reception-right",
        "De persoon heeft tot en met {0} om aan te komen.",
        "The person has until the end of {0} to arrive.");

    /// <summary>It is so already.</summary>
    public static readonly Refusal Unchanged = new(
        "reception.exclusion-unchanged", "fact",
        "Dit is al zo vastgesteld.",
        "This has been established so already.");

    internal static Decision Decide(CaseFile file, Household household, OfferPlace command, Law law, Day today) =>
        file.Reception.Site is not null ? Stays.AlreadyPlaced
        : (Stays.AgainstStay(file, command.Modality) ?? Modalities.AgainstPlacing(file, household, command.Modality, law, today)) is { } refusal ? refusal
        : new PlaceOffered(command.Site, command.Modality);

    internal static Decision Decide(CaseFile file, AcceptPlace _) =>
        Open(file) is null ? NoneOpen : new PlaceAccepted();

    internal static Decision Decide(CaseFile file, RefusePlace command) =>
        Open(file) is null ? NoneOpen : !command.ConsequenceExplained ? NotExplained : new PlaceRefused();

    internal static Decision Decide(CaseFile file, RecordNonArrival command, Law law, Day today) =>
        file.Reception.Circumstances.Offer is not { } offer ? NoneOpen
        : ArriveBy(offer, law) is var last && today <= last ? MayStillArrive.On(last)
        : new NonArrivalRecorded(command.By);

    internal static Decision Decide(CaseFile file, EstablishExclusion command) =>
        (file.Reception.Circumstances.Exclusion ?? EntitlementReason.Due) == command.Reason ? Unchanged
        : command.Reason != EntitlementReason.Due && file.Registration.Role == FamilyRole.UnaccompaniedMinor
            && command.Reason == EntitlementReason.SufficientMeans ? Stays.MinorStays
        : new ExclusionEstablished(command.Reason, command.By);

    /// <summary>Last day to arrive at the place that was offered.</summary>
    internal static Day ArriveBy(PlaceOffer offer, Law law)
    {
        var none = default(NoTrace);
        return ReceptionRight.LastDay(law, ReceptionEnding.NotArrivedAfterReferral, offer.On, ref none);
    }

    private static PlaceOffer? Open(CaseFile file) =>
        file.Reception.Circumstances.Offer is { Accepted: null } open ? open : null;
}
