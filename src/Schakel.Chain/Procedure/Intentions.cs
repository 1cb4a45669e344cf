using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Issue the intention to reject, or not to take up (voornemen; Vw 39).</summary>
/// <param name="By">Decision officer.</param>
public sealed record IssueIntention(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Hand in the view on the intention (zienswijze).</summary>
public sealed record SubmitView : ProcedureCommand;

/// <summary>The intention was issued (voornemen uitgebracht). Its reasons are a document of the file.</summary>
/// <param name="By">Who issued it.</param>
[EventName("intention-issued", 1)]
public sealed record IntentionIssued([Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The view came in (zienswijze ontvangen). A late one counts as long as no decision is notified.</summary>
/// <param name="InTime">Within the period for a view.</param>
[EventName("view-submitted", 1)]
public sealed record ViewSubmitted([Category(DataCategory.Procedure)] bool InTime) : ProcedureEvent;

/// <summary>Intention and view (voornemenprocedure).</summary>
public static class Intentions
{
    /// <summary>An intention was issued before.</summary>
    public static readonly Refusal AlreadyIssued = new(
        "intention.already-issued", "Vw 39",
        "Er is al een voornemen uitgebracht.",
        "An intention has been issued already.");

    /// <summary>The state responsible has not accepted.</summary>
    public static readonly Refusal NoRequest = new(
        "intention.no-dublin-request", "Vb 3.109c",
        "Een voornemen in spoor 1 kan pas nadat een andere staat om overname of terugname is gevraagd.",
        "An intention in track 1 comes only after another state was asked to take charge or take back.");

    /// <summary>No intention to comment on.</summary>
    public static readonly Refusal NoIntention = new(
        "view.no-intention", "Vw 39",
        "Er is geen voornemen waarop een zienswijze kan worden gegeven.",
        "There is no intention on which a view could be given.");

    /// <summary>The view came in before.</summary>
    public static readonly Refusal AlreadyViewed = new(
        "view.already-submitted", "view-period",
        "De zienswijze is al ontvangen.",
        "The view has been received already.");

    internal static Decision Decide(CaseFile file, IssueIntention command, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Track == Track.None ? Interviews.NoTrack
        : application.Track != Track.Dublin && Interviews.IsMissing(file, application, today) ? Interviews.NotHeld
        : application.IntentionOn is not null && application.AnnulledOn is null ? AlreadyIssued
        : application.Track == Track.Dublin && file.Procedure.Dublin is null ? NoRequest
        : Decision.Of(new IntentionIssued(command.By), GeneralProcedures.Late(file, application, ProcedureStep.Intention, law, today));

    internal static Decision Decide(CaseFile file, SubmitView _, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.IntentionOn is not { } intention ? NoIntention
        : application.ViewOn is not null ? AlreadyViewed
        : new ViewSubmitted(today <= ViewLastDay(file, application, intention, law));

    /// <summary>The last day of the period for a view. In the general procedure, and in track 2, that is the next procedure day.</summary>
    internal static Day ViewLastDay(CaseFile file, ApplicationState application, Day intention, Law law)
    {
        var none = default(NoTrace);
        return ViewLastDay(file, application, intention, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day ViewLastDay<TTrace>(CaseFile file, ApplicationState application, Day intention, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (application.Track != Track.Dublin && Decisions.IsShort(application))
        {
            return ProcedureDays.Next(law, intention, Border.CentreOf(file));
        }
        var procedure = application.Track == Track.Dublin ? ViewProcedure.Dublin : ViewProcedure.Extended;
        return ViewPeriod.LastDay(law, intention, procedure, ref trace);
    }
}
