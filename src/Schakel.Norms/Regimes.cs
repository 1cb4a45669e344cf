using System.Collections.Immutable;

namespace Schakel.Norms;

/// <summary>Laws that can be asked for by name (regimes): what was in force and announced, as known on one day.</summary>
public static class Regimes
{
    private static readonly Lazy<Law> FirstOfJanuary2022 = new(() => Law.AsKnownOn("january-2022", Day.Of(2022, 1, 1)));
    private static readonly Lazy<Law> TenthOfJanuary2024 = new(() => Law.AsKnownOn("january-2024", Day.Of(2024, 1, 10)));
    private static readonly Lazy<Law> Dossier = new(() => Law.AsKnownOn("dossier-2026", Day.Of(2026, 11, 24)));

    /// <summary>What was known on 1 January 2022.</summary>
    public static Law January2022 => FirstOfJanuary2022.Value;

    /// <summary>What was known on 10 January 2024: the dispersal act of 1 February 2024 is announced, the EU Pact of 2026 is not law yet.</summary>
    public static Law January2024 => TenthOfJanuary2024.Value;

    /// <summary>The dossier of 24 November 2026: the EU Pact and two statuses; what could not be verified is marked so per version.</summary>
    public static Law Dossier2026 => Dossier.Value;

    /// <summary>Names that <see cref="Find"/> knows, oldest first.</summary>
    public static ImmutableArray<string> Names { get; } = ["january-2022", "january-2024", "dossier-2026"];

    /// <summary>The law as known on any day: its versions then, and no end that nobody knew.</summary>
    /// <param name="day">The day of knowledge.</param>
    /// <returns>The law.</returns>
    public static Law KnownOn(Day day) => Law.AsKnownOn("known-on-" + day, day);

    /// <summary>The law with a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The law.</returns>
    /// <exception cref="UnknownRegimeException">There is none.</exception>
    public static Law Find(string name) => name switch
    {
        "january-2022" => January2022,
        "january-2024" => January2024,
        "dossier-2026" => Dossier2026,
        _ => throw new UnknownRegimeException(name),
    };

    /// <summary>The law with a mark (<see cref="Law.Hash"/>).</summary>
    /// <param name="mark">The mark, whole.</param>
    /// <returns>The law; null when no regime has it.</returns>
    public static Law? WithMark(string mark) => Names.Select(Find).FirstOrDefault(law => law.Hash == mark);
}

/// <summary>No regime has this name (onbekend regime).</summary>
/// <param name="name">The name asked for.</param>
public sealed class UnknownRegimeException(string name)
    : NormException(name, $"There is no regime `{name}`; there are {string.Join(", ", Regimes.Names)}.");
