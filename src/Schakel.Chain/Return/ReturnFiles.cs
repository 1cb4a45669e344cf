using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>Open a return file and assign a counsellor (terugkeerdossier, regievoerder).</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record OpenReturnFile(Official By) : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Ask the country for a travel document (laissez-passer aanvragen): contact with the country of origin.</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record RequestTravelDocument(Official By) : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>Receive the travel document (laissez-passer ontvangen).</summary>
public sealed record ReceiveTravelDocument : ReturnCommand;

/// <summary>Establish that a minor will be received adequately in the country of return (adequate opvang vaststellen; CJEU C-441/19).</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record EstablishAdequateReception(Official By) : ReturnCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>A return file was opened (terugkeerdossier geopend).</summary>
[EventName("return-file-opened", 1)]
public sealed record ReturnFileOpened : ReturnEvent;

/// <summary>A travel document was requested (laissez-passer aangevraagd).</summary>
[EventName("travel-document-requested", 1)]
public sealed record TravelDocumentRequested : ReturnEvent;

/// <summary>The travel document was issued (laissez-passer verstrekt).</summary>
[EventName("travel-document-received", 1)]
public sealed record TravelDocumentReceived : ReturnEvent;

/// <summary>Adequate reception was established (adequate opvang vastgesteld).</summary>
/// <param name="By">Who established it.</param>
[EventName("adequate-reception-established", 1)]
public sealed record AdequateReceptionEstablished([Category(DataCategory.Return)] Official By) : ReturnEvent;

/// <summary>The return file and the travel document (terugkeerdossier).</summary>
public static class ReturnFiles
{
    /// <summary>Lawful stay: no refusal, no withdrawal.</summary>
    public static readonly Refusal NotRefused = new(
        "return.not-refused", "Vw 62a",
        "Er is geen afwijzing of intrekking; er is geen plicht om te vertrekken.",
        "There is no refusal or withdrawal; there is no duty to depart.");

    /// <summary>A claim runs, or an appeal that suspends: no step towards return.</summary>
    public static readonly Refusal Protected = new(
        "return.claim-or-appeal-runs", "red-line-4",
        "Zolang een aanvraag loopt, of een beroep dat opschort loopt of nog kan worden ingesteld, is er geen terugkeer en geen contact met het land van herkomst.",
        "As long as a claim runs, or an appeal that suspends is pending or can still be lodged, there is no return and no contact with the country of origin.");

    /// <summary>Open already.</summary>
    public static readonly Refusal AlreadyOpen = new(
        "return.file-already-open", "fact",
        "Er is al een terugkeerdossier.",
        "A return file is open already.");

    /// <summary>No return file.</summary>
    public static readonly Refusal NoFile = new(
        "return.no-file", "fact",
        "Er is geen terugkeerdossier.",
        "There is no return file.");

    /// <summary>The claim was not judged: another state does that.</summary>
    public static readonly Refusal ClaimNotJudged = new(
        "travel-document.claim-not-judged", "red-line-4",
        "De aanvraag is niet inhoudelijk beoordeeld; met het land van herkomst wordt geen contact gezocht.",
        "The claim has not been judged; the country of origin is not contacted.");

    /// <summary>Asked before.</summary>
    public static readonly Refusal AlreadyRequested = new(
        "travel-document.already-requested", "RET-11",
        "Er is al een laissez-passer aangevraagd.",
        "A travel document has been requested already.");

    /// <summary>Not asked.</summary>
    public static readonly Refusal NotRequested = new(
        "travel-document.not-requested", "RET-11",
        "Er is geen laissez-passer aangevraagd, of hij is al ontvangen.",
        "No travel document has been requested, or it has been received already.");

    /// <summary>Adequate reception is a question for unaccompanied minors only.</summary>
    public static readonly Refusal NotMinor = new(
        "adequate-reception.not-a-minor", "RET-9",
        "Adequate opvang wordt alleen vastgesteld voor een alleenstaande minderjarige.",
        "Adequate reception is established only for an unaccompanied minor.");

    internal static Decision Open(CaseFile file, Law law, Day today) =>
        file.Return.IsOpen ? AlreadyOpen
        : AgainstPreparing(file, law, today) ?? Decision.FromChainEvent(new ReturnFileOpened());

    internal static Decision Request(CaseFile file, Law law, Day today) =>
        CountryContacts.Against(file, law, today) is { } refusal ? refusal
        : file.Return.DocumentRequested ? AlreadyRequested
        : new TravelDocumentRequested();

    internal static Decision Receive(CaseFile file) =>
        file.Return is { DocumentRequested: true, DocumentReceived: false } ? new TravelDocumentReceived() : NotRequested;

    internal static Decision Establish(CaseFile file, EstablishAdequateReception command, Day today) =>
        file.Registration.IsUnaccompaniedMinorOn(today) ? new AdequateReceptionEstablished(command.By) : NotMinor;

    /// <summary>The refusal when this person need not, or may not be made to, leave; otherwise null.</summary>
    internal static Refusal? AgainstReturn(CaseFile file, Law law, Day today) =>
        Appeals.IsProtected(file, law, today) ? Protected
        : file.Procedure.Permit is not null || file.Return.NoFault is { GrantedOn: not null } || !HasDutyToDepart(file) ? NotRefused
        : null;

    /// <summary>The refusal when this person may not be made to leave today, a departure moratorium included; otherwise null.</summary>
    internal static Refusal? AgainstForce(CaseFile file, Law law, Day today) =>
        AgainstReturn(file, law, today) ?? DepartureMoratoria.Against(file, today);

    /// <summary>Through which day this person may not be made to leave: <see cref="NextStep.UntilAnEvent"/> when only an event ends that; absent when nothing stands in the way.</summary>
    internal static Day? ProtectedThrough(CaseFile file, Law law) =>
        file.Procedure.Permit is not null || file.Return.NoFault is { GrantedOn: not null } || !HasDutyToDepart(file) ? NextStep.UntilAnEvent
        : Outlook.Later(Appeals.ProtectedThrough(file, law), DepartureMoratoria.Through(file));

    /// <summary>The refusal when no departure may be prepared today; a moratorium does not stand in the way of who asked for help to go.</summary>
    internal static Refusal? AgainstPreparing(CaseFile file, Law law, Day today) =>
        file.Return.Assistance is null ? AgainstForce(file, law, today) : AgainstReturn(file, law, today);

    internal static bool HasDutyToDepart(CaseFile file) =>
        file.Return.Decision is not null || (file.Procedure.Decision is { } decision
            ? !Decisions.IsGrant(decision.Outcome)
            : file.Procedure.Application is { Status: ApplicationStatus.Withdrawn });
}
