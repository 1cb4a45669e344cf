using System.Collections.Frozen;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Partners;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using TrackFacts = Schakel.Norms.Registration.TrackFacts;
using TrackReason = Schakel.Norms.Registration.TrackReason;

namespace Schakel.Rehearsal.Conformance;

// The other way around: from what a log says happened to what somebody must have asked. An event tells less than its command: who acted is
// told only where it matters, and then taken from the event; elsewhere an official with the power is filled in, here and only here. What
// an act asks besides (that someone was heard, consented, was told the consequence) is assumed done. Where an event leaves open which of
// two commands it was, all are tried; the one that would have made this very event counts.

/// <summary>The command that an event of a log stands for (gebeurtenis terug naar opdracht).</summary>
internal static partial class EventCommands
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
    private static readonly Official LegalAid = new(12, OfficialRoles.LegalAidOfficer);
    private static readonly Official Policy = new(13, OfficialRoles.PolicyOfficer);
    private static readonly Official Health = new(14, OfficialRoles.HealthWorker);

    /// <summary>Events that no command asks for: each is made together with another one, and has its reason here.</summary>
    public static FrozenDictionary<Type, string> GoAlong { get; } = new Dictionary<Type, string>
    {
        [typeof(BreachRecorded)] = "the mark of a norm that the act before it broke",
        [typeof(MoveWeighed)] = "what a move breaks, and why it was made all the same",
        [typeof(AdmittedOnEmergencyGround)] = "why somebody was placed where their kind of people do not belong",
        [typeof(PlacedOnEmergencyGround)] = "why a site took somebody in beyond its places",
        [typeof(SlotOccupied)] = "the site's half of a placement or move",
        [typeof(SlotReleased)] = "the site's half of a move or an end of reception",
        [typeof(HouseholdJoined)] = "the household's half of an opened file, or of a change of household",
        [typeof(HouseholdLeft)] = "the household's half of a change of household",
        [typeof(HouseholdMemberCorrected)] = "the household's half of another date of birth",
        [typeof(EntryVisasGranted)] = "the household's half of the decision on family reunification",
        [typeof(FileAbsorbed)] = "the surviving file's half of a merge",
        [typeof(AbsorbedFileReleased)] = "the surviving file's half of a split",
    }.ToFrozenDictionary();

    /// <summary>Commands that nobody gives by themselves: each is made by another one (<see cref="Companions"/>), whose reason stands here.</summary>
    public static FrozenDictionary<Type, string> OnlyWithOthers { get; } = new Dictionary<Type, string>
    {
        [typeof(OccupySlot)] = "a placement or move",
        [typeof(ReleaseSlot)] = "a move or an end of reception",
        [typeof(JoinHousehold)] = "an opened file, or a change of household",
        [typeof(LeaveHousehold)] = "a change of household",
        [typeof(CorrectMember)] = "another date of birth",
        [typeof(GrantEntryVisas)] = "the decision on family reunification",
        [typeof(AbsorbFile)] = "a merge",
        [typeof(ReleaseAbsorbedFile)] = "a split",
    }.ToFrozenDictionary();

    /// <summary>Whether an event is only ever made together with another one: nobody asks for it by itself.</summary>
    /// <param name="happened">The event.</param>
    public static bool IsCompanion(ChainEvent happened) => GoAlong.ContainsKey(happened.GetType());

    /// <summary>Whether an event was made together with the one that somebody asked for.</summary>
    /// <param name="asked">The event that somebody asked for.</param>
    /// <param name="next">The next event of the log.</param>
    public static bool GoesWith(in LoggedEvent asked, in LoggedEvent next) =>
        IsCompanion(next.Event) || (asked.Stream == next.Stream && (asked.Event, next.Event) switch
        {
            (DetentionReviewed { Lifted: true }, DetentionEnded) => true,
            (UnlinkedFromMunicipality, LinkedToMunicipality) => true, // Linked to another municipality, with the ground.
            _ => false,
        });

    /// <summary>The command of an event of a site; null when it only goes with another.</summary>
    /// <param name="happened">The event.</param>
    public static SiteCommand? OfSite(ChainEvent happened) => happened switch
    {
        SiteOpened e => new OpenSite(Reception, e.Capacity, e.Modality),
        SiteResized e => new ResizeSite(Reception, e.Capacity),
        SiteClosed => new CloseSite(Reception),
        PlacesOutOfUseSet e => new SetPlacesOutOfUse(Reception, e.Places),
        TargetGroupsLimited e => new LimitTargetGroups(Reception, e.LeftOut),
        ContractEndSet e => new SetContractEnd(Reception, e.Through),
        SiteLocated e => new LocateSite(Reception, e.Municipality),
        SlotsEquipped e => new EquipSlots(Reception, e.Slots),
        FindingRecorded e => new RecordFinding(Reception, e.Finding),
        FindingRemedied e => new RemedyFinding(Reception, e.Standard, e.On),
        RemedyLapsed e => new ObserveRemedyLapse(e.Standard, e.LastDay),
        _ => null,
    };

    /// <summary>The command of an event of a household; null when it only goes with another.</summary>
    /// <param name="happened">The event.</param>
    public static HouseholdCommand? OfHousehold(ChainEvent happened) => happened switch
    {
        FamilyLinkClaimed e => new ClaimLink(e.Person, e.Link, e.To),
        FamilyLinkEstablished e => new EstablishLink(e.By, e.Person, e.Link, e.To, e.Evidence),
        FamilyLinkEnded e => new EndLink(Hearing, e.Person, e.Link, e.To),
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
        MoratoriumReviewLapsed e => new ObserveReviewLapse(e.Kind, e.Of, e.LastDay),
        RulingTakenIn e => new TakeInRuling(Policy, e.Ruling),
        InstructionDrafted e => new DraftInstruction(Policy, e.Title, e.Source, e.Reference),
        AdviceAsked e => new AskAdvice(Policy, e.Instruction, e.Partner),
        AdviceGiven e => new RecordAdvice(Policy, e.Instruction, e.Partner, e.Answer),
        InstructionAdopted e => new AdoptInstruction(Policy, e.Instruction, e.InForceFrom),
        InstructionWithdrawn e => new WithdrawInstruction(Policy, e.Instruction, e.Findings),
        _ => null,
    };

    /// <summary>The command of an event of a file; null when none is known.</summary>
    /// <param name="told">The event.</param>
    /// <param name="with">What the log tells to go with it: on which ground someone was placed or moved after all stands there.</param>
    /// <param name="file">The file before it.</param>
    /// <param name="others">Other commands that it can have been; made when asked for.</param>
    public static CaseCommand? Of(in LoggedEvent told, ReadOnlySpan<LoggedEvent> with, CaseFile file, out IEnumerable<CaseCommand> others)
    {
        var happened = told.Event;
        others = happened switch
        {
            TransferredToState => [new TransferToState(Returning, OwnAccord: true)],
            DublinRequestLapsed e => LapsesOfRequest(e),
            DetentionImposed e => [new Detain(e.By, e.Basis, e.Grounds, LesserMeansFail: true, WeightyInterest: true)],
            TrackProposed { Reason: TrackReason.Substance } => [new ProposeTrack(Hearing, default(TrackFacts) with { EvidentGrant = true })],
            _ => [],
        };
        return happened switch
        {
            RegistrationEvent e => OfRegistration(e),
            ProcedureEvent e => OfProcedure(e, file),
            ReceptionEvent e => OfReception(e, with, told.Day),
            HousingEvent e => OfHousing(e, with),
            ReturnEvent e => OfReturn(e),
            FamilyEvent e => OfFamily(e),
            GuidanceEvent e => OfGuidance(e),
            ParticipationEvent e => OfParticipation(e),
            PartnersEvent e => OfPartners(e, file.Partners),
            RecordsEvent e => OfRecords(e),
            _ => null,
        };
    }

    private static CaseCommand? OfRegistration(RegistrationEvent happened) => happened switch
    {
        PreRegistered e => new PreRegister(e.Channel, e.Language, e.Persons)
        {
            NeedsInterpreter = e.NeedsInterpreter,
            Children = e.Children,
            MinorAlone = e.MinorAlone,
            NeedsCare = e.NeedsCare,
            Reach = e.Reach,
        },
        PreRegistrationCancelled => new CancelPreRegistration(),
        PersonArrived { Route: Route.Asylum } e => new RegisterArrival(e.Household, e.Born, e.Role, e.Centre, e.AtBorder),
        PersonArrived { Route: Route.FamilyReunification } e => new RegisterFamilyArrival(e.Household, e.Born, e.Role, e.Centre),
        PersonArrived e => new RegisterResettledArrival(e.Household, e.Born, e.Role, e.Centre),
        FileTakenOver e => new TakeOverFile(Records, e.Household, e.Born, e.Role, e.Stage, e.Dates, e.Site, e.Modality, e.Moves, e.Relatives, e.ReferredBy),
        PersonIdentified e => new IdentifyPerson(e.Authority == IdentifyingAuthority.BorderGuard ? BorderGuard : Police, e.Centre, e.HoldsTravelDocument)
        {
            Biometrics = e.Biometrics,
        },
        IdentityRecorded e => new RecordIdentity(e.By, e.Identity, e.Source),
        IdentityCorrected e => new CorrectIdentity(e.By, e.Identity, e.Ground),
        VNumberAssigned e => new AssignVNumber(Police, e.Number.ToString()),
        DocumentExamined e => new ExamineDocument(e.By, e.Kind, e.Issuer, e.Finding),
        CompositionRecorded e => new RecordComposition(Police, e.AdultsHere, e.MinorsHere, e.RelativesElsewhere),
        RegistrationInterviewHeld => new HoldRegistrationInterview(Hearing),
        PersonRedirected e => new RedirectToCentre(Reception, e.Centre),
        AgeDoubted e => new RaiseAgeDoubt(e.By, e.Impression),
        AgeAssessmentConsented => new ConsentToAgeAssessment(InWriting: true),
        AgeAssessmentAsked e => new AskAgeAssessment(e.By),
        AgeAssessmentReceived e => new ReceiveAgeAssessment(Health, e.Finding),
        AgeDecided e => new DecideAge(e.By, e.Born, e.Basis),
        _ => null,
    };

    private static CaseCommand? OfParticipation(ParticipationEvent happened) => happened switch
    {
        WorkPermitIssued => new IssueWorkPermit(Labour),
        WorkStarted => new StartWork(),
        WorkEnded => new EndWork(),
        ActivityJoined e => new JoinActivity(e.Kind),
        VolunteerDeclarationIssued => new IssueVolunteerDeclaration(Labour),
        VolunteeringStarted => new StartVolunteering(),
        VolunteeringEnded => new EndVolunteering(),
        ContributionAssessed e => new AssessContribution(e.By, e.Month, new(LabourCents: 0, OtherCents: e.Cents, AssetsCents: 0), WeeksWorked: 0), // Means of which this is left.
        _ => null,
    };

    // Which partner answers, opens and ends stands on the file.
    private static CaseCommand? OfPartners(PartnersEvent happened, PartnersState state) => happened switch
    {
        PartnerReferred e => new ReferToPartner(e.By, e.Number, e.From, e.To, e.Purpose, e.Data, e.Until, e.Basis),
        TransferOffered e => new OfferTransfer(e.By, e.Number, e.From, e.To, e.Purpose, e.Data, e.Basis),
        TransferRequested e => new RequestTransfer(e.By, e.Number, e.To, e.Purpose, e.Data, e.Basis),
        HandoverAnswered e => new AnswerHandover(e.By, Find(state, e.Number)?.Answerer ?? default, e.Number, e.Accepted),
        HandoverRevoked e => new RevokeHandover(e.By, Find(state, e.Number)?.Opener ?? default, e.Number),
        ReferralCompleted e => new CompleteReferral(e.By, Find(state, e.Number)?.To ?? default, e.Number),
        QuestionAsked e => new AskQuestion(e.To, e.Text),
        QuestionAnswered e => new AnswerQuestion(e.By, e.Number, e.Text),
        _ => null,
    };

    private static Handover? Find(PartnersState state, int number) =>
        number >= 1 && number <= state.Handovers.Count ? state.Handovers[number - 1] : null;

    private static CaseCommand? OfRecords(RecordsEvent happened) => happened switch
    {
        LapseObserved e => new ObserveLapse(e.Step, e.LastDay),
        RecordCorrected e => new CorrectRecord(e.By, e.Event, e.Ground, e.HappenedOn),
        CorrectionRequested e => new RequestCorrection(e.Subject, e.Text),
        CorrectionDecided e => new DecideCorrection(e.By, e.Number, e.Ground),
        DocumentSupplied e => new SupplyDocument(e.Subject, e.Form, e.Size, e.Sha256, e.Description),
        HealthDocumentSupplied e => new SupplyDocument(DocumentSubject.Health, e.Form, e.Size, e.Sha256, e.Description),
        DocumentReviewed e => new ReviewDocument(e.By, e.Number, e.Outcome),
        HealthDocumentReviewed e => new ReviewDocument(e.By, e.Number, e.Outcome),
        DocumentTakenBack e => new TakeBackDocument(e.Number),
        HealthDocumentTakenBack e => new TakeBackDocument(e.Number),
        FileMergedInto e => new MergeInto(e.By, e.Surviving, e.Ground),
        FileRestored e => new RestoreFile(e.By, e.Mistake),
        _ => null,
    };

    private static CaseCommand? OfHousing(HousingEvent happened, ReadOnlySpan<LoggedEvent> with) => happened switch
    {
        LinkedToMunicipality e => new LinkToMunicipality(Reception, e.Municipality),
        UnlinkedFromMunicipality e when with is [{ Event: LinkedToMunicipality other }, ..] => new LinkToMunicipality(e.By, other.Municipality) { Ground = e.Ground },
        UnlinkedFromMunicipality e => new UnlinkFromMunicipality(e.By, e.Ground),
        HomeOffered e => new OfferHome(Housing, e.Municipality),
        HomeAccepted => new AcceptHome(),
        HomeRefused => new RefuseHome(ConsequenceExplained: true),
        HomeRefusalDecided e => new DecideOnHomeRefusal(e.By, e.Justified, ObjectionsConsidered: true),
        ContractSigned => new SignContract(),
        MovedIntoHome e => new MoveIntoHome(e.Municipality),
        _ => null,
    };

    private static CaseCommand? OfFamily(FamilyEvent happened) => happened switch
    {
        ReunificationRequested e => new RequestReunification(e.Relatives, e.UnderConditions == true),
        ReunificationDecided e => new DecideReunification(e.By, e.Granted, e.Relatives),
        ReunificationNoticeReceived => new ReceiveReunificationNotice(),
        ReunificationDocumentsAsked e => new AskReunificationDocuments(Deciding, e.CompleteBy),
        ReunificationDocumentsReceived => new ReceiveReunificationDocuments(),
        TieResearchBegun e => new BeginTieResearch(Deciding, e.Means, Consented: true),
        TieResearchConcluded e => new ConcludeTieResearch(Deciding, e.Means, e.Result),
        EntryVisasCollected e => new CollectEntryVisas(Deciding, e.Relatives),
        FamilyTravelAnnounced e => new AnnounceFamilyTravel(e.ArriveOn),
        FamilyArrivalReported => new ReportFamilyArrival(Hearing),
        HouseholdChanged e => new ChangeHousehold(e.By, e.Household, e.Role, e.Ground),
        GuardianChanged e => new ChangeGuardian(e.By, e.Guardian),
        GuardianshipEnded { Reason: GuardianshipEnd.CameOfAge } e => new EndGuardianship(Official.Clock, e.Reason),
        GuardianshipEnded e => new EndGuardianship(Judge, e.Reason),
        LawyerNamed e => new NameLawyer(LegalAid, e.Lawyer),
        LawyerChanged e => new ChangeLawyer(LegalAid, e.Lawyer, e.Reason),
        LawyerWithdrawn => new WithdrawLawyer(LegalAid),
        SupportBegun e => new BeginSupport(e.Organisation, Consented: true),
        SupportEnded e => new EndSupport(e.Organisation),
        TrustedHelperNamed e => new NameTrustedHelper(e.Helper, e.Tasks),
        TrustedHelperDismissed e => new DismissTrustedHelper(e.Helper),
        _ => null,
    };

    private static CaseCommand? OfGuidance(GuidanceEvent happened) => happened switch
    {
        ProcedureExplained => GuidanceCommands.ProcedureExplanation,
        ApplicantPrepared => GuidanceCommands.Preparation,
        LawyerAssigned => GuidanceCommands.Lawyer,
        HearingAdviceGiven e => new AdviseOnHearing(Health, e.Outcome, e.Through),
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
        CapacityStated e => new StateCapacity(e.Manages),
        CapacityWithdrawn => new WithdrawCapacity(),
        CapacityJudged e => new JudgeCapacity(e.By, e.MoreHelp, e.Ground),
        PreferencesChosen e => new ChoosePreferences(e.Letters, e.RemindDays, e.Email),
        _ => null,
    };
}
