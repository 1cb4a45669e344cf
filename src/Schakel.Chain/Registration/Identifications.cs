using System.Text.Json.Nodes;

namespace Schakel.Chain.Registration;

/// <summary>Who identified a person (REG-3).</summary>
public enum IdentifyingAuthority
{
    /// <summary>Aliens police (AVIM).</summary>
    AliensPolice = 0,
    /// <summary>Royal Marechaussee (KMar).</summary>
    BorderGuard,
}

/// <summary>
/// Where the register of aliens holds someone's fingerprints and photo (verwijzing naar biometrie): a number there. No fingerprint, photo or
/// template is ever kept here.
/// </summary>
/// <param name="Number">The number of the entry.</param>
public readonly record struct BiometricsReference(long Number);

/// <summary>Identify and register a person (identificatie en registratie; Vb 3.108d).</summary>
/// <param name="By">Officer of the aliens police or the Marechaussee.</param>
/// <param name="Centre">Where.</param>
/// <param name="HoldsTravelDocument">A valid travel document was seen.</param>
public sealed record IdentifyPerson(Official By, CentreId Centre, bool HoldsTravelDocument) : RegistrationCommand, IOfficialAct
{
    /// <summary>Where the register of aliens holds fingerprints and photo; absent where none were taken, as of a small child.</summary>
    public BiometricsReference? Biometrics { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.AliensPolice | OfficialRoles.BorderGuard;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Hold the registration interview: identity, route, family, and briefly the motive (aanmeldgehoor; Vb 3.108d).</summary>
/// <param name="By">Hearing officer.</param>
public sealed record HoldRegistrationInterview(Official By) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>A person was identified and registered (geïdentificeerd).</summary>
/// <param name="Authority">By which authority.</param>
/// <param name="Centre">Where.</param>
/// <param name="HoldsTravelDocument">A valid travel document was seen.</param>
/// <param name="Biometrics">Where the register of aliens holds fingerprints and photo; absent in what was stored before version 2.</param>
[EventName("person-identified", 2)]
public sealed record PersonIdentified(
    [Category(DataCategory.Procedure)] IdentifyingAuthority Authority,
    [Category(DataCategory.Reception)] CentreId Centre,
    [Category(DataCategory.Identity)] bool HoldsTravelDocument,
    [Category(DataCategory.Identity)] BiometricsReference? Biometrics = null) : RegistrationEvent
{
    [Upcast("person-identified", 1)]
    internal static JsonObject FromVersion1(JsonObject fields) => fields;
}

/// <summary>The registration interview was held (aanmeldgehoor gehouden). Its report is a document of the file, not of this event.</summary>
[EventName("registration-interview-held", 1)]
public sealed record RegistrationInterviewHeld : RegistrationEvent;

/// <summary>Identification and the registration interview (aanmeldfase).</summary>
public static class Identifications
{
    /// <summary>Identified before.</summary>
    public static readonly Refusal AlreadyIdentified = new(
        "identification.already-done", "Vb 3.108d",
        "De persoon is al geïdentificeerd en geregistreerd.",
        "The person has been identified and registered already.");

    /// <summary>Not identified yet.</summary>
    public static readonly Refusal NotIdentified = new(
        "identification.missing", "Vb 3.108d",
        "De persoon is nog niet geïdentificeerd en geregistreerd.",
        "The person has not been identified and registered yet.");

    /// <summary>The interview was held before.</summary>
    public static readonly Refusal AlreadyInterviewed = new(
        "registration-interview.already-held", "Vb 3.108d",
        "Het aanmeldgehoor is al gehouden.",
        "The registration interview has been held already.");

    internal static Decision Decide(CaseFile file, IdentifyPerson command) =>
        file.Registration.IdentifiedOn is not null ? AlreadyIdentified : new PersonIdentified(
            command.By.Role == OfficialRoles.BorderGuard ? IdentifyingAuthority.BorderGuard : IdentifyingAuthority.AliensPolice,
            command.Centre, command.HoldsTravelDocument, command.Biometrics);

    internal static Decision Decide(CaseFile file, HoldRegistrationInterview _) =>
        file.Registration.IdentifiedOn is null ? NotIdentified
        : file.Registration.InterviewedOn is not null ? AlreadyInterviewed
        : new RegistrationInterviewHeld();
}
