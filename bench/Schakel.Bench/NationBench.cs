using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;

namespace Schakel.Bench;

/// <summary>The national model: five years from January 2024, at a tenth, once and ten times the nation, and on one and two threads.</summary>
internal static class NationBench
{
    public static void Run()
    {
        var data = ChainData.Load();
        Live(Inputs(data, 0.1), 0); // Warm-up.
        Live(Inputs(data, 0.1), 0);
        Console.WriteLine("scale      persons        steps  seconds  steps/s      µs/person  live MB");
        var perPerson = new Dictionary<double, double>();
        foreach (var scale in (double[])[0.1, 1, 10])
        {
            var (seconds, nation, megabytes) = Enumerable.Range(0, scale > 1 ? 1 : 3)
                .Select(i => Live(Inputs(data, scale), i)).OrderBy(run => run.Seconds).ElementAt(scale > 1 ? 0 : 1);
            perPerson[scale] = seconds / nation.PersonCount;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{scale,5} {nation.PersonCount,12:N0} {nation.StepCount,12:N0} {seconds,8:F2} {nation.StepCount / seconds,9:N0} {1e6 * perPerson[scale],12:F1} {megabytes,8:N0}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time per person at 10x over 1x: {perPerson[10] / perPerson[1]:F2} (1 is linear)"));
        Events(data);
        Threads(data);
    }

    private static void Events(ChainData data)
    {
        var inputs = Inputs(data, 1);
        var (seconds, nation, _) = Live(inputs, 0);
        var report = Conform.Run(inputs, 1, 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"events as exported: {report.Events:N0} for {report.Persons:N0} persons, {(double)report.Events / report.Persons:F1} each; {report.Events / seconds:N0} events/s of simulation; limit 4 s a replication, measured {seconds:F2} s"));
    }

    private static void Threads(ChainData data)
    {
        var inputs = Inputs(data, 1);
        var ratios = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            ratios.Add(Time(() => Rehearse.Run(inputs, new RunOptions(1, 4, 1))) / Time(() => Rehearse.Run(inputs, new RunOptions(1, 4, 2))));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"four replications, one thread over two: {ratios[1]:F2} ({ratios[0]:F2}–{ratios[2]:F2}); limit 1.6"));
    }

    private static (double Seconds, Nation Nation, double Megabytes) Live(ModelInputs inputs, int replication)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var nation = new Nation(inputs, 1, replication, keepSteps: false);
        var seconds = Time(() => nation.Live());
        return (seconds, nation, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0);
    }

    private static ModelInputs Inputs(ChainData data, double scale) =>
        InputsFromData.Baseline(data, new LocalDate(2024, 1, 10), 5, Regimes.January2024, ParameterSet.AsDeclared, scale);

    private static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }
}
