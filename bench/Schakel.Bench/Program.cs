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
            case ["next-steps"]:
                return NextStepsBench.Run();
            default:
                Console.Error.WriteLine("Name a benchmark: engine (the calendar against .NET's PriorityQueue), peers (SimPy, JaamSim's models), nation (the national model), norms (answers of the law) or next-steps (the way ahead of a case file).");
                return 2;
        }
    }
}
