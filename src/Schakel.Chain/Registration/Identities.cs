using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>Record who someone is (identiteit vastleggen; Vb 3.108d).</summary>
/// <param name="By">Officer who identifies, or who holds the registration interview; the custodian of the records with a file that is taken over.</param>
/// <param name="Identity">Who the person is.</param>
/// <param name="Source">What it rests on.</param>
public sealed record RecordIdentity(Official By, Identity Identity, IdentitySource Source) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.RecordsOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Correct who someone is (identiteit corrigeren): a new fact with its ground; what was recorded before stays in the history.</summary>
/// <param name="By">Officer of an identifying partner, the immigration service or the municipality.</param>
/// <param name="Identity">Who the person is.</param>
/// <param name="Ground">Why it is corrected.</param>
public sealed record CorrectIdentity(Official By, Identity Identity, CorrectionGround Ground) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer
        | OfficialRoles.MunicipalOfficer;
}

/// <summary>It was recorded who someone is (identiteit vastgelegd).</summary>
/// <param name="Identity">Who the person is.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="By">Who recorded it.</param>
[EventName("identity-recorded", 1)]
public sealed record IdentityRecorded(
    [Category(DataCategory.Identity)] Identity Identity,
    [Category(DataCategory.Identity)] IdentitySource Source,
    [Category(DataCategory.Procedure)] Official By) : RegistrationEvent;

/// <summary>It was corrected who someone is (identiteit gecorrigeerd).</summary>
/// <param name="Identity">Who the person is.</param>
/// <param name="Ground">Why it was corrected.</param>
/// <param name="By">Who corrected it.</param>
[EventName("identity-corrected", 1)]
public sealed record IdentityCorrected(
    [Category(DataCategory.Identity)] Identity Identity,
    [Category(DataCategory.Identity)] CorrectionGround Ground,
    [Category(DataCategory.Procedure)] Official By) : RegistrationEvent;

/// <summary>Who someone is (identiteit).</summary>
public static class Identities
{
    /// <summary>Recorded before.</summary>
    public static readonly Refusal AlreadyRecorded = new(
        "identity.already-recorded", "fact",
        "De identiteit is al vastgelegd; corrigeer haar, met een grond.",
        "Identity has been recorded already; correct it, with a ground.");

    /// <summary>Nothing to correct yet.</summary>
    public static readonly Refusal NotRecorded = new(
        "identity.not-recorded", "fact",
        "De identiteit is nog niet vastgelegd; er is niets te corrigeren.",
        "Identity has not been recorded yet; there is nothing to correct.");

    /// <summary>The same as it was.</summary>
    public static readonly Refusal Unchanged = new(
        "identity.unchanged", "fact",
        "Deze gegevens zijn gelijk aan wat er al staat.",
        "These facts are the same as those on record.");

    /// <summary>No name.</summary>
    public static readonly Refusal NoName = new(
        "identity.no-name", "fact",
        "Geef ten minste één naam.",
        "Give at least one name.");

    /// <summary>A name that cannot be written.</summary>
    public static readonly Refusal UnwritableName = new(
        "identity.unwritable-name", "fact",
        "Een naam heeft ten hoogste 200 tekens, en geen stuurtekens of halve tekens.",
        "A name has 200 characters at most, and no control characters or halves of characters.");

    /// <summary>No date of birth at all.</summary>
    public static readonly Refusal NoBirthYear = new(
        "identity.no-birth-year", "fact",
        "Geef ten minste het geboortejaar, desnoods geschat.",
        "Give at least the year of birth, estimated if need be.");

    /// <summary>A minor does not come of age by a correction.</summary>
    public static readonly Refusal AgeNeedsDecision = new(
        "identity.age-needs-decision", "REG-9",
        "Deze persoon staat als minderjarige geregistreerd; meerderjarig wordt iemand alleen door een besluit over de leeftijd.",
        "This person is registered as a minor; someone is taken to be of age only by a decision on age.");

    internal static Decision Decide(CaseFile file, RecordIdentity command, Day today) =>
        file.Registration.Identity is not null ? AlreadyRecorded
        : Against(file, command.Identity, today) ?? Decision.FromChainEvent(new IdentityRecorded(command.Identity, command.Source, command.By));

    internal static Decision Decide(CaseFile file, CorrectIdentity command, Day today) =>
        file.Registration.Identity is not { } known ? NotRecorded
        : known == command.Identity ? Unchanged
        : Against(file, command.Identity, today) ?? Decision.FromChainEvent(new IdentityCorrected(command.Identity, command.Ground, command.By));

    internal static RegistrationState Evolve(RegistrationState state, Identity identity) =>
        state with { Identity = identity, Born = identity.Born.LatestDay };

    private static Refusal? Against(CaseFile file, Identity identity, Day today) =>
        identity.Names.AreMissing ? NoName
        : !identity.Names.AreWritable ? UnwritableName
        : identity.Born.IsNone ? NoBirthYear
        : EarliestDay(identity.Born) > today ? Arrivals.NotBorn.On(today)
        : Age.IsMinor(file.Registration.Born, today) && !Age.IsMinor(identity.Born.LatestDay, today) ? AgeNeedsDecision
        : null;

    // A baby of this year whose day is not known may be born before today, though the year ends after it.
    private static Day EarliestDay(PartialDate born) => Day.Of(born.Year, Math.Max(1, born.Month), Math.Max(1, born.DayOfMonth));
}
