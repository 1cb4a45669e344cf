using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Norms.Return;

namespace Schakel.Conformance;

/// <summary>Steps whose command says more than who acts, room by room; null for the rest.</summary>
internal static class TakingOtherSteps
{
    /// <summary>The ways to take a step that leaves a choice; null when it leaves none.</summary>
    public static IEnumerable<CaseCommand>? Ways(NextStep step, Official by, CaseFile file, Day day) => step.Code switch
    {
        "move-interview" => Enumerable.Range(0, 120).Select(ahead => new MoveInterview(by, day.PlusDays(ahead), MoveCause.Service)),
        "answer-interview-request" => Enumerable.Range(0, 120).Select(ahead => new MoveInterview(by, day.PlusDays(ahead), MoveCause.Applicant)),
        "ask-other-interview-day" => Enumerable.Range(1, 120).Select(ahead => new AskOtherDay(new(day.PlusDays(ahead)))),
        "choose-interview-day" => Enumerable.Range(1, 120).Select(ahead => new ChooseInterviewDay(day.PlusDays(ahead), new(1))),
        "answer-question" => [new AnswerQuestion(by, step.Number!.Value, "Ja.")],
        "state-capacity" => [new StateCapacity((SelfReliance)(1 + ((int)(file.Guidance.Capacity.Manages ?? 0) % 15)))],
        "choose-preferences" => [new ChoosePreferences(LanguageCode.Unknown, 3), new ChoosePreferences(LanguageCode.Unknown, 1)],
        "state-placement" => [new StatePlacement(PlacementFacts.CareNearby, null, null, null, PlacementWishes.Quiet, null)],
        "judge-placement-facts" => [new JudgePlacementFacts(by, file.Reception.Circumstances.Placement!.Waiting, PlacementOutcome.InTalk)],
        "ask-question" => [new AskQuestion(Addressee.ReceptionAgency, "Mag het?")],
        "request-correction" => [new RequestCorrection(CorrectionSubject.Names, "Mijn naam is anders.")],
        "decide-correction" => [new DecideCorrection(by, step.Number!.Value)],
        "supply-document" => [new SupplyDocument(day.Number % 2 == 0 ? DocumentSubject.Health : DocumentSubject.Identity, DocumentForm.Jpeg, 1, new('0', 64), "")],
        "take-back-document" => file.Records.Documents.Select(document => new TakeBackDocument(document.Number)),
        "review-document" or "review-health-document" => [new ReviewDocument(by, step.Number!.Value, DocumentOutcome.TakenIn)],
        "carry-out-correction" => Enumerable.Range(1, file.Events).Select(number => new CorrectRecord(by, number, Chain.Records.CorrectionGround.WrongContent)),
        "plan-flight" => [new PlanFlight(by, day, DepartureKind.Independent, false)],
        "lift-hold" => [new LiftHold(by, Holds.Security), new LiftHold(by, Holds.Exclusion)],
        "lift-supervision" => Enum.GetValues<SupervisionMeasures>().Select(measure => new LiftSupervision(by, measure)),
        "end-support" => Enum.GetValues<SupportOrganisations>().Select(organisation => new EndSupport(organisation)),
        "conclude-tie-research" => Enum.GetValues<TieResearchMeans>().Select(means => new ConcludeTieResearch(by, means, TieResearchResult.Supports)),
        "answer-handover" => Enum.GetValues<Partner>().Select(partner => new AnswerHandover(by, partner, step.Number!.Value, Accepted: false)),
        "complete-referral" => Enum.GetValues<Partner>().Select(partner => new CompleteReferral(by, partner, step.Number!.Value)),
        "revoke-handover" => Enum.GetValues<Partner>().Select(partner => new RevokeHandover(by, partner, step.Number!.Value)),
        "set-term-for-new-decision" => [new SetTermForNewDecision(by, 8)],
        "rule-on-further-appeal" => [new RuleOnFurtherAppeal(by, FurtherAppealOutcome.Dismissed)],
        _ => Registration(step, by, file, day) ?? Procedure(step, by, file, day) ?? Return(step, by, file, day) ?? Stay(step, by, file, day),
    };

    private static CaseCommand[]? Registration(NextStep step, Official by, CaseFile file, Day day) => step.Code switch
    {
        "pre-register" => [new PreRegister(PreRegistrationChannel.Self, default, 1)],
        "record-identity" =>
            [new RecordIdentity(by, new(new("Jansen", "Anna"), PartialDate.Of(file.Registration.Born), default, default), default)],
        "assign-v-number" => [new AssignVNumber(by, VNumber.Synthetic(1).ToString())],
        "examine-document" => [new ExamineDocument(by, DocumentKind.Passport, default, DocumentFinding.Inconclusive)],
        "record-composition" => [new RecordComposition(by, 0, 0, 0)],
        "second-age-impression" => [new RaiseAgeDoubt(by, AgeImpression.Doubtful)],
        "consent-to-age-assessment" => [new ConsentToAgeAssessment(InWriting: true)],
        "give-age-finding" => [new ReceiveAgeAssessment(by, Enum.GetValues<Norms.Registration.AgeFinding>()[^1])],
        "decide-age" => [new DecideAge(by, PartialDate.Of(day.PlusYears(-10)), AgeBasis.BenefitOfDoubt)],
        _ => null,
    };

    private static CaseCommand[]? Procedure(NextStep step, Official by, CaseFile file, Day day) => step.Code switch
    {
        "propose-track" => [new ProposeTrack(by, default)],
        "report-interview-absence" => [new ReportAbsence(AbsenceCause.Transport)],
        "keep-interview" => [new KeepInterview(by, KeptBecause.Solved)],
        "judge-interview-absence" => [new JudgeAbsence(by, Excused: true)],
        "state-interview-wishes" => [new StateInterviewWishes(default)],
        "invite-to-interview" => [new InviteToInterview(by, default)],
        "give-peer-review" => [new GivePeerReview(by with { Number = file.Procedure.Open!.Review!.AskedBy.Number + 1 }, Returned: false)],
        "test-hardship" => [new TestHardship(by, Distressing: false)],
        "suspend-decision-period" => [new SuspendDecisionPeriod(by, Enum.GetValues<SuspensionGround>()[^1])],
        "extend-decision-period" => [.. Enumerable.Range(1, 12).Select(months => new ExtendDecisionPeriod(by, months, PeriodExtension.Complexity))],
        "lift-decision-moratorium" => [new LiftMoratorium(by, MoratoriumKind.Decision)],
        "lift-departure-moratorium" => [new LiftMoratorium(by, MoratoriumKind.Departure)],
        "plan-court-hearing" => [new PlanCourtHearing(by, day)],
        "rule-on-interim-relief" => [new RuleOnInterimRelief(by, Granted: true)],
        "lodge-further-appeal" => [new LodgeFurtherAppeal(WithGrievances: true)],
        "lodge-further-appeal-for-minister" => [new LodgeFurtherAppealForMinister(by, WithGrievances: true)],
        "decide-renewal" => [new DecideRenewal(by, Granted: true)],
        "decide-indefinite-permit" => [new DecideIndefinitePermit(by, Granted: true, IntegrationStanding.Passed)],
        "record-permit-expiry" => [new RecordPermitExpiry(Official.Clock)],
        "hear-on-withdrawal" => [new HearOnWithdrawal(by, Appeared: true)],
        _ => null,
    };

    private static CaseCommand[]? Return(NextStep step, Official by, CaseFile file, Day day) => step.Code switch
    {
        "issue-return-decision" => [new IssueReturnDecision(by, AtOnce: false)],
        "assign-return-counsellor" => [new AssignReturnCounsellor(by, by)],
        "grant-assisted-return" => [new GrantAssistedReturn(by, CountryExclusion.No, NeverExcluded: true)],
        "cancel-assisted-return" => [new CancelAssistedReturn(AssistanceCancelCause.ChangedMind)],
        "record-document-validity" => [new RecordDocumentValidity(by, day.PlusYears(1))],
        "expire-travel-document" => [new ExpireTravelDocument(Official.Clock)],
        "cancel-flight" => [new CancelFlight(by, FlightCancelCause.Organisation)],
        "rule-on-detention" => [new RuleOnDetention(by, Lifted: true)],
        "give-medical-opinion" => [new GiveMedicalOpinion(by, 3)],
        "decide-medical-deferral" => [new DecideMedicalDeferral(by, Granted: file.Return.Deferral!.Months > 0)],
        "advise-on-no-fault" => [new AdviseOnNoFault(by, default)],
        "decide-no-fault" => [new DecideNoFault(by, Granted: false)],
        "refer-to-facility" => [new ReferToFacility(by, new(363))],
        "accept-in-facility" => [new AcceptInFacility(by, Cooperates: true)],
        "leave-facility" => [new LeaveFacility(by, FacilityOutcome.Return)],
        _ => null,
    };

    private static CaseCommand[]? Stay(NextStep step, Official by, CaseFile file, Day day) => step.Code switch
    {
        "offer-place" => [new OfferPlace(by, new(99_999), Modality.Regular)],
        "refuse-place" => [new RefusePlace(ConsequenceExplained: true)],
        "review-exclusion" => [new EstablishExclusion(by, Norms.Reception.EntitlementReason.Due)],
        "end-reception-without-right" => [new EndReception(by, ReceptionEnd.NoRight)],
        "end-reception-after-refused-home" => [new EndReception(by, ReceptionEnd.HomeRefused)],
        "permit-absence" => [new PermitAbsence(by, day)],
        "record-needs" => [new RecordNeeds(by, file.Reception.Circumstances.Needs ^ PlaceKinds.OwnRoom)],
        "impose-measure" => [new ImposeMeasure(by, MeasureKind.Warning, 1, PersonHeard: true)],
        "review-measure" => [new ReviewMeasure(by, 0)],
        "advise-on-hearing" => [new AdviseOnHearing(by, HearingOutcome.WithArrangements)],
        "join-activity" => [new JoinActivity(Activities.StillOpen(file))],
        "assess-contribution" =>
            [new AssessContribution(by, ActivitySteps.MonthToAssess(file.Participation, file.Participation.WorksSince!.Value), default, 0)],
        "refuse-home" => [new RefuseHome(ConsequenceExplained: true)],
        "decide-on-home-refusal" => [new DecideOnHomeRefusal(by, Justified: true, ObjectionsConsidered: true)],
        "unlink-from-municipality" => [new UnlinkFromMunicipality(by, default)],
        "ask-reunification-documents" => [new AskReunificationDocuments(by, day.PlusDays(14))],
        "begin-tie-research" => [new BeginTieResearch(by, TieResearchMeans.Interview, Consented: true)],
        "collect-entry-visas" => [new CollectEntryVisas(by, 1)],
        "announce-family-travel" => [new AnnounceFamilyTravel(day)],
        "name-lawyer" => [new NameLawyer(by, 1)],
        "change-lawyer" => [new ChangeLawyer(by, (file.Circle.Lawyer ?? 0) + 1, LawyerChangeReason.ClientsWish)],
        "change-guardian" => [new ChangeGuardian(by, (file.Circle.Guardian ?? 0) + 1)],
        "end-guardianship-at-age" => [new EndGuardianship(Official.Clock, GuardianshipEnd.CameOfAge)],
        "begin-support" => [new BeginSupport(SupportOrganisations.CouncilForRefugees, Consented: true)],
        "name-trusted-helper" => [new NameTrustedHelper(1, HelperTasks.Letters)],
        "dismiss-trusted-helper" => [.. file.Circle.Helpers.Keys.Take(1).Select(helper => new DismissTrustedHelper(helper))],
        _ => null,
    };
}
