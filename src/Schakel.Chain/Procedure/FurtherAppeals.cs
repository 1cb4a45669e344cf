using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>How the Council of State rules on a further appeal (uitkomst van het hoger beroep).</summary>
public enum FurtherAppealOutcome
{
    /// <summary>The court's ruling stands (bevestigd).</summary>
    Dismissed = 0,
    /// <summary>On the applicant's further appeal: the decision is annulled after all (besluit vernietigd).</summary>
    DecisionAnnulled,
    /// <summary>Back to the court, which rules again on the appeal (terugwijzing; Awb 8:115).</summary>
    ReferredBack,
    /// <summary>On the minister's further appeal: the court's ruling is set aside and the decision revives (uitspraak vernietigd, beroep ongegrond).</summary>
    RulingSetAside,
}

/// <summary>Lodge a further appeal against a ruling that left the decision as it was (hoger beroep; Vw 84–85).</summary>
/// <param name="WithGrievances">It says what is wrong with the ruling.</param>
public sealed record LodgeFurtherAppeal(bool WithGrievances) : CourtCommand;

/// <summary>Lodge a further appeal for the minister, against a ruling that annulled the decision (hoger beroep van de minister).</summary>
/// <param name="By">Decision officer, who represents the minister.</param>
/// <param name="WithGrievances">It says what is wrong with the ruling.</param>
public sealed record LodgeFurtherAppealForMinister(Official By, bool WithGrievances) : CourtCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Rule on the further appeal (uitspraak in hoger beroep).</summary>
/// <param name="By">The Council of State.</param>
/// <param name="Outcome">The ruling.</param>
public sealed record RuleOnFurtherAppeal(Official By, FurtherAppealOutcome Outcome) : CourtCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>A further appeal was lodged (hoger beroep ingesteld). It suspends nothing; interim relief can.</summary>
/// <param name="ByMinister">By the minister, not by the applicant.</param>
[EventName("further-appeal-lodged", 1)]
public sealed record FurtherAppealLodged([Category(DataCategory.Procedure)] bool ByMinister) : CourtEvent;

/// <summary>The Council of State ruled (uitspraak in hoger beroep).</summary>
/// <param name="Outcome">The ruling.</param>
[EventName("further-appeal-ruled", 1)]
public sealed record FurtherAppealRuled([Category(DataCategory.Procedure)] FurtherAppealOutcome Outcome) : CourtEvent;

/// <summary>Further appeal (hoger beroep; norms APP-7): open to both sides, in the time of the appeal, and without suspending.</summary>
public static class FurtherAppeals
{
    /// <summary>There is no ruling against the applicant.</summary>
    public static readonly Refusal NoRuling = new(
        "further-appeal.no-ruling", "Vw 84",
        "Er is geen uitspraak van de rechtbank waarbij de beslissing in stand bleef.",
        "There is no ruling of the court that left the decision as it was.");

    /// <summary>There is no annulment that still stands alone.</summary>
    public static readonly Refusal NothingAnnulled = new(
        "further-appeal.nothing-annulled", "Vw 84",
        "Er is geen beslissing vernietigd, of er is al een nieuwe genomen.",
        "No decision was annulled, or a new one has been taken already.");

    /// <summary>Lodged before.</summary>
    public static readonly Refusal AlreadyLodged = new(
        "further-appeal.already-lodged", "Vw 84",
        "Tegen deze uitspraak is al hoger beroep ingesteld.",
        "A further appeal against this ruling has been lodged already.");

    /// <summary>The time is over.</summary>
    public static readonly Refusal TooLate = new(
        "further-appeal.too-late", "appeal-period",
        "De termijn voor hoger beroep is verstreken; de laatste dag was {0}.",
        "The time for further appeal has ended; its last day was {0}.");

    /// <summary>Without grievances it is inadmissible.</summary>
    public static readonly Refusal NoGrievances = new(
        "further-appeal.no-grievances", "Vw 85",
        "Een hoger beroep zonder grieven is niet-ontvankelijk.",
        "A further appeal without grievances is inadmissible.");

    /// <summary>Nothing to rule on.</summary>
    public static readonly Refusal NonePending = new(
        "further-appeal.none-pending", "Vw 84",
        "Er loopt geen hoger beroep.",
        "There is no further appeal pending.");

    /// <summary>The outcome belongs to the other side's further appeal.</summary>
    public static readonly Refusal OtherSide = new(
        "further-appeal.outcome-of-other-side", "Awb 8:113",
        "Deze uitkomst past niet: op hoger beroep van de minister kan een uitspraak worden vernietigd, op dat van de aanvrager een beslissing.",
        "This outcome does not fit: on the minister's further appeal a ruling can be set aside, on the applicant's a decision annulled.");

    internal static Decision Lodge(CaseFile file, LodgeFurtherAppeal command, Law law, Day today) =>
        file.Procedure is not { Appeal.RuledOn: { } ruled, Decision: { } decision } || decision.Outcome == DecisionOutcome.GrantRefugee ? NoRuling
        : Against(file, decision, ruled, command.WithGrievances, law, today) ?? Decision.FromChainEvent(new FurtherAppealLodged(ByMinister: false));

    internal static Decision LodgeForMinister(CaseFile file, LodgeFurtherAppealForMinister command, Law law, Day today) =>
        file.Procedure.Courts.Annulled is not { } annulled ? NothingAnnulled
        : Against(file, annulled.Decision, annulled.On, command.WithGrievances, law, today)
            ?? Decision.FromChainEvent(new FurtherAppealLodged(ByMinister: true));

    internal static Decision Rule(CaseFile file, RuleOnFurtherAppeal command, Law law, Day today)
    {
        if (file.Procedure.Courts.FurtherAppeal is not { RuledOn: null } pending)
        {
            return NonePending;
        }
        var ofOtherSide = pending.ByMinister ? FurtherAppealOutcome.DecisionAnnulled : FurtherAppealOutcome.RulingSetAside;
        return command.Outcome == ofOtherSide ? OtherSide
            : Decision.Of(new FurtherAppealRuled(command.Outcome), Late(pending.LodgedOn, law, today));
    }

    internal static ProcedureState Evolve(ProcedureState state, FurtherAppealLodged lodged, Day on) => state with
    {
        Courts = state.Courts with
        {
            Hearing = null,
            FurtherAppeal = new(lodged.ByMinister, lodged.ByMinister ? state.Courts.Annulled!.On : state.Appeal!.RuledOn, on, null),
        },
    };

    /// <remarks>A ruling on the minister's further appeal that comes after a new decision leaves that one as it is: an assumption.</remarks>
    internal static ProcedureState Evolve(ProcedureState state, FurtherAppealRuled ruled, Day on)
    {
        var appeal = state.Courts.FurtherAppeal!;
        var about = appeal.ByMinister ? state.Courts.Annulled?.Decision : state.Decision;
        var forApplicant = ruled.Outcome == FurtherAppealOutcome.DecisionAnnulled
            || (appeal.ByMinister && ruled.Outcome == FurtherAppealOutcome.Dismissed);
        var after = state with
        {
            Courts = state.Courts with
            {
                Hearing = null,
                FurtherAppeal = appeal with { RuledOn = on },
                LastRuling = about is null ? state.Courts.LastRuling : Rulings.Of(about, on, forApplicant, onFurtherAppeal: true),
            },
        };
        return ruled.Outcome switch
        {
            FurtherAppealOutcome.Dismissed => after,
            FurtherAppealOutcome.DecisionAnnulled => Rulings.Annul(after, on),
            FurtherAppealOutcome.RulingSetAside => Rulings.Revive(after, on),
            FurtherAppealOutcome.ReferredBack => Reopen(appeal.ByMinister ? Rulings.Revive(after, on) : after, on),
        };
    }

    // The court has its time anew.
    private static ProcedureState Reopen(ProcedureState state, Day on) => state.Appeal is not { } appeal ? state : state with
    {
        Appeal = appeal with { LodgedOn = on, RuledOn = null },
        Courts = state.Courts with { Relief = null },
    };

    private static Refusal? Against(CaseFile file, DecisionState decision, Day ruled, bool withGrievances, Law law, Day today)
    {
        if (file.Procedure.Courts.FurtherAppeal is { } earlier && (earlier.RuledOn is null || earlier.RulingOf == ruled))
        {
            return AlreadyLodged;
        }
        var none = default(NoTrace);
        return AppealPeriod.LastDay(law, ruled, Appeals.TermOf(decision), ref none) is var last && today > last ? TooLate.On(last)
            : withGrievances ? null : NoGrievances;
    }

    /// <summary>The Council of State has the long time on every further appeal (Vw 89).</summary>
    private static BreachRecorded? Late(Day lodged, Law law, Day today)
    {
        var none = default(NoTrace);
        return RulingPeriod.LastDay(law, lodged, AppealTerm.FourWeeks, ref none) is var last && today > last ? new("ruling-period", last) : null;
    }
}
