using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;

namespace Schakel.Bench;

// The national model, five years from January 2024. "Events" are the events that an export of the same replication holds: the case file
// makes them of the steps (a placement is one step and two events, in the file and at the site), so they are counted once by a replay and
// are the same in every run of that replication.
internal static class NationBench
{
    private const int Rounds = 5;
    private const double ShareAim = 0.3;
    private const double SecondsAim = 4;
    private const double ThreadsAim = 1.6;
    private const double GigabytesLimit = 1;

    // Five years of the ring with stays of thirty days: the bare engine doing what the national model asks of it.
    private const int RingDays = 1826;
    private const double RingService = 30 * 1440;

    public static int Run()
    {
        var data = ChainData.Load();
        var inputs = Inputs(data, 1);
        AgainstTheBareEngine(inputs);
        Threads(inputs);
        InChildren();
        return 0;
    }

    /// <summary>One replication in a process of its own: processor time, which other work on the machine disturbs least, and the most memory it ever had.</summary>
    /// <param name="scale">Size of the nation.</param>
    /// <returns>The exit code.</returns>
    public static int RunAlone(string scale)
    {
        var inputs = Inputs(ChainData.Load(), double.Parse(scale, CultureInfo.InvariantCulture));
        for (var i = 0; i < 6; i++)
        {
            new Nation(Inputs(ChainData.Load(), 0.1), 1, i, keepSteps: false).Live(); // Until the code is compiled for good.
        }

        GC.Collect();
        var collections = GC.CollectionCount(0);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = ProcessorTime();
        var nation = new Nation(inputs, 1, 0, keepSteps: false);
        nation.Live();
        var seconds = ProcessorTime() - began;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant(
            $"{nation.PersonCount} {nation.StepCount} {seconds:F3} {allocated} {self.PeakWorkingSet64} {GC.CollectionCount(0) - collections}"));
        GC.KeepAlive(nation);
        return 0;
    }

    private static void AgainstTheBareEngine(ModelInputs inputs)
    {
        var report = Conform.Run(inputs, 1, 0);
        var persons = 0;
        var steps = 0L;
        var happenings = 0L;
        var outcomes = Pairs.Interleave(
            Rounds,
            () =>
            {
                var nation = new Nation(inputs, 1, 0, keepSteps: false);
                nation.Live();
                (persons, steps, happenings) = (nation.PersonCount, nation.StepCount, nation.HappeningCount);
                return (report.Events, nation.StepCount);
            },
            () => new RingNetwork(RingDays, RingService).Run(new OwnCalendar(RingDays, RingNetwork.ExpectedLive)),
            () => new RingNetwork(RingDays, RingService).RunOnStations());
        var (nations, calendar, stations) = (outcomes[0], outcomes[1], outcomes[2]);
        Print($"national model: {persons:N0} persons, {steps:N0} steps, {happenings:N0} happenings, {report.Events:N0} events ({(double)report.Events / report.Persons:F1} a person), {report.Refused.Length} kinds refused");
        Print($"  {Pairs.MedianSeconds(nations),6:F2} s a replication, {Pairs.MedianRate(nations) / 1e6:F1} M events/s; aim {SecondsAim} s: {Met(Pairs.MedianSeconds(nations) <= SecondsAim)}");
        Share("the bare calendar (ring of M/M/c, plain queues)", nations, calendar);
        Share("the engine with its stations (queues, statistics)", nations, stations);
    }

    private static void Share(string peer, Outcome[] nations, Outcome[] ring)
    {
        var (median, lowest, highest) = Pairs.Ratio(nations, ring);
        Print($"  {median:P0} ({lowest:P0}–{highest:P0}) of {peer}, {Pairs.MedianRate(ring) / 1e6:F1} M events/s; aim {ShareAim:P0}: {Met(median >= ShareAim)}");
    }

    // The threads run as `schakel rehearse --threads` runs them. When other work keeps the cores busy, no program gains by the clock: what two
    // threads of plain arithmetic gain shows how much there was to be had. Processor time does not depend on it as much: when two threads
    // need no more of it than one, two free cores would do the work in half the time.
    private static void Threads(ModelInputs inputs)
    {
        var ratios = new List<double>();
        var ceilings = new List<double>();
        var byProcessor = new List<double>();
        Rehearse.Run(inputs, new RunOptions(1, 2, 2));
        for (var round = 0; round < Rounds; round++)
        {
            var before = ProcessorTime();
            var one = Time(() => Rehearse.Run(inputs, new RunOptions(1, 4, 1)));
            var between = ProcessorTime();
            ratios.Add(one / Time(() => Rehearse.Run(inputs, new RunOptions(1, 4, 2))));
            byProcessor.Add(2 * (between - before) / (ProcessorTime() - between));
            ceilings.Add(2 * Time(() => Spin(1)) / Time(() => Spin(2)));
        }

        ratios.Sort();
        ceilings.Sort();
        byProcessor.Sort();
        Print($"threads: four replications, one thread over two: {ratios[Rounds / 2]:F2} ({ratios[0]:F2}–{ratios[^1]:F2}); aim {ThreadsAim}: {Met(ratios[Rounds / 2] >= ThreadsAim)}");
        Print($"  by processor time, which is what two free cores would gain: {byProcessor[Rounds / 2]:F2} ({byProcessor[0]:F2}–{byProcessor[^1]:F2}): {Met(byProcessor[Rounds / 2] >= ThreadsAim)}");
        Print($"  what two threads of plain arithmetic got out of this machine meanwhile: {ceilings[Rounds / 2]:F2} ({ceilings[0]:F2}–{ceilings[^1]:F2}); garbage collector: {(GCSettings.IsServerGC ? "server" : "workstation")}");
    }

    private static void InChildren()
    {
        Print($"scale       persons        steps  cpu sec.  µs/step  allocated MB  peak MB  collections");
        var perStep = new Dictionary<string, double>();
        foreach (var scale in (string[])["0.1", "1", "10"])
        {
            var runs = Enumerable.Range(0, scale == "10" ? 1 : Rounds).Select(_ => Child(scale)).OrderBy(run => run[2]).ToArray();
            var run = runs[runs.Length / 2];
            perStep[scale] = run[2] / run[1];
            var peak = run[4] / 1048576;
            Print($"{scale,5} {run[0],13:N0} {run[1],12:N0} {run[2],8:F2} {1e6 * perStep[scale],9:F2} {run[3] / 1048576,13:N0} {peak,8:N0} {run[5],12:N0}");
            if (scale == "1")
            {
                Print($"      memory limit {GigabytesLimit} GB: {Met(peak / 1024 <= GigabytesLimit)}");
            }
        }

        Print($"processor time a step against once the nation: a tenth {perStep["0.1"] / perStep["1"]:F2}, ten times {perStep["10"] / perStep["1"]:F2} (1 is linear)");
    }

    private static double[] Child(string scale)
    {
        using var child = Process.Start(new ProcessStartInfo(Path.ChangeExtension(typeof(NationBench).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)!, ["nation", scale])
        {
            RedirectStandardOutput = true,
        })!;
        var line = child.StandardOutput.ReadToEnd().Trim().Split('\n')[^1];
        child.WaitForExit();
        return Array.ConvertAll(line.Split(' '), part => double.Parse(part, CultureInfo.InvariantCulture));
    }

    private static void Spin(int threads)
    {
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            var bits = 1UL;
            for (var i = 0; i < 200_000_000; i++)
            {
                bits = unchecked((bits * 6364136223846793005UL) + 1442695040888963407UL);
            }

            GC.KeepAlive(bits);
        })).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
    }

    private static ModelInputs Inputs(ChainData data, double scale) =>
        InputsFromData.Baseline(data, new LocalDate(2024, 1, 10), 5, Regimes.January2024, ParameterSet.AsDeclared, scale);

    private static string Met(bool met) => met ? "met" : "NOT met";

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static double ProcessorTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static double Time(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }
}
