using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>A command of the procedure room.</summary>
public abstract record ProcedureCommand : CaseCommand;

/// <summary>An event of the procedure room.</summary>
public abstract record ProcedureEvent : ChainEvent;

/// <summary>The procedure room: hands each command and event to its subject.</summary>
internal static class ProcedureRoom
{
    internal static Decision Decide(CaseFile file, Household household, ProcedureCommand command, Law law, Day today) =>
        Border.AgainstGoingOn(file, command, law, today) is { } over ? over : command switch
        {
            CourtCommand act => CourtRoom.Decide(file, act, law, today),
            PermitCommand act => PermitRoom.Decide(file, act, law, today),
            LodgeApplication act => Applications.Decide(file, act),
            ConfirmTrack act => Tracks.Decide(file, act, law, today),
            PlanInterview act => Interviews.Decide(file, act, law, today),
            HoldInterview act => Interviews.Decide(file, act, law, today),
            MissInterview act => Interviews.Decide(file, act, today),
            LengthenGeneralProcedure act => GeneralProcedures.Decide(file, act, law, today),
            SubmitCorrections act => Interviews.Decide(file, act, law, today),
            ReferToExtendedProcedure act => Interviews.Decide(file, act, law, today),
            DecideApplication act => Decisions.Decide(file, household, act, law, today),
            IssuePermit act => Permits.Decide(file, act, law, today),
            IssueIntention act => Intentions.Decide(file, act, law, today),
            SubmitView act => Intentions.Decide(file, act, law, today),
            LodgeAppeal act => Appeals.Decide(file, act, law, today),
            RuleOnAppeal act => Appeals.Decide(file, act, law, today),
            WithdrawApplication act => Applications.Decide(file, act),
            LodgeSubsequentApplication act => Applications.Decide(file, act, law, today),
            ReceiveDefaultNotice act => LateDecisions.Decide(file, act, law, today),
            OrderDecision act => LateDecisions.Decide(file, act, law, today),
            PayPenalty act => LateDecisions.Decide(file, act, law, today),
            RequestDublinTransfer act => DublinRequests.Decide(file, act, law, today),
            LapseDublinRequest act => DublinRequests.Decide(file, act, law, today),
            ReceiveDublinReply act => Dublin.Decide(file, act),
            NotifyAbsconding act => Dublin.Decide(file, act, law, today),
            TransferToState act => Dublin.Decide(file, household, act, law, today),
            LapseTransfer act => Dublin.Decide(file, act, law, today),
            DeferEntry act => Border.Decide(file, household, act, today),
            GrantEntry act => Border.Decide(file, act, law, today),
            ProposeTrack act => TrackProposals.Decide(file, act, law, today),
            StateInterviewWishes act => Appointments.Decide(file, act),
            InviteToInterview act => Appointments.Decide(file, act),
            MoveInterview act => Appointments.Decide(file, act, law, today),
            SuspendDecisionPeriod act => TermChanges.Decide(file, act, law, today),
            ResumeDecisionPeriod act => TermChanges.Decide(file, act, today),
            ExtendDecisionPeriod act => TermChanges.Decide(file, act, law, today),
            ApplyMoratorium act => MoratoriaInFiles.Decide(file, act, law, today),
            LiftMoratorium act => MoratoriaInFiles.Decide(file, act, today),
            AskPeerReview act => PeerReviews.Decide(file, act),
            GivePeerReview act => PeerReviews.Decide(file, act),
            PlaceHold act => SecurityHolds.Decide(file, act),
            LiftHold act => SecurityHolds.Decide(file, act),
            TestHardship act => Hardship.Decide(file, act),
            AskWithdrawalTalk act => WithdrawalTalks.Decide(file, act),
            HoldWithdrawalTalk act => WithdrawalTalks.Decide(file, act),
            LinkFile act => LinkedFiles.Decide(file, act),
            AssignTeam act => Teams.Decide(file, act),
            ReportAbsence act => InterviewRequests.Decide(file, act, today),
            AskOtherDay act => InterviewRequests.Decide(file, act, law, today),
            ChooseInterviewDay act => InterviewChoices.Decide(file, act, law, today),
            KeepInterview act => InterviewRequests.Decide(file, act),
            JudgeAbsence act => InterviewRequests.Decide(file, act),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };

    internal static ProcedureState Evolve(ProcedureState state, ProcedureEvent happened, Day on) => happened switch
    {
        CourtEvent court => CourtRoom.Evolve(state, court, on),
        PermitEvent permit => PermitRoom.Evolve(state, permit, on),
        ApplicationLodged lodged => Applications.Evolve(state, lodged, on),
        TrackConfirmed confirmed => Change(state, Tracks.Evolve(state.Application!, confirmed)),
        InterviewPlanned planned => Change(state, state.Application! with
        {
            PlannedFor = planned.InterviewOn,
            Request = state.Application.Request?.For == planned.InterviewOn ? state.Application.Request : null,
        }),
        InterviewHeld => Change(state, state.Application! with { InterviewedOn = on, PlannedFor = null, Request = null }),
        InterviewMissed missed => Change(state, InterviewRequests.Missed(state.Application!, missed.Cause, on)),
        GeneralProcedureLengthened lengthened => Change(state, state.Application! with { Variant = lengthened.Variant }),
        CorrectionsSubmitted => Change(state, state.Application! with { CorrectedOn = on }),
        ReferredToExtendedProcedure => Change(state, state.Application! with { ExtendedOn = on }),
        IntentionIssued => Change(state, state.Application! with { IntentionOn = on, ViewOn = null }),
        ViewSubmitted => Change(state, state.Application! with { ViewOn = on }),
        ApplicationDecided decided => Decisions.Evolve(state, decided, on),
        PermitIssued issued => Permits.Evolve(state, issued, on),
        AppealLodged lodged => state with { Appeal = new(on, lodged.Suspensive, null) },
        AppealRuled ruled => Appeals.Evolve(state, ruled, on),
        ApplicationWithdrawn => Change(state, state.Application! with { Status = ApplicationStatus.Withdrawn }),
        DefaultNoticeReceived received => LateDecisions.Evolve(state, received, on),
        DecisionOrdered ordered => LateDecisions.Evolve(state, ordered, on),
        PenaltyPaid paid => LateDecisions.Evolve(state, paid),
        DublinTransferRequested => state with { Dublin = new(on, null, null, false, null) },
        DublinRequestLapsed lapsed => Change(state, state.Application! with { ResponsibleSince = lapsed.ResponsibleSince }),
        DublinReplyReceived reply => Dublin.Evolve(state, reply, on),
        AbscondingNotified => state with { Dublin = state.Dublin! with { AbscondingNotifiedOn = on } },
        TransferredToState => state,
        TransferLapsed lapsed => Dublin.Evolve(state, lapsed),
        EntryDeferred => state with { Border = new(on, null) },
        EntryGranted => state with { Border = state.Border! with { EnteredOn = on } },
        TrackProposed proposed => Change(state, state.Application! with { Proposed = proposed.Track }),
        InterviewWishesStated stated => Change(state, state.Application! with { Wishes = stated.Wishes }),
        InvitedToInterview invited => Change(state, state.Application! with { InvitedFor = invited.InterviewOn }),
        InterviewMoved moved => Change(state, state.Application! with
        {
            PlannedFor = moved.InterviewOn,
            Request = null,
            OwnMoves = state.Application.OwnMoves + (moved.Cause == MoveCause.OwnChoice ? 1 : 0),
        }),
        InterviewAbsenceReported reported => Change(state, state.Application! with { Request = new(reported.InterviewOn, on, Cannot: true, Kept: false) }),
        OtherInterviewDayAsked asked => Change(state, state.Application! with { Request = new(asked.InterviewOn, on, Cannot: false, Kept: false), AskedOtherDay = true }),
        InterviewKept => Change(state, state.Application! with { Request = state.Application.Request! with { Kept = true } }),
        InterviewAbsenceJudged judged => Change(state, state.Application! with { Absence = judged.Excused ? AbsenceJudgement.Excused : AbsenceJudgement.WithoutCause }),
        DecisionPeriodSuspended suspended => Change(state, TermChanges.Evolve(state.Application!, suspended, on)),
        DecisionPeriodResumed => Change(state, TermChanges.EvolveResumed(state.Application!, on)),
        DecisionPeriodExtended extended => Change(state, TermChanges.Evolve(state.Application!, extended)),
        MoratoriumApplied applied => MoratoriaInFiles.Evolve(state, applied),
        MoratoriumLifted lifted => MoratoriaInFiles.Evolve(state, lifted, on),
        PeerReviewAsked asked => Change(state, state.Application! with { Review = new(asked.By, null, false) }),
        PeerReviewGiven given => Change(state, PeerReviews.Evolve(state.Application!, given)),
        HoldPlaced placed => Change(state, state.Application! with { Holds = state.Application!.Holds | placed.Hold }),
        HoldLifted lifted => Change(state, state.Application! with { Holds = state.Application!.Holds & ~lifted.Hold }),
        HardshipTested => Change(state, state.Application! with { HardshipTestedOn = on }),
        WithdrawalTalkAsked => Change(state, state.Application! with { WithdrawalTalkAskedOn = on }),
        WithdrawalTalkHeld => Change(state, state.Application! with { WithdrawalTalkAskedOn = null }),
        TeamAssigned assigned => state with { Team = assigned.Team },
        FileLinked linked => Change(state, state.Application! with { LinkedWith = state.Application!.LinkedWith.Add(linked.With) }),
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static ProcedureState Change(ProcedureState state, ApplicationState application) =>
        state with { Application = application };
}
