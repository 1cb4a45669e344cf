using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>Explain the procedure in a language understood (voorlichting over de procedure; Vb 3.108c, dossier REG-6).</summary>
/// <param name="By">Officer of the immigration service.</param>
public sealed record ExplainProcedure(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer;
}

/// <summary>Prepare someone for the procedure (voorbereiding door VluchtelingenWerk; Vb 3.109(2), dossier RVT-3).</summary>
/// <param name="By">Worker of the council for refugees.</param>
public sealed record PrepareApplicant(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.CouncilWorker;
}

/// <summary>Assign a lawyer (rechtsbijstand toevoegen; Wrb, dossier REG-5).</summary>
/// <param name="By">Officer of the legal aid board (Raad voor Rechtsbijstand).</param>
public sealed record AssignLawyer(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.LegalAidOfficer;
}

/// <summary>Give the document that proves the status of applicant (W-document; RCD 6, dossier REG-7).</summary>
/// <param name="By">Officer of the immigration service.</param>
public sealed record IssueApplicantDocument(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer;
}

/// <summary>Hand over the residence document (verblijfsdocument uitreiken; Vw 9).</summary>
/// <param name="By">Officer of the immigration service.</param>
public sealed record HandOverResidenceDocument(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>The procedure was explained (voorgelicht over de procedure).</summary>
[EventName("procedure-explained", 1)]
public sealed record ProcedureExplained : GuidanceEvent;

/// <summary>Someone was prepared for the procedure (voorbereid door VluchtelingenWerk).</summary>
[EventName("applicant-prepared", 1)]
public sealed record ApplicantPrepared : GuidanceEvent;

/// <summary>A lawyer was assigned (advocaat toegevoegd).</summary>
/// <param name="Ordinal">The application it is for.</param>
[EventName("lawyer-assigned", 1)]
public sealed record LawyerAssigned([Category(DataCategory.Procedure)] int Ordinal) : GuidanceEvent;

/// <summary>The document of an applicant was given (W-document verstrekt).</summary>
[EventName("applicant-document-issued", 1)]
public sealed record ApplicantDocumentIssued : GuidanceEvent;

/// <summary>The residence document was handed over (verblijfsdocument uitgereikt).</summary>
[EventName("residence-document-handed-over", 1)]
public sealed record ResidenceDocumentHandedOver : GuidanceEvent;

/// <summary>Information, legal aid and documents (voorlichting, rechtsbijstand, documenten).</summary>
public static class LegalAid
{
    /// <summary>Done before.</summary>
    public static readonly Refusal AlreadyDone = new(
        "guidance.already-done", "fact",
        "Dit is voor deze persoon al gedaan.",
        "This has been done for this person already.");

    /// <summary>No application to inform on, or to help with.</summary>
    public static readonly Refusal NoApplication = new(
        "legal-aid.no-application", "REG-5",
        "Er loopt geen aanvraag of beroep waarbij voorlichting of rechtsbijstand hoort.",
        "There is no pending application or appeal to inform on or to help with.");

    /// <summary>In tracks 1 and 2 a lawyer comes with the intention.</summary>
    public static readonly Refusal AfterIntention = new(
        "legal-aid.after-intention", "REG-5",
        "In spoor 1 en 2 wordt pas bij het voornemen een advocaat toegevoegd.",
        "In tracks 1 and 2 a lawyer is assigned only when the intention is issued.");

    internal static Decision Explain(CaseFile file) =>
        file.Procedure.Open is null ? NoApplication
        : file.Guidance.Has(Provisions.ProcedureExplained) ? AlreadyDone : new ProcedureExplained();

    internal static Decision Prepare(CaseFile file) =>
        file.Procedure.Open is null ? NoApplication
        : file.Guidance.Has(Provisions.Prepared) ? AlreadyDone : new ApplicantPrepared();

    internal static Decision Assign(CaseFile file, Law law, Day today) =>
        file.Procedure.Application is not { } application || !Counsel.HasCause(file, law, today) ? NoApplication
        : application is { Status: ApplicationStatus.Open, Track: Track.Dublin or Track.Simplified, IntentionOn: null } ? AfterIntention
        : file.Guidance.LawyerFor == application.Ordinal ? AlreadyDone : new LawyerAssigned(application.Ordinal);

    internal static Decision IssueDocument(CaseFile file) =>
        file.Procedure.Open is null ? NoApplication
        : file.Guidance.Has(Provisions.ApplicantDocument) ? AlreadyDone : new ApplicantDocumentIssued();

    internal static Decision HandOver(CaseFile file) =>
        file.Procedure.Permit is null ? Permits.NoPermit
        : file.Guidance.Has(Provisions.ResidenceDocument) ? AlreadyDone : new ResidenceDocumentHandedOver();
}
