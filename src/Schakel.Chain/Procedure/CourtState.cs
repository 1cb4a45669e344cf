using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>A command on what courts do with a decision (rechterlijke toetsing).</summary>
public abstract record CourtCommand : ProcedureCommand;

/// <summary>An event of what courts do with a decision.</summary>
public abstract record CourtEvent : ProcedureEvent;

/// <summary>A request for interim relief (verzoek om een voorlopige voorziening).</summary>
/// <param name="AskedOn">Day of the request.</param>
/// <param name="OnFurtherAppeal">Goes with a further appeal, not with the appeal.</param>
/// <param name="WithinDeparturePeriod">Asked while the departure period ran: in further appeal, reception depends on it.</param>
/// <param name="Repeated">Asked before in the same instance: the request itself then holds nothing off.</param>
/// <param name="RuledOn">Day of the ruling on it.</param>
/// <param name="Granted">The court granted it.</param>
public sealed record InterimReliefState(
    Day AskedOn, bool OnFurtherAppeal, bool WithinDeparturePeriod, bool Repeated, Day? RuledOn, bool Granted);

/// <summary>The hearing at the court (zitting).</summary>
/// <param name="PlannedFor">Day for which it is planned.</param>
/// <param name="HeldOn">Day on which it was held.</param>
public sealed record CourtHearingState(Day PlannedFor, Day? HeldOn);

/// <summary>The further appeal (hoger beroep) at the Council of State.</summary>
/// <param name="ByMinister">Lodged by the minister, not by the applicant.</param>
/// <param name="RulingOf">Day of the court's ruling that it attacks; absent when not known.</param>
/// <param name="LodgedOn">Day of lodging.</param>
/// <param name="RuledOn">Day of the ruling on it.</param>
public sealed record FurtherAppealState(bool ByMinister, Day? RulingOf, Day LodgedOn, Day? RuledOn);

/// <summary>A decision that a court annulled, as long as no new one replaces it: a further appeal can make it revive (vernietigd besluit).</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Appeal">The appeal in which it was annulled.</param>
/// <param name="On">Day of the ruling.</param>
public sealed record AnnulledState(DecisionState Decision, AppealState Appeal, Day On);

/// <summary>The latest ruling on a decision, beside who took that decision: courts teach those who decide (terugkoppeling; C42).</summary>
/// <param name="DecidedBy">Who decided; nobody when the decision was taken over.</param>
/// <param name="Outcome">The decision.</param>
/// <param name="DecidedOn">Day of the decision; absent when taken over without it.</param>
/// <param name="RuledOn">Day of the ruling.</param>
/// <param name="Upheld">For the applicant.</param>
/// <param name="OnFurtherAppeal">By the Council of State.</param>
public sealed record RulingState(
    Official DecidedBy, DecisionOutcome Outcome, Day? DecidedOn, Day RuledOn, bool Upheld, bool OnFurtherAppeal);

/// <summary>What courts do with the decision, beside the appeal itself (rechterlijke toetsing).</summary>
/// <param name="Relief">The latest request for interim relief.</param>
/// <param name="Hearing">The hearing.</param>
/// <param name="FurtherAppeal">The latest further appeal.</param>
/// <param name="Annulled">The decision that was annulled and not replaced.</param>
/// <param name="LastRuling">The latest ruling, with who decided.</param>
public sealed record CourtState(
    InterimReliefState? Relief, CourtHearingState? Hearing, FurtherAppealState? FurtherAppeal, AnnulledState? Annulled, RulingState? LastRuling)
{
    /// <summary>Nothing yet.</summary>
    public static CourtState None { get; } = new(null, null, null, null, null);

    /// <summary>A new decision: what belonged to the old one's appeal is over.</summary>
    internal CourtState ForNewDecision() =>
        Relief is null && Hearing is null && Annulled is null ? this : this with { Relief = null, Hearing = null, Annulled = null };
}

/// <summary>Courts: hands each command and event to its subject.</summary>
internal static class CourtRoom
{
    internal static Decision Decide(CaseFile file, CourtCommand command, Law law, Day today) => command switch
    {
        RequestInterimRelief => InterimReliefs.Request(file, law, today),
        RuleOnInterimRelief act => InterimReliefs.Rule(file, act),
        PlanCourtHearing act => CourtHearings.Plan(file, act, today),
        HoldCourtHearing => CourtHearings.Hold(file, today),
        LodgeFurtherAppeal act => FurtherAppeals.Lodge(file, act, law, today),
        LodgeFurtherAppealForMinister act => FurtherAppeals.LodgeForMinister(file, act, law, today),
        RuleOnFurtherAppeal act => FurtherAppeals.Rule(file, act, law, today),
        SetTermForNewDecision act => NewDecisions.Decide(file, act),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static ProcedureState Evolve(ProcedureState state, CourtEvent happened, Day on) => happened switch
    {
        InterimReliefRequested requested => InterimReliefs.Evolve(state, requested, on),
        InterimReliefRuled ruled => Change(state, state.Courts with { Relief = state.Courts.Relief! with { RuledOn = on, Granted = ruled.Granted } }),
        CourtHearingPlanned planned => Change(state, state.Courts with { Hearing = new(planned.HearingOn, null) }),
        CourtHearingHeld => Change(state, state.Courts with { Hearing = state.Courts.Hearing! with { HeldOn = on } }),
        FurtherAppealLodged lodged => FurtherAppeals.Evolve(state, lodged, on),
        FurtherAppealRuled ruled => FurtherAppeals.Evolve(state, ruled, on),
        NewDecisionTermSet set => state with { Application = state.Application! with { CourtWeeks = set.Weeks } },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static ProcedureState Change(ProcedureState state, CourtState courts) => state with { Courts = courts };
}
