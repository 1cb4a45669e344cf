using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Registration;
using Track = Schakel.Chain.Procedure.Track;

namespace Schakel.Chain.Guidance;

/// <summary>Information, legal aid, documents: what lies ahead (voorlichting, rechtsbijstand, documenten).</summary>
public static class LegalAidSteps
{
    /// <summary>Explain the procedure.</summary>
    public static readonly StepType ExplainTheProcedure = new(
        "explain-procedure", "Vb 3.108c", Party.HearingOffice, typeof(ExplainProcedure), StepForce.Due,
        "De procedure uitleggen", "Explain the procedure");

    /// <summary>Prepare for the procedure.</summary>
    public static readonly StepType Prepare = new(
        "prepare-applicant", "Vb 3.109", Party.CouncilForRefugees, typeof(PrepareApplicant), StepForce.Due,
        "Voorbereiden op de procedure", "Prepare for the procedure");

    /// <summary>Assign a lawyer.</summary>
    public static readonly StepType Assign = new(
        "assign-lawyer", "REG-5", Party.LegalAidBoard, typeof(AssignLawyer), StepForce.Due,
        "Een advocaat toevoegen", "Assign a lawyer");

    /// <summary>Advise on the interview; anew after advice that somebody could not be heard.</summary>
    public static readonly StepType Advise = new(
        "advise-on-hearing", "RVT-3", Party.HealthService, typeof(AdviseOnHearing), StepForce.Due,
        "Medisch adviseren over het horen", "Give medical advice on the interview");

    /// <summary>Give the document of an applicant.</summary>
    public static readonly StepType IssueDocument = new(
        "issue-applicant-document", "REG-7", Party.HearingOffice, typeof(IssueApplicantDocument), StepForce.Due,
        "Het W-document verstrekken", "Give the document of an applicant");

    /// <summary>Hand over the residence document.</summary>
    public static readonly StepType HandOver = new(
        "hand-over-residence-document", "Vw 9", Party.DecisionOffice, typeof(HandOverResidenceDocument), StepForce.Due,
        "Het verblijfsdocument uitreiken", "Hand over the residence document");

    /// <summary>A lawyer.</summary>
    public static readonly EntitlementType Lawyer = new("lawyer", "REG-5", "Rechtsbijstand", "Legal aid");

    /// <summary>An interpreter.</summary>
    public static readonly EntitlementType Interpreter = new("interpreter", "Vw 38", "Een tolk", "An interpreter");

    /// <summary>The time to give the document.</summary>
    public static readonly TermType DocumentTerm = new(
        "applicant-document", "registration", "Termijn voor het W-document", "Time to give the document of an applicant",
        (file, _, law, ref trace) => file.Guidance.Has(Provisions.ApplicantDocument) ? null : DocumentBy(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var had = file.Guidance;
        if (file.Procedure.Open is { } open)
        {
            var known = file.Registration.ArrivedOn is not null; // What was done before a take-over is not known, and not asked again.
            if (known && !had.Has(Provisions.ProcedureExplained))
            {
                ahead.Add(ExplainTheProcedure);
            }
            if (known && !had.Has(Provisions.Prepared))
            {
                ahead.Add(Prepare);
            }
            if (known && !had.Has(Provisions.ApplicantDocument))
            {
                var none = default(NoTrace);
                var last = DocumentBy(file, law, ref none);
                ahead.Add(IssueDocument, last);
                ahead.Run(DocumentTerm, open.LodgedOn, last);
            }
            WithLawyer(ahead, file, open);
        }
        else if (file.Procedure.AppealPending)
        {
            ahead.Entitle(Lawyer);
            if (had.LawyerFor != file.Procedure.Application?.Ordinal)
            {
                ahead.Add(Assign);
            }
        }
        if (file.Procedure.Permit is not null && !had.Has(Provisions.ResidenceDocument))
        {
            ahead.Add(HandOver);
        }
    }

    private static void WithLawyer(Outlook ahead, CaseFile file, ApplicationState open)
    {
        ahead.Entitle(Interpreter);
        var brief = open.Track is Track.Dublin or Track.Simplified;
        var waits = brief && open.IntentionOn is null;
        if (!waits)
        {
            ahead.Entitle(Lawyer);
        }
        if (file.Guidance.LawyerFor != open.Ordinal)
        {
            ahead.Add(new NextStep(Assign, null, null)
            {
                WaitsFor = !waits ? null : open.Track == Track.Dublin ? DecisionSteps.TransferIntention : DecisionSteps.Intention,
            });
        }
        if (HearingAdvices.IsWanted(file, open))
        {
            ahead.Add(new NextStep(Advise, file.Registration.Born.PlusYears(HearingAdvices.HearingAge), null));
        }
    }

    private static Day? DocumentBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        file.Procedure.Open is { LodgedOn: { } lodged } && law.Has(lodged, RegistrationPeriods.Document)
            ? RegistrationPeriods.DocumentBy(law, lodged, ref trace) : null;
}
