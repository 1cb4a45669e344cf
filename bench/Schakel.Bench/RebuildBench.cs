using System.Diagnostics;
using System.Globalization;
using Schakel.Demonstration;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Day = Schakel.Norms.Day;

namespace Schakel.Bench;

/// <summary>Rebuild of all read models and of the files' own rows from the log of a demonstration: whole, and what each part of it takes.</summary>
internal static class RebuildBench
{
    private const double Limit = 100_000;

    /// <summary>Runs it.</summary>
    /// <param name="folder">The folder of a demonstration; its rows are made anew, its log is only read.</param>
    public static Figure Run(string folder)
    {
        using var store = ChainStore.Open(new(folder), new DeskSettings(DemonstrationLaw.On, new Standing(), TimeProvider.System) { StepsOf = ChainSteps.Of });
        var phases = new Phases();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
#pragma warning disable VSTHRD002 // A bench has nothing else to do.
        store.Models.RebuildAsync(phases).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        phases.End();
        // Made is what is folded, written and read from then on; what was read before is taken away after it.
        var (whole, used) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        var clock = whole - phases.All.SkipWhile(phase => phase.Name != "rows").Skip(1).Sum(phase => phase.Seconds);
        var events = store.Log.Position;
        foreach (var (name, seconds, busy) in phases.All)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-10}{seconds,8:0.0} s by the clock, {busy,8:0.0} s of processor time"));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{events:N0} events folded and written in {clock:0.0} s: {events / clock:N0} events/s; with the former rows taken away {whole:0.0} s: {events / whole:N0} events/s; {used:0.0} s of processor time, {Environment.ProcessorCount} processors"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  collections: {GC.CollectionCount(0)} young, {GC.CollectionCount(1)} middle, {GC.CollectionCount(2)} whole; {GC.GetTotalPauseDuration().TotalSeconds:0.0} s of pauses"));
        return Figure.AtLeast("rebuild of the read models, events/s", Limit, events / clock);
    }

    private sealed class Phases : IProgress<RebuildProgress>
    {
        private readonly List<(string, double, double)> _all = [];
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private TimeSpan _processor = Environment.CpuUsage.TotalTime;
        private string _phase = "beginning";

        public IReadOnlyList<(string Name, double Seconds, double Processor)> All => _all;

        public void Report(RebuildProgress value)
        {
            if (value.Phase != _phase)
            {
                End();
                _phase = value.Phase;
            }
        }

        public void End()
        {
            var now = Environment.CpuUsage.TotalTime;
            _all.Add((_phase, _watch.Elapsed.TotalSeconds, (now - _processor).TotalSeconds));
            (_processor, _phase) = (now, "");
            _watch.Restart();
        }
    }

    private sealed class Standing : IChainClock
    {
        public Day Today => Day.Of(2024, 1, 10);
    }
}
