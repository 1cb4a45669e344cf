using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Family;

namespace Schakel.Chain.Procedure;

/// <summary>Lodging, track, withdrawal, permit: what lies ahead (aanvraag, spoor, vergunning).</summary>
public static class ApplicationSteps
{
    /// <summary>Lodge the application.</summary>
    public static readonly StepType Lodge = new(
        "lodge-application", "Vb 3.108c", Party.Applicant, typeof(LodgeApplication), StepForce.Due,
        "De aanvraag ondertekenen en indienen", "Sign and lodge the application");

    /// <summary>Confirm the track.</summary>
    public static readonly StepType ConfirmTheTrack = new(
        "confirm-track", "track", Party.HearingOffice, typeof(ConfirmTrack), StepForce.Due,
        "Het spoor vaststellen", "Confirm the track");

    /// <summary>Change the track: a court found fault with the transfer decision.</summary>
    public static readonly StepType ChangeTrack = new(
        "change-track", "track", Party.HearingOffice, typeof(ConfirmTrack), StepForce.Optional,
        "Het spoor wijzigen", "Change the track");

    /// <summary>Withdraw the application, in person, with lawyer and interpreter.</summary>
    public static readonly StepType Withdraw = new(
        "withdraw-application", "red-line-7", Party.Applicant, typeof(WithdrawApplication), StepForce.Right,
        "De aanvraag intrekken, in persoon, met advocaat en tolk", "Withdraw the application, in person, with lawyer and interpreter");

    /// <summary>Apply again.</summary>
    public static readonly StepType ApplyAgain = new(
        "lodge-subsequent-application", "Vb 3.118b", Party.Applicant, typeof(LodgeSubsequentApplication), StepForce.Right,
        "Een opvolgende aanvraag indienen", "Lodge a subsequent application");

    /// <summary>Decide ex officio on arrival: relatives with an entry visa, invited refugees.</summary>
    public static readonly StepType DecideOnArrival = new(
        "decide-on-arrival", "family-arrival", Party.DecisionOffice, typeof(DecideApplication), StepForce.Due,
        "Ambtshalve beslissen bij aankomst", "Decide ex officio on arrival");

    /// <summary>Issue the permit that follows from a grant.</summary>
    public static readonly StepType IssueThePermit = new(
        "issue-permit", "Vw 28", Party.DecisionOffice, typeof(IssuePermit), StepForce.Due,
        "De vergunning verlenen", "Issue the permit");

    /// <summary>Time to give a relative the permit after arrival.</summary>
    public static readonly TermType PermitOnArrival = new(
        "permit-on-arrival", "family-arrival", "Vergunning na inreis", "Permit after arrival",
        (file, _, law, ref trace) => PermitBy(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var procedure = file.Procedure;
        if (procedure is { Application: null, Decision: null, Permit: null })
        {
            Begin(ahead, file, law);
        }
        else if (procedure.Open is { } open)
        {
            ahead.Add(new NextStep(Withdraw, null, null) { WaitsFor = open.WithdrawalTalkAskedOn is null ? null : ConductSteps.HoldTalk });
            if (open.Track == Track.None || (open.Track == Track.Dublin && open.ResponsibleSince is not null))
            {
                ToTrack(ahead, file, lodged: true);
            }
            else if (open is { Track: Track.Dublin, AnnulledOn: not null } && file.Registration.InterviewedOn is not null)
            {
                ahead.Add(ChangeTrack);
            }
        }
        else if (procedure is { Application: not null, Permit: null } && !IsGranted(procedure) && Appeals.UnsettledThrough(file, law) is var unsettled
            && unsettled != NextStep.UntilAnEvent && !procedure.FurtherAppealPending)
        {
            ahead.Add(new NextStep(ApplyAgain, unsettled?.PlusDays(1), null));
        }
        if (procedure.Permit is null && IsGranted(procedure) && procedure.Permits.Ended is null)
        {
            var none = default(NoTrace);
            ahead.Add(IssueThePermit, PermitBy(file, law, ref none));
        }
    }

    private static void Begin(Outlook ahead, CaseFile file, Law law)
    {
        if (file.Registration.Route != Route.Asylum)
        {
            var none = default(NoTrace);
            var last = PermitBy(file, law, ref none);
            ahead.Add(DecideOnArrival, last);
            ahead.Run(PermitOnArrival, file.Registration.ArrivedOn, last);
            ahead.Add(new NextStep(IssueThePermit, null, last) { WaitsFor = DecideOnArrival });
            return;
        }
        if (file.Presence == Presences.Unopened)
        {
            return;
        }
        ahead.Add(new NextStep(Lodge, null, null) { WaitsFor = file.Registration.IdentifiedOn is null ? RegistrationSteps.Identify : null });
        ToTrack(ahead, file, lodged: false);
    }

    private static void ToTrack(Outlook ahead, CaseFile file, bool lodged) => ahead.Add(new NextStep(ConfirmTheTrack, null, null)
    {
        WaitsFor = file.Registration.InterviewedOn is null ? RegistrationSteps.RegistrationInterview : lodged ? null : Lodge,
    });

    private static bool IsGranted(ProcedureState procedure) => procedure.Decision is { } decision && Decisions.IsGrant(decision.Outcome);

    private static Day? PermitBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        file.Registration is { Route: Route.FamilyReunification, ArrivedOn: { } arrived } && law.Has(arrived, FamilyArrival.Permit)
            ? FamilyArrival.PermitBy(law, arrived, ref trace) : null;
}
