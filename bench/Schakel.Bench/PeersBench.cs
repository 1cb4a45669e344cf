using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Schakel.Bench;

// Other simulators on the same model: SimPy in this run, on this machine; JaamSim's three models on this engine alone.
internal static class PeersBench
{
    private const int Days = 60;
    private const double MeanService = 30 * 1440;
    private const int Rounds = 3;
    private const string Python = "/usr/bin/python3";

    public static int Run()
    {
        Console.WriteLine(FormattableString.Invariant(
            $"M/M/c ring as in 'engine', stays of 30 days, {Days} days; {Rounds} interleaved rounds, medians"));
        var answered = SimPy();
        JaamSim();
        return answered ? 0 : 1;
    }

    private static bool SimPy()
    {
        var own = new Outcome[Rounds];
        var peer = new Outcome[Rounds];
        _ = Own();
        for (var round = 0; round < Rounds; round++)
        {
            own[round] = Own();
            if (RunPython() is not { } outcome)
            {
                return false;
            }

            peer[round] = outcome;
        }

        Print("own engine (calendar and stations)", own);
        Print("SimPy of Debian", peer);
        var (ratio, lowest, highest) = Pairs.Ratio(own, peer);
        Console.WriteLine(FormattableString.Invariant(
            $"  ratio {ratio:F0} (lowest {lowest:F0}, highest {highest:F0}); own draws on each side, so the waits agree as samples do"));
        return true;

        static Outcome Own() => Outcome.Of(() => new RingNetwork(Days, MeanService).RunOnStations());
    }

    // SimPy's own clock counts: neither the start of Python nor the making of the processes is held against it.
    private static Outcome? RunPython()
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
        [
            PeerScript(),
            RingNetwork.StationCount.ToString(CultureInfo.InvariantCulture),
            RingNetwork.ServersEach.ToString(CultureInfo.InvariantCulture),
            RingNetwork.Entities.ToString(CultureInfo.InvariantCulture),
            MeanService.ToString(CultureInfo.InvariantCulture),
            (Days * 1440).ToString(CultureInfo.InvariantCulture),
        ])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start.");
        var output = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || output.Length != 3)
        {
            Console.Error.WriteLine($"SimPy did not run; is python3-simpy installed? {errors.Trim()}");
            return null;
        }

        return new Outcome(
            long.Parse(output[0], CultureInfo.InvariantCulture),
            double.Parse(output[1], CultureInfo.InvariantCulture),
            double.Parse(output[2], CultureInfo.InvariantCulture));
    }

    private static void JaamSim()
    {
        Console.WriteLine(FormattableString.Invariant($"\nJaamSim's three models on this engine; {Rounds} rounds, medians"));
        (string Name, Func<(long, double)> Work)[] models =
        [
            ("delay, 100 events due", () => JaamSimModels.Delay(100)),
            ("delay, 10,000 events due", () => JaamSimModels.Delay(10_000)),
            ("delay, 100,000 events due", () => JaamSimModels.Delay(100_000)),
            ("create and destroy an entity", JaamSimModels.CreateAndDestroy),
            ("seize and release a resource", JaamSimModels.SeizeAndRelease),
        ];
        var outcomes = Pairs.Interleave(Rounds, Array.ConvertAll(models, m => m.Work));
        for (var i = 0; i < models.Length; i++)
        {
            var rate = Pairs.MedianRate(outcomes[i]);
            Console.WriteLine(FormattableString.Invariant($"  {models[i].Name,-32}{rate / 1e6,8:F2} M/s   {1e9 / rate,6:F1} ns each"));
        }

        Console.WriteLine("  JaamSim's own results (2014, a laptop of 2.5 GHz, published as graphs) are not measured here: see bench/README.md.");
    }

    private static void Print(string name, Outcome[] outcomes) => Console.WriteLine(FormattableString.Invariant(
        $"  {name,-36}{Pairs.MedianRate(outcomes) / 1e6,8:F3} M events/s   {outcomes[0].Count} events   mean wait {outcomes[0].Proof:F1} minutes"));

    private static string PeerScript([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "peers", "mmc_simpy.py");
}
