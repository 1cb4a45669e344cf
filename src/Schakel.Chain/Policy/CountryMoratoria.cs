using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Policy;

/// <summary>A moratorium on a category of people from a country (besluit- of vertrekmoratorium; Vw 43, 45(4)). Named by its kind and first day.</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="From">Its first day, that of publication.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Category">Whom it is about, in words. Who falls under it an official says, file by file.</param>
/// <param name="Criterion">What decides whether somebody does, such as a region or a day of arrival.</param>
/// <param name="AssessedOn">Its first day, or that of the last assessment.</param>
/// <param name="LiftedOn">The day it was lifted before its last day, and from which it holds no more.</param>
public sealed record Moratorium(
    MoratoriumKind Kind, Day From, Day Until, string Category, string? Criterion, Day AssessedOn, Day? LiftedOn)
{
    /// <summary>Whether it holds on a day.</summary>
    /// <param name="day">The day.</param>
    public bool HoldsOn(Day day) => From <= day && day <= LastDay;

    /// <summary>The last day on which it holds: the day before it was lifted, otherwise as it was imposed or extended.</summary>
    public Day LastDay => LiftedOn is { } lifted && lifted <= Until ? lifted.PlusDays(-1) : Until;

    /// <summary>The latest day by which it was to be assessed again and was not, as observed. It stays when it is assessed later: see <see cref="Unassessed"/>.</summary>
    public Day? ReviewLapsed { get; init; }

    /// <summary>The day by which it was to be assessed again, as observed, and since which it has not been; absent when it has.</summary>
    public Day? Unassessed => ReviewLapsed is { } by && AssessedOn <= by ? by : null;

    /// <summary>Last day on which a decision moratorium is to be assessed again, when that is before its end; absent otherwise.</summary>
    /// <param name="law">The law.</param>
    public Day? ReviewBy(Law law) => LiftedOn is null ? ReviewDay(law) : null;

    /// <summary>The day by which it was to be assessed again while it held, and of which it is not on record that it passed; absent when there is none.</summary>
    /// <param name="law">The law.</param>
    public Day? Lapsing(Law law) => ReviewDay(law) is { } by && by != ReviewLapsed && !(LiftedOn <= by) ? by : null;

    private Day? ReviewDay(Law law)
    {
        if (Kind != MoratoriumKind.Decision || !law.Has(AssessedOn, Norms.Procedure.Moratoria.Review))
        {
            return null;
        }
        var none = default(NoTrace);
        var by = Norms.Procedure.Moratoria.ReviewBy(law, AssessedOn, ref none);
        return by < Until ? by : null;
    }
}

/// <summary>A command on a moratorium.</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
public abstract record MoratoriumCommand(Official By, MoratoriumKind Kind, Day Of) : PolicyOfficerCommand(By);

/// <summary>Impose a moratorium (besluitmoratorium of vertrekmoratorium instellen).</summary>
/// <param name="By">Policy officer, for the minister.</param>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Category">Whom it is about, in words.</param>
/// <param name="Publication">Where it was published.</param>
public sealed record ImposeMoratorium(Official By, MoratoriumKind Kind, Day Of, Day Until, string Category, string Publication)
    : MoratoriumCommand(By, Kind, Of)
{
    /// <summary>What decides whether somebody falls under it; absent when everyone of the category does.</summary>
    public string? Criterion { get; init; }
}

/// <summary>Record that a moratorium was assessed again and goes on (moratorium heroverwegen).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Findings">What was found, in words.</param>
public sealed record ReassessMoratorium(Official By, MoratoriumKind Kind, Day Of, string Findings) : MoratoriumCommand(By, Kind, Of);

/// <summary>Extend a moratorium (moratorium verlengen). To extend is to assess again.</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Until">Its new last day.</param>
/// <param name="Publication">Where that was published.</param>
public sealed record ExtendMoratorium(Official By, MoratoriumKind Kind, Day Of, Day Until, string Publication) : MoratoriumCommand(By, Kind, Of);

/// <summary>Lift a moratorium before its last day (moratorium opheffen). For each person under it an official lifts it in the file.</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Publication">Where that was published.</param>
public sealed record LiftCountryMoratorium(Official By, MoratoriumKind Kind, Day Of, string Publication) : MoratoriumCommand(By, Kind, Of);

/// <summary>An event of a moratorium.</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
public abstract record MoratoriumEvent([Category(DataCategory.None)] MoratoriumKind Kind, [Category(DataCategory.None)] Day Of) : PolicyEvent;

/// <summary>A moratorium was imposed (moratorium ingesteld).</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Category">Whom it is about.</param>
/// <param name="Criterion">What decides whether somebody falls under it.</param>
/// <param name="Publication">Where it was published.</param>
[EventName("country-moratorium-imposed", 1)]
public sealed record MoratoriumImposed(
    [Category(DataCategory.None)] MoratoriumKind Kind,
    [Category(DataCategory.None)] Day Of,
    [Category(DataCategory.None)] Day Until,
    [Category(DataCategory.None)] string Category,
    [Category(DataCategory.None)] string? Criterion,
    [Category(DataCategory.None)] string Publication) : MoratoriumEvent(Kind, Of);

/// <summary>A moratorium was assessed again and goes on (heroverwogen).</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Findings">What was found.</param>
[EventName("country-moratorium-reassessed", 1)]
public sealed record MoratoriumReassessed(
    [Category(DataCategory.None)] MoratoriumKind Kind,
    [Category(DataCategory.None)] Day Of,
    [Category(DataCategory.None)] string Findings) : MoratoriumEvent(Kind, Of);

/// <summary>A moratorium was extended (verlengd).</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Until">Its new last day.</param>
/// <param name="Publication">Where that was published.</param>
[EventName("country-moratorium-extended", 1)]
public sealed record MoratoriumExtended(
    [Category(DataCategory.None)] MoratoriumKind Kind,
    [Category(DataCategory.None)] Day Of,
    [Category(DataCategory.None)] Day Until,
    [Category(DataCategory.None)] string Publication) : MoratoriumEvent(Kind, Of);

/// <summary>A moratorium was lifted before its last day (opgeheven).</summary>
/// <param name="Kind">Decision or departure.</param>
/// <param name="Of">Its first day.</param>
/// <param name="Publication">Where that was published.</param>
[EventName("country-moratorium-lifted", 1)]
public sealed record CountryMoratoriumLifted(
    [Category(DataCategory.None)] MoratoriumKind Kind,
    [Category(DataCategory.None)] Day Of,
    [Category(DataCategory.None)] string Publication) : MoratoriumEvent(Kind, Of);

/// <summary>Moratoria of a country (moratoria). Whether one is called for the minister decides; only its days are computed.</summary>
public static class CountryMoratoria
{
    /// <summary>The other way around.</summary>
    public static readonly Refusal EndsBeforeItBegins = new(
        "country-moratorium.ends-before-it-begins", "fact",
        "Een moratorium dat begint op {0} eindigt niet eerder.",
        "A moratorium that begins on {0} does not end before.");

    /// <summary>Longer than a decision may wait.</summary>
    public static readonly Refusal TooLong = new(
        "country-moratorium.too-long", "decision-period.moratorium",
        "Een besluitmoratorium van deze datum duurt ten hoogste tot en met {0}.",
        "A decision moratorium of this date lasts through {0} at most.");

    /// <summary>Imposed before.</summary>
    public static readonly Refusal AlreadyImposed = new(
        "country-moratorium.already-imposed", "fact",
        "Vanaf deze dag is al een moratorium van deze soort ingesteld voor dit land; verlengen of opheffen kan.",
        "A moratorium of this kind was imposed for this country from this day already; it can be extended or lifted.");

    /// <summary>Never imposed.</summary>
    public static readonly Refusal NotImposed = new(
        "country-moratorium.not-imposed", "fact",
        "Voor dit land is vanaf deze dag geen moratorium van deze soort ingesteld.",
        "No moratorium of this kind was imposed for this country from this day.");

    /// <summary>Over.</summary>
    public static readonly Refusal Over = new(
        "country-moratorium.over", "fact",
        "Dit moratorium gold tot en met {0}.",
        "This moratorium held through {0}.");

    /// <summary>No later than it is.</summary>
    public static readonly Refusal NotLonger = new(
        "country-moratorium.not-longer", "fact",
        "Dit moratorium duurt al tot en met {0}.",
        "This moratorium lasts through {0} already.");

    internal static Decision Decide(CountryPolicy policy, MoratoriumCommand command, Law law, Day today)
    {
        if (command is ImposeMoratorium imposing)
        {
            return Impose(policy, imposing, law);
        }
        var of = command.Of;
        if (policy.MoratoriumOf(command.Kind, of) is not { } moratorium)
        {
            return NotImposed;
        }
        if (today > moratorium.LastDay)
        {
            return Over.On(moratorium.LastDay);
        }
        return command switch
        {
            ReassessMoratorium act => !PolicyRoom.IsText(act.Findings) ? PolicyRoom.NoText
                : Decision.Of(new MoratoriumReassessed(act.Kind, of, act.Findings), Late(moratorium, law, today)),
            ExtendMoratorium act => !PolicyRoom.IsText(act.Publication) ? PolicyRoom.NoText
                : act.Until <= moratorium.Until ? NotLonger.On(moratorium.Until)
                : AgainstLength(act.Kind, of, act.Until, law) is { } tooLong ? tooLong
                : Decision.Of(new MoratoriumExtended(act.Kind, of, act.Until, act.Publication), Late(moratorium, law, today)),
            LiftCountryMoratorium act => !PolicyRoom.IsText(act.Publication) ? PolicyRoom.NoText
                : new CountryMoratoriumLifted(act.Kind, of, act.Publication),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static ImmutableArray<Moratorium> Evolve(ImmutableArray<Moratorium> moratoria, MoratoriumEvent happened, Day on) => happened switch
    {
        MoratoriumImposed imposed => moratoria.Add(
            new(imposed.Kind, imposed.Of, imposed.Until, imposed.Category, imposed.Criterion, imposed.Of, null)),
        MoratoriumReassessed => Change(moratoria, happened, each => each with { AssessedOn = on }),
        MoratoriumExtended extended => Change(moratoria, happened, each => each with { Until = extended.Until, AssessedOn = on }),
        CountryMoratoriumLifted => Change(moratoria, happened, each => each with { LiftedOn = on }),
        MoratoriumReviewLapsed lapsed => Change(moratoria, happened, each => each with { ReviewLapsed = lapsed.LastDay }),
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static Decision Impose(CountryPolicy policy, ImposeMoratorium command, Law law) =>
        !PolicyRoom.IsText(command.Category) || !PolicyRoom.IsText(command.Publication) || (command.Criterion is not null && !PolicyRoom.IsText(command.Criterion))
            ? PolicyRoom.NoText
        : command.Until < command.Of ? EndsBeforeItBegins.On(command.Of)
        : policy.MoratoriumOf(command.Kind, command.Of) is not null ? AlreadyImposed
        : AgainstLength(command.Kind, command.Of, command.Until, law) is { } tooLong ? tooLong
        : new MoratoriumImposed(command.Kind, command.Of, command.Until, command.Category, command.Criterion, command.Publication);

    private static Refusal? AgainstLength(MoratoriumKind kind, Day from, Day until, Law law) =>
        LatestDay(kind, from, law) is not { } latest ? MoratoriaInFiles.NotInForce
        : until <= latest ? null
        : kind == MoratoriumKind.Decision ? TooLong.On(latest) : MoratoriaInFiles.TooLong.On(latest);

    // The act bounds the decision, not the moratorium: beyond its months from the first day no application of that day can wait any more.
    private static Day? LatestDay(MoratoriumKind kind, Day from, Law law)
    {
        var none = default(NoTrace);
        return kind switch
        {
            MoratoriumKind.Decision => law.Has(from, DecisionPeriod.Moratorium) ? from.PlusMonths(law.On(from, DecisionPeriod.Moratorium).Count) : null,
            MoratoriumKind.Departure => law.Has(from, Norms.Procedure.Moratoria.Departure) ? Norms.Procedure.Moratoria.LastDay(law, from, ref none) : null,
        };
    }

    // Reality breaks the law: a moratorium that was assessed too late goes on, and the breach is on record.
    private static BreachRecorded? Late(Moratorium moratorium, Law law, Day today) =>
        moratorium.ReviewBy(law) is { } by && today > by ? new(Norms.Procedure.Moratoria.Review.Id, by) : null;

    private static ImmutableArray<Moratorium> Change(ImmutableArray<Moratorium> moratoria, MoratoriumEvent happened, Func<Moratorium, Moratorium> change) =>
        [.. moratoria.Select(each => each.Kind == happened.Kind && each.From == happened.Of ? change(each) : each)];
}
