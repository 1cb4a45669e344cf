using System.Diagnostics;
using System.Globalization;
using System.Text;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Bench;

// What an answer of the law costs: to the simulation, which asks without receipt; to a person, with one; and to a program that asks many.
internal static class NormsBench
{
    private const int Rounds = 7;
    private const int Days = 1500;
    private const int Receipts = 60 * Days; // Whole rounds of days, so that both sides have the same mean.
    private const int Silent = 40 * Receipts;
    private const int Lines = 100_000;

    private static readonly CategoryExtension[] Extensions =
        [CategoryExtension.None, CategoryExtension.AsAnnounced, CategoryExtension.AsApplied, CategoryExtension.AsHeld];

    public static int Run()
    {
        Console.WriteLine(FormattableString.Invariant($"decision period of applications lodged on {Days} days, four kinds of extension; {Rounds} rounds, medians"));
        var law = Regimes.January2024;
        var outcomes = Pairs.Interleave(Rounds, () => WithoutReceipt(law), () => WithReceipt(law));
        var same = outcomes[0][0].Proof.Equals(outcomes[1][0].Proof);
        Console.WriteLine(same ? "  the same last days on both sides" : "  THE SIDES DIFFER");
        Print("without receipt", outcomes[0], limit: 1e-6);
        Print("with receipt and its hash", outcomes[1], limit: 50e-6);
        return Batch() && same ? 0 : 1;
    }

    private static (long Count, double Proof) WithoutReceipt(Law law)
    {
        var trace = default(NoTrace);
        long sum = 0;
        for (var i = 0; i < Silent; i++)
        {
            sum += DecisionPeriod.LastDay(law, Lodged(i), Extensions[i & 3], ref trace).Number;
        }

        return (Silent, (double)sum / Silent);
    }

    private static (long Count, double Proof) WithReceipt(Law law)
    {
        long sum = 0;
        var length = 0;
        for (var i = 0; i < Receipts; i++)
        {
            var trace = new GroundsTrace(law);
            sum += DecisionPeriod.LastDay(law, Lodged(i), Extensions[i & 3], ref trace).Number;
            length = trace.ToGrounds().ComputeHash().Length;
        }

        return (Receipts, length == 64 ? (double)sum / Receipts : double.NaN);
    }

    private static Day Lodged(int i) => Day.Of(2020, 1, 1).PlusDays(i % Days);

    // The whole process, from its start to its last line, as someone would run it.
    private static bool Batch()
    {
        const double Limit = 10;
        var questions = new StringBuilder();
        for (var i = 0; i < Lines; i++)
        {
            var extension = (i & 3) switch { 0 => "none", 1 => "wbv-as-announced", 2 => "wbv-as-applied", _ => "wbv-as-held" };
            questions.Append(CultureInfo.InvariantCulture, $$$"""{"id":"decision-period","facts":{"lodged":"{{{Lodged(i)}}}","extension":"{{{extension}}}"}}""").Append('\n');
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, questions.ToString());
            var runs = new List<(double Seconds, int Answers)>();
            for (var round = 0; round < 3; round++)
            {
                runs.Add(Once(file));
            }

            var (seconds, answers) = runs.OrderBy(run => run.Seconds).ElementAt(1);
            Console.WriteLine(FormattableString.Invariant(
                $"  batch of {Lines} lines, whole process: {seconds:F2} s, {Lines / seconds:F0} lines/s, {answers} answers"));
            Console.WriteLine(FormattableString.Invariant($"    limit {Limit} s: {Limit / seconds:F1} × faster: {(seconds <= Limit ? "met" : "NOT met")}"));
            return answers == Lines;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (double Seconds, int Answers) Once(string file)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "schakel.dll");
        var start = new ProcessStartInfo("dotnet", [program, "norms", "compute", "--batch", "--facts", file]) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var buffer = new byte[1 << 16];
        var answers = 0;
        var output = process.StandardOutput.BaseStream;
        for (int read; (read = output.Read(buffer)) > 0;)
        {
            answers += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        process.WaitForExit();
        return (clock.Elapsed.TotalSeconds, process.ExitCode == 0 ? answers : -1);
    }

    private static void Print(string name, Outcome[] outcomes, double limit)
    {
        var seconds = 1 / Pairs.MedianRate(outcomes);
        Console.WriteLine(FormattableString.Invariant(
            $"  {name,-28}{seconds * 1e9,10:F0} ns; limit {limit * 1e9:F0} ns: {limit / seconds:F1} × faster: {(seconds <= limit ? "met" : "NOT met")}"));
    }
}
