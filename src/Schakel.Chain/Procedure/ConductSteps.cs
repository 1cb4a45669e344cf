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
        if (application.PlannedFor is not { } planned || Interviews.AgainstInterview(file) is not null)
        {
            return;
        }
        if (application.InvitedFor != planned)
        {
            ahead.Add(new NextStep(Invite, null, planned) { Until = planned });
        }
        ahead.Add(new NextStep(MoveTheInterview, null, null) { Until = Border.GoesOnThrough(file, law) });
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
