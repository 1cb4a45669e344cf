using System.CommandLine;
using System.Globalization;
using Schakel.Demonstration;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Trajectories;
using Schakel.Store;

namespace Schakel.Commands;

/// <summary><c>schakel rehearse</c>: the chain as it stands, lived forward.</summary>
internal static class RehearseCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var scenario = new Argument<string?>("SCENARIO") { Description = "Starting state: 2024-01-10 (as it is without one) or 2022-01-01.", Arity = ArgumentArity.ZeroOrOne };
        var arguments = new RunArguments();
        var command = new Command("rehearse", "Lives the chain forward, person by person, with bands.") { scenario };
        var live = new Option<string?>("--from-live")
        {
            Description = "Begin with the chain as it stands, person by person: in the data folder of --data, or after a log (OCEL 2.0, JSON) named here.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        arguments.AddTo(command, withStart: false);
        command.Options.Add(live);
        command.SetAction(parsed => CommandLine.Guard(() => Run(
            parsed.GetResult(live) is null ? arguments.Read(parsed, parsed.GetValue(scenario) ?? "2024-01-10")
            : parsed.GetValue(live) is { } log ? FromLog(arguments, parsed, new FileInfo(log))
            : FromStore(arguments, parsed))));
        return command;
    }

    private static RunRequest FromStore(RunArguments arguments, ParseResult parsed)
    {
        var scale = 1.0;
        var folder = arguments.StoreOf(parsed) ?? DemoCommand.DefaultFolder;
        return arguments.Read(parsed, () => scale, LawInUse.In(folder), lawOn =>
        {
            (var stock, scale) = StoredStock.Of(new StorePlace(folder), lawOn);
            return stock;
        });
    }

    private static RunRequest FromLog(RunArguments arguments, ParseResult parsed, FileInfo log)
    {
        try
        {
            using var file = log.OpenRead();
            var scale = 1.0;
            return arguments.Read(parsed, () => scale, DemonstrationLaw.On, lawOn =>
            {
                var (stock, head) = LiveStock.After(file, lawOn);
                scale = head.Scale;
                return stock;
            });
        }
        catch (Exception e) when (e is LogFaultException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"{log.Name}: {e.Message}", e);
        }
    }

    private static int Run(RunRequest request)
    {
        if (!request.Json)
        {
            AtomicFile.MakeFolder(request.OutputFolder);
        }

        using var interrupt = new Interrupt();
        RehearsalResult result;
        using (var progress = new ProgressLine("rehearsing"))
        {
            (result, _) = Rehearse.Run(request.Inputs, request.Options, progress.Tell, interrupt.Token);
        }

        interrupt.Explain(result.Replications, result.RequestedReplications);
        if (request.OcelFile is not null)
        {
            WriteTrajectories(request, interrupt.Token);
        }

        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            JsonReport.Write(output, result);
            return CommandLine.Done;
        }

        var context = new ReportContext(
            CommandOf(request, $"rehearse {result.Scenario[6..]}"), About.Version, About.Code,
            CheckedFigures.For(request.Data), Assess.Assumptions(request.Inputs.Parameters));
        var report = Path.Combine(request.OutputFolder, "report.html");
        AtomicFile.Write(Path.Combine(request.OutputFolder, "series.json"), stream => JsonReport.Write(stream, result));
        Written.Text(Path.Combine(request.OutputFolder, "series.csv"), writer => CsvReport.Write(writer, result));
        Written.Text(Path.Combine(request.OutputFolder, "series-metadata.csv"), writer => CsvReport.WriteMetadata(writer, result));
        Written.Text(report, writer => HtmlReport.Write(writer, result, request.Language, context));
        Terminal(request.Language).Write(Console.Out, result);
        Console.WriteLine($"Report: {report}");
        return CommandLine.Done;
    }

    private static void WriteTrajectories(RunRequest request, CancellationToken stop)
    {
        var replayed = Trajectories.Write(request.Inputs, request.Options.Seed, request.OcelFile!, stop);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Trajectories: {request.OcelFile} ({replayed.Persons:N0} persons, {replayed.Events:N0} events{(replayed.RefusedCount > 0 ? $"; {replayed.RefusedCount:N0} steps were refused and are not in it" : "")})"));
    }

    internal static TerminalReport Terminal(ReportLanguage language) =>
        new(language, Console.IsOutputRedirected ? 120 : Math.Max(60, Console.WindowWidth), colour: !Console.IsOutputRedirected);

    internal static string CommandOf(RunRequest request, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"schakel {what} --years {request.Inputs.Days / 365} --replications {request.Options.Replications?.ToString(CultureInfo.InvariantCulture) ?? "(found)"} --seed {request.Options.Seed}");
}
