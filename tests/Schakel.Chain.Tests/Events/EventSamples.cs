using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Chain.Tests.Registration;
using Schakel.Norms.Procedure;
using static Schakel.Chain.Tests.Given;
using AgeFinding = Schakel.Norms.Registration.AgeFinding;
using TrackReason = Schakel.Norms.Registration.TrackReason;

namespace Schakel.Chain.Tests.Events;

/// <summary>One event of each type, with every field filled.</summary>
internal static class EventSamples
{
    private static readonly Official By = new(14, OfficialRoles.DecisionOfficer);

    private static readonly CountryCode Syria = IdentityTests.Country("SYR");
    private static readonly LanguageCode Arabic = IdentityTests.Language("arb");
    private static readonly InterviewPlace Place = new(new(1), 12, 600);
    private static readonly PolicyVersion Policy = new(Syria, Date("2024-01-01"));
    private static readonly Identity Somebody = new(new("Noor", "Sami"), IdentityTests.Born("2008-05"), Syria, Arabic);

    public static ImmutableArray<ChainEvent> All { get; } =
    [
        new BreachRecorded("decision-period", Date("2024-07-10")),
        new PersonArrived(new(3), Date("1990-05-01"), FamilyRole.Main, Route.Asylum, new(1), AtBorder: true),
        new PersonRedirected(new(2)),
        new PersonIdentified(IdentifyingAuthority.BorderGuard, new(1), HoldsTravelDocument: true, new(4711)),
        new PreRegistered(PreRegistrationChannel.Desk, Arabic, 4),
        new PreRegistrationCancelled(),
        new IdentityRecorded(Somebody, IdentitySource.Document, By),
        new IdentityCorrected(Somebody, CorrectionGround.CourtRuling, By),
        new VNumberAssigned(VNumber.Synthetic(123)),
        new DocumentExamined(DocumentKind.Passport, Syria, DocumentFinding.Genuine, By),
        new CompositionRecorded(1, 2, 3),
        new AgeDoubted(AgeImpression.EvidentlyAdult, By),
        new AgeAssessmentConsented(),
        new AgeAssessmentAsked(By),
        new AgeAssessmentReceived(AgeFinding.Doubt),
        new AgeDecided(Somebody.Born, FamilyRole.UnaccompaniedMinor, AgeBasis.BenefitOfDoubt, By),
        new RegistrationInterviewHeld(),
        new FileTakenOver(
            new(3), Date("1990-05-01"), FamilyRole.Partner, TakenOverStage.AwaitingReunification,
            new(Date("2023-01-16"), Date("2023-02-01"), Date("2023-03-01"), Date("2023-04-01")), new SiteId(5), Modality.Regular),
        new ApplicationLodged(2),
        new ApplicationWithdrawn(By),
        new TrackConfirmed(Track.Simplified, TrackReason.OtherStateResponsible, By),
        new TrackProposed(Track.General, TrackReason.ExceptedGroup, "track.excepted-group"),
        new InterviewPlanned(Date("2024-03-27"), Place),
        new InterviewWishesStated(new(Arabic, "Shami", GenderWish.Woman, GenderWish.Man)),
        new InvitedToInterview(Date("2024-03-27"), Arabic),
        new InterviewMoved(Date("2024-03-27"), Date("2024-03-28"), MoveCause.Interpreter, Place),
        new DecisionPeriodSuspended(SuspensionGround.ForceMajeure, "decision-period.suspension-2c", By),
        new DecisionPeriodResumed(By),
        new DecisionPeriodExtended(9, PeriodExtension.LargeNumbers, "decision-period.first-extension", By),
        new MoratoriumApplied(MoratoriumKind.Departure, Policy, Date("2024-07-10"), By),
        new MoratoriumLifted(MoratoriumKind.Departure),
        new PeerReviewAsked(By),
        new PeerReviewGiven(Returned: true, By),
        new HoldPlaced(Holds.Exclusion, By),
        new HoldLifted(Holds.Security, By),
        new HardshipTested(Distressing: true, new DocumentReference(97), By),
        new WithdrawalTalkAsked(),
        new WithdrawalTalkHeld(By),
        new FileLinked(new(8)),
        new InterviewMissed(NoShowCause.NoInterpreter),
        new InterviewHeld(),
        new GeneralProcedureLengthened(ProcedureVariant.Extended14, By),
        new CorrectionsSubmitted(),
        new ReferredToExtendedProcedure(),
        new IntentionIssued(By),
        new ViewSubmitted(InTime: true),
        new ApplicationDecided(DecisionOutcome.ManifestlyUnfounded, InGeneralProcedure: true, By, DecisionGround.Misled, new(812), Policy),
        new PermitIssued(60),
        new AppealLodged(Suspensive: true),
        new AppealRuled(Upheld: true),
        new DefaultNoticeReceived(),
        new DecisionOrdered(56, 100),
        new PenaltyPaid(1200),
        new DublinTransferRequested(TakeBack: true),
        new DublinRequestLapsed(Date("2024-02-02")),
        new DublinReplyReceived(Accepted: true),
        new AbscondingNotified(),
        new TransferredToState(),
        new TransferLapsed(Date("2024-07-16")),
        new EntryDeferred(By),
        new EntryGranted(ByOperationOfLaw: true),
        new PersonPlaced(new(5), Modality.CentralReception),
        new MoveAnnounced(new SiteId(6), 5),
        new PersonMoved(new(5), new(6), Modality.Emergency),
        new ReceptionEnded(new(6), ReceptionEnd.PeriodLapsed, By),
        new LeftWithUnknownDestination(FromReception: true, By),
        new SiteOpened(300, Modality.Municipal),
        new SiteResized(250),
        new SiteClosed(),
        new SlotOccupied(new(7), 12),
        new SlotReleased(new(7), 12),
        .. ReceptionSamples.All,
        new WorkPermitIssued(),
        new WorkStarted(),
        new LinkedToMunicipality(new(363)),
        new HomeOffered(new(363)),
        new MovedIntoHome(new(363)),
        new ReturnFileOpened(),
        new TravelDocumentRequested(),
        new TravelDocumentReceived(),
        new AdequateReceptionEstablished(By),
        new DetentionImposed(DetentionBasis.Transfer, DetentionGrounds.EvadedSupervision | DetentionGrounds.NoFixedAddress, By),
        new DetentionExtended(ExtensionReason.PapersLacking, By),
        new DetentionEnded(),
        new Departed(DepartureKind.Unsupervised),
        new ReunificationRequested(3),
        new ReunificationDecided(Granted: true, 3, By),
        new ReunificationNoticeReceived(),
        new HouseholdJoined(new(7), FamilyRole.Child, Date("2016-01-01"), OnEntryVisa: true),
        new EntryVisasGranted(3),
        new HouseholdMemberCorrected(new(7), Date("2005-12-31")),
        new ProcedureExplained(),
        new ApplicantPrepared(),
        new LawyerAssigned(2),
        new HearingAdviceGiven(2),
        new ApplicantDocumentIssued(),
        new ResidenceDocumentHandedOver(),
        new ReceptionExplained(),
        new TuberculosisScreened(),
        new HealthIntakeHeld(),
        new NeedsAssessed(),
        new AllowanceStarted(),
        new GuardianAppointed(),
        new ResidentRegistered(),
        new AddressRegistered(),
        new EnrolledInSchool(),
        new LessonsBegun(),
        new HousingInterviewHeld(),
        new IntegrationDutyNotified(),
        new BroadIntakeHeld(),
        new IntegrationPlanAdopted(),
        new SocialGuidanceBegun(),
        new SocialAssistanceGranted(),
        new DepartureTalkHeld(),
    ];

    /// <summary>What each earlier version reads as: its file stays as it was written.</summary>
    public static ImmutableDictionary<(string Name, int Version), ChainEvent> Old { get; } = new Dictionary<(string, int), ChainEvent>
    {
        [("person-identified", 1)] = new PersonIdentified(IdentifyingAuthority.BorderGuard, new(1), HoldsTravelDocument: true),
        [("track-confirmed", 1)] = new TrackConfirmed(Track.Simplified, TrackReason.OtherStateResponsible, By),
        [("interview-planned", 1)] = new InterviewPlanned(Date("2024-03-27")),
        [("application-decided", 1)] = new ApplicationDecided(DecisionOutcome.ManifestlyUnfounded, InGeneralProcedure: true, By),
        [("application-withdrawn", 1)] = new ApplicationWithdrawn(),
    }.ToImmutableDictionary();
}
