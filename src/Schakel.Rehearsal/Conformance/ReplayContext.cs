using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Conformance;

/// <summary>What a replay needs besides the steps (gegevens voor het naspelen).</summary>
/// <param name="Start">First day of the rehearsal: minute 0 is its midnight.</param>
/// <param name="Persons">Everyone, by the index that steps use; it may still grow while steps are applied.</param>
/// <param name="LawOn">The law under which commands are judged on a day; asked once for each day with steps.</param>
/// <param name="SponsorOf">Household of the sponsor of a household that comes by family reunification; its own index when there is none.</param>
public sealed record ReplayContext(
    Day Start, IReadOnlyList<SimulatedPerson> Persons, Func<Day, Law> LawOn, Func<int, int> SponsorOf)
{
    /// <summary>The numbers that people, households and sites have in the chain.</summary>
    public Numbering Numbering { get; init; } = Numbering.FromOne;

    /// <summary>The files, households and sites on which the steps go on; none when the chain begins with them.</summary>
    public LiveStock? Live { get; init; }

    /// <summary>One law throughout, and relatives in the household of their sponsor.</summary>
    /// <param name="start">First day.</param>
    /// <param name="persons">Everyone.</param>
    /// <param name="law">The law.</param>
    public static ReplayContext Under(Law law, Day start, IReadOnlyList<SimulatedPerson> persons) =>
        new(start, persons, _ => law, household => household);
}
