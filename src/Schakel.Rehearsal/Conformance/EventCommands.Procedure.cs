using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms.Registration;

namespace Schakel.Rehearsal.Conformance;

// The procedure, its courts and what becomes of a permit.
internal static partial class EventCommands
{
    private const int LongestAfterHit = 100; // Days; a request has to be sent within two months of a hit, and three at most.

    private static CaseCommand? OfProcedure(ProcedureEvent happened, CaseFile file) => happened switch
    {
        CourtEvent e => OfCourt(e),
        PermitEvent e => OfPermit(e),
        ApplicationLodged { Ordinal: 1 } => new LodgeApplication(1),
        ApplicationLodged e => new LodgeSubsequentApplication(e.Ordinal),
        ApplicationWithdrawn e => new WithdrawApplication(InPerson: true, LawyerPresent: true, InterpreterPresent: true) { By = e.By ?? Hearing },
        WithdrawalTalkAsked => new AskWithdrawalTalk(),
        WithdrawalTalkHeld e => new HoldWithdrawalTalk(e.By),
        TrackProposed e => new ProposeTrack(Hearing, FactsOf(e.Reason)),
        TrackConfirmed e => new ConfirmTrack(e.By, e.Track, (int)e.Reason),
        InterviewWishesStated e => new StateInterviewWishes(e.Wishes),
        InterviewPlanned e => new PlanInterview(Hearing, e.InterviewOn) { Place = e.Place },
        InvitedToInterview e => new InviteToInterview(Hearing, e.Language),
        InterviewMoved { Cause: MoveCause.OwnChoice, Place.Centre: { } centre } e => new ChooseInterviewDay(e.InterviewOn, centre),
        InterviewMoved e => new MoveInterview(Hearing, e.InterviewOn, e.Cause) { Place = e.Place },
        InterviewMissed e => new MissInterview(e.Cause),
        InterviewHeld => new HoldInterview(Hearing),
        InterviewAbsenceReported e => new ReportAbsence(e.Cause),
        OtherInterviewDayAsked e => new AskOtherDay(e.Days),
        InterviewKept e => new KeepInterview(e.By, e.Because),
        InterviewAbsenceJudged e => new JudgeAbsence(e.By, e.Excused),
        GeneralProcedureLengthened e => new LengthenGeneralProcedure(e.By, e.Variant),
        CorrectionsSubmitted => new SubmitCorrections(),
        ReferredToExtendedProcedure => new ReferToExtendedProcedure(Hearing),
        FileLinked e => new LinkFile(Hearing, e.With),
        TeamAssigned e => new AssignTeam(e.By, e.Team),
        HoldPlaced e => new PlaceHold(e.By, e.Hold),
        HoldLifted e => new LiftHold(e.By, e.Hold),
        PeerReviewAsked e => new AskPeerReview(e.By),
        PeerReviewGiven e => new GivePeerReview(e.By, e.Returned),
        IntentionIssued e => new IssueIntention(e.By),
        ViewSubmitted => new SubmitView(),
        HardshipTested e => new TestHardship(e.By, e.Distressing) { Reasons = e.Reasons },
        ApplicationDecided e => new DecideApplication(e.By, e.Outcome) { Ground = e.Ground ?? AssumedGrounds.Of(e.Outcome, file), Reasons = e.Reasons, Policy = e.Policy },
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
        EntryGranted e => new GrantEntry(e.ByOperationOfLaw ? Official.Clock : BorderGuard, e.ByOperationOfLaw),
        DecisionPeriodSuspended e => new SuspendDecisionPeriod(e.By, e.Ground),
        DecisionPeriodResumed e => new ResumeDecisionPeriod(e.By),
        DecisionPeriodExtended e => new ExtendDecisionPeriod(e.By, e.Months, e.Reason),
        MoratoriumApplied e => new ApplyMoratorium(e.By, e.Kind, e.Policy, e.Until),
        MoratoriumLifted e => new LiftMoratorium(Deciding, e.Kind),
        _ => null,
    };

    private static CaseCommand? OfCourt(CourtEvent happened) => happened switch
    {
        CourtHearingPlanned e => new PlanCourtHearing(Judge, e.HearingOn),
        CourtHearingHeld => new HoldCourtHearing(Judge),
        InterimReliefRequested => new RequestInterimRelief(),
        InterimReliefRuled e => new RuleOnInterimRelief(Judge, e.Granted),
        FurtherAppealLodged { ByMinister: true } => new LodgeFurtherAppealForMinister(Deciding, WithGrievances: true),
        FurtherAppealLodged => new LodgeFurtherAppeal(WithGrievances: true),
        FurtherAppealRuled e => new RuleOnFurtherAppeal(Judge, e.Outcome),
        NewDecisionTermSet e => new SetTermForNewDecision(Judge, e.Weeks),
        _ => null,
    };

    private static CaseCommand? OfPermit(PermitEvent happened) => happened switch
    {
        RenewalRequested => new RequestRenewal(),
        RenewalDecided e => new DecideRenewal(e.By, e.Granted),
        PermitExpired => new RecordPermitExpiry(Official.Clock),
        IndefinitePermitRequested => new RequestIndefinitePermit(),
        IndefinitePermitDecided e => new DecideIndefinitePermit(e.By, e.Granted, e.Integration),
        WithdrawalIntended e => new IntendWithdrawal(e.By, e.Ground),
        WithdrawalViewSubmitted => new SubmitWithdrawalView(),
        HeardOnWithdrawal e => new HearOnWithdrawal(Hearing, e.Appeared),
        WithdrawalAbandoned e => new AbandonWithdrawal(e.By),
        PermitWithdrawn e => new WithdrawPermit(e.By),
        PermitGivenUp => new GiveUpPermit(InPerson: true, LawyerPresent: true, InterpreterPresent: true),
        _ => null,
    };

    /// <summary>What registration must have shown for a track to be proposed for a reason; whether someone is an unaccompanied minor the file says.</summary>
    private static TrackFacts FactsOf(TrackReason reason) => reason switch
    {
        TrackReason.OtherStateResponsible => default(TrackFacts) with { OtherStateResponsible = true },
        TrackReason.ProtectionInMemberState => default(TrackFacts) with { ProtectionInMemberState = true },
        TrackReason.SafeCountryOfOrigin => default(TrackFacts) with { SafeCountryOfOrigin = true },
        TrackReason.ExceptedGroup => default(TrackFacts) with { SafeCountryOfOrigin = true, ExceptedGroup = true },
        TrackReason.EvidentGrant => default(TrackFacts) with { EvidentGrant = true, IdentityEstablished = true },
        TrackReason.EvidentGrantAfterIdentity => default(TrackFacts) with { EvidentGrant = true },
        TrackReason.None or TrackReason.UnaccompaniedMinor or TrackReason.Substance => default,
    };

    // Whether it was to take charge or to take back, and when a database gave a hit, is not in the event: its last day follows from them.
    private static IEnumerable<CaseCommand> LapsesOfRequest(DublinRequestLapsed happened)
    {
        yield return new LapseDublinRequest(TakeBack: true);
        for (var before = 1; before <= LongestAfterHit; before++)
        {
            var hit = happened.ResponsibleSince.PlusDays(-before);
            yield return new LapseDublinRequest(TakeBack: false, hit);
            yield return new LapseDublinRequest(TakeBack: true, hit);
        }
    }
}
