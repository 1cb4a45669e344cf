using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>How someone left the country (vertreksoort).</summary>
public enum DepartureKind
{
    /// <summary>Independent (zelfstandig vertrek).</summary>
    Independent = 0,
    /// <summary>Forced (gedwongen vertrek).</summary>
    Forced,
    /// <summary>Independent, without supervision (zelfstandig zonder toezicht).</summary>
    Unsupervised,
}

/// <summary>On which article detention rests (grondslag).</summary>
public enum DetentionBasis
{
    /// <summary>To remove someone without lawful stay (Vw 59).</summary>
    Removal = 0,
    /// <summary>To transfer someone to the responsible state (Vw 59a).</summary>
    Transfer,
    /// <summary>Of someone whose application runs, for identity, data, absconding or delay (Vw 59b(1)(a)–(c)).</summary>
    Application,
    /// <summary>Of someone whose application runs, for public order (Vw 59b(1)(d)).</summary>
    PublicOrder,
}

/// <summary>Grounds for detention (gronden; Vb 5.1b): heavy ones (a to j), then light ones.</summary>
[Flags]
public enum DetentionGrounds
{
    /// <summary>No ground.</summary>
    None = 0,
    /// <summary>Heavy: entered illegally.</summary>
    EnteredIllegally = 1 << 0,
    /// <summary>Heavy: evaded supervision.</summary>
    EvadedSupervision = 1 << 1,
    /// <summary>Heavy: ignored the duty to depart.</summary>
    IgnoredDeparture = 1 << 2,
    /// <summary>Heavy: does not help to establish identity.</summary>
    NoHelpWithIdentity = 1 << 3,
    /// <summary>Heavy: false statements.</summary>
    FalseStatements = 1 << 4,
    /// <summary>Heavy: got rid of papers.</summary>
    DisposedOfPapers = 1 << 5,
    /// <summary>Heavy: false papers.</summary>
    FalsePapers = 1 << 6,
    /// <summary>Heavy: declared undesirable, or entry ban.</summary>
    EntryBan = 1 << 7,
    /// <summary>Heavy: declared not to leave.</summary>
    WillNotLeave = 1 << 8,
    /// <summary>Heavy: rejected in the border procedure.</summary>
    RejectedAtBorder = 1 << 9,
    /// <summary>Light: did not keep other duties.</summary>
    OtherDuties = 1 << 10,
    /// <summary>Light: several applications.</summary>
    SeveralApplications = 1 << 11,
    /// <summary>Light: no fixed address.</summary>
    NoFixedAddress = 1 << 12,
    /// <summary>Light: no sufficient means.</summary>
    NoMeans = 1 << 13,
    /// <summary>Light: suspect of a crime.</summary>
    CrimeSuspect = 1 << 14,
    /// <summary>Light: worked illegally.</summary>
    WorkedIllegally = 1 << 15,
}

/// <summary>Detention that lasts (bewaring).</summary>
/// <param name="Since">First day.</param>
/// <param name="Basis">Article it rests on.</param>
/// <param name="Grounds">Grounds.</param>
/// <param name="Extended">A decision extended it.</param>
public sealed record DetentionState(Day Since, DetentionBasis Basis, DetentionGrounds Grounds, bool Extended)
{
    /// <summary>The review by the court that runs.</summary>
    public DetentionReviewState? Review { get; init; }

    /// <summary>Day of the latest ruling of the court that let it stand.</summary>
    public Day? ReviewedOn { get; init; }

    /// <summary>
    /// First day on which removal had no reasonable prospect (vooruitzicht op verwijdering): a departure moratorium began. Absent for every other
    /// article. A prospect that comes back does not heal this detention: whoever is to be detained again is so by a new decision.
    /// </summary>
    public Day? NoProspectSince { get; init; }

    /// <summary>The same detention, to remove, from the day on which that has no prospect; another article is left as it is.</summary>
    /// <param name="on">The day.</param>
    internal DetentionState WithoutProspect(Day on) => Basis == DetentionBasis.Removal ? this with { NoProspectSince = NoProspectSince ?? on } : this;
}

/// <summary>Days of detention that have ended (ondergane bewaring), by article: they count towards its maximum.</summary>
/// <param name="Removal">To remove.</param>
/// <param name="Transfer">To transfer.</param>
/// <param name="Application">While this application ran.</param>
/// <param name="PublicOrder">While this application ran, for public order.</param>
public readonly record struct ServedDays(int Removal, int Transfer, int Application, int PublicOrder)
{
    /// <summary>Days on one article.</summary>
    /// <param name="basis">The article.</param>
    public int On(DetentionBasis basis) => basis switch
    {
        DetentionBasis.Removal => Removal,
        DetentionBasis.Transfer => Transfer,
        DetentionBasis.Application => Application,
        DetentionBasis.PublicOrder => PublicOrder,
    };

    /// <summary>With a detention that ends.</summary>
    /// <param name="ended">The detention; null when there was none.</param>
    /// <param name="on">Its last day.</param>
    internal ServedDays And(DetentionState? ended, Day on)
    {
        if (ended is null)
        {
            return this;
        }
        var days = on.Number - ended.Since.Number;
        return ended.Basis switch
        {
            DetentionBasis.Removal => this with { Removal = Removal + days },
            DetentionBasis.Transfer => this with { Transfer = Transfer + days },
            DetentionBasis.Application => this with { Application = Application + days },
            DetentionBasis.PublicOrder => this with { PublicOrder = PublicOrder + days },
        };
    }

    /// <summary>A new application: what was served while an earlier one ran no longer counts.</summary>
    internal ServedDays ForNewApplication() => this with { Application = 0, PublicOrder = 0 };
}

/// <summary>What the return room knows (terugkeer). Nothing of the claim is here: no field of an event of this room is of that category.</summary>
/// <param name="IsOpen">A return file is open.</param>
/// <param name="DocumentRequested">A travel document was asked of the country.</param>
/// <param name="DocumentReceived">The country issued it.</param>
/// <param name="AdequateReception">Adequate reception in the country of return is established, for a minor.</param>
/// <param name="Detention">Detention that lasts.</param>
public sealed record ReturnState(
    bool IsOpen, bool DocumentRequested, bool DocumentReceived, bool AdequateReception, DetentionState? Detention)
{
    /// <summary>Nothing yet.</summary>
    public static ReturnState None { get; } = new(false, false, false, false, null);

    /// <summary>Day the file was opened; absent when there is none, or it was taken over.</summary>
    public Day? OpenedOn { get; init; }

    /// <summary>Day a travel document was asked for.</summary>
    public Day? DocumentRequestedOn { get; init; }

    /// <summary>Day the travel document was received.</summary>
    public Day? DocumentReceivedOn { get; init; }

    /// <summary>Days of earlier detention.</summary>
    public ServedDays Served { get; init; }

    /// <summary>A return decision of its own.</summary>
    public ReturnDecisionState? Decision { get; init; }

    /// <summary>Who guides the return; nobody when not assigned.</summary>
    public Official Counsellor { get; init; }

    /// <summary>Assisted return.</summary>
    public AssistanceState? Assistance { get; init; }

    /// <summary>Supervision short of detention.</summary>
    public SupervisionState Supervision { get; init; }

    /// <summary>What the country said.</summary>
    public CountryState Country { get; init; }

    /// <summary>The flight that is planned.</summary>
    public FlightState? Flight { get; init; }

    /// <summary>Deferral on medical grounds.</summary>
    public DeferralState? Deferral { get; init; }

    /// <summary>The no-fault permit.</summary>
    public NoFaultState? NoFault { get; init; }

    /// <summary>The national facility.</summary>
    public FacilityState? Facility { get; init; }

    /// <summary>Whether the travel document of the country can be used on a day.</summary>
    /// <param name="day">The day.</param>
    public bool HasDocumentOn(Day day) => DocumentReceived && (Country.DocumentUntil is not { } until || day <= until);

    /// <summary>The return file closed, liberty as it stands: a claim runs, or runs again.</summary>
    internal ReturnState Closed() => None with
    {
        Detention = Detention,
        Served = Served,
        Supervision = Supervision,
        Deferral = Deferral,
        NoFault = NoFault,
        Facility = Facility,
    };

    /// <summary>No longer detained.</summary>
    /// <param name="on">The day it ended.</param>
    internal ReturnState Free(Day on) => this with { Detention = null, Served = Served.And(Detention, on) };
}

/// <summary>A command of the return room.</summary>
public abstract record ReturnCommand : CaseCommand;

/// <summary>An event of the return room.</summary>
public abstract record ReturnEvent : ChainEvent;
