using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>The policy on a country as it was from a day on (landenbeleid; capability C41).</summary>
/// <param name="Country">The country.</param>
/// <param name="Of">First day of this version.</param>
public readonly record struct PolicyVersion(CountryCode Country, Day Of);

/// <summary>Kind of moratorium (soort moratorium).</summary>
public enum MoratoriumKind
{
    /// <summary>Decisions wait (besluitmoratorium; Vw 43): it extends the decision period.</summary>
    Decision = 0,
    /// <summary>Nobody of the category has to leave (vertrekmoratorium; Vw 45(4)).</summary>
    Departure,
}

/// <summary>Record that this person falls under a moratorium for their category (moratorium toepassen).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Policy">The policy that declares it; its first day is that of publication.</param>
/// <param name="Until">Its last day.</param>
public sealed record ApplyMoratorium(Official By, MoratoriumKind Kind, PolicyVersion Policy, Day Until) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Record that the moratorium ended for this person's category before its last day (moratorium beëindigd).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Kind">Decision or departure.</param>
public sealed record LiftMoratorium(Official By, MoratoriumKind Kind) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>A moratorium holds for this person (moratorium van toepassing).</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Policy">The policy that declares it.</param>
/// <param name="Until">Its last day.</param>
/// <param name="By">Who recorded it.</param>
[EventName("moratorium-applied", 1)]
public sealed record MoratoriumApplied(
    [Category(DataCategory.Procedure)] MoratoriumKind Kind,
    [Category(DataCategory.Origin)] PolicyVersion Policy,
    [Category(DataCategory.Procedure)] Day Until,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The moratorium ended today (beëindigd).</summary>
/// <param name="Kind">Decision or departure.</param>
[EventName("moratorium-lifted", 1)]
public sealed record MoratoriumLifted([Category(DataCategory.Procedure)] MoratoriumKind Kind) : ProcedureEvent;

/// <summary>Country policy and moratoria in a file (landenbeleid, moratoria). Who falls under one is the minister's decision; only its days are computed.</summary>
public static class MoratoriaInFiles
{
    /// <summary>A policy of later.</summary>
    public static readonly Refusal NotYet = new(
        "policy.not-yet", "fact",
        "Dit landenbeleid geldt pas vanaf {0}.",
        "This country policy holds only from {0}.");

    /// <summary>Over already.</summary>
    public static readonly Refusal Past = new(
        "moratorium.past", "fact",
        "De laatste dag van het moratorium ({0}) is al voorbij.",
        "The last day of the moratorium ({0}) has passed already.");

    /// <summary>Longer than the act allows.</summary>
    public static readonly Refusal TooLong = new(
        "moratorium.too-long", "moratorium.departure",
        "Een vertrekmoratorium van deze datum duurt ten hoogste tot en met {0}.",
        "A departure moratorium of this date lasts through {0} at most.");

    /// <summary>No law on it.</summary>
    public static readonly Refusal NotInForce = new(
        "moratorium.not-in-force", "Vw 43",
        "Voor deze datum kent de wet geen moratorium.",
        "For this date the act knows no moratorium.");

    /// <summary>None holds.</summary>
    public static readonly Refusal NoneHolds = new(
        "moratorium.none-holds", "fact",
        "Er geldt voor deze persoon geen moratorium van deze soort.",
        "No moratorium of this kind holds for this person.");

    internal static Decision Decide(CaseFile file, ApplyMoratorium command, Law law, Day today)
    {
        if (command.Policy.Of > today)
        {
            return NotYet.On(command.Policy.Of);
        }
        if (command.Until < today)
        {
            return Past.On(command.Until);
        }
        var against = command.Kind == MoratoriumKind.Decision
            ? AgainstDecision(file, law, today)
            : AgainstDeparture(command, law);
        return against ?? Decision.FromChainEvent(new MoratoriumApplied(command.Kind, command.Policy, command.Until, command.By));
    }

    internal static Decision Decide(CaseFile file, LiftMoratorium command, Day today) =>
        Until(file.Procedure, command.Kind) is { } until && until >= today ? new MoratoriumLifted(command.Kind) : NoneHolds;

    internal static ProcedureState Evolve(ProcedureState state, MoratoriumApplied applied) => With(state, applied.Kind, applied.Until);

    internal static ProcedureState Evolve(ProcedureState state, MoratoriumLifted lifted, Day on) => With(state, lifted.Kind, on);

    private static Refusal? AgainstDecision(CaseFile file, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : !law.Has(application.LodgedOn ?? today, DecisionPeriod.Moratorium) ? NotInForce
        : null;

    private static Refusal? AgainstDeparture(ApplyMoratorium command, Law law)
    {
        if (!law.Has(command.Policy.Of, Moratoria.Departure))
        {
            return NotInForce;
        }
        var none = default(NoTrace);
        var last = Moratoria.LastDay(law, command.Policy.Of, ref none);
        return command.Until > last ? TooLong.On(last) : null;
    }

    private static Day? Until(ProcedureState state, MoratoriumKind kind) => kind switch
    {
        MoratoriumKind.Decision => state.Open?.Ledger?.MoratoriumUntil,
        MoratoriumKind.Departure => state.DepartureMoratoriumUntil,
    };

    private static ProcedureState With(ProcedureState state, MoratoriumKind kind, Day until) => kind switch
    {
        MoratoriumKind.Decision => state with
        {
            Application = state.Application! with { Ledger = (state.Application.Ledger ?? TermLedger.Empty) with { MoratoriumUntil = until } },
        },
        MoratoriumKind.Departure => state with { DepartureMoratoriumUntil = until },
    };
}
