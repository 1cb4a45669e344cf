using System.Collections.Frozen;
using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>A command on the national facility for people without right of stay (landelijke vreemdelingenvoorziening, LVV).</summary>
public abstract record FacilityCommand : ReturnCommand;

/// <summary>An event of the national facility.</summary>
public abstract record FacilityEvent : ReturnEvent;

/// <summary>Refer someone to the facility of a municipality (aanmelden bij de LVV).</summary>
/// <param name="By">Officer of a municipality, or of the return service.</param>
/// <param name="Municipality">The municipality.</param>
public sealed record ReferToFacility(Official By, MunicipalityId Municipality) : FacilityCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer | OfficialRoles.ReturnOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Accept someone in the facility (toelaten tot de LVV).</summary>
/// <param name="By">Officer of the municipality.</param>
/// <param name="Cooperates">Works on a lasting solution: return, onward migration or legal stay.</param>
public sealed record AcceptInFacility(Official By, bool Cooperates) : FacilityCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>With what someone left the facility (uitkomst van de LVV).</summary>
public enum FacilityOutcome
{
    /// <summary>Return (terugkeer).</summary>
    Return = 0,
    /// <summary>Onward migration (doormigratie).</summary>
    Onward,
    /// <summary>Legal stay (legalisering).</summary>
    LegalStay,
    /// <summary>Without a lasting solution (zonder bestendige oplossing).</summary>
    WithoutSolution,
}

/// <summary>Leave the facility (LVV verlaten).</summary>
/// <param name="By">Officer of the municipality.</param>
/// <param name="Outcome">With what.</param>
public sealed record LeaveFacility(Official By, FacilityOutcome Outcome) : FacilityCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Someone was referred to the facility (aangemeld bij de LVV).</summary>
/// <param name="Municipality">The municipality.</param>
[EventName("referred-to-facility", 1)]
public sealed record ReferredToFacility([Category(DataCategory.Return)] MunicipalityId Municipality) : FacilityEvent;

/// <summary>Someone was accepted in the facility (toegelaten tot de LVV).</summary>
/// <param name="By">Who decided.</param>
[EventName("accepted-in-facility", 1)]
public sealed record AcceptedInFacility([Category(DataCategory.Return)] Official By) : FacilityEvent;

/// <summary>Someone left the facility (LVV verlaten).</summary>
/// <param name="Outcome">With what.</param>
/// <param name="By">Who established it.</param>
[EventName("facility-left", 1)]
public sealed record FacilityLeft(
    [Category(DataCategory.Return)] FacilityOutcome Outcome,
    [Category(DataCategory.Return)] Official By) : FacilityEvent;

/// <summary>The national facility (LVV).</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="ReferredOn">Day of referral.</param>
/// <param name="AcceptedOn">Day of acceptance.</param>
public sealed record FacilityState(MunicipalityId Municipality, Day ReferredOn, Day? AcceptedOn);

/// <summary>The national facility (landelijke vreemdelingenvoorziening; norms RET-15): a pilot in five municipalities, for who works on a lasting solution.</summary>
public static class NationalFacilities
{
    private const string NormId = "RET-15";

    // Amsterdam, Eindhoven, Groningen, Rotterdam, Utrecht.
    private static readonly FrozenSet<int> Pilots = new[] { 363, 772, 14, 599, 344 }.ToFrozenSet();

    /// <summary>No facility there.</summary>
    public static readonly Refusal NoPilot = new(
        "facility.no-pilot", NormId,
        "Deze gemeente heeft geen landelijke vreemdelingenvoorziening.",
        "This municipality has no national facility.");

    /// <summary>Stays in reception.</summary>
    public static readonly Refusal InReception = new(
        "facility.in-reception", "fact",
        "Deze persoon verblijft op een opvanglocatie.",
        "This person stays at a reception site.");

    /// <summary>Referred before.</summary>
    public static readonly Refusal AlreadyReferred = new(
        "facility.already-referred", "fact",
        "Deze persoon is al aangemeld.",
        "This person has been referred already.");

    /// <summary>Not referred.</summary>
    public static readonly Refusal NotReferred = new(
        "facility.not-referred", "fact",
        "Deze persoon is niet aangemeld.",
        "This person has not been referred.");

    /// <summary>Accepted before.</summary>
    public static readonly Refusal AlreadyAccepted = new(
        "facility.already-accepted", "fact",
        "Deze persoon is al toegelaten.",
        "This person has been accepted already.");

    /// <summary>Cooperation is a condition.</summary>
    public static readonly Refusal NoCooperation = new(
        "facility.no-cooperation", NormId,
        "De voorziening is voor wie meewerkt aan een bestendige oplossing.",
        "The facility is for those who work on a lasting solution.");

    internal static Decision Decide(CaseFile file, FacilityCommand command, Law law, Day today)
    {
        var state = file.Return.Facility;
        return command switch
        {
            ReferToFacility act => ReturnFiles.AgainstReturn(file, law, today) is { } against ? against
                : !Pilots.Contains(act.Municipality.Value) ? NoPilot
                : file.Reception.Site is not null ? InReception
                : file.Return.Detention is not null ? Detention.AlreadyDetained
                : state is not null ? AlreadyReferred
                : new ReferredToFacility(act.Municipality),
            AcceptInFacility act => state is null ? NotReferred
                : state.AcceptedOn is not null ? AlreadyAccepted
                : !act.Cooperates ? NoCooperation
                : new AcceptedInFacility(act.By),
            LeaveFacility act => state is null ? NotReferred : new FacilityLeft(act.Outcome, act.By),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static FacilityState? Evolve(FacilityState? state, FacilityEvent happened, Day on) => happened switch
    {
        ReferredToFacility referred => new(referred.Municipality, on, null),
        AcceptedInFacility => state! with { AcceptedOn = on },
        FacilityLeft => null,
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };
}
