using NodaTime;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;
using Household = Schakel.Chain.Family.Household;

namespace Schakel.Bench;

// What it costs to say what lies ahead of a file: the whole (steps, rights, entitlements, terms), and the rows a store keeps. The files are
// those of a small nation, each as it stands when something happens to it, so that what moves most is asked most.
internal static class NextStepsBench
{
    private const int Rounds = 7;
    private const int Every = 7;
    private const int Repeats = 10;
    private const double Limit = 50e-6;

    private readonly record struct Moment(CaseFile File, Household Household, Day Today);

    public static int Run() => Figures().All(figure => figure.Kept) ? 0 : 1;

    /// <summary>The same, as figures with their limits.</summary>
    public static Figure[] Figures()
    {
        var law = Regimes.January2024;
        var moments = Moments();
        var steps = 0L;
        foreach (var (file, household, today) in moments)
        {
            steps += WayAhead.Of(file, household, law, today).Steps.Length;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"way ahead of {moments.Count} files of a small nation, {(double)steps / moments.Count:F1} steps a file; {Rounds} rounds, medians"));
        var outcomes = Pairs.Interleave(Rounds, () => Whole(moments, law), () => Rows(moments, law));
        return [Print("whole: steps, rights, terms", outcomes[0]), Print("rows for a store", outcomes[1])];
    }

    private static (long Count, double Proof) Whole(List<Moment> moments, Law law)
    {
        var sum = 0L;
        for (var i = 0; i < Repeats; i++)
        {
            foreach (var (file, household, today) in moments)
            {
                var ahead = WayAhead.Of(file, household, law, today);
                sum += ahead.Steps.Length + ahead.MayDo.Length;
            }
        }

        return ((long)Repeats * moments.Count, sum);
    }

    private static (long Count, double Proof) Rows(List<Moment> moments, Law law)
    {
        var sum = 0L;
        for (var i = 0; i < Repeats; i++)
        {
            foreach (var (file, household, _) in moments)
            {
                sum += WayAhead.Rows(file, household, law).Length;
            }
        }

        return ((long)Repeats * moments.Count, sum);
    }

    private static List<Moment> Moments()
    {
        var inputs = InputsFromData.Baseline(ChainData.Load(), new LocalDate(2024, 1, 10), 2, Regimes.January2024, ParameterSet.AsDeclared, 0.02);
        var nation = new Nation(inputs, 1, 0, keepSteps: true);
        nation.Live();
        var households = new Dictionary<int, Household>();
        var replay = new Replay(
            new(inputs.Start, nation.Persons, _ => inputs.Law, nation.SponsorOf),
            (in RecordedEvent recorded) =>
            {
                if (recorded.Stream == StreamKind.Household)
                {
                    households[recorded.Index] = Decider.Evolve(households.GetValueOrDefault(recorded.Index, Household.Empty), recorded.Event);
                }
            });
        var moments = new List<Moment>();
        var seen = 0;
        foreach (var step in nation.Steps)
        {
            replay.Apply(step);
            if (step.Person >= 0 && ++seen % Every == 0)
            {
                var file = replay.FileOf(step.Person);
                moments.Add(new(
                    file, households.GetValueOrDefault((int)file.Registration.Household.Value - 1, Household.Empty),
                    inputs.Start.PlusDays(step.Minute / (24 * 60))));
            }
        }

        return moments;
    }

    private static Figure Print(string name, Outcome[] outcomes)
    {
        var seconds = 1 / Pairs.MedianRate(outcomes);
        Console.WriteLine(FormattableString.Invariant($"  {name,-30}{seconds * 1e6,8:F2} µs a file; limit {Limit * 1e6:F0} µs: {Limit / seconds:F1} × faster"));
        return Figure.AtMost($"next steps of a file, {name}, µs", Limit * 1e6, seconds * 1e6);
    }
}
