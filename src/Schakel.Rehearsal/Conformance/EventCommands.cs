using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;

namespace Schakel.Rehearsal.Conformance;

// The other way around: from what a log says happened to what somebody must have asked. An event tells less than its command: who acted is
// told only where it matters, and then taken from the event; elsewhere an official with the power is filled in, here and only here. Where
// an event leaves open which of two commands it was, both are tried; the one that would have made this very event counts.

/// <summary>The command that an event of a log stands for (gebeurtenis terug naar opdracht).</summary>
internal static class EventCommands
{
    private static readonly Official Police = new(1, OfficialRoles.AliensPolice);
    private static readonly Official BorderGuard = new(2, OfficialRoles.BorderGuard);
    private static readonly Official Hearing = new(3, OfficialRoles.HearingOfficer);
    private static readonly Official Deciding = new(4, OfficialRoles.DecisionOfficer);
    private static readonly Official Reception = new(5, OfficialRoles.ReceptionOfficer);
    private static readonly Official Housing = new(6, OfficialRoles.HousingOfficer);
    private static readonly Official Returning = new(7, OfficialRoles.ReturnOfficer);
    private static readonly Official Judge = new(9, OfficialRoles.Judge);
    private static readonly Official Labour = new(10, OfficialRoles.LabourOfficer);
    private static readonly Official Records = new(11, OfficialRoles.RecordsOfficer);
    private static readonly Official Policy = new(12, OfficialRoles.PolicyOfficer);

    /// <summary>Whether an event is only ever made together with another one: nobody asks for it by itself.</summary>
    /// <param name="happened">The event.</param>
    public static bool IsCompanion(ChainEvent happened) =>
        happened is BreachRecorded or MoveWeighed or AdmittedOnEmergencyGround or HouseholdEvent || (happened is SiteEvent && OfSite(happened) is null);

    /// <summary>The command of an event of a site; null when none is known.</summary>
    /// <param name="happened">The event.</param>
    public static SiteCommand? OfSite(ChainEvent happened) => happened switch
    {
        SiteOpened e => new OpenSite(Reception, e.Capacity, e.Modality),
        SiteResized e => new ResizeSite(Reception, e.Capacity),
        SiteClosed => new CloseSite(Reception),
        _ => null,
    };

    /// <summary>The command of an event of the policy on a country; null when none is known.</summary>
    /// <param name="happened">The event.</param>
    public static PolicyCommand? OfCountry(ChainEvent happened) => happened switch
    {
        ReportTakenIn e => new TakeInReport(Policy, e.Report),
        PolicyAdopted e => new AdoptPolicy(Policy, e.Version, e.InForceFrom, e.Publication),
        MoratoriumImposed e => new ImposeMoratorium(Policy, e.Kind, e.Of, e.Until, e.Category, e.Publication) { Criterion = e.Criterion },
        MoratoriumReassessed e => new ReassessMoratorium(Policy, e.Kind, e.Of, e.Findings),
        MoratoriumExtended e => new ExtendMoratorium(Policy, e.Kind, e.Of, e.Until, e.Publication),
        CountryMoratoriumLifted e => new LiftCountryMoratorium(Policy, e.Kind, e.Of, e.Publication),
        RulingTakenIn e => new TakeInRuling(Policy, e.Ruling),
        InstructionDrafted e => new DraftInstruction(Policy, e.Title, e.Source, e.Reference),
        AdviceAsked e => new AskAdvice(Policy, e.Instruction, e.Partner),
        AdviceGiven e => new RecordAdvice(Policy, e.Instruction, e.Partner, e.Answer),
        InstructionAdopted e => new AdoptInstruction(Policy, e.Instruction, e.InForceFrom),
        InstructionWithdrawn e => new WithdrawInstruction(Policy, e.Instruction, e.Findings),
        _ => null,
    };

    /// <summary>The command of an event of a file; null when none is known.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="with">What the log tells to go with it: on which ground someone was placed or moved after all stands there.</param>
    /// <param name="second">The other command that it can have been; null when there is no other.</param>
    public static CaseCommand? Of(ChainEvent happened, ReadOnlySpan<LoggedEvent> with, out CaseCommand? second)
    {
        second = happened switch
        {
            TransferredToState => new TransferToState(Returning, OwnAccord: true),
            DublinRequestLapsed => new LapseDublinRequest(TakeBack: true),
            _ => null,
        };
        return happened switch
        {
            PermitExpired => new RecordPermitExpiry(Official.Clock),
            TravelDocumentExpired => new ExpireTravelDocument(Official.Clock),
            GuardianshipEnded { Reason: GuardianshipEnd.CameOfAge } e => new EndGuardianship(Official.Clock, e.Reason),
            RegistrationEvent e => OfRegistration(e),
            ProcedureEvent e => OfProcedure(e),
            ReceptionEvent e => OfReception(e, with),
            HousingEvent e => OfHousing(e),
            ReturnEvent e => OfReturn(e),
            FamilyEvent e => OfFamily(e),
            GuidanceEvent e => OfGuidance(e),
            WorkPermitIssued => new IssueWorkPermit(Labour),
            WorkStarted => new StartWork(),
            LapseObserved e => new ObserveLapse(e.Step, e.LastDay),
            _ => null,
        };
    }

    private static CaseCommand? OfRegistration(RegistrationEvent happened) => happened switch
    {
        PersonArrived { Route: Route.Asylum } e => new RegisterArrival(e.Household, e.Born, e.Role, e.Centre, e.AtBorder),
        PersonArrived { Route: Route.FamilyReunification } e => new RegisterFamilyArrival(e.Household, e.Born, e.Role, e.Centre),
        PersonArrived e => new RegisterResettledArrival(e.Household, e.Born, e.Role, e.Centre),
        FileTakenOver e => new TakeOverFile(Records, e.Household, e.Born, e.Role, e.Stage, e.Dates, e.Site, e.Modality, e.Moves, e.Relatives, e.ReferredBy),
        PersonIdentified e => new IdentifyPerson(e.Authority == IdentifyingAuthority.BorderGuard ? BorderGuard : Police, e.Centre, e.HoldsTravelDocument),
        RegistrationInterviewHeld => new HoldRegistrationInterview(Hearing),
        PersonRedirected e => new RedirectToCentre(Reception, e.Centre),
        _ => null,
    };

    private static CaseCommand? OfProcedure(ProcedureEvent happened) => happened switch
    {
        ApplicationLodged { Ordinal: 1 } => new LodgeApplication(1),
        ApplicationLodged e => new LodgeSubsequentApplication(e.Ordinal),
        ApplicationWithdrawn e => new WithdrawApplication(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = e.By ?? Hearing },
        TrackConfirmed e => new ConfirmTrack(e.By, e.Track, (int)e.Reason),
        InterviewPlanned e => new PlanInterview(Hearing, e.InterviewOn),
        InterviewMissed e => new MissInterview(e.Cause),
        InterviewHeld => new HoldInterview(Hearing),
        GeneralProcedureLengthened e => new LengthenGeneralProcedure(e.By, e.Variant),
        CorrectionsSubmitted => new SubmitCorrections(),
        ReferredToExtendedProcedure => new ReferToExtendedProcedure(Hearing),
        IntentionIssued e => new IssueIntention(e.By),
        ViewSubmitted => new SubmitView(),
        ApplicationDecided e => new DecideApplication(e.By, e.Outcome) { Ground = e.Ground, Reasons = e.Reasons, Policy = e.Policy },
        MoratoriumApplied e => new ApplyMoratorium(e.By, e.Kind, e.Policy, e.Until),
        MoratoriumLifted e => new LiftMoratorium(Deciding, e.Kind),
        PermitIssued e => new IssuePermit(Deciding, e.Months),
        AppealLodged => new LodgeAppeal(),
        AppealRuled e => new RuleOnAppeal(Judge, e.Upheld),
        DefaultNoticeReceived => new ReceiveDefaultNotice(),
        DecisionOrdered e => new OrderDecision(Judge, e.TermDays, e.EuroPerDay),
        PenaltyPaid e => new PayPenalty(Deciding, e.Euro),
        DublinTransferRequested e => new RequestDublinTransfer(Hearing, e.TakeBack, e.EurodacHit),
        DublinRequestLapsed => new LapseDublinRequest(TakeBack: false),
        DublinReplyReceived e => new ReceiveDublinReply(e.Accepted),
        AbscondingNotified => new NotifyAbsconding(Returning),
        TransferredToState => new TransferToState(Returning),
        TransferLapsed => new LapseTransfer(),
        EntryDeferred e => new DeferEntry(e.By),
        DecisionPeriodSuspended e => new SuspendDecisionPeriod(e.By, e.Ground),
        DecisionPeriodResumed e => new ResumeDecisionPeriod(e.By),
        EntryGranted e => new GrantEntry(e.ByOperationOfLaw ? Official.Clock : BorderGuard, e.ByOperationOfLaw),
        _ => null,
    };

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

    private static CaseCommand? OfReception(ReceptionEvent happened, ReadOnlySpan<LoggedEvent> with) => happened switch
    {
        PersonPlaced e => new PlacePerson(Reception, e.Site, e.Modality) { Emergency = EmergencyIn(with) },
        MoveAnnounced e => new AnnounceMove(Reception, e.Site, e.DaysAhead),
        PersonMoved e => new MovePerson(Reception, e.Site, e.Modality) { Ground = GroundIn(with), Emergency = EmergencyIn(with) },
        ReceptionEnded e => new EndReception(e.By, e.Reason),
        LeftWithUnknownDestination e => new RecordUnknownDeparture(e.By, e.FromReception),
        _ => null,
    };

    private static CaseCommand? OfHousing(HousingEvent happened) => happened switch
    {
        LinkedToMunicipality e => new LinkToMunicipality(Reception, e.Municipality),
        HomeOffered e => new OfferHome(Housing, e.Municipality),
        MovedIntoHome e => new MoveIntoHome(e.Municipality),
        _ => null,
    };

    // The weighing before detention (lesser means, the interest of children) is not in its event: that it was done is assumed.
    private static CaseCommand? OfReturn(ReturnEvent happened) => happened switch
    {
        ReturnFileOpened => new OpenReturnFile(Returning),
        TravelDocumentRequested => new RequestTravelDocument(Returning),
        TravelDocumentReceived => new ReceiveTravelDocument(),
        AdequateReceptionEstablished e => new EstablishAdequateReception(e.By),
        DetentionImposed e => new Detain(e.By, e.Basis, e.Grounds, LesserMeansFail: true, WeightyInterest: false),
        DetentionExtended e => new ExtendDetention(e.By, e.Reason),
        DetentionEnded => new Release(Returning),
        Departed e => new Depart(Returning, e.Kind),
        _ => null,
    };

    private static CaseCommand? OfFamily(FamilyEvent happened) => happened switch
    {
        ReunificationRequested e => new RequestReunification(e.Relatives, e.UnderConditions == true),
        ReunificationDecided e => new DecideReunification(e.By, e.Granted, e.Relatives),
        ReunificationNoticeReceived => new ReceiveReunificationNotice(),
        _ => null,
    };

    private static CaseCommand? OfGuidance(GuidanceEvent happened) => happened switch
    {
        ProcedureExplained => GuidanceCommands.ProcedureExplanation,
        ApplicantPrepared => GuidanceCommands.Preparation,
        LawyerAssigned => GuidanceCommands.Lawyer,
        HearingAdviceGiven => GuidanceCommands.Advice,
        ApplicantDocumentIssued => GuidanceCommands.ApplicantDocument,
        ResidenceDocumentHandedOver => GuidanceCommands.ResidenceDocument,
        ReceptionExplained => GuidanceCommands.ReceptionExplanation,
        TuberculosisScreened => GuidanceCommands.Screening,
        HealthIntakeHeld => GuidanceCommands.HealthIntake,
        NeedsAssessed => GuidanceCommands.Needs,
        AllowanceStarted => GuidanceCommands.Allowance,
        GuardianAppointed => GuidanceCommands.Guardian,
        ResidentRegistered => GuidanceCommands.Resident,
        AddressRegistered => GuidanceCommands.Address,
        EnrolledInSchool => GuidanceCommands.School,
        LessonsBegun => GuidanceCommands.Lessons,
        HousingInterviewHeld => GuidanceCommands.HousingInterview,
        IntegrationDutyNotified => GuidanceCommands.IntegrationDuty,
        BroadIntakeHeld => GuidanceCommands.BroadIntake,
        IntegrationPlanAdopted => GuidanceCommands.IntegrationPlan,
        SocialGuidanceBegun => GuidanceCommands.SocialGuidance,
        SocialAssistanceGranted => GuidanceCommands.SocialAssistance,
        DepartureTalkHeld => GuidanceCommands.DepartureTalk,
        _ => null,
    };
}
