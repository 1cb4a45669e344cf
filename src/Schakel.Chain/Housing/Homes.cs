using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Housing;

namespace Schakel.Chain.Housing;

/// <summary>What the housing room knows (huisvesting).</summary>
/// <param name="LinkedTo">Municipality the permit holder is linked to.</param>
/// <param name="OfferedIn">Municipality in which a home was offered.</param>
/// <param name="IsHoused">Lives in a home.</param>
/// <param name="HousedOn">Since that day; absent when taken over.</param>
public sealed record HousingState(MunicipalityId? LinkedTo, MunicipalityId? OfferedIn, bool IsHoused, Day? HousedOn)
{
    /// <summary>The answer to the offer; absent as long as there is none.</summary>
    public HomeAnswer? Answer { get; init; }

    /// <summary>Nothing yet.</summary>
    public static HousingState None { get; } = new(null, null, false, null);

    /// <summary>Day of the last link.</summary>
    public Day? LinkedOn { get; init; }

    /// <summary>Day of the last offer, for the present link.</summary>
    public Day? OfferedOn { get; init; }
}

/// <summary>A command of the housing room.</summary>
public abstract record HousingCommand : CaseCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>An event of the housing room.</summary>
public abstract record HousingEvent : ChainEvent;

/// <summary>Link a permit holder to a municipality (koppelen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Municipality">The municipality.</param>
public sealed record LinkToMunicipality(Official By, MunicipalityId Municipality) : HousingCommand, IOfficialAct
{
    /// <summary>Why the person is linked anew, when linked to another municipality already.</summary>
    public UnlinkGround? Ground { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Offer a home (woning aanbieden).</summary>
/// <param name="By">Officer of the municipality.</param>
/// <param name="Municipality">The municipality.</param>
public sealed record OfferHome(Official By, MunicipalityId Municipality) : HousingCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HousingOfficer;
}

/// <summary>Move into a home (een woning betrekken).</summary>
/// <param name="Municipality">The municipality.</param>
public sealed record MoveIntoHome(MunicipalityId Municipality) : HousingCommand;

/// <summary>A permit holder was linked to a municipality (gekoppeld).</summary>
/// <param name="Municipality">The municipality.</param>
[EventName("linked-to-municipality", 1)]
public sealed record LinkedToMunicipality([Category(DataCategory.Housing)] MunicipalityId Municipality) : HousingEvent;

/// <summary>A home was offered (woning aangeboden).</summary>
/// <param name="Municipality">The municipality.</param>
[EventName("home-offered", 1)]
public sealed record HomeOffered([Category(DataCategory.Housing)] MunicipalityId Municipality) : HousingEvent;

/// <summary>Someone moved into a home (gehuisvest).</summary>
/// <param name="Municipality">The municipality.</param>
[EventName("moved-into-home", 1)]
public sealed record MovedIntoHome([Category(DataCategory.Housing)] MunicipalityId Municipality) : HousingEvent;

/// <summary>Housing of permit holders (huisvesting van statushouders).</summary>
public static class Homes
{
    /// <summary>Linked before.</summary>
    public static readonly Refusal AlreadyLinked = new(
        "housing.already-linked", "housing-term",
        "Deze persoon is al aan deze gemeente gekoppeld.",
        "This person is linked to this municipality already.");

    /// <summary>Lives in a home.</summary>
    public static readonly Refusal AlreadyHoused = new(
        "housing.already-housed", "Hvw 28",
        "Deze persoon is al gehuisvest.",
        "This person is housed already.");

    /// <summary>Not linked to this municipality.</summary>
    public static readonly Refusal NotLinked = new(
        "housing.not-linked", "housing-term",
        "Deze persoon is niet aan deze gemeente gekoppeld.",
        "This person is not linked to this municipality.");

    /// <summary>No home was offered there.</summary>
    public static readonly Refusal NoOffer = new(
        "housing.no-offer", "housing-term",
        "In deze gemeente is nog geen woning aangeboden.",
        "No home has been offered in this municipality yet.");

    /// <summary>A refusal waits for a decision.</summary>
    public static readonly Refusal RefusalUndecided = new(
        "housing.refusal-undecided", "Rva 7(1)(a)",
        "Een woning is geweigerd; beslis eerst op die weigering.",
        "A home was refused; decide on that refusal first.");

    internal static Decision Decide(CaseFile file, HousingCommand command, Law law, Day today)
    {
        if (file.Procedure.Permit is not { } permit)
        {
            return Permits.NoPermit;
        }
        if (file.Housing.IsHoused)
        {
            return AlreadyHoused;
        }
        return command switch
        {
            LinkToMunicipality act => file.Housing.LinkedTo == act.Municipality ? AlreadyLinked
                : file.Housing.LinkedTo is { } other ? Relinked(other, act)
                : Decision.Of(new LinkedToMunicipality(act.Municipality), LinkedLate(file, permit, law, today)),
            OfferHome act => file.Housing.LinkedTo != act.Municipality ? NotLinked
                : file.Housing.Answer is { UnjustifiedOn: not null } ? HomeOffers.OneOffer
                : file.Housing.Answer is { RefusedOn: not null } ? RefusalUndecided
                : new HomeOffered(act.Municipality),
            MoveIntoHome act => file.Housing.OfferedIn != act.Municipality && !JoinsSponsor(file) ? NoOffer
                : Decision.Of(new MovedIntoHome(act.Municipality), HousedLate(file, permit, law, today)),
            _ => HomeOffers.Decide(file, command),
        };
    }

    internal static HousingState Evolve(HousingState state, HousingEvent happened, Day on) => happened switch
    {
        LinkedToMunicipality linked => state with { LinkedTo = linked.Municipality, LinkedOn = on, OfferedIn = null, OfferedOn = null, Answer = null },
        HomeOffered offered => state with { OfferedIn = offered.Municipality, OfferedOn = on, Answer = null },
        MovedIntoHome moved => state with { LinkedTo = moved.Municipality, IsHoused = true, HousedOn = on },
        _ => HomeOffers.Evolve(state, happened, on),
    };

    private static Decision Relinked(MunicipalityId other, LinkToMunicipality act) =>
        act.Ground is not { } ground ? HomeOffers.NoGround
        : Decision.Of(new UnlinkedFromMunicipality(other, ground, act.By), new LinkedToMunicipality(act.Municipality));

    /// <summary>Relatives who came on an entry visa move in with their sponsor: no home is offered to them apart.</summary>
    internal static bool JoinsSponsor(CaseFile file) => file.Registration.Route == Route.FamilyReunification;

    private static BreachRecorded? LinkedLate(CaseFile file, PermitState permit, Law law, Day today) =>
        file.Housing.LinkedTo is null && Terms(file, permit, law) is { } terms ? After(terms.LinkBy, today) : null;

    private static BreachRecorded? HousedLate(CaseFile file, PermitState permit, Law law, Day today) =>
        Terms(file, permit, law) is { } terms ? After(terms.MoveBy, today) : null;

    private static BreachRecorded? After(Day last, Day today) => today > last ? new("housing-term", last) : null;

    /// <summary>The days by which to link, house and move; absent for relatives, who join a home, and when the permit's day is not known.</summary>
    internal static HousingTerms? Terms(CaseFile file, PermitState permit, Law law)
    {
        var none = default(NoTrace);
        return Terms(file, permit, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static HousingTerms? Terms<TTrace>(CaseFile file, PermitState permit, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (permit.On is not { } granted || JoinsSponsor(file))
        {
            return null;
        }
        return HousingTerm.Of(law, granted, ref trace);
    }
}
