using Schakel.Norms;
using Schakel.Store;

namespace Schakel.Demonstration;

/// <summary>The chain's date of a demonstration (demonstratieklok): it stands still until somebody moves it.</summary>
/// <param name="today">The day.</param>
public sealed class DemonstrationClock(Day today) : IChainClock
{
    private volatile int _today = today.Number;

    /// <inheritdoc/>
    public Day Today => new(_today);

    internal void MoveTo(Day day) => _today = day.Number;
}

/// <summary>The law of a demonstration: as it was known in its two past years, and from its first day on as known then.</summary>
public static class DemonstrationLaw
{
    /// <summary>Whose past is rehearsed from this day.</summary>
    public static Day PastBegins { get; } = Day.Of(2022, 1, 1);

    /// <summary>The day on which a demonstration begins.</summary>
    public static Day Begins { get; } = Day.Of(2024, 1, 10);

    /// <summary>The law of a day.</summary>
    /// <param name="day">The day.</param>
    public static Law On(Day day) => day < Begins ? Regimes.January2022 : Regimes.January2024;
}

/// <summary>The law that applies to data that are in use (geldend recht): one place says it, for serving, rebuilding, importing and rehearsing on.</summary>
public static class LawInUse
{
    /// <summary>
    /// The law of a day, for the data in a folder. A demonstration does not know what became law after its first day. Everywhere else it is
    /// the law as it is known now: each version of a norm says itself from and until which day it holds, for days in the past as well.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    public static Func<Day, Law> In(string folder) => DemonstrationState.IsIn(folder) ? DemonstrationLaw.On : _ => Regimes.Dossier2026;
}
