using Schakel.Chain.Guidance;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>Conduct of an application beside interview and decision: what lies ahead (behandeling). What may be done but need not is optional, so that no worklist shows it.</summary>
public static class ConductSteps
{
    /// <summary>Have a track proposed.</summary>
    public static readonly StepType ProposeTheTrack = new(
        "propose-track", "track", Party.HearingOffice, typeof(ProposeTrack), StepForce.Optional,
        "Een spoor laten voorstellen", "Have a track proposed");

    /// <summary>State wishes for the interview.</summary>
    public static readonly StepType StateWishes = new(
        "state-interview-wishes", "Vb 3.113", Party.Applicant, typeof(StateInterviewWishes), StepForce.Right,
        "Wensen voor het gehoor opgeven", "State wishes for the interview");

    /// <summary>Invite to the interview.</summary>
    public static readonly StepType Invite = new(
        "invite-to-interview", "Vb 3.110", Party.HearingOffice, typeof(InviteToInterview), StepForce.Due,
        "Uitnodigen voor het gehoor", "Invite to the interview");

    /// <summary>Move the interview.</summary>
    public static readonly StepType MoveTheInterview = new(
        "move-interview", "Vb 3.110", Party.HearingOffice, typeof(MoveInterview), StepForce.Optional,
        "Het gehoor verplaatsen", "Move the interview");

    /// <summary>Move the interview, or keep its day, after the applicant asked.</summary>
    public static readonly StepType AnswerRequest = new(
        "answer-interview-request", "Vb 3.110", Party.HearingOffice, typeof(MoveInterview), StepForce.Due,
        "Het gehoor verplaatsen, of de dag houden: de aanvrager vroeg erom", "Move the interview, or keep its day: the applicant asked");

    /// <summary>Keep the day of the interview, with a reason.</summary>
    public static readonly StepType Keep = new(
        "keep-interview", "Vb 3.110", Party.HearingOffice, typeof(KeepInterview), StepForce.Optional,
        "De dag van het gehoor houden, met een reden", "Keep the day of the interview, with a reason");

    /// <summary>Judge an absence that was announced.</summary>
    public static readonly StepType Judge = new(
        "judge-interview-absence", "red-line-3", Party.HearingOffice, typeof(JudgeAbsence), StepForce.Due,
        "Beoordelen of de gemelde verhindering een goede reden was", "Judge whether the announced absence had a good reason");

    /// <summary>Report that one cannot come.</summary>
    public static readonly StepType Report = new(
        "report-interview-absence", "Vb 3.110", Party.Applicant, typeof(ReportAbsence), StepForce.Right,
        "Melden dat u niet naar het gehoor kunt komen", "Report that you cannot come to the interview");

    /// <summary>Ask for another day.</summary>
    public static readonly StepType AskDay = new(
        "ask-other-interview-day", "own-acts.notice", Party.Applicant, typeof(AskOtherDay), StepForce.Right,
        "Een andere dag voor het gehoor vragen", "Ask for another day for the interview");

    /// <summary>Choose a free day.</summary>
    public static readonly StepType ChooseDay = new(
        "choose-interview-day", "own-acts.notice", Party.Applicant, typeof(ChooseInterviewDay), StepForce.Right,
        "Zelf een vrije dag voor het gehoor kiezen", "Choose a free day for the interview oneself");

    /// <summary>Ask for a peer review.</summary>
    public static readonly StepType AskReview = new(
        "ask-peer-review", "DEC-1", Party.DecisionOffice, typeof(AskPeerReview), StepForce.Optional,
        "Collegiale toets vragen", "Ask for a peer review");

    /// <summary>Give the peer review.</summary>
    public static readonly StepType GiveReview = new(
        "give-peer-review", "DEC-1", Party.DecisionOffice, typeof(GivePeerReview), StepForce.Due,
        "De collegiale toets geven", "Give the peer review");

    /// <summary>Conclude the inquiry and lift the hold.</summary>
    public static readonly StepType Lift = new(
        "lift-hold", "DEC-1", Party.DecisionOffice, typeof(LiftHold), StepForce.Due,
        "Het onderzoek afronden en de blokkade opheffen", "Conclude the inquiry and lift the hold");

    /// <summary>Test for distressing circumstances ex officio.</summary>
    public static readonly StepType Test = new(
        "test-hardship", "Vb 3.6ba", Party.DecisionOffice, typeof(TestHardship), StepForce.Optional,
        "Ambtshalve toetsen op schrijnende omstandigheden", "Test for distressing circumstances ex officio");

    /// <summary>Suspend the decision period.</summary>
    public static readonly StepType Suspend = new(
        "suspend-decision-period", "Awb 4:15", Party.DecisionOffice, typeof(SuspendDecisionPeriod), StepForce.Optional,
        "De beslistermijn opschorten", "Suspend the decision period");

    /// <summary>Resume the decision period once the ground is gone.</summary>
    public static readonly StepType Resume = new(
        "resume-decision-period", "Awb 4:15", Party.DecisionOffice, typeof(ResumeDecisionPeriod), StepForce.Due,
        "De beslistermijn hervatten zodra de grond vervalt", "Resume the decision period once the ground is gone");

    /// <summary>Extend the decision period in this case.</summary>
    public static readonly StepType Extend = new(
        "extend-decision-period", "Vw 42(4)", Party.DecisionOffice, typeof(ExtendDecisionPeriod), StepForce.Optional,
        "De beslistermijn in deze zaak verlengen", "Extend the decision period in this case");

    /// <summary>Ask for a talk on withdrawal; nothing changes by it.</summary>
    public static readonly StepType AskTalk = new(
        "ask-withdrawal-talk", "red-line-7", Party.Applicant, typeof(AskWithdrawalTalk), StepForce.Right,
        "Een gesprek over intrekken vragen; er verandert niets door", "Ask for a talk on withdrawal; nothing changes by it");

    /// <summary>Hold the talk on withdrawal.</summary>
    public static readonly StepType HoldTalk = new(
        "hold-withdrawal-talk", "red-line-7", Party.HearingOffice, typeof(HoldWithdrawalTalk), StepForce.Due,
        "Het gesprek over intrekken voeren", "Hold the talk on withdrawal");

    /// <summary>Lift the decision moratorium.</summary>
    public static readonly StepType LiftDecisionMoratorium = new(
        "lift-decision-moratorium", "Vw 43", Party.DecisionOffice, typeof(LiftMoratorium), StepForce.Optional,
        "Het besluitmoratorium opheffen", "Lift the decision moratorium");

    /// <summary>Lift the departure moratorium.</summary>
    public static readonly StepType LiftDepartureMoratorium = new(
        "lift-departure-moratorium", "Vw 45(4)", Party.DecisionOffice, typeof(LiftMoratorium), StepForce.Optional,
        "Het vertrekmoratorium opheffen", "Lift the departure moratorium");

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        if (file.Procedure.DepartureMoratoriumUntil is { } departure)
        {
            ahead.Add(new NextStep(LiftDepartureMoratorium, null, null) { Until = departure });
        }
        if (file.Procedure.Open is not { } application)
        {
            return;
        }
        if (application.WithdrawalTalkAskedOn is null)
        {
            ahead.Add(AskTalk);
        }
        else
        {
            ahead.Add(HoldTalk);
        }
        if (application is { Track: Track.None, Proposed: Track.None } && file.Registration.InterviewedOn is { } heard && law.Has(heard, Norms.Registration.Tracks.Priority))
        {
            ahead.Add(ProposeTheTrack);
        }
        Interview(ahead, file, application, law);
        Deciding(ahead, application);
        Periods(ahead, application, law);
    }

    private static void Interview(Outlook ahead, CaseFile file, ApplicationState application, Law law)
    {
        if (application.InterviewedOn is null && application.Track is not (Track.None or Track.Dublin))
        {
            ahead.Add(StateWishes);
        }
        InterviewChoices.Add(ahead, file, application, law);
        if (application.PlannedFor is not { } planned)
        {
            if (application.Absence == AbsenceJudgement.Awaited)
            {
                ahead.Add(Judge);
            }
            return;
        }
        if (Interviews.AgainstInterview(file) is not null)
        {
            return;
        }
        if (application.InvitedFor != planned)
        {
            ahead.Add(new NextStep(Invite, null, planned) { Until = planned });
        }
        Asked(ahead, file, application, planned, law);
    }

    private static void Asked(Outlook ahead, CaseFile file, ApplicationState application, Day planned, Law law)
    {
        var through = Border.GoesOnThrough(file, law);
        var advice = HearingAdvices.WaitedFor(file); // Until then there is no day to move to.
        if (InterviewRequests.OpenOn(file) is { } open)
        {
            ahead.Add(new NextStep(AnswerRequest, null, Outlook.Later(open.On, planned.PlusDays(-1))) { Until = through, WaitsFor = advice });
            ahead.Add(Keep);
        }
        else
        {
            ahead.Add(new NextStep(MoveTheInterview, null, null) { Until = through, WaitsFor = advice });
        }
        if (application.Request is not { Cannot: true } asked || asked.For != planned)
        {
            ahead.Add(new NextStep(Report, null, null) { Until = planned });
            if (!application.AskedOtherDay && advice is null)
            {
                ahead.Add(new NextStep(AskDay, null, null) { Until = InterviewRequests.AskBy(law, planned) });
            }
        }
    }

    private static void Deciding(Outlook ahead, ApplicationState application)
    {
        if (application.Review is { GivenBy: null })
        {
            ahead.Add(GiveReview);
        }
        else if (application.InterviewedOn is not null)
        {
            ahead.Add(AskReview);
        }
        if (application.Holds != Holds.None)
        {
            ahead.Add(Lift);
        }
        if (application is { IsSubsequent: false, HardshipTestedOn: null, IntentionOn: not null })
        {
            ahead.Add(Test); // With a rejection in view: an applicant who is granted protection has no need of it.
        }
    }

    private static void Periods(Outlook ahead, ApplicationState application, Law law)
    {
        if (application.Ledger is { } ledger)
        {
            if (ledger.MoratoriumUntil is { } until)
            {
                ahead.Add(new NextStep(LiftDecisionMoratorium, null, null) { Until = until });
            }
            if (ledger.SuspendedOn is not null)
            {
                ahead.Add(Resume);
                return;
            }
        }
        if (application.Track != Track.None && DecisionTerm.LastDay(application, law) is { } last)
        {
            ahead.Add(new NextStep(Suspend, null, null) { Until = last });
            if (TermChanges.IsExtendable(application, law))
            {
                ahead.Add(new NextStep(Extend, null, null) { Until = last });
            }
        }
    }
}
