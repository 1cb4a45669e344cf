using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Schakel.Bench;

// Other simulators on the same model: SimPy in this run, on this machine; JaamSim's three models on this engine alone.
internal static class PeersBench
{
    private const int Days = 60;
    private const double MeanService = 30 * 1440;
    private const int DelayDays = 700; // Ten mean delays, one event a minute.
    private const int WarmUps = 10; // Our runs last a tenth of a second: the compiler must have finished before them.
    private const int Rounds = 5;
    private const string Python = "/usr/bin/python3";

    public static int Run()
    {
        Console.WriteLine(FormattableString.Invariant(
            $"Against SimPy of Debian; {Rounds} interleaved rounds, medians; each side draws its own numbers, so waits agree as samples do"));
        var answered = Compare(
            FormattableString.Invariant($"M/M/c ring as in 'engine', stays of 30 days, {Days} days"),
            "mean wait in minutes",
            () => new RingNetwork(Days, MeanService).RunOnStations(),
            "mmc_simpy.py",
            [RingNetwork.StationCount, RingNetwork.ServersEach, RingNetwork.Entities, MeanService, Days * 1440])
            && Compare(
                FormattableString.Invariant($"JaamSim's delay model, {RingNetwork.ExpectedLive} events due"),
                "events per time unit",
                () => JaamSimModels.Delay(RingNetwork.ExpectedLive, DelayDays),
                "delay_simpy.py",
                [RingNetwork.ExpectedLive, DelayDays * 1440]);
        JaamSim();
        return answered ? 0 : 1;
    }

    private static bool Compare(string title, string proof, Func<(long, double)> work, string script, double[] arguments)
    {
        var own = new Outcome[Rounds];
        var peer = new Outcome[Rounds];
        for (var warming = 0; warming < WarmUps; warming++)
        {
            _ = Outcome.Of(work);
        }

        for (var round = 0; round < Rounds; round++)
        {
            own[round] = Outcome.Of(work);
            if (RunPython(script, arguments) is not { } outcome)
            {
                return false;
            }

            peer[round] = outcome;
        }

        Console.WriteLine($"\n{title}");
        Print("own engine", own, proof);
        Print("SimPy", peer, proof);
        var (ratio, lowest, highest) = Pairs.Ratio(own, peer);
        Console.WriteLine(FormattableString.Invariant($"  ratio {ratio:F0} (lowest {lowest:F0}, highest {highest:F0})"));
        return true;
    }

    // SimPy's own clock counts: neither the start of Python nor the making of the processes is held against it.
    private static Outcome? RunPython(string script, double[] arguments)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(PeerScript(script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument.ToString(CultureInfo.InvariantCulture));
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start.");
        var output = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || output.Length != 3)
        {
            Console.Error.WriteLine($"{script} did not run; is python3-simpy installed? {errors.Trim()}");
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

    private static void Print(string name, Outcome[] outcomes, string proof) => Console.WriteLine(FormattableString.Invariant(
        $"  {name,-12}{Pairs.MedianRate(outcomes) / 1e6,8:F3} M events/s   {outcomes[0].Count} events   {proof} {outcomes[0].Proof:G6}"));

    private static string PeerScript(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "peers", name);
}
