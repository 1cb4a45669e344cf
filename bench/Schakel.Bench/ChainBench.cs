using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Schakel.Bench;

/// <summary>All promises about load on the running chain, one after another, and one table at the end.</summary>
internal static class ChainBench
{
    private const double PerMinute = 5_000_000;

    /// <summary>Runs all; without a connection string PostgreSQL is left out, and said to be.</summary>
    /// <returns>Zero when every promise was kept.</returns>
    public static int Run(string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("schakel-bench-").FullName;
        try
        {
            var nation = Path.Combine(folder, "nation");
            ImmutableArray<Figure> figures =
            [
                .. Told("store", () => StoreBench.Figures(postgres)),
                .. Told("next steps", NextStepsBench.Figures),
                .. Told("demonstration", () => Builds(folder, nation)),
                .. Told("exports", () => Exports(nation, folder)),
                .. Told("worklists", () => WorklistBench.Run(nation)),
                .. Told("pages", () => PagesBench.Run(nation)),
                .. Told("rebuild", () => [RebuildBench.Run(nation)]),
            ];
            Console.WriteLine();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}; load average at the end {Processes.Load}"));
            if (postgres is null)
            {
                Console.WriteLine("PostgreSQL was not measured: give a connection string of an empty database.");
            }
            Console.WriteLine("| promise | limit | measured | times within it |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var figure in figures)
            {
                Console.WriteLine(figure);
            }
            return figures.All(figure => figure.Kept) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>OCEL 2.0 of a running chain's log, and of one replication of the rehearsal, in JSON and SQLite: events a minute of clock time, the process from its start.</summary>
    /// <param name="nation">The folder of a demonstration.</param>
    /// <param name="into">Where the files go.</param>
    public static ImmutableArray<Figure> Exports(string nation, string into)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var form in (string[])["json", "sqlite"])
        {
            var file = Path.Combine(into, "log." + form);
            Add($"export of the log, OCEL {form}, events a minute", Processes.Schakel("export", file, "--data", nation), file);
            Add($"rehearsal's trajectories, OCEL {form}, events a minute", Processes.Schakel("rehearse", "--replications", "1", "--ocel", file, "--out", Path.Combine(into, "report")), file);
        }
        return figures.ToImmutable();

        void Add(string name, ProgramRun run, string file)
        {
            var events = run.NumberBefore("events");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {events:N0} in {run.Seconds:0.0} s, {new FileInfo(file).Length:N0} bytes"));
            File.Delete(file);
            figures.Add(Figure.AtLeast(name, PerMinute, events / run.Seconds * 60));
        }
    }

    private static IEnumerable<Figure> Builds(string folder, string nation)
    {
        var small = Processes.Schakel("demo", "--scale", "0.1", "--build-only", "--data", Path.Combine(folder, "small"));
        Console.Write(small.Output);
        yield return Figure.AtMost("demonstration at scale 0.1, from the start of the process, s", 20, small.Seconds);
        var whole = Processes.Schakel("demo", "--scale", "1", "--build-only", "--data", nation);
        Console.Write(whole.Output);
        yield return Figure.AtMost("demonstration at scale 1, from the start of the process, s", 180, whole.Seconds);
        yield return Figure.AtLeast("whole-nation replay into SQLite, rehearsing and rows included, events/s", 20_000, whole.NumberBefore("events") / whole.Seconds);
        // A first start makes these in the background; what follows measures the starts after it.
        Processes.Schakel("rebuild", "--data", nation);
        Processes.Schakel("expect", "--data", nation);
    }

    private static ImmutableArray<Figure> Told(string part, Func<IEnumerable<Figure>> measure)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"--- {part} (load average {Processes.Load})"));
        return [.. measure()];
    }
}
