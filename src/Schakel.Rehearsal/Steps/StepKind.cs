namespace Schakel.Rehearsal.Steps;

/// <summary>
/// What can happen to a person, household or site in a rehearsal (stap). One row of the step table maps each kind to the command
/// of the case file; only <c>Decide</c> makes events of it. The remarks say what <see cref="Step.A"/> and <see cref="Step.B"/> hold.
/// </summary>
public enum StepKind : byte
{
    /// <summary>No step; never emitted.</summary>
    None = 0,

    // Registration
    /// <summary>A file without its past is taken over (dossier overgenomen). A = stage (<see cref="TakenOverStage"/>), B = site or -1.</summary>
    TakeOver,
    /// <summary>A person asks for protection at a registration centre (te kennen geven). A = centre, B = 1 when at the border.</summary>
    Arrive,
    /// <summary>Identified and registered by AVIM or KMar (identificatie en registratie). A = centre, B = authority (0 AVIM, 1 KMar).</summary>
    Identify,
    /// <summary>The application form is signed (indiening). A = ordinal of the application, from 1.</summary>
    LodgeApplication,
    /// <summary>Registration interview held (aanmeldgehoor).</summary>
    HoldRegistrationInterview,
    /// <summary>A named official confirms the track (spoor). A = track 1..5, B = reason code of the norm `track`.</summary>
    ConfirmTrack,
    /// <summary>Sent on to another registration centre (doorverwezen). A = centre.</summary>
    RedirectToCentre,

    // Procedure
    /// <summary>The interview is planned and the applicant invited (nader gehoor gepland). A = day of the interview (epoch day).</summary>
    PlanInterview,
    /// <summary>The interview did not take place (niet verschenen). B = cause (<see cref="NoShowCause"/>).</summary>
    MissInterview,
    /// <summary>The interview was held: day 1 of the general procedure (nader gehoor).</summary>
    HoldInterview,
    /// <summary>Corrections and additions received (correcties en aanvullingen).</summary>
    SubmitCorrections,
    /// <summary>Referred to the extended procedure (verlengde asielprocedure).</summary>
    ReferToExtendedProcedure,
    /// <summary>Intention to reject issued (voornemen).</summary>
    IssueIntention,
    /// <summary>View submitted (zienswijze).</summary>
    SubmitView,
    /// <summary>The application is decided by a named official (beslissing). A = <see cref="DecisionOutcome"/>.</summary>
    DecideApplication,
    /// <summary>Residence permit issued (verblijfsvergunning). A = duration in months.</summary>
    IssuePermit,
    /// <summary>The application is withdrawn in person (intrekking).</summary>
    WithdrawApplication,
    /// <summary>A subsequent application is lodged (opvolgende aanvraag). A = ordinal.</summary>
    LodgeSubsequentApplication,
    /// <summary>Notice of default received (ingebrekestelling). A = 1 on family reunification, and then B = relatives it is for.</summary>
    ReceiveDefaultNotice,
    /// <summary>A court orders a decision within a term under a penalty (beroep niet tijdig beslissen). A = term in days, B = euro a day.</summary>
    OrderDecision,
    /// <summary>A penalty is paid (dwangsom): a court's in asylum, the statutory one on family reunification. A = euro.</summary>
    PayPenalty,
    /// <summary>Request to another state to take responsibility (claim). B = 1 take back, 0 take charge.</summary>
    RequestDublinTransfer,
    /// <summary>The other state replies (claimakkoord). A = 1 accepted, 0 refused.</summary>
    ReceiveDublinReply,
    /// <summary>Absconding is notified to the other state, which makes the transfer period eighteen months.</summary>
    NotifyAbsconding,
    /// <summary>Transferred to the responsible state (overdracht).</summary>
    TransferToState,
    /// <summary>The transfer period lapsed and that is observed (overdrachtstermijn verstreken).</summary>
    LapseTransfer,
    /// <summary>Appeal lodged (beroep).</summary>
    LodgeAppeal,
    /// <summary>The court rules (uitspraak). A = 1 upheld for the applicant (decision annulled), 0 dismissed.</summary>
    RuleOnAppeal,
    /// <summary>Border procedure: entry deferred and border detention imposed (grensdetentie).</summary>
    DeferEntry,
    /// <summary>Border procedure ends into the open procedure (toegang). B = 1 by operation of law after four weeks.</summary>
    GrantEntry,

    // Reception
    /// <summary>A site opens (locatie opent). Person = -1 - site; A = capacity, B = modality.</summary>
    OpenSite,
    /// <summary>A site's capacity changes. Person = -1 - site; A = new capacity.</summary>
    ResizeSite,
    /// <summary>A site closes, empty (locatie sluit). Person = -1 - site.</summary>
    CloseSite,
    /// <summary>First placement at a site (plaatsing). A = site.</summary>
    Place,
    /// <summary>A move is announced (verhuizing aangekondigd). A = site, B = days until it.</summary>
    AnnounceMove,
    /// <summary>Moved to another site (verhuizing). A = site.</summary>
    Move,
    /// <summary>Reception ends by a reasoned decision or because the person leaves (einde opvang). A = <see cref="ReceptionEnd"/>.</summary>
    LeaveReception,
    /// <summary>Left with unknown destination and that is recorded (met onbekende bestemming). B = 1 when from reception.</summary>
    LeaveUnknown,

    // Participation
    /// <summary>Work permit issued to an employer for the applicant (tewerkstellingsvergunning).</summary>
    IssueWorkPermit,
    /// <summary>Paid work begins (start werk).</summary>
    StartWork,

    // Housing
    /// <summary>Linked to a municipality (koppeling). A = municipality index.</summary>
    LinkToMunicipality,
    /// <summary>A home is offered (woningaanbod). A = municipality index.</summary>
    OfferHome,
    /// <summary>Moved into a home (gehuisvest). A = municipality index.</summary>
    MoveIntoHome,

    // Return
    /// <summary>A return file is opened and a counsellor assigned (terugkeerdossier, regievoerder).</summary>
    OpenReturnFile,
    /// <summary>Travel document requested from the country (laissez-passer).</summary>
    RequestTravelDocument,
    /// <summary>The country issues the travel document (laissez-passer verstrekt).</summary>
    ReceiveTravelDocument,
    /// <summary>Detained on grounds by a named official (vreemdelingenbewaring).</summary>
    Detain,
    /// <summary>Detention ends without departure (opheffing bewaring).</summary>
    Release,
    /// <summary>Departed (vertrek). A = <see cref="DepartureKind"/>.</summary>
    Depart,

    // Family
    /// <summary>Family reunification requested for relatives (nareisaanvraag). A = number of relatives, B = 1 under the ordinary conditions of income and housing.</summary>
    RequestReunification,
    /// <summary>Family reunification decided (beslissing nareis). A = 1 granted, 0 refused; B = number of relatives.</summary>
    DecideReunification,
    /// <summary>A relative arrives with an entry visa (inreis nareiziger). A = centre.</summary>
    ArriveAsFamily,
    /// <summary>A resettled refugee arrives (hervestiging). A = centre.</summary>
    ArriveResettled,

    // Guidance
    /// <summary>The procedure is explained (voorlichting).</summary>
    ExplainProcedure,
    /// <summary>Prepared by the council for refugees (VluchtelingenWerk).</summary>
    PrepareApplicant,
    /// <summary>A lawyer is assigned (rechtsbijstand).</summary>
    AssignLawyer,
    /// <summary>Medical advice on the interview (medisch advies horen en beslissen).</summary>
    AdviseOnHearing,
    /// <summary>The applicant's document is given (W-document).</summary>
    IssueApplicantDocument,
    /// <summary>The residence document is handed over (verblijfsdocument).</summary>
    HandOverResidenceDocument,
    /// <summary>Reception is explained (voorlichting over de opvang).</summary>
    ExplainReception,
    /// <summary>Screened for tuberculosis (tbc-screening).</summary>
    ScreenForTuberculosis,
    /// <summary>Health intake (medische intake).</summary>
    HoldHealthIntake,
    /// <summary>Special needs are assessed (bijzondere opvangbehoeften).</summary>
    AssessNeeds,
    /// <summary>The allowance begins (leefgeld).</summary>
    StartAllowance,
    /// <summary>A guardian is appointed (voogdij).</summary>
    AppointGuardian,
    /// <summary>Registered as a resident (BRP, bsn).</summary>
    RegisterResident,
    /// <summary>The address of the home is registered (adres).</summary>
    RegisterAddress,
    /// <summary>A child is enrolled in school (onderwijs).</summary>
    EnrolInSchool,
    /// <summary>Language lessons begin (taalles).</summary>
    BeginLessons,
    /// <summary>Interview on the home that fits (screening en matching).</summary>
    HoldHousingInterview,
    /// <summary>The duty to integrate is made known (inburgeringsplicht).</summary>
    NotifyIntegrationDuty,
    /// <summary>Broad intake by the municipality (brede intake).</summary>
    HoldBroadIntake,
    /// <summary>Integration plan (PIP).</summary>
    AdoptIntegrationPlan,
    /// <summary>Social guidance begins (maatschappelijke begeleiding).</summary>
    BeginSocialGuidance,
    /// <summary>Social assistance is granted (bijstand).</summary>
    GrantSocialAssistance,
    /// <summary>A talk on departure (vertrekgesprek).</summary>
    HoldDepartureTalk,
    // Procedure
    /// <summary>No other state was asked in time and that is observed (claimtermijn verstreken). B = 1 take back.</summary>
    LapseDublinRequest,
}

/// <summary>The stage in which a file is taken over (stand bij overname).</summary>
public enum TakenOverStage
{
    /// <summary>Lodged, waiting for the track or the first interview in track 4.</summary>
    AwaitingInterview = 0,
    /// <summary>Interviewed and referred, waiting for a decision in the extended procedure.</summary>
    AwaitingDecision,
    /// <summary>In the Dublin track, request not yet accepted.</summary>
    DublinAwaitingReply,
    /// <summary>In the Dublin track, accepted, awaiting transfer.</summary>
    DublinAccepted,
    /// <summary>In track 2.</summary>
    SimplifiedProcedure,
    /// <summary>Permit holder in reception, waiting for a home.</summary>
    AwaitingHome,
    /// <summary>Rejected, appeal pending at the court.</summary>
    AwaitingRuling,
    /// <summary>Rejected finally, return file open.</summary>
    Returning,
    /// <summary>Family reunification requested, waiting for its decision (relatives abroad).</summary>
    AwaitingReunification,
    /// <summary>Permit holder already housed, sponsor of relatives abroad.</summary>
    Housed,
}

/// <summary>How an application was decided (soort beslissing; norms 6.1).</summary>
public enum DecisionOutcome
{
    /// <summary>Granted as a refugee (a-status).</summary>
    GrantRefugee = 0,
    /// <summary>Granted as subsidiary protection (b-status).</summary>
    GrantSubsidiary,
    /// <summary>Granted as family member (afgeleid).</summary>
    GrantDerived,
    /// <summary>Unfounded (ongegrond).</summary>
    Unfounded,
    /// <summary>Manifestly unfounded (kennelijk ongegrond).</summary>
    ManifestlyUnfounded,
    /// <summary>Inadmissible (niet-ontvankelijk).</summary>
    Inadmissible,
    /// <summary>Not taken up: another state is responsible (niet in behandeling).</summary>
    NotTakenUp,
    /// <summary>Out of consideration (buiten behandeling).</summary>
    OutOfConsideration,
}

/// <summary>Why an interview did not take place.</summary>
public enum NoShowCause
{
    /// <summary>The applicant was moved, or lives too far, and could not come.</summary>
    Moved = 0,
    /// <summary>Illness.</summary>
    Illness,
    /// <summary>No interpreter.</summary>
    NoInterpreter,
    /// <summary>Other cause.</summary>
    Other,
}

/// <summary>Why reception ended.</summary>
public enum ReceptionEnd
{
    /// <summary>Moved to a home in a municipality.</summary>
    Housed = 0,
    /// <summary>Departed or transferred from the country.</summary>
    Departed,
    /// <summary>Departure period lapsed: reasoned decision that reception ends.</summary>
    PeriodLapsed,
    /// <summary>Left with unknown destination.</summary>
    Unknown,
    /// <summary>Lives with family or elsewhere on own request.</summary>
    OwnArrangement,
    /// <summary>Placed in detention.</summary>
    Detained,
}

/// <summary>How someone left the country (vertreksoort; RET-17).</summary>
public enum DepartureKind
{
    /// <summary>Independent departure (zelfstandig vertrek).</summary>
    Independent = 0,
    /// <summary>Forced departure (gedwongen vertrek).</summary>
    Forced,
    /// <summary>Without supervision (zelfstandig zonder toezicht).</summary>
    Unsupervised,
}
