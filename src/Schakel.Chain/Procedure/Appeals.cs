using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Lodge an appeal against the decision (beroep instellen; Vw 69).</summary>
public sealed record LodgeAppeal : ProcedureCommand;

/// <summary>The court rules (uitspraak).</summary>
/// <param name="By">The judge.</param>
/// <param name="Upheld">For the applicant: the decision is annulled.</param>
public sealed record RuleOnAppeal(Official By, bool Upheld) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>An appeal was lodged (beroep ingesteld).</summary>
/// <param name="Suspensive">The appeal suspends the effects of the decision.</param>
[EventName("appeal-lodged", 1)]
public sealed record AppealLodged([Category(DataCategory.Procedure)] bool Suspensive) : ProcedureEvent;

/// <summary>The court ruled (uitspraak gedaan).</summary>
/// <param name="Upheld">For the applicant: the decision is annulled and the application runs again.</param>
[EventName("appeal-ruled", 1)]
public sealed record AppealRuled([Category(DataCategory.Procedure)] bool Upheld) : ProcedureEvent;

/// <summary>Appeal to the court (beroep).</summary>
public static class Appeals
{
    /// <summary>There is no decision to appeal against.</summary>
    public static readonly Refusal NothingToAppeal = new(
        "appeal.nothing-to-appeal", "Vw 69",
        "Er is geen afwijzende beslissing waartegen beroep openstaat.",
        "There is no unfavourable decision against which an appeal lies.");

    /// <summary>Lodged before.</summary>
    public static readonly Refusal AlreadyLodged = new(
        "appeal.already-lodged", "Vw 69",
        "Tegen deze beslissing is al beroep ingesteld.",
        "An appeal against this decision has been lodged already.");

    /// <summary>The appeal period is over.</summary>
    public static readonly Refusal TooLate = new(
        "appeal.too-late", "appeal-period",
        "De beroepstermijn is verstreken; de laatste dag was {0}.",
        "The appeal period has ended; its last day was {0}.");

    /// <summary>No appeal is pending.</summary>
    public static readonly Refusal NonePending = new(
        "appeal.none-pending", "Vw 69",
        "Er loopt geen beroep waarop uitspraak kan worden gedaan.",
        "There is no appeal pending to rule on.");

    internal static Decision Decide(CaseFile file, LodgeAppeal _, Law law, Day today) =>
        file.Procedure.Decision is not { } decision || !LeavesSomethingToAsk(decision.Outcome) ? NothingToAppeal
        : file.Procedure.Appeal is not null ? AlreadyLodged
        : LastDay(decision, law) is { } last && today > last ? TooLate.On(last)
        : new AppealLodged(Suspends(decision));

    internal static Decision Decide(CaseFile file, RuleOnAppeal command, Law law, Day today) =>
        file.Procedure.AppealPending ? Decision.Of(new AppealRuled(command.Upheld), RuledLate(file.Procedure, law, today)) : NonePending;

    internal static ProcedureState Evolve(ProcedureState state, AppealRuled ruled, Day on)
    {
        var after = ruled.Upheld ? Rulings.Annul(state, on) : state with
        {
            Appeal = state.Appeal! with { RuledOn = on },
            Dublin = Dublin.AfterRuling(state, on),
        };
        return after with
        {
            Courts = after.Courts with { Hearing = null, LastRuling = Rulings.Of(state.Decision!, on, ruled.Upheld, onFurtherAppeal: false) },
        };
    }

    /// <summary>Rejected, and the outcome can still change by an appeal pending or still possible.</summary>
    internal static bool CanStillChange(CaseFile file, Law law, Day today) => today <= UnsettledThrough(file, law);

    /// <summary>Through which day the refusal can still change: <see cref="NextStep.UntilAnEvent"/> while an appeal is pending; absent when it cannot.</summary>
    internal static Day? UnsettledThrough(CaseFile file, Law law) =>
        file.Procedure.Decision is not { } decision || Decisions.IsGrant(decision.Outcome) ? null
        : file.Procedure.AppealPending ? NextStep.UntilAnEvent
        : file.Procedure.Appeal is null ? LastDay(decision, law)
        : null;

    /// <summary>
    /// A claim runs, an appeal that suspends is pending or still possible, or a court holds departure off: no contact with the country of
    /// origin then, and no removal.
    /// </summary>
    internal static bool IsProtected(CaseFile file, Law law, Day today) => today <= ProtectedThrough(file, law);

    /// <summary>Through which day that protects: <see cref="NextStep.UntilAnEvent"/> when only an event ends it; absent when it does not.</summary>
    internal static Day? ProtectedThrough(CaseFile file, Law law) =>
        InterimReliefs.Holds(file) ? NextStep.UntilAnEvent : ClaimOrAppealThrough(file, law);

    /// <summary>A claim runs, or an appeal that suspends is pending or still possible.</summary>
    internal static bool ClaimOrAppealRuns(CaseFile file, Law law, Day today) => today <= ClaimOrAppealThrough(file, law);

    /// <summary>Through which day a claim runs, or an appeal that suspends is pending or still possible; absent when none does.</summary>
    internal static Day? ClaimOrAppealThrough(CaseFile file, Law law) =>
        file.Procedure.Open is not null ? NextStep.UntilAnEvent
        : file.Procedure.Decision is { } decision && Suspends(decision) ? UnsettledThrough(file, law)
        : null;

    /// <summary>The last day of the appeal period; absent when the day of the decision is not known.</summary>
    internal static Day? LastDay(DecisionState decision, Law law)
    {
        var none = default(NoTrace);
        return LastDay(decision, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? LastDay<TTrace>(DecisionState decision, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (decision.On is not { } notified)
        {
            return null;
        }
        return AppealPeriod.LastDay(law, notified, TermOf(decision), ref trace);
    }

    /// <summary>The time for appeal, and for further appeal, of a decision (Vw 69).</summary>
    internal static AppealTerm TermOf(DecisionState decision) =>
        decision is { Outcome: DecisionOutcome.Unfounded, InGeneralProcedure: false } or { Outcome: DecisionOutcome.GrantSubsidiary }
            ? AppealTerm.FourWeeks : AppealTerm.OneWeek;

    /// <summary>The breach when the court rules later than the act gives it; null when it is in time, or when the day of lodging is not known.</summary>
    private static BreachRecorded? RuledLate(ProcedureState procedure, Law law, Day today)
    {
        if (procedure is not { Appeal.LodgedOn: { } lodged, Decision: { } decision })
        {
            return null;
        }
        var none = default(NoTrace);
        return RulingPeriod.LastDay(law, lodged, TermOf(decision), ref none) is var last && today > last ? new("ruling-period", last) : null;
    }

    /// <summary>A refusal, or subsidiary protection where refugee status was asked for (doorprocederen): whether there is an interest is the court's to say.</summary>
    internal static bool LeavesSomethingToAsk(DecisionOutcome outcome) =>
        !Decisions.IsGrant(outcome) || outcome == DecisionOutcome.GrantSubsidiary;

    /// <summary>Whether an appeal suspends (Vw 82; norms 6.1).</summary>
    internal static bool Suspends(DecisionState decision) => decision.Outcome == DecisionOutcome.Unfounded;
}
