using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Schakel.Bench;

/// <summary>What a run of a program gave: its output, and what it took by the clock and of the processors.</summary>
/// <param name="Output">What it wrote.</param>
/// <param name="Seconds">By the clock, from its start to its end.</param>
internal sealed record ProgramRun(string Output, double Seconds)
{
    /// <summary>The first number before a word in the output, thousands separated by commas.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public double NumberBefore(string word) => Regex.Match(Output, $@"([\d,.]+) {word}") is { Success: true } found
        ? double.Parse(found.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"No number before '{word}' in: {Output}");
}

/// <summary>Runs the program itself, and this one, as processes of their own.</summary>
internal static class Processes
{
    /// <summary>Runs <c>schakel</c> to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static ProgramRun Schakel(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var started = Process.Start(new ProcessStartInfo(PathOf("schakel"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = new StringBuilder(); // Where it says what it wrote, when the results go to the output.
        started.ErrorDataReceived += (_, line) => told.AppendLine(line.Data);
        started.BeginErrorReadLine();
        var output = started.StandardOutput.ReadToEnd();
        started.WaitForExit();
        return started.ExitCode == 0
            ? new(output + told, watch.Elapsed.TotalSeconds)
            : throw new InvalidOperationException($"schakel {string.Join(' ', arguments)} ended with {started.ExitCode}: {output}");
    }

    /// <summary>Starts a program of this folder on one processor, where <c>taskset</c> is there.</summary>
    public static Process StartOn(int processor, string program, params string[] arguments) => Process.Start(File.Exists(TaskSet)
        ? new ProcessStartInfo(TaskSet, ["-c", processor.ToString(CultureInfo.InvariantCulture), PathOf(program), .. arguments]) { RedirectStandardOutput = true }
        : new ProcessStartInfo(PathOf(program), arguments) { RedirectStandardOutput = true })!;

    /// <summary>Load average of the last minute: what else ran.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private const string TaskSet = "/usr/bin/taskset";

    private static string PathOf(string program) => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? program + ".exe" : program);
}
