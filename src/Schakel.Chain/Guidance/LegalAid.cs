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

/// <summary>Advise whether and how someone can be heard (medisch advies horen en beslissen; Vb 3.109(6), dossier RVT-3).</summary>
/// <param name="By">Medical adviser.</param>
public sealed record AdviseOnHearing(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
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

/// <summary>Medical advice on the interview was given (medisch advies gegeven); what it says is not here.</summary>
/// <param name="Ordinal">The application it is for.</param>
[EventName("hearing-advice-given", 1)]
public sealed record HearingAdviceGiven([Category(DataCategory.Procedure)] int Ordinal) : GuidanceEvent;

/// <summary>The document of an applicant was given (W-document verstrekt).</summary>
[EventName("applicant-document-issued", 1)]
public sealed record ApplicantDocumentIssued : GuidanceEvent;

/// <summary>The residence document was handed over (verblijfsdocument uitgereikt).</summary>
[EventName("residence-document-handed-over", 1)]
public sealed record ResidenceDocumentHandedOver : GuidanceEvent;

/// <summary>Information, legal aid and documents (voorlichting, rechtsbijstand, documenten).</summary>
public static class LegalAid
{
    internal const int HearingAge = 12;

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

    /// <summary>In tracks 1 and 2 there is no medical advice.</summary>
    public static readonly Refusal NoAdviceInTrack = new(
        "hearing-advice.other-track", "T1-1",
        "In spoor 1 en 2 wordt geen medisch advies over het horen aangeboden.",
        "In tracks 1 and 2 no medical advice on the interview is offered.");

    /// <summary>Heard already, or too young to be heard.</summary>
    public static readonly Refusal NotToBeHeard = new(
        "hearing-advice.not-to-be-heard", "RVT-3",
        "Deze persoon is al gehoord, of te jong om te worden gehoord.",
        "This person has been heard already, or is too young to be heard.");

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

    internal static Decision Advise(CaseFile file, Day today) =>
        file.Procedure.Open is not { } open ? NoApplication
        : open.Track is Track.Dublin or Track.Simplified ? NoAdviceInTrack
        : open.InterviewedOn is not null || today < file.Registration.Born.PlusYears(HearingAge) ? NotToBeHeard
        : file.Guidance.AdvisedFor == open.Ordinal ? AlreadyDone : new HearingAdviceGiven(open.Ordinal);

    internal static Decision IssueDocument(CaseFile file) =>
        file.Procedure.Open is null ? NoApplication
        : file.Guidance.Has(Provisions.ApplicantDocument) ? AlreadyDone : new ApplicantDocumentIssued();

    internal static Decision HandOver(CaseFile file) =>
        file.Procedure.Permit is null ? Permits.NoPermit
        : file.Guidance.Has(Provisions.ResidenceDocument) ? AlreadyDone : new ResidenceDocumentHandedOver();
}
