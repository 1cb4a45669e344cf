using System.CommandLine;
using System.Globalization;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Commands;

/// <summary><c>schakel calibrate</c>: fits what is unknown to what was published, and compares the rest.</summary>
internal static class CalibrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "Folder with data files instead of those in the program." };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the fitted parameters and the document.", DefaultValueFactory = _ => new DirectoryInfo("out") };
        var replications = NumberOption.Create("--replications", 200, 12, 10_000, "Replications for the bands.");
        var seed = NumberOption.Create("--seed", 1UL, ulong.MinValue, ulong.MaxValue, "Seed of every chance.");
        var threads = NumberOption.Create("--threads", Environment.ProcessorCount, 1, 1024, "Threads; never changes a figure.");
        var scale = NumberOption.Create("--scale", 1.0, 0.01, 1, "Size against the nation; other sizes than 1 are for trying out.");
        var command = new Command("calibrate", "Fits what is unknown to published figures and compares the rest; minutes.")
        {
            data, output, replications, seed, threads, scale,
        };
        command.SetAction(parsed => CommandLine.Guard(() => Run(
            ChainData.Load(parsed.GetValue(data)?.FullName), parsed.GetValue(output)!.FullName,
            new CalibrationOptions(
                parsed.GetValue(seed), parsed.GetValue(replications), parsed.GetValue(threads), Scale: parsed.GetValue(scale)))));
        return command;
    }

    private static int Run(ChainData data, string folder, CalibrationOptions options)
    {
        AtomicFile.MakeFolder(folder);
        using var interrupt = new Interrupt();
        var outcome = Calibrate.Run(
            data, options, text => Console.Error.Write(Console.IsErrorRedirected ? "" : $"\r{text}   "), interrupt.Token);
        foreach (var file in CalibrationFiles.Write(outcome, folder))
        {
            Console.WriteLine($"Written: {file}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"80 % bands hold {100 * outcome.Table2022.HeldBackCoverage:F0} % of the held-back figures (asked: 65–92 %)."));
        return outcome.Table2022.CoversAsItShould ? CommandLine.Done : CommandLine.Failed;
    }
}
