using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Events;

/// <summary>One event of each type, with every field filled.</summary>
internal static class EventSamples
{
    private static readonly Official By = new(14, OfficialRoles.DecisionOfficer);

    public static ImmutableArray<ChainEvent> All { get; } =
    [
        .. FamilySamples.All,
        new BreachRecorded("decision-period", Date("2024-07-10")),
        new PersonArrived(new(3), Date("1990-05-01"), FamilyRole.Main, Route.Asylum, new(1), AtBorder: true),
        new PersonRedirected(new(2)),
        new PersonIdentified(IdentifyingAuthority.BorderGuard, new(1), HoldsTravelDocument: true),
        new RegistrationInterviewHeld(),
        new FileTakenOver(
            new(3), Date("1990-05-01"), FamilyRole.Partner, TakenOverStage.AwaitingReunification,
            new(Date("2023-01-16"), Date("2023-02-01"), Date("2023-03-01"), Date("2023-04-01")), new SiteId(5), Modality.Regular),
        new ApplicationLodged(2),
        new ApplicationWithdrawn(),
        new TrackConfirmed(Track.Simplified, 3, By),
        new InterviewPlanned(Date("2024-03-27")),
        new InterviewMissed(NoShowCause.NoInterpreter),
        new InterviewHeld(),
        new GeneralProcedureLengthened(ProcedureVariant.Extended14, By),
        new CorrectionsSubmitted(),
        new ReferredToExtendedProcedure(),
        new IntentionIssued(By),
        new ViewSubmitted(InTime: true),
        new ApplicationDecided(DecisionOutcome.ManifestlyUnfounded, InGeneralProcedure: true, By),
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
}
