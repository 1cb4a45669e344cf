using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Housing;

/// <summary>Why a link to a municipality is undone (grond voor ontkoppeling).</summary>
public enum UnlinkGround
{
    /// <summary>First-degree family elsewhere.</summary>
    Family = 0,
    /// <summary>Work or study elsewhere.</summary>
    WorkOrStudy,
    /// <summary>Medical treatment elsewhere.</summary>
    Treatment,
    /// <summary>Safety.</summary>
    Safety,
    /// <summary>The municipality has no home that fits.</summary>
    NoFittingHome,
    /// <summary>A mistake.</summary>
    Mistake,
}

/// <summary>The answer to the home that is offered (antwoord op het aanbod).</summary>
/// <param name="AcceptedOn">Day of acceptance.</param>
/// <param name="RefusedOn">Day of refusal.</param>
/// <param name="UnjustifiedOn">Day it was decided that the refusal had no good reason.</param>
/// <param name="ContractOn">Day the contract was signed.</param>
public sealed record HomeAnswer(Day? AcceptedOn, Day? RefusedOn, Day? UnjustifiedOn, Day? ContractOn);

/// <summary>Undo the link to a municipality (ontkoppelen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Ground">Why.</param>
public sealed record UnlinkFromMunicipality(Official By, UnlinkGround Ground) : HousingCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Accept the home that is offered (woning aanvaarden).</summary>
public sealed record AcceptHome : HousingCommand;

/// <summary>Refuse the home that is offered (woning weigeren): in person, after the consequence was told (red line 7).</summary>
/// <param name="ConsequenceExplained">What follows was explained: there is one offer.</param>
public sealed record RefuseHome(bool ConsequenceExplained) : HousingCommand;

/// <summary>Decide on a refusal, after considering the objections against the home (beslissen op de weigering; Rva 7(1)(a)).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Justified">There was good reason to refuse: another home is offered.</param>
/// <param name="ObjectionsConsidered">The person was heard, and what they said was considered.</param>
public sealed record DecideOnHomeRefusal(Official By, bool Justified, bool ObjectionsConsidered) : HousingCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Sign the contract for the home (huurcontract tekenen).</summary>
public sealed record SignContract : HousingCommand;

/// <summary>A link to a municipality was undone (ontkoppeld).</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Ground">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("unlinked-from-municipality", 1)]
public sealed record UnlinkedFromMunicipality(
    [Category(DataCategory.Housing)] MunicipalityId Municipality,
    [Category(DataCategory.Housing)] UnlinkGround Ground,
    [Category(DataCategory.Housing)] Official By) : HousingEvent;

/// <summary>The home was accepted (woning aanvaard).</summary>
[EventName("home-accepted", 1)]
public sealed record HomeAccepted : HousingEvent;

/// <summary>The home was refused (woning geweigerd).</summary>
[EventName("home-refused", 1)]
public sealed record HomeRefused : HousingEvent;

/// <summary>The refusal was decided on (op de weigering beslist).</summary>
/// <param name="Justified">There was good reason.</param>
/// <param name="By">Who decided.</param>
[EventName("home-refusal-decided", 1)]
public sealed record HomeRefusalDecided(
    [Category(DataCategory.Housing)] bool Justified,
    [Category(DataCategory.Housing)] Official By) : HousingEvent;

/// <summary>The contract was signed (huurcontract getekend).</summary>
[EventName("contract-signed", 1)]
public sealed record ContractSigned : HousingEvent;

/// <summary>Answering the offer of a home (aanbod, weigering, contract).</summary>
public static class HomeOffers
{
    /// <summary>Not linked to any.</summary>
    public static readonly Refusal NoLink = new(
        "housing.no-link", "fact",
        "Deze persoon is aan geen gemeente gekoppeld.",
        "This person is linked to no municipality.");

    /// <summary>Linked elsewhere, and no ground is given.</summary>
    public static readonly Refusal NoGround = new(
        "housing.relink-without-ground", "HOU-2",
        "Deze persoon is al aan een andere gemeente gekoppeld; geef de grond om dat te wijzigen.",
        "This person is linked to another municipality already; give the ground to change that.");

    /// <summary>Answered before.</summary>
    public static readonly Refusal AlreadyAnswered = new(
        "housing.already-answered", "fact",
        "Op dit aanbod is al geantwoord.",
        "This offer has been answered already.");

    /// <summary>The consequence was not explained.</summary>
    public static readonly Refusal NotExplained = new(
        "housing.consequence-not-explained", "RCD 5",
        "Een woning wordt pas geweigerd nadat is uitgelegd wat daarvan het gevolg is.",
        "A home is refused only after what follows from it was explained.");

    /// <summary>Nothing was refused.</summary>
    public static readonly Refusal NotRefused = new(
        "housing.not-refused", "fact",
        "Er is geen woning geweigerd waarop nog moet worden beslist.",
        "No home was refused that is still to be decided on.");

    /// <summary>The objections were not considered.</summary>
    public static readonly Refusal NotConsidered = new(
        "housing.objections-not-considered", "Awb 3:2, 4:8",
        "Wie een woning weigert, wordt gehoord; zonder afweging van de bezwaren is een besluit daarop niets waard.",
        "Someone who refuses a home is heard; without weighing the objections a decision on it is void.");

    /// <summary>One offer, and it was refused.</summary>
    public static readonly Refusal OneOffer = new(
        "housing.one-offer", "Rva 7(1)(a)",
        "Er is één passende woning aangeboden, en die is zonder goede reden geweigerd; een tweede aanbod volgt niet.",
        "One suitable home was offered, and refused without good reason; there is no second offer.");

    /// <summary>The home was not accepted.</summary>
    public static readonly Refusal NotAccepted = new(
        "housing.not-accepted", "fact",
        "De woning is niet aanvaard.",
        "The home was not accepted.");

    /// <summary>Signed before.</summary>
    public static readonly Refusal AlreadySigned = new(
        "housing.already-signed", "fact",
        "Het contract is al getekend.",
        "The contract has been signed already.");

    internal static Decision Decide(CaseFile file, HousingCommand command) => command switch
    {
        UnlinkFromMunicipality act => file.Housing.LinkedTo is not { } linked ? NoLink
            : new UnlinkedFromMunicipality(linked, act.Ground, act.By),
        AcceptHome => AgainstAnswer(file) ?? Decision.FromChainEvent(new HomeAccepted()),
        RefuseHome act => AgainstAnswer(file) ?? (act.ConsequenceExplained ? Decision.FromChainEvent(new HomeRefused()) : NotExplained),
        DecideOnHomeRefusal act => file.Housing.Answer is not { RefusedOn: not null, UnjustifiedOn: null } ? NotRefused
            : !act.ObjectionsConsidered ? NotConsidered
            : new HomeRefusalDecided(act.Justified, act.By),
        SignContract => file.Housing.Answer is not { AcceptedOn: not null } answer ? NotAccepted
            : answer.ContractOn is not null ? AlreadySigned
            : new ContractSigned(),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static HousingState Evolve(HousingState state, HousingEvent happened, Day on) => happened switch
    {
        UnlinkedFromMunicipality => state with { LinkedTo = null, LinkedOn = null, OfferedIn = null, OfferedOn = null, Answer = null },
        HomeAccepted => state with { Answer = new(on, null, null, null) },
        HomeRefused => state with { OfferedIn = null, OfferedOn = null, Answer = new(null, on, null, null) },
        HomeRefusalDecided { Justified: true } => state with { Answer = null },
        HomeRefusalDecided => state with { Answer = state.Answer! with { UnjustifiedOn = on } },
        ContractSigned => state with { Answer = state.Answer! with { ContractOn = on } },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static Refusal? AgainstAnswer(CaseFile file) =>
        file.Housing.Answer is not null ? AlreadyAnswered
        : file.Housing.OfferedIn is null ? Homes.NoOffer
        : null;
}
