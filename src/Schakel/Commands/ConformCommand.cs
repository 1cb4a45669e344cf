using System.CommandLine;
using System.Globalization;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Commands;

/// <summary><c>schakel conform</c>: nothing is rehearsed that could not happen.</summary>
internal static class ConformCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var arguments = new RunArguments();
        var command = new Command("conform", "Replays every step of a rehearsal through the case file and tells what was refused; exit code 1 when anything was.");
        var person = new Option<int?>("--person") { Description = "Tell the steps of this person too (its number in the rehearsal)." };
        arguments.AddTo(command, withStart: true);
        command.Options.Add(person);
        command.SetAction(parsed => CommandLine.Guard(() => Run(arguments.Read(parsed, null), parsed.GetValue(person))));
        return command;
    }

    private static int Run(RunRequest request, int? person)
    {
        var report = Conform.Run(request.Inputs, request.Options.Seed, 0, tell: step =>
        {
            if (step.Person == person)
            {
                Console.WriteLine($"{request.Inputs.Start.PlusDays(step.Minute / 1440)} {step.Kind} {step.A} {step.B}");
            }
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Persons:N0} persons, {report.Steps:N0} steps, {report.Commands:N0} commands, {report.Events:N0} events, {report.RefusedCount:N0} refused"));
        foreach (var refused in report.Refused)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {refused.Count,9:N0} × {refused.Kind}: {refused.Refusal.Code}: {refused.Refusal.English} First: {refused.First}"));
        }

        foreach (var (command, times) in report.CommandTypes.OrderByDescending(c => c.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  accepted {times,11:N0} × {command}"));
        }

        foreach (var (norm, times) in report.Breaches)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  breach recorded {times,9:N0} × {norm}"));
        }

        return report.RefusedCount == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
