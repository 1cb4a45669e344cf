using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Web.Portal.Procedure;

/// <summary>How far along a stage of the way is (stand van een etappe).</summary>
public enum StageState
{
    /// <summary>Behind.</summary>
    Done = 0,
    /// <summary>Here.</summary>
    Now,
    /// <summary>Ahead.</summary>
    Later,
}

/// <summary>A stage of the way (etappe).</summary>
/// <param name="Key">Key of its name.</param>
/// <param name="State">Behind, here or ahead.</param>
public readonly record struct Stage(string Key, StageState State);

/// <summary>
/// Where a person is on the way (waar sta ik): one sentence, and a line of six stages at most. Side roads are hidden until someone is on
/// them; nothing here says how it will end.
/// </summary>
/// <param name="Sentence">Key of the sentence.</param>
/// <param name="On">The day in it, when it has one.</param>
/// <param name="Line">The stages, in order; none for somebody who is not on the way any more.</param>
public sealed record Whereabouts(string Sentence, Day? On, ImmutableArray<Stage> Line)
{
    private const string Arrival = "where.stage.arrival", Application = "where.stage.application", Interview = "where.stage.interview",
        Country = "where.stage.which-country", Decision = "where.stage.decision", After = "where.stage.after", Permit = "where.stage.permit",
        Home = "where.stage.home", Court = "where.stage.court", Departure = "where.stage.departure";

    private static readonly string[] Usual = [Arrival, Application, Interview, Decision, After];
    private static readonly string[] Elsewhere = [Arrival, Application, Country, Decision, After];
    private static readonly string[] Granted = [Arrival, Application, Interview, Decision, Permit, Home];
    private static readonly string[] Refused = [Arrival, Application, Interview, Decision, Court];
    private static readonly string[] Leaving = [Arrival, Application, Interview, Decision, Departure];

    /// <summary>Where the person of a file is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="way">Its way ahead.</param>
    public static Whereabouts Of(CaseFile file, WayAhead way)
    {
        var procedure = file.Procedure;
        return file switch
        {
            { Records.MergedInto: not null } => Off("merged"),
            { Presence: Presences.Unopened } => At("pre-registered", Usual, Arrival),
            { Presence: Presences.Gone } => Off("gone"),
            { Presence: Presences.Departed } => Off("departed"),
            { Procedure.Permit: not null } => WithPermit(file),
            _ when procedure.Open is { } open => Running(file, open, way.Today),
            { Procedure.Application.Status: ApplicationStatus.Withdrawn } => file.Return.IsOpen ? At("departure", Leaving, Departure) : Off("withdrawn"),
            { Procedure.Decision: not null } => AfterDecision(file, way),
            { Registration.IdentifiedOn: not null } => At("registered", Usual, Application),
            _ => At("arrived", Usual, Arrival),
        };
    }

    private static Whereabouts Running(CaseFile file, ApplicationState open, Day today) => file.Procedure switch
    {
        { Dublin.Accepted: true } => At("dublin-accepted", Elsewhere, Decision),
        _ when open.Track == Track.Dublin => At("dublin", Elsewhere, Country),
        _ when open.AnnulledOn is not null => At("new-decision", Usual, Decision),
        _ when open.ViewOn is not null => At("view-given", Usual, Decision),
        _ when open.IntentionOn is not null => At("intention", Usual, Decision),
        _ when open.InterviewedOn is not null => At("waiting-decision", Usual, Decision),
        _ when open.PlannedFor is { } day && day >= today => At("interview-planned", Usual, Interview, day),
        { Border: { EnteredOn: null } } => At("border", Usual, Interview),
        _ => At("waiting-interview", Usual, Interview),
    };

    private static Whereabouts WithPermit(CaseFile file) => file.Housing switch
    {
        { IsHoused: true } => new("where.now.housed", null, [.. Granted.Select(key => new Stage(key, StageState.Done))]),
        { OfferedIn: not null } => At("home-offered", Granted, Home),
        { LinkedTo: not null } => At("municipality-known", Granted, Home),
        _ when file.Reception.Site is null => new("where.now.housed", null, [.. Granted.Select(key => new Stage(key, StageState.Done))]),
        _ => At("waiting-home", Granted, Home),
    };

    private static Whereabouts AfterDecision(CaseFile file, WayAhead way) => file.Procedure switch
    {
        { Permits.Ended: not null } => Off("permit-over"),
        { Decision.Outcome: DecisionOutcome.GrantRefugee or DecisionOutcome.GrantSubsidiary or DecisionOutcome.GrantDerived } => At("granted", Granted, Permit),
        { FurtherAppealPending: true } => At("further-appeal", Refused, Court),
        { AppealPending: true } => At("appeal", Refused, Court),
        { Decision.Outcome: DecisionOutcome.NotTakenUp, Dublin.Accepted: true } => At("dublin-accepted", [.. Elsewhere[..4], Departure], Departure),
        _ when way.MayDo.Any(each => each.Code is "lodge-appeal" or "lodge-further-appeal" && each.IsOpenOn(way.Today)) => At("refused", Refused, Court),
        { Decision.Outcome: DecisionOutcome.NotTakenUp or DecisionOutcome.OutOfConsideration } => At("not-processed", Leaving, Departure),
        _ when file.Return.IsOpen => At("departure", Leaving, Departure),
        _ => At("refused-over", Leaving, Departure),
    };

    private static Whereabouts At(string sentence, string[] line, string here, Day? on = null)
    {
        var now = Array.IndexOf(line, here);
        return new($"where.now.{sentence}", on,
            [.. line.Select((key, i) => new Stage(key, i < now ? StageState.Done : i == now ? StageState.Now : StageState.Later))]);
    }

    private static Whereabouts Off(string sentence) => new($"where.now.{sentence}", null, []);
}
