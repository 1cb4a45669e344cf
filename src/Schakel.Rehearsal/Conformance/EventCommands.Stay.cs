using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Rehearsal.Conformance;

// Reception and return: where someone stays, and whether they leave.
internal static partial class EventCommands
{
    private static EmergencyGround? EmergencyIn(ReadOnlySpan<LoggedEvent> with)
    {
        foreach (var told in with)
        {
            switch (told.Event)
            {
                case PlacedOnEmergencyGround placed: return placed.Ground;
                case AdmittedOnEmergencyGround admitted: return admitted.Ground;
                default: break;
            }
        }

        return null;
    }

    private static MoveGround? GroundIn(ReadOnlySpan<LoggedEvent> with)
    {
        foreach (var told in with)
        {
            if (told.Event is MoveWeighed weighed)
            {
                return weighed.Ground;
            }
        }

        return null;
    }

    // Who placed or moved somebody is told only where it had to be weighed.
    private static Official OfficialIn(ReadOnlySpan<LoggedEvent> with)
    {
        foreach (var told in with)
        {
            switch (told.Event)
            {
                case MoveWeighed weighed: return weighed.By;
                case AdmittedOnEmergencyGround admitted: return admitted.By;
                default: break;
            }
        }

        return Reception;
    }

    private static CaseCommand? OfReception(ReceptionEvent happened, ReadOnlySpan<LoggedEvent> with, Day today) => happened switch
    {
        PlaceOffered e => new OfferPlace(Reception, e.Site, e.Modality),
        PlaceAccepted => new AcceptPlace(),
        PlaceRefused => new RefusePlace(ConsequenceExplained: true),
        NonArrivalRecorded e => new RecordNonArrival(e.By),
        ExclusionEstablished e => new EstablishExclusion(e.By, e.Reason),
        PersonPlaced e => new PlacePerson(OfficialIn(with), e.Site, e.Modality) { Emergency = EmergencyIn(with) },
        MoveAnnounced e => new AnnounceMove(Reception, e.Site, e.DaysAhead),
        MoveCancelled => new CancelMove(Reception),
        PersonMoved e => new MovePerson(OfficialIn(with), e.Site, e.Modality) { Ground = GroundIn(with), Emergency = EmergencyIn(with) },
        PresenceRegistered => new RegisterPresence(Reception),
        ReportMissed e => new RecordMissedReport(e.By),
        AbsencePermitted e => new PermitAbsence(Reception, e.Through),
        NeedsRecorded e => new RecordNeeds(Health, e.Needs), // Whoever may find a clinical ground may record the others too.
        PlacementStated e => new StatePlacement(e.Facts, e.ExpectedOn, e.WorkIn, e.FamilyIn, e.Wishes, e.Near),
        PlacementWithdrawn => new WithdrawPlacement(),
        PlacementFactsJudged e => new JudgePlacementFacts(e.By, e.Facts, e.Outcome),
        TreatmentBegun => new BeginTreatment(Health),
        TreatmentEnded => new EndTreatment(Health),
        IncidentRecorded e => new RecordIncident(Reception, e.Kind, e.Severity, PersonHeard: true),
        IncidentReported e => new ReportIncident(e.By),
        MeasureImposed e => new ImposeMeasure(e.By, e.Kind, e.Through - today, PersonHeard: true),
        MeasureReviewed e => new ReviewMeasure(e.By, e.Through is { } through ? through - today : 0),
        ReceptionEnded e => new EndReception(e.By, e.Reason),
        LeftWithUnknownDestination e => new RecordUnknownDeparture(e.By, e.FromReception),
        _ => null,
    };

    // The weighing before detention (lesser means, the interest of children) is not in its event: that it was done is assumed.
    private static CaseCommand? OfReturn(ReturnEvent happened) => happened switch
    {
        PreparationEvent e => OfPreparation(e),
        CountryEvent e => OfCountry(e),
        ReturnFileOpened => new OpenReturnFile(Returning),
        TravelDocumentRequested => new RequestTravelDocument(Returning),
        TravelDocumentReceived => new ReceiveTravelDocument(),
        AdequateReceptionEstablished e => new EstablishAdequateReception(e.By),
        SupervisionImposed e => new ImposeSupervision(e.By, e.Measure, LighterFails: true),
        SupervisionLifted e => new LiftSupervision(Returning, e.Measure),
        RestrictionExtended e => new ExtendRestriction(e.By),
        DetentionImposed e => new Detain(e.By, e.Basis, e.Grounds, LesserMeansFail: true, WeightyInterest: false),
        DetentionExtended e => new ExtendDetention(e.By, e.Reason),
        DetentionAppealed => new AppealDetention(),
        CourtNotifiedOfDetention => new NotifyCourtOfDetention(Detaining),
        DetentionHeard => new HearDetention(Judge),
        DetentionReviewed e => new RuleOnDetention(Judge, e.Lifted),
        DetentionEnded => new Release(Returning),
        MedicalDeferralRequested => new RequestMedicalDeferral(),
        MedicalOpinionGiven e => new GiveMedicalOpinion(Health, e.Months),
        MedicalDeferralDecided e => new DecideMedicalDeferral(e.By, e.Granted),
        MedicalDeferralEnded e => new EndMedicalDeferral(e.By),
        NoFaultRequested => new RequestNoFaultPermit(),
        NoFaultAdvised e => new AdviseOnNoFault(Returning, new(e.OwnAttempts, e.MigrationOrganisationTried, e.MediationFailed, e.IdentityCertain, e.NoOtherRight)),
        NoFaultDecided e => new DecideNoFault(e.By, e.Granted),
        ReferredToFacility e => new ReferToFacility(Returning, e.Municipality),
        AcceptedInFacility e => new AcceptInFacility(e.By, Cooperates: true),
        FacilityLeft e => new LeaveFacility(e.By, e.Outcome),
        Departed e => new Depart(Returning, e.Kind),
        _ => null,
    };

    private static CaseCommand? OfPreparation(PreparationEvent happened) => happened switch
    {
        ReturnCounsellorAssigned e => new AssignReturnCounsellor(Returning, e.Counsellor),
        ReturnDecisionIssued e => new IssueReturnDecision(e.By, e.AtOnce),
        AssistedReturnRequested => new RequestAssistedReturn(),
        AssistedReturnGranted e => new GrantAssistedReturn(e.By, CountryExclusion.No, NeverExcluded: true),
        AssistedReturnCancelled e => new CancelAssistedReturn(e.Cause),
        FlightPlanned e => new PlanFlight(Returning, e.FlightOn, e.Kind, e.Escorted),
        FlightCancelled e => new CancelFlight(Returning, e.Cause),
        _ => null,
    };

    private static CaseCommand? OfCountry(CountryEvent happened) => happened switch
    {
        PresentedToCountry => new PresentToCountry(Returning),
        NationalityConfirmed => new ConfirmNationality(Returning),
        TakeBackAgreed => new AgreeTakeBack(Returning),
        TravelDocumentRefused => new RefuseTravelDocument(Returning),
        DocumentValidityRecorded e => new RecordDocumentValidity(Returning, e.Until),
        TravelDocumentExpired => new ExpireTravelDocument(Official.Clock),
        _ => null,
    };
}
