using System.CommandLine;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Commands;

/// <summary><c>schakel assess</c>: what a measure would do, on the same people.</summary>
internal static class AssessCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("MEASURE")
        {
            Description = $"One or more measures, by name or file. Names: {string.Join(", ", MeasureFiles.Names)}.",
            Arity = ArgumentArity.OneOrMore,
        };
        var arguments = new RunArguments();
        var command = new Command("assess", "Rehearses measures beside the baseline, on the same people (uitvoeringstoets).") { names };
        arguments.AddTo(command, withStart: true);
        command.SetAction(parsed => CommandLine.Guard(() => Run(arguments.Read(parsed, null), parsed.GetValue(names)!)));
        return command;
    }

    private static int Run(RunRequest request, string[] names)
    {
        var measures = MeasureFiles.LoadAll(names);
        var variant = MeasureSet.Apply(request.Inputs, measures);
        if (!request.Json)
        {
            AtomicFile.MakeFolder(request.OutputFolder);
        }

        using var interrupt = new Interrupt();
        Assessment assessment;
        using (var progress = new ProgressLine("assessing"))
        {
            assessment = Assess.Run(
                request.Inputs, variant, MeasureTexts.Of(request.Inputs, measures), MeasureSet.Assumptions(measures), request.Options,
                progress.Tell, interrupt.Token);
        }

        interrupt.Explain(assessment.Variant.Replications, assessment.Variant.RequestedReplications);
        if (request.Json)
        {
            using var output = Console.OpenStandardOutput();
            JsonReport.Write(output, assessment);
            return CommandLine.Done;
        }

        var context = new ReportContext(
            RehearseCommand.CommandOf(request, $"assess {string.Join(' ', names)}"), About.Version, About.Code, CheckedFigures.For(request.Data), assessment.Assumptions);
        var report = Path.Combine(request.OutputFolder, "assessment.html");
        AtomicFile.Write(Path.Combine(request.OutputFolder, "assessment.json"), stream => JsonReport.Write(stream, assessment));
        Written.Text(Path.Combine(request.OutputFolder, "assessment.csv"), writer => CsvReport.Write(writer, assessment));
        Written.Text(report, writer => HtmlReport.Write(writer, assessment, request.Language, context));
        RehearseCommand.Terminal(request.Language).Write(Console.Out, assessment);
        Console.WriteLine($"Report: {report}");
        return CommandLine.Done;
    }
}
