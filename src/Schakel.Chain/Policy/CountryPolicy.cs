using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>An event of the policy on a country.</summary>
public abstract record PolicyEvent : ChainEvent;

/// <summary>
/// The policy on a country of nationality (landenbeleid; capability C41): what was reported and ruled, which policy held when, which moratoria
/// were imposed, and what officials are to do with it. It is about no person. Immutable; the default is a country on which nothing was adopted.
/// </summary>
/// <param name="Reports">Country reports that were taken in, in order.</param>
/// <param name="Versions">Versions of the policy, in order; each holds until the next one begins.</param>
/// <param name="Moratoria">Moratoria that were imposed, those that ended included.</param>
/// <param name="Rulings">Rulings that were taken in, in order.</param>
/// <param name="Instructions">Work instructions, by number.</param>
public sealed record CountryPolicy(
    ImmutableArray<CountryReport> Reports, ImmutableArray<AdoptedPolicy> Versions, ImmutableArray<Moratorium> Moratoria,
    ImmutableArray<Ruling> Rulings, ImmutableArray<WorkInstruction> Instructions)
{
    /// <summary>Nothing.</summary>
    public static CountryPolicy None { get; } = new([], [], [], [], []);

    /// <summary>The policy in force on a day (beleid zoals op een datum).</summary>
    /// <param name="day">The day.</param>
    /// <returns>The last version that had begun by then; null before the first.</returns>
    public AdoptedPolicy? InForceOn(Day day)
    {
        for (var i = Versions.Length - 1; i >= 0; i--)
        {
            if (Versions[i].InForceFrom <= day)
            {
                return Versions[i];
            }
        }
        return null;
    }

    /// <summary>A moratorium by its kind and first day.</summary>
    /// <param name="kind">Decision or departure.</param>
    /// <param name="of">Its first day.</param>
    /// <returns>The moratorium; null when none of that kind began on that day.</returns>
    public Moratorium? MoratoriumOf(Procedure.MoratoriumKind kind, Day of)
    {
        foreach (var each in Moratoria)
        {
            if (each.Kind == kind && each.From == of)
            {
                return each;
            }
        }
        return null;
    }
}

/// <summary>The room of country policy: hands each command and event to its subject.</summary>
public static class PolicyRoom
{
    /// <summary>Longest text of one field.</summary>
    public const int LongestText = 1000;

    /// <summary>A text that says nothing, or a book.</summary>
    public static readonly Refusal NoText = new(
        "policy.no-text", "fact",
        "Een omschrijving of kenmerk is leeg, of langer dan 1000 tekens.",
        "A description or reference is empty, or longer than 1000 characters.");

    internal static Decision Decide(CountryPolicy policy, PolicyCommand command, Law law, Day today) => command switch
    {
        TakeInReport act => CountryReports.Decide(policy, act, today),
        AdoptPolicy act => PolicyVersions.Decide(policy, act),
        TakeInRuling act => Rulings.Decide(policy, act, today),
        MoratoriumCommand act => CountryMoratoria.Decide(policy, act, law, today),
        ObserveReviewLapse act => ReviewLapses.Decide(policy, act, law, today),
        DraftInstruction act => WorkInstructions.Decide(policy, act),
        InstructionCommand act => WorkInstructions.Decide(policy, act, today),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static CountryPolicy Evolve(CountryPolicy policy, PolicyEvent happened, Day on) => happened switch
    {
        ReportTakenIn taken => policy with { Reports = policy.Reports.Add(taken.Report) },
        PolicyAdopted adopted => policy with { Versions = policy.Versions.Add(new(adopted.Version, adopted.InForceFrom, adopted.Publication)) },
        RulingTakenIn taken => policy with { Rulings = policy.Rulings.Add(taken.Ruling) },
        MoratoriumEvent own => policy with { Moratoria = CountryMoratoria.Evolve(policy.Moratoria, own, on) },
        InstructionEvent own => policy with { Instructions = WorkInstructions.Evolve(policy.Instructions, own, on) },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    internal static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}
