using Schakel.Chain.Guidance;

namespace Schakel.Chain.Reception;

/// <summary>Record what a place must have for this person (bijzondere behoeften vastleggen; RCD 22, Rva 18a).</summary>
/// <param name="By">Officer of the reception agency or health worker.</param>
/// <param name="Needs">All needs as they are now.</param>
public sealed record RecordNeeds(Official By, PlaceKinds Needs) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer | OfficialRoles.HealthWorker;
}

/// <summary>Note that medical treatment began at this place (behandeling begonnen); which is not here.</summary>
/// <param name="By">Health worker.</param>
public sealed record BeginTreatment(Official By) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Note that treatment ended, or was handed over (behandeling beëindigd of overgedragen).</summary>
/// <param name="By">Health worker.</param>
public sealed record EndTreatment(Official By) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Special needs were recorded (behoeften vastgelegd): for those who must know, and nobody else.</summary>
/// <param name="Needs">What the place must have.</param>
[EventName("needs-recorded", 1)]
public sealed record NeedsRecorded([Category(DataCategory.Vulnerability)] PlaceKinds Needs) : ReceptionEvent;

/// <summary>Treatment began (behandeling begonnen).</summary>
[EventName("treatment-begun", 1)]
public sealed record TreatmentBegun : ReceptionEvent;

/// <summary>Treatment ended (behandeling beëindigd).</summary>
[EventName("treatment-ended", 1)]
public sealed record TreatmentEnded : ReceptionEvent;

/// <summary>Special needs and care that must go on (bijzondere behoeften, continuïteit van zorg).</summary>
public static class Needs
{
    /// <summary>Nobody assessed them.</summary>
    public static readonly Refusal NotAssessed = new(
        "needs.not-assessed", "RCD 22",
        "Bijzondere behoeften worden vastgelegd nadat zij met de persoon zijn beoordeeld.",
        "Special needs are recorded after they were assessed with the person.");

    /// <summary>A clinical ground is a health worker's to find, and to end.</summary>
    public static readonly Refusal OnlyByHealthWorker = new(
        "needs.only-by-health-worker", "VELDZICHT",
        "Dat iemand klinisch behandeld moet worden, of niet meer, legt alleen een zorgverlener vast.",
        "Only a health worker records that someone needs clinical treatment, or no longer does.");

    /// <summary>The same as before.</summary>
    public static readonly Refusal Unchanged = new(
        "needs.unchanged", "fact",
        "Deze behoeften zijn al zo vastgelegd.",
        "These needs have been recorded so already.");

    /// <summary>Treatment runs already.</summary>
    public static readonly Refusal AlreadyTreated = new(
        "treatment.already-begun", "fact",
        "Er loopt al een behandeling.",
        "Treatment runs already.");

    /// <summary>No treatment runs.</summary>
    public static readonly Refusal NotTreated = new(
        "treatment.none", "fact",
        "Er loopt geen behandeling.",
        "No treatment runs.");

    internal static Decision Decide(CaseFile file, RecordNeeds command) =>
        !file.Guidance.Has(Provisions.NeedsAssessed) ? NotAssessed
        : file.Reception.Circumstances.Needs == command.Needs ? Unchanged
        : ((file.Reception.Circumstances.Needs ^ command.Needs) & PlaceKinds.Clinical) != 0 && command.By.Role != OfficialRoles.HealthWorker ? OnlyByHealthWorker
        : new NeedsRecorded(command.Needs);

    internal static Decision Decide(CaseFile file, BeginTreatment _) =>
        file.Reception.Circumstances.TreatmentSince is not null ? AlreadyTreated : new TreatmentBegun();

    internal static Decision Decide(CaseFile file, EndTreatment _) =>
        file.Reception.Circumstances.TreatmentSince is null ? NotTreated : new TreatmentEnded();
}
