using System.Globalization;
using System.Runtime.InteropServices;

namespace Schakel.Bench;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors"));
        switch (arguments)
        {
            case ["engine"]:
                EngineBench.Run();
                return 0;
            case ["peers"]:
                return PeersBench.Run();
            case ["nation"]:
                return NationBench.Run();
            case ["nation", var scale]:
                return NationBench.RunAlone(scale);
            case ["norms"]:
                return NormsBench.Run();
            case ["store"]:
                return StoreBench.Run(null);
            case ["store", var postgres]:
                return StoreBench.Run(postgres);
            case ["store-acts", var folder, var count]:
                return StoreBench.RunActs(new(folder), int.Parse(count, CultureInfo.InvariantCulture));
            case ["store-acts", var folder, var count, var postgres]:
                return StoreBench.RunActs(new(folder, postgres), int.Parse(count, CultureInfo.InvariantCulture));
            case ["store-rows", var folder, var count]:
                return StoreBench.RunRows(folder, int.Parse(count, CultureInfo.InvariantCulture));
            case ["rebuild", var folder]:
                return RebuildBench.Run(folder).Kept ? 0 : 1;
            case ["worklists", var folder]:
                return WorklistBench.Run(folder).All(figure => figure.Kept) ? 0 : 1;
            case ["pages", var folder, .. var only]:
                return PagesBench.Run(folder, true, only).All(figure => figure.Kept) ? 0 : 1;
            case ["officials", var folder]:
                return PagesBench.Run(folder, timed: false).All(figure => figure.Kept) ? 0 : 1;
            case ["ask", var url, var site, var municipality]:
                return WorklistBench.Ask(new Uri(url), site, municipality);
            case ["exports", var folder, var into]:
                return ChainBench.Exports(folder, into).All(figure => figure.Kept) ? 0 : 1;
            case ["chain"]:
                return ChainBench.Run(null);
            case ["chain", var postgres]:
                return ChainBench.Run(postgres);
            case ["next-steps"]:
                return NextStepsBench.Run();
            default:
                Console.Error.WriteLine("Name a benchmark: chain (all promises about load on the running chain, in one table; a connection string adds PostgreSQL), engine (the calendar against .NET's PriorityQueue), peers (SimPy, JaamSim's models), nation (the national model), norms (answers of the law), next-steps (the way ahead of a case file), rebuild FOLDER, worklists FOLDER, pages FOLDER [FUNCTION …] (of those functions only), officials FOLDER (those of the pages who work at once, alone), exports FOLDER INTO (of a demonstration) or store (durable acts; a connection string adds PostgreSQL).");
                return 2;
        }
    }
}
