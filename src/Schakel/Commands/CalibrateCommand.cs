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
        var replications = new Option<int>("--replications") { Description = "Replications for the bands (12–10000).", DefaultValueFactory = _ => 200 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of every chance.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "Threads; never changes a figure.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var scale = new Option<double>("--scale") { Description = "Size against the nation (0.01–1); other sizes than 1 are for trying out.", DefaultValueFactory = _ => 1 };
        replications.Validators.Add(r => Within(r, "--replications", r.GetValueOrDefault<int>(), 12, 10_000));
        threads.Validators.Add(r => Within(r, "--threads", r.GetValueOrDefault<int>(), 1, 1024));
        scale.Validators.Add(r => Within(r, "--scale", r.GetValueOrDefault<double>(), 0.01, 1));
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

    private static void Within(System.CommandLine.Parsing.OptionResult result, string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must lie between {least} and {most}."));
        }
    }
}
