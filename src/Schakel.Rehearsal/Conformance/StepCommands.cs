using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Rehearsal.Steps;
using ChainModality = Schakel.Chain.Reception.Modality;
using Day = Schakel.Norms.Day;
using DecisionOutcome = Schakel.Chain.Procedure.DecisionOutcome;
using DepartureKind = Schakel.Chain.Return.DepartureKind;
using HandedBy = Schakel.Chain.Registration.Referral;
using NoShowCause = Schakel.Chain.Procedure.NoShowCause;
using ReceptionEnd = Schakel.Chain.Reception.ReceptionEnd;
using SimulatedModality = Schakel.Rehearsal.Reception.Modality;
using TakenOverStage = Schakel.Chain.Registration.TakenOverStage;
using Track = Schakel.Chain.Procedure.Track;

namespace Schakel.Rehearsal.Conformance;

// The step table. Every kind of step stands here once, beside the command it is; a forgotten kind does not compile. What a step does
// not say is filled in here, and only here: which official acts, that a withdrawal is done as the law asks, the grounds of detention.
// These are assumptions of the rehearsal, not of the case file.

/// <summary>The step table (stappentabel): what each step of a rehearsal is in the words of the chain.</summary>
internal static class StepCommands
{
    private static readonly Official Police = new(1, OfficialRoles.AliensPolice);
    private static readonly Official BorderGuard = new(2, OfficialRoles.BorderGuard);
    private static readonly Official Hearing = new(3, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(4, OfficialRoles.DecisionOfficer);
    private static readonly Official Reception = new(5, OfficialRoles.ReceptionOfficer);
    private static readonly Official Housing = new(6, OfficialRoles.HousingOfficer);
    private static readonly Official Returning = new(7, OfficialRoles.ReturnOfficer);
    private static readonly Official Detaining = new(8, OfficialRoles.DetainingAuthority);
    private static readonly Official Judge = new(9, OfficialRoles.Judge);
    private static readonly Official Labour = new(10, OfficialRoles.LabourOfficer);
    private static readonly Official Records = new(11, OfficialRoles.RecordsOfficer);

    // Commands without content are the same for everyone.
    private static readonly HoldRegistrationInterview RegistrationInterview = new(Hearing);
    private static readonly HoldInterview Interview = new(Hearing);
    private static readonly SubmitCorrections Corrections = new();
    private static readonly ReferToExtendedProcedure Referral = new(Hearing);
    private static readonly IssueIntention Intention = new(Deciding);
    private static readonly SubmitView View = new();
    private static readonly WithdrawApplication Withdrawal = new(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = Hearing };
    private static readonly ReceiveDefaultNotice Notice = new();
    private static readonly ReceiveReunificationNotice ReunificationNotice = new();
    private static readonly NotifyAbsconding Absconding = new(Returning);
    private static readonly TransferToState Transfer = new(Returning);
    private static readonly LapseTransfer Lapse = new();
    private static readonly LodgeAppeal Appeal = new();
    private static readonly DeferEntry Deferral = new(BorderGuard);
    private static readonly IssueWorkPermit WorkPermit = new(Labour);
    private static readonly StartWork Work = new();
    private static readonly OpenReturnFile ReturnFile = new(Returning);
    private static readonly RequestTravelDocument DocumentRequest = new(Returning);
    private static readonly ReceiveTravelDocument Document = new();
    private static readonly Release Released = new(Returning);
    private const DetentionGrounds Grounds = DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress;

    /// <summary>The commands of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="context">Persons and days.</param>
    /// <param name="file">The person's file as it stands; unopened for a step of a site.</param>
    /// <param name="modalityOf">The kind of a site.</param>
    /// <param name="today">The day of the step.</param>
    public static StepAct Of(in Step step, ReplayContext context, CaseFile file, Func<SiteId, ChainModality> modalityOf, Day today) =>
        step.Kind switch
        {
            StepKind.None => throw new UnreachableException($"Minute {step.Minute}, person {step.Person}: a step of no kind."),
            StepKind.TakeOver => TakeOver(step, context, modalityOf, today),
            StepKind.Arrive => Arrive(step, context, today),
            StepKind.Identify => new(new IdentifyPerson(step.B == 1 ? BorderGuard : Police, Centre(step.A), HoldsTravelDocument: false)),
            StepKind.LodgeApplication => new(new LodgeApplication(step.A)),
            StepKind.HoldRegistrationInterview => new(RegistrationInterview),
            StepKind.ConfirmTrack => new(new ConfirmTrack(Hearing, (Track)step.A, step.B)),
            StepKind.RedirectToCentre => new(new RedirectToCentre(Reception, Centre(step.A))),
            StepKind.PlanInterview => Hear(file, new PlanInterview(Hearing, new Day(step.A)), new Day(step.A)),
            StepKind.MissInterview => new(new MissInterview(CauseOf((Steps.NoShowCause)step.B))),
            StepKind.HoldInterview => Hear(file, Interview, today),
            StepKind.SubmitCorrections => new(Corrections),
            StepKind.ReferToExtendedProcedure => new(Referral),
            StepKind.IssueIntention => new(Intention),
            StepKind.SubmitView => new(View),
            StepKind.DecideApplication => new(Decide(OutcomeOf((Steps.DecisionOutcome)step.A), file)),
            StepKind.IssuePermit => IssuePermit(step, file),
            StepKind.WithdrawApplication => new(Withdrawal),
            StepKind.LodgeSubsequentApplication => new(new LodgeSubsequentApplication(step.A)),
            StepKind.ReceiveDefaultNotice => step.A == 1 ? new(ReunificationNotice) : new(Notice),
            StepKind.OrderDecision => new(new OrderDecision(Judge, step.A, step.B)),
            StepKind.PayPenalty => new(new PayPenalty(Deciding, step.A)),
            StepKind.RequestDublinTransfer => new(new RequestDublinTransfer(Hearing, TakeBack: step.B == 1)),
            StepKind.ReceiveDublinReply => new(new ReceiveDublinReply(step.A == 1)),
            StepKind.NotifyAbsconding => new(Absconding),
            StepKind.TransferToState => new(Transfer),
            StepKind.LapseTransfer => new(Lapse),
            StepKind.LapseDublinRequest => new(new LapseDublinRequest(TakeBack: step.B == 1)),
            StepKind.LodgeAppeal => new(Appeal),
            StepKind.RuleOnAppeal => new(new RuleOnAppeal(Judge, step.A == 1)),
            StepKind.DeferEntry => new(Deferral),
            StepKind.GrantEntry => new(new GrantEntry(step.B == 1 ? Official.Clock : BorderGuard, ByOperationOfLaw: step.B == 1)),
            StepKind.OpenSite => new(new OpenSite(Reception, step.A, ModalityOf((SimulatedModality)step.B))),
            StepKind.ResizeSite => new(new ResizeSite(Reception, step.A)),
            StepKind.CloseSite => new(new CloseSite(Reception)),
            StepKind.Place => Place(step, context, file, modalityOf),
            StepKind.AnnounceMove => new(new AnnounceMove(Reception, step.A < 0 ? null : context.Numbering.Site(step.A), step.B)),
            StepKind.Move => new(new MovePerson(Reception, context.Numbering.Site(step.A), modalityOf(context.Numbering.Site(step.A)))
            {
                Ground = MoveGroundOf(file),
                Emergency = EmergencyGround.NoPlaceElsewhere,
            }),
            StepKind.LeaveReception => Leave(step),
            StepKind.LeaveUnknown => Disappear(step.B == 1),
            StepKind.IssueWorkPermit => new(WorkPermit),
            StepKind.StartWork => new(Work),
            StepKind.LinkToMunicipality => new(new LinkToMunicipality(Reception, context.Numbering.Municipality(step.A))),
            StepKind.OfferHome => new(new OfferHome(Housing, context.Numbering.Municipality(step.A))),
            StepKind.MoveIntoHome => new(new MoveIntoHome(context.Numbering.Municipality(step.A))),
            StepKind.OpenReturnFile => new(ReturnFile),
            StepKind.RequestTravelDocument => new(DocumentRequest),
            StepKind.ReceiveTravelDocument => new(Document),
            StepKind.Detain => new(new Detain(Detaining, BasisOf(file), Grounds, LesserMeansFail: true, WeightyInterest: false)),
            StepKind.Release => new(Released),
            StepKind.Depart => new(new Depart(Returning, KindOf((Steps.DepartureKind)step.A))),
            StepKind.RequestReunification => new(new RequestReunification(step.A, UnderConditions: step.B == 1)),
            StepKind.DecideReunification => new(new DecideReunification(Deciding, step.A == 1, step.B)),
            StepKind.ArriveAsFamily => ArriveAsFamily(step, context),
            StepKind.ArriveResettled => ArriveResettled(step, context),
            StepKind.ExplainProcedure => new(GuidanceCommands.ProcedureExplanation),
            StepKind.PrepareApplicant => new(GuidanceCommands.Preparation),
            StepKind.AssignLawyer => new(GuidanceCommands.Lawyer),
            StepKind.AdviseOnHearing => new(GuidanceCommands.Advice),
            StepKind.IssueApplicantDocument => new(GuidanceCommands.ApplicantDocument),
            StepKind.HandOverResidenceDocument => new(GuidanceCommands.ResidenceDocument),
            StepKind.ExplainReception => new(GuidanceCommands.ReceptionExplanation),
            StepKind.ScreenForTuberculosis => new(GuidanceCommands.Screening),
            StepKind.HoldHealthIntake => new(GuidanceCommands.HealthIntake),
            StepKind.AssessNeeds => new(GuidanceCommands.Needs),
            StepKind.StartAllowance => new(GuidanceCommands.Allowance),
            StepKind.AppointGuardian => new(GuidanceCommands.Guardian),
            StepKind.RegisterResident => new(GuidanceCommands.Resident),
            StepKind.RegisterAddress => new(GuidanceCommands.Address),
            StepKind.EnrolInSchool => new(GuidanceCommands.School),
            StepKind.BeginLessons => new(GuidanceCommands.Lessons),
            StepKind.HoldHousingInterview => new(GuidanceCommands.HousingInterview),
            StepKind.NotifyIntegrationDuty => new(GuidanceCommands.IntegrationDuty),
            StepKind.HoldBroadIntake => new(GuidanceCommands.BroadIntake),
            StepKind.AdoptIntegrationPlan => new(GuidanceCommands.IntegrationPlan),
            StepKind.BeginSocialGuidance => new(GuidanceCommands.SocialGuidance),
            StepKind.GrantSocialAssistance => new(GuidanceCommands.SocialAssistance),
            StepKind.HoldDepartureTalk => new(GuidanceCommands.DepartureTalk),
        };

    /// <summary>What the commands of a step depend on besides the step: the person's file as it stands by then, and a site by its index; -1 for none.</summary>
    /// <param name="step">The step.</param>
    public static (bool File, int Site) LooksAt(in Step step) => step.Kind switch
    {
        StepKind.Place or StepKind.Move => (true, step.A),
        StepKind.DecideApplication or StepKind.IssuePermit or StepKind.Detain or StepKind.PlanInterview or StepKind.HoldInterview => (true, -1),
        StepKind.TakeOver => (false, step.B),
        _ => (false, -1),
    };

    /// <summary>Whoever could not be heard when a rehearsal began from the live chain is advised anew first: an assumption, as the outcome is.</summary>
    private static StepAct Hear(CaseFile file, CaseCommand hearing, Day on) =>
        HearingAdvices.Against(file, on) is null ? new(hearing) : new(GuidanceCommands.Advice) { Then = hearing };

    private static DecideApplication Decide(DecisionOutcome outcome, CaseFile file) => new(Deciding, outcome) { Ground = AssumedGrounds.Of(outcome, file) };

    private static StepAct TakeOver(in Step step, ReplayContext context, Func<SiteId, ChainModality> modalityOf, Day today)
    {
        var person = context.Persons[step.Person];
        var role = RoleOf(person.Role);
        var stage = StageOf((Steps.TakenOverStage)step.A);
        if (stage == TakenOverStage.AwaitingReunification && role is not (FamilyRole.Main or FamilyRole.UnaccompaniedMinor))
        {
            stage = TakenOverStage.Housed; // One of a household asks for the relatives; the others live there.
        }
        var site = step.B;
        return new(new TakeOverFile(
            Records, context.Numbering.Household(person.Household), new Day(person.Born), role, stage, DatesOf(person, stage, today),
            site < 0 ? null : context.Numbering.Site(site), site < 0 ? ChainModality.CentralReception : modalityOf(context.Numbering.Site(site)),
            person.Past.Moves == 0 ? null : person.Past.Moves,
            stage == TakenOverStage.AwaitingReunification ? person.Past.Relatives : null, ReferralOf(person.Past.ReferredBy)));
    }

    private static StepAct Arrive(in Step step, ReplayContext context, Day today)
    {
        var person = context.Persons[step.Person];
        var grown = person.Role == HouseholdRole.UnaccompaniedMinor && !Age.IsMinor(new Day(person.Born), today);
        var role = grown ? FamilyRole.Main : RoleOf(person.Role);
        return new(new RegisterArrival(
            context.Numbering.Household(person.Household), new Day(person.Born), role, Centre(step.A), AtBorder: step.B == 1));
    }

    private static StepAct ArriveAsFamily(in Step step, ReplayContext context)
    {
        var person = context.Persons[step.Person];
        var role = RoleOf(person.Role);
        return new(new RegisterFamilyArrival(
            context.Numbering.Household(context.SponsorOf(person.Household)), new Day(person.Born), role, Centre(step.A)));
    }

    private static StepAct ArriveResettled(in Step step, ReplayContext context)
    {
        var person = context.Persons[step.Person];
        var role = RoleOf(person.Role);
        return new(new RegisterResettledArrival(context.Numbering.Household(person.Household), new Day(person.Born), role, Centre(step.A)));
    }

    /// <summary>Relatives and invited refugees get their permit on arrival, ex officio: the grant is part of the same step.</summary>
    private static StepAct IssuePermit(in Step step, CaseFile file)
    {
        var permit = new IssuePermit(Deciding, step.A);
        return file.Registration.Route == Route.Asylum || file.Procedure.Decision is not null
            ? new(permit)
            : new(new DecideApplication(Deciding, ExOfficio(file.Registration.Route))) { Then = permit };
    }

    private static DecisionOutcome ExOfficio(Route route) =>
        route == Route.Resettlement ? DecisionOutcome.GrantRefugee : DecisionOutcome.GrantDerived;

    private static StepAct Leave(in Step step) => (Steps.ReceptionEnd)step.A switch
    {
        Steps.ReceptionEnd.Housed => End(ReceptionEnd.Housed),
        Steps.ReceptionEnd.Departed => End(ReceptionEnd.Departed),
        Steps.ReceptionEnd.PeriodLapsed => End(ReceptionEnd.PeriodLapsed),
        Steps.ReceptionEnd.Unknown => Disappear(fromReception: true),
        Steps.ReceptionEnd.OwnArrangement => End(ReceptionEnd.OwnArrangement),
        Steps.ReceptionEnd.Detained => End(ReceptionEnd.Detained),
    };

    /// <summary>Nobody is left outside: a rehearsal places people where there is room, or else where there is none. The stock stood where it stands.</summary>
    private static StepAct Place(in Step step, ReplayContext context, CaseFile file, Func<SiteId, ChainModality> modalityOf) =>
        new(new PlacePerson(Reception, context.Numbering.Site(step.A), modalityOf(context.Numbering.Site(step.A)))
        {
            Emergency = step.Minute == 0 && file.Registration.ArrivedOn is null ? EmergencyGround.TakenOver : EmergencyGround.NoPlaceElsewhere,
        });

    /// <summary>Why a household moves is not in the step: on from the arrival site, out of temporary reception, or because the place is needed.</summary>
    private static MoveGround MoveGroundOf(CaseFile file) => file.Reception.Modality switch
    {
        ChainModality.CentralReception or ChainModality.ProcessReception => MoveGround.NextStage,
        ChainModality.Emergency or ChainModality.Municipal => MoveGround.TemporaryPlace,
        _ => MoveGround.UseOfPlaces,
    };

    private static StepAct End(ReceptionEnd reason) => new(new EndReception(Reception, reason));

    private static StepAct Disappear(bool fromReception) => new(new RecordUnknownDeparture(Reception, fromReception));

    private static DetentionBasis BasisOf(CaseFile file) =>
        file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp } ? DetentionBasis.Transfer
        : file.Procedure.Open is not null ? DetentionBasis.Application
        : DetentionBasis.Removal;

    /// <summary>The day a stage began is the day of acceptance, of the request for relatives, or of the decision, as the stage says.</summary>
    private static TakenOverDates DatesOf(in SimulatedPerson person, TakenOverStage stage, Day today)
    {
        Day? lodged = person.Lodged == 0 ? null : new Day(person.Lodged);
        Day? since = person.Since == 0 || person.Since == today.Number ? null : new Day(person.Since);
        return stage switch
        {
            TakenOverStage.AwaitingInterview or TakenOverStage.AwaitingDecision or TakenOverStage.DublinAwaitingReply
                or TakenOverStage.SimplifiedProcedure => new(lodged, null, null, null),
            TakenOverStage.DublinAccepted => new(lodged, since, null, null),
            TakenOverStage.AwaitingReunification => new(lodged, null, null, since),
            TakenOverStage.AwaitingHome or TakenOverStage.AwaitingRuling or TakenOverStage.Returning or TakenOverStage.Housed =>
                new(lodged, null, since, null),
        };
    }

    private static CentreId Centre(int index) => new(index + 1);

    private static FamilyRole RoleOf(HouseholdRole role) => role switch
    {
        HouseholdRole.Main => FamilyRole.Main,
        HouseholdRole.Partner => FamilyRole.Partner,
        HouseholdRole.Child => FamilyRole.Child,
        HouseholdRole.UnaccompaniedMinor => FamilyRole.UnaccompaniedMinor,
    };

    private static TakenOverStage StageOf(Steps.TakenOverStage stage) => stage switch
    {
        Steps.TakenOverStage.AwaitingInterview => TakenOverStage.AwaitingInterview,
        Steps.TakenOverStage.AwaitingDecision => TakenOverStage.AwaitingDecision,
        Steps.TakenOverStage.DublinAwaitingReply => TakenOverStage.DublinAwaitingReply,
        Steps.TakenOverStage.DublinAccepted => TakenOverStage.DublinAccepted,
        Steps.TakenOverStage.SimplifiedProcedure => TakenOverStage.SimplifiedProcedure,
        Steps.TakenOverStage.AwaitingHome => TakenOverStage.AwaitingHome,
        Steps.TakenOverStage.AwaitingRuling => TakenOverStage.AwaitingRuling,
        Steps.TakenOverStage.Returning => TakenOverStage.Returning,
        Steps.TakenOverStage.AwaitingReunification => TakenOverStage.AwaitingReunification,
        Steps.TakenOverStage.Housed => TakenOverStage.Housed,
    };

    private static HandedBy? ReferralOf(ReferredBy by) => by switch
    {
        ReferredBy.Nobody => null,
        ReferredBy.AliensPolice => HandedBy.AliensPolice,
        ReferredBy.BorderPolice => HandedBy.BorderPolice,
        ReferredBy.Other => HandedBy.Other,
    };

    private static DecisionOutcome OutcomeOf(Steps.DecisionOutcome outcome) => outcome switch
    {
        Steps.DecisionOutcome.GrantRefugee => DecisionOutcome.GrantRefugee,
        Steps.DecisionOutcome.GrantSubsidiary => DecisionOutcome.GrantSubsidiary,
        Steps.DecisionOutcome.GrantDerived => DecisionOutcome.GrantDerived,
        Steps.DecisionOutcome.Unfounded => DecisionOutcome.Unfounded,
        Steps.DecisionOutcome.ManifestlyUnfounded => DecisionOutcome.ManifestlyUnfounded,
        Steps.DecisionOutcome.Inadmissible => DecisionOutcome.Inadmissible,
        Steps.DecisionOutcome.NotTakenUp => DecisionOutcome.NotTakenUp,
        Steps.DecisionOutcome.OutOfConsideration => DecisionOutcome.OutOfConsideration,
    };

    private static NoShowCause CauseOf(Steps.NoShowCause cause) => cause switch
    {
        Steps.NoShowCause.Moved => NoShowCause.Moved,
        Steps.NoShowCause.Illness => NoShowCause.Illness,
        Steps.NoShowCause.NoInterpreter => NoShowCause.NoInterpreter,
        Steps.NoShowCause.Other => NoShowCause.Other,
    };

    private static DepartureKind KindOf(Steps.DepartureKind kind) => kind switch
    {
        Steps.DepartureKind.Independent => DepartureKind.Independent,
        Steps.DepartureKind.Forced => DepartureKind.Forced,
        Steps.DepartureKind.Unsupervised => DepartureKind.Unsupervised,
    };

    /// <summary>The chain's word for a form of reception.</summary>
    public static ChainModality ModalityOf(SimulatedModality modality) => modality switch
    {
        SimulatedModality.Arrival => ChainModality.CentralReception,
        SimulatedModality.Regular => ChainModality.Regular,
        SimulatedModality.Minors => ChainModality.Minors,
        SimulatedModality.Family => ChainModality.FamilySite,
        SimulatedModality.Supervised => ChainModality.FreedomRestricting,
        SimulatedModality.Sober => ChainModality.ProcessAvailability,
        SimulatedModality.Emergency => ChainModality.Emergency,
        SimulatedModality.Municipal => ChainModality.Municipal,
        SimulatedModality.Transit => ChainModality.Transit,
        SimulatedModality.External => ChainModality.External,
    };
}
