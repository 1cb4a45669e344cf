using System.Diagnostics;

namespace Schakel.Bench;

// One run: how many things were done, in how much time, and a figure that proves both sides did the same.
internal readonly record struct Outcome(long Count, double Seconds, double Proof)
{
    public double PerSecond => Count / Seconds;

    public static Outcome Of(Func<(long Count, double Proof)> work)
    {
        // What an earlier run left behind must not be collected at this one's expense.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var clock = Stopwatch.StartNew();
        var (count, proof) = work();
        return new Outcome(count, clock.Elapsed.TotalSeconds, proof);
    }
}

// Runs of two or more contenders, taken in turn so that a slow moment of a shared machine hits all of them. The first round only
// warms up. Ratios are taken within a round; medians over the rounds.
internal static class Pairs
{
    public static Outcome[][] Interleave(int rounds, params Func<(long Count, double Proof)>[] contenders)
    {
        var outcomes = Array.ConvertAll(contenders, _ => new Outcome[rounds]);
        foreach (var contender in contenders)
        {
            _ = Outcome.Of(contender);
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                outcomes[i][round] = Outcome.Of(contenders[i]);
            }
        }

        return outcomes;
    }

    public static double MedianRate(Outcome[] outcomes) => Median(Array.ConvertAll(outcomes, o => o.PerSecond));

    public static double MedianSeconds(Outcome[] outcomes) => Median(Array.ConvertAll(outcomes, o => o.Seconds));

    public static (double Median, double Lowest, double Highest) Ratio(Outcome[] faster, Outcome[] slower)
    {
        var ratios = faster.Zip(slower, (a, b) => a.PerSecond / b.PerSecond).ToArray();
        return (Median(ratios), ratios.Min(), ratios.Max());
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
