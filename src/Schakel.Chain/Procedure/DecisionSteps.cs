using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Intention, view, decision: what lies ahead (voornemen, zienswijze, beslissing).</summary>
public static class DecisionSteps
{
    /// <summary>Issue the intention to reject.</summary>
    public static readonly StepType Intention = new(
        "issue-intention", "Vw 39", Party.DecisionOffice, typeof(IssueIntention), StepForce.Optional,
        "Een voornemen tot afwijzing uitbrengen", "Issue the intention to reject");

    /// <summary>Issue the intention not to take up, because another state is responsible.</summary>
    public static readonly StepType TransferIntention = new(
        "issue-transfer-intention", "Vb 3.109c", Party.DecisionOffice, typeof(IssueIntention), StepForce.Due,
        "Een voornemen tot overdracht uitbrengen", "Issue the intention to transfer");

    /// <summary>Hand in the view.</summary>
    public static readonly StepType View = new(
        "submit-view", "view-period", Party.Applicant, typeof(SubmitView), StepForce.Right,
        "De zienswijze indienen", "Hand in the view");

    /// <summary>Decide on the application.</summary>
    public static readonly StepType Decide = new(
        "decide-application", "decision-period", Party.DecisionOffice, typeof(DecideApplication), StepForce.Due,
        "Beslissen op de aanvraag", "Decide on the application");

    /// <summary>Decide not to take up: the transfer decision.</summary>
    public static readonly StepType DecideTransfer = new(
        "decide-transfer", "Vw 30", Party.DecisionOffice, typeof(DecideApplication), StepForce.Due,
        "De aanvraag niet in behandeling nemen (overdrachtsbesluit)", "Decide not to take up (transfer decision)");

    /// <summary>Put out of consideration: someone stayed away or is gone.</summary>
    public static readonly StepType PutAside = new(
        "put-out-of-consideration", "out-of-consideration", Party.DecisionOffice, typeof(DecideApplication), StepForce.Optional,
        "De aanvraag buiten behandeling stellen", "Put the application out of consideration");

    /// <summary>The decision period.</summary>
    public static readonly TermType DecisionPeriod = new(
        "decision-period", "decision-period", "Beslistermijn", "Decision period",
        (file, _, law, ref trace) => file.Procedure.Open is { } open ? DecisionTerm.LastDay(open, law, ref trace) : null);

    /// <summary>The period for a view.</summary>
    public static readonly TermType ViewTerm = new(
        "view-period", "view-period", "Termijn voor de zienswijze", "Period for a view",
        (file, _, law, ref trace) => file.Procedure.Open is { IntentionOn: { } intention, ViewOn: null } open
            ? Intentions.ViewLastDay(file, open, intention, law, ref trace) : null);

    /// <summary>The term a court gave to decide.</summary>
    public static readonly TermType OrderedTerm = new(
        "ordered-decision", "Awb 8:55d", "Termijn van de rechter om te beslissen", "Term given by the court to decide",
        (file, _, _, ref _) => OrderedBy(file));

    internal static void Add(Outlook ahead, CaseFile file, ApplicationState application, Law law)
    {
        var through = Border.GoesOnThrough(file, law);
        if (application.Track == Track.Dublin)
        {
            Transfer(ahead, file, application, law, through);
        }
        else
        {
            Judge(ahead, file, application, law, through);
        }
        if (application is { IntentionOn: { } intention, ViewOn: null })
        {
            var last = Intentions.ViewLastDay(file, application, intention, law);
            ahead.Add(View, last);
            ahead.Run(ViewTerm, intention, last);
        }
        if (application.Track != Track.None && Decisions.ContactLastDay(file, application, law) is { } contact)
        {
            ahead.Add(new NextStep(PutAside, contact.PlusDays(1), null) { Until = through });
        }
    }

    private static void Judge(Outlook ahead, CaseFile file, ApplicationState application, Law law, Day? through)
    {
        var period = DecisionTerm.LastDay(application, law);
        ahead.Run(DecisionPeriod, application.ResponsibleSince ?? application.LodgedOn, period);
        var ordered = OrderedBy(file);
        ahead.Run(OrderedTerm, file.Procedure.Late?.OrderedOn, ordered);
        var general = ordered is null ? GeneralProcedures.LastDayFor(file, application, ProcedureStep.Decision, law) : null;
        var heardFrom = InterviewSteps.HeardFrom(file);
        var unheard = application.InterviewedOn is null && application.Track is not (Track.EvidentGrant or Track.EvidentGrantAfterCheck);
        var first = application.Track == Track.None ? ApplicationSteps.ConfirmTheTrack
            : unheard && heardFrom is null ? InterviewSteps.Hold : null;
        var held = application.Holds != Holds.None && Current(application) is null ? ConductSteps.Lift : null; // A hold stands in the way of a grant.

        // A child that came with its family is decided on without an interview, until it is of age.
        var asChild = unheard ? heardFrom?.PlusDays(-1) : null;
        var current = Current(application);
        if (application.Track != Track.None && current is null)
        {
            ahead.Add(new NextStep(Intention, null, GeneralProcedures.LastDayFor(file, application, ProcedureStep.Intention, law))
            {
                Until = Outlook.Earlier(through, asChild),
                WaitsFor = first ?? (application.InterviewedOn is null && heardFrom is null ? InterviewSteps.Hold : null),
            });
        }
        ahead.Add(new NextStep(Decide, ViewAwaited(file, application, current, law), ordered ?? general ?? period)
        {
            Norm = ordered is not null ? "Awb 8:55d" : general is not null ? GeneralProcedures.NormId : Decide.Norm,
            Until = asChild,
            WaitsFor = first ?? held,
        });
    }

    private static void Transfer(Outlook ahead, CaseFile file, ApplicationState application, Law law, Day? through)
    {
        if (application.ResponsibleSince is not null || file.Procedure.Dublin is { RefusedOn: not null })
        {
            return; // The Netherlands is responsible: another track first.
        }
        var dublin = file.Procedure.Dublin;
        var current = Current(application);
        if (current is null)
        {
            ahead.Add(new NextStep(TransferIntention, null, null) { Until = through, WaitsFor = dublin is null ? DublinSteps.Request : null });
        }
        ahead.Add(new NextStep(DecideTransfer, ViewAwaited(file, application, current, law), null)
        {
            Until = through,
            WaitsFor = dublin is null ? DublinSteps.Request
                : !dublin.Accepted ? DublinSteps.Reply
                : current is null ? TransferIntention : null,
        });
    }

    /// <summary>The first day after the period for a view, while the view is not in.</summary>
    private static Day? ViewAwaited(CaseFile file, ApplicationState application, Day? intention, Law law) =>
        intention is { } on && application.ViewOn is null ? Intentions.ViewLastDay(file, application, on, law).PlusDays(1) : null;

    /// <summary>The intention that counts: one before an annulment does not.</summary>
    private static Day? Current(ApplicationState application) =>
        application.IntentionOn < application.AnnulledOn ? null : application.IntentionOn;

    private static Day? OrderedBy(CaseFile file) =>
        file.Procedure is { Open: not null, Late: { OrderedOn: { } ordered } late } ? ordered.PlusDays(late.TermDays) : null;
}
