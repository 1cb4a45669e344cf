using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Live;

/// <summary>When the people of a cohort get their next step (verwachting): the middle eight of ten.</summary>
/// <param name="Cohort">Who.</param>
/// <param name="People">How many of the live stock it rests on; those who leave before it are not counted.</param>
/// <param name="From">One of ten has it before this day.</param>
/// <param name="Until">Nine of ten have it by this day; absent when that lies beyond what was looked ahead.</param>
public sealed record Expectation(Cohort Cohort, int People, Day From, Day? Until);

/// <summary>
/// Expectations from the rehearsal of the live stock (verwachtingen), for people to see. Only cohorts leave it: what would become of a
/// person stays inside the run (red line 1), and a cohort of fewer than thirty has no figure.
/// </summary>
/// <param name="Date">The day of the stock.</param>
/// <param name="Days">How many days were looked ahead.</param>
/// <param name="Replications">How many lives of the stock were drawn.</param>
/// <param name="LawHash">Under which law.</param>
/// <param name="Cohorts">The cohorts, by procedure, step and month.</param>
public sealed record Expectations(Day Date, int Days, int Replications, string LawHash, ImmutableArray<Expectation> Cohorts)
{
    /// <summary>Fewest people for a figure.</summary>
    public const int FewestPeople = 30;

    // A person who leaves, or whose claim ends otherwise, did not wait on: they say nothing about how long it takes.
    private static readonly StepKind[] Ends =
        [StepKind.LeaveUnknown, StepKind.Depart, StepKind.TransferToState, StepKind.WithdrawApplication, StepKind.DecideApplication];

    /// <summary>Draws the live stock forward and gathers when each cohort gets its next step.</summary>
    /// <param name="inputs">Inputs with a live stock.</param>
    /// <param name="seed">Seed of the first replication; the others follow.</param>
    /// <param name="replications">How many, at least one.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="ArgumentException">The inputs have no live stock.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static Expectations Of(ModelInputs inputs, ulong seed, int replications, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        var stock = inputs.Live ?? throw new ArgumentException($"The inputs `{inputs.Scenario}` have no live stock to expect anything of.", nameof(inputs));
        var waiting = stock.Files.Select(each => (each.Person, Cohort: Cohort.Of(each.File))).Where(each => each.Cohort is not null)
            .ToDictionary(each => StreamId.Of(each.Person), each => each.Cohort!.Value);
        var waits = waiting.Values.Distinct().ToDictionary(each => each, _ => new List<int>());
        for (var i = 0; i < replications; i++)
        {
            Gather(LivePlan.Draw(inputs, seed + (ulong)i, stop), waiting, waits);
        }
        return new(stock.Date, inputs.Days, replications, stock.Law.Hash,
        [
            .. waits.Where(each => each.Value.Count / replications >= FewestPeople)
                .Select(each => Middle(each.Key, each.Value, stock.Date, inputs.Days, replications))
                .OrderBy(each => each.Cohort.Procedure).ThenBy(each => each.Cohort.Step).ThenBy(each => each.Cohort.Month),
        ]);
    }

    /// <summary>What is expected for a file; null when its cohort has no figure.</summary>
    /// <param name="file">The file.</param>
    public Expectation? For(CaseFile file) => Cohort.Of(file) is { } cohort ? Cohorts.FirstOrDefault(each => each.Cohort == cohort) : null;

    private static void Gather(LivePlan plan, Dictionary<StreamId, Cohort> waiting, Dictionary<Cohort, List<int>> waits)
    {
        var left = new Dictionary<StreamId, Cohort>(waiting);
        foreach (var step in plan.Steps)
        {
            if (step.Person < 0 || !(Array.IndexOf(Ends, step.Kind) >= 0 || IsAwaited(step.Kind)))
            {
                continue;
            }
            var person = plan.StreamOf(step);
            if (!left.TryGetValue(person, out var cohort))
            {
                continue;
            }
            if (step.Kind == cohort.Kind)
            {
                waits[cohort].Add(plan.DayOf(step) - plan.Start);
                left.Remove(person);
            }
            else if (Array.IndexOf(Ends, step.Kind) >= 0)
            {
                left.Remove(person);
            }
        }
        foreach (var cohort in left.Values)
        {
            waits[cohort].Add(int.MaxValue); // Still waiting at the end.
        }
    }

    private static bool IsAwaited(StepKind kind) =>
        kind is StepKind.HoldInterview or StepKind.RuleOnAppeal or StepKind.LinkToMunicipality or StepKind.MoveIntoHome;

    private static Expectation Middle(Cohort cohort, List<int> days, Day date, int horizon, int replications)
    {
        days.Sort();
        var (first, last) = (Rank(days, 1), Rank(days, 9));
        return new(cohort, days.Count / replications, date.PlusDays(Math.Min(first, horizon)), last > horizon ? null : date.PlusDays(last));
    }

    // Nearest rank: the smallest value that so many of ten do not exceed.
    private static int Rank(List<int> sorted, int ofTen) => sorted[(((sorted.Count * ofTen) + 9) / 10) - 1];
}
