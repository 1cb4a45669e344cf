using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>What a ruling does to the decision it is about (gevolgen van een uitspraak).</summary>
internal static class Rulings
{
    /// <summary>The ruling beside who decided.</summary>
    internal static RulingState Of(DecisionState decision, Day on, bool upheld, bool onFurtherAppeal) =>
        new(decision.By, decision.Outcome, decision.On, on, upheld, onFurtherAppeal);

    /// <summary>
    /// The decision is annulled. A withdrawn permit is held again; a court that finds for someone with subsidiary protection grants refugee
    /// status itself (Awb 8:72(3)), the permit going on; otherwise the application runs again.
    /// </summary>
    internal static ProcedureState Annul(ProcedureState state, Day on) => state switch
    {
        { Decision.Withdrawn: { } withdrawn } => state with
        {
            Decision = withdrawn.Before,
            Permit = withdrawn.Permit,
            Permits = PermitAffairs.None with { Renewal = withdrawn.Renewal },
            Appeal = null,
            Courts = Annulled(state, on),
        },
        { Permit: { } permit, Decision: { } granted } when Decisions.IsGrant(granted.Outcome) => state with
        {
            Decision = granted with { Outcome = DecisionOutcome.GrantRefugee, On = on },
            Permit = permit with { Outcome = DecisionOutcome.GrantRefugee },
            Appeal = state.Appeal! with { RuledOn = on },
        },
        _ => state with
        {
            Application = state.Application! with { Status = ApplicationStatus.Open, AnnulledOn = on },
            Decision = null,
            Appeal = null,
            Late = null,
            Courts = Annulled(state, on),
        },
    };

    /// <summary>The annulled decision stands again, its appeal lost on this day; nothing when a new decision took its place.</summary>
    internal static ProcedureState Revive(ProcedureState state, Day on) =>
        state.Courts.Annulled is not { } annulled || state.Application is { Status: ApplicationStatus.Withdrawn } ? state : state with
        {
            Application = state.Application! with { Status = ApplicationStatus.Decided, AnnulledOn = null, CourtWeeks = 0 },
            Decision = annulled.Decision,
            Permit = annulled.Decision.Withdrawn is null ? state.Permit : null,
            Permits = annulled.Decision.Withdrawn is null ? state.Permits : PermitAffairs.None,
            Appeal = annulled.Appeal with { RuledOn = on },
            Courts = state.Courts with { Annulled = null },
        };

    private static CourtState Annulled(ProcedureState state, Day on) => state.Courts with
    {
        Relief = null,
        Hearing = null,
        Annulled = new(state.Decision!, state.Appeal!, on),
    };
}
