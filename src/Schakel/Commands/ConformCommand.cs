using System.CommandLine;
using System.Globalization;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Trajectories;

namespace Schakel.Commands;

/// <summary><c>schakel conform</c>: nothing is rehearsed that could not happen.</summary>
internal static class ConformCommand
{
    private const double Small = 0.01;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var arguments = new RunArguments();
        var command = new Command(
            "conform", "Replays every step of a rehearsal, or every event of a log, through the case file and tells what was refused; exit code 1 when anything was.");
        var person = new Option<int?>("--person") { Description = "Tell the steps of this person too (its number in the rehearsal)." };
        var from = new Option<FileInfo?>("--from") { Description = "Judge this log (OCEL 2.0, JSON or SQLite), whoever wrote it, instead of rehearsing." };
        var persons = new Option<int?>("--persons") { Description = "Rehearse a nation of at least so many persons (instead of --scale)." };
        var first = new Option<int>("--first") { Description = "How many refusals of a log to tell one by one.", DefaultValueFactory = _ => 20 };
        var measures = new Option<string[]>("--measure") { Description = "Under these measures: names of the program, or files.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        arguments.AddTo(command, withStart: true);
        foreach (var option in (Option[])[person, from, persons, first, measures])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            ModelInputs Under(ModelInputs inputs) => parsed.GetValue(measures) is { Length: > 0 } names ? MeasureSet.Apply(inputs, MeasureFiles.LoadAll(names)) : inputs;
            if (parsed.GetValue(from) is { } log)
            {
                var asked = parsed.GetValue(measures) is { Length: > 0 } || arguments.NamesRegime(parsed);
                return Judge(log, head =>
                {
                    var inputs = Under(arguments.Read(parsed, head.Start.Length > 0 ? head.Start : null).Inputs);
                    Func<Norms.Day, Norms.Law> lawOn = day => Conform.LawOn(inputs, day);
                    return asked ? lawOn : LoggedLaw.On(head, lawOn);
                }, parsed.GetValue(first));
            }

            var request = arguments.Read(parsed, null);
            var inputs = Under(request.Inputs);
            return Run(parsed.GetValue(persons) is { } wanted ? OfPersons(inputs, wanted, request.Options.Seed) : inputs, request.Options.Seed, parsed.GetValue(person));
        }));
        return command;
    }

    private static ModelInputs OfPersons(ModelInputs inputs, int wanted, ulong seed)
    {
        var small = new Nation(inputs with { Scale = Small }, seed, 0, keepSteps: false);
        small.Live();
        return inputs with { Scale = Math.Max(0.001, 1.05 * Small * wanted / small.PersonCount) };
    }

    private static int Run(ModelInputs inputs, ulong seed, int? person)
    {
        var report = Conform.Run(inputs, seed, 0, tell: step =>
        {
            if (step.Person == person)
            {
                Console.WriteLine($"{inputs.Start.PlusDays(step.Minute / 1440)} {step.Kind} {step.A} {step.B}");
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

        TellCommands(report.CommandTypes, report.MissingCommandTypes);
        foreach (var (norm, times) in report.Breaches)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  breach recorded {times,9:N0} × {norm}"));
        }

        return report.RefusedCount == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static int Judge(FileInfo file, Func<OcelHead, Func<Norms.Day, Norms.Law>> lawOf, int first)
    {
        using var interrupt = new Interrupt();
        OcelHead head;
        Judgement found;
        Func<Norms.Day, Norms.Law>? lawOn = null;
        try
        {
            (head, found) = ConformLog.Judge(file.FullName, begins => lawOn = lawOf(begins), first, interrupt.Token);
        }
        catch (Exception e) when (e is LogFaultException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file.Name}: {e.Message}");
            return CommandLine.Refused;
        }

        if (LoggedLaw.Others(head, lawOn!).Any())
        {
            Console.Error.WriteLine($"{file.Name} was written under another law than it is judged by; give --regime or --measure as it was rehearsed.");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{head.Persons:N0} persons in the log, {found.Persons:N0} judged, {found.Events:N0} events, {found.RefusedCount:N0} refused"));
        foreach (var refused in found.First)
        {
            Console.WriteLine(TextOf(refused));
        }

        foreach (var (code, times) in found.ByCode.OrderByDescending(each => each.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  refused {times,12:N0} × {code}"));
        }

        TellCommands(found.CommandTypes, found.MissingCommandTypes);
        return found.RefusedCount == 0 && head.Persons == found.Persons ? CommandLine.Done : CommandLine.Failed;
    }

    private static string TextOf(RefusedEvent refused)
    {
        var told = refused.Told;
        var who = refused.Person is { } person ? $"person {person.Value}" : $"{told.Stream.Kind} {told.Stream.Number}";
        var (name, norm) = (Chain.EventCatalogue.Of(told.Event.GetType()).Name, refused.Refusal.Norm);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {told.Day} {told.Minute / 60:00}:{told.Minute % 60:00} {who}, event {told.Number} {name}: {refused.Refusal.Code} [{norm}]: {refused.Refusal.English}");
    }

    private static void TellCommands(IReadOnlyDictionary<string, long> accepted, IEnumerable<string> missing)
    {
        foreach (var (command, times) in accepted.OrderByDescending(c => c.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  accepted {times,11:N0} × {command}"));
        }

        foreach (var command in missing)
        {
            Console.WriteLine($"  never given         × {command}");
        }
    }
}
