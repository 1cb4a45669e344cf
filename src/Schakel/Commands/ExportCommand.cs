using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Demonstration;
using Schakel.Norms;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Trajectories;
using Schakel.Store;
using Schakel.Store.Log;
using Command = System.CommandLine.Command;
using Purpose = Schakel.Chain.Partners.Purpose;

namespace Schakel.Commands;

/// <summary><c>schakel export</c>: the log of the running chain for others to count, without what says who someone is.</summary>
internal static class ExportCommand
{
    /// <summary>Minutes in a day of the log.</summary>
    private const int MinutesInDay = 24 * 60;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("export", "Writes the log as OCEL 2.0 (JSON, or SQLite by the name of the file) or as CSV for process mining. Persons are numbers; fields about them are left out unless their category is asked for with a purpose.");
        var store = new StoreArguments();
        store.AddTo(command, withToday: false);
        var whole = new Argument<string?>("FILE") { Description = "File for OCEL 2.0 with the course of every file, to judge with `conform` or to start a rehearsal from: all fields but those of identity.", Arity = ArgumentArity.ZeroOrOne };
        var ocel = new Option<string?>("--ocel") { Description = "File for OCEL 2.0: .json, or .sqlite." };
        var csv = new Option<string?>("--csv") { Description = "File for CSV: one event a line, without any field." };
        var categories = new Option<string[]>("--category") { Description = $"Tell fields of this category as well: {string.Join(", ", Enum.GetValues<DataCategory>().Skip(1).Select(Kebab))}.", AllowMultipleArgumentsPerToken = true };
        var purpose = new Option<string?>("--purpose") { Description = $"For what: {string.Join(", ", Enum.GetValues<Purpose>().Select(Kebab))}." };
        command.Arguments.Add(whole);
        command.Options.Add(ocel);
        command.Options.Add(csv);
        command.Options.Add(categories);
        command.Options.Add(purpose);
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            var (toOcel, toCsv) = (parsed.GetValue(ocel), parsed.GetValue(csv));
            var toWhole = parsed.GetValue(whole);
            if (new[] { toWhole, toOcel, toCsv }.Count(file => file is not null) != 1)
            {
                throw new ArgumentException("export: give one of FILE, --ocel FILE and --csv FILE.");
            }
            if (toWhole is not null)
            {
                return Whole(store.PlaceOf(parsed), toWhole);
            }
            var asked = Asked(parsed.GetValue(categories) ?? [], parsed.GetValue(purpose));
            using var log = LogReader.Open(store.PlaceOf(parsed));
            var written = toOcel is not null ? WriteOcel(log, toOcel, asked) : WriteCsv(log, toCsv!);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written:N0} events in {toOcel ?? toCsv}"));
            return CommandLine.Done;
        }));
        return command;
    }

    private static int Whole(StorePlace place, string path)
    {
        using var interrupt = new Interrupt();
        var watch = Stopwatch.StartNew();
        var (persons, events) = StoreLog.Export(place, path, interrupt.Token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {persons:N0} persons, {events:N0} events, in {watch.Elapsed.TotalSeconds:0.0} s."));
        return CommandLine.Done;
    }

    private static HashSet<DataCategory> Asked(string[] names, string? purpose)
    {
        var asked = names.Select(name => Enum.GetValues<DataCategory>().Skip(1).Cast<DataCategory?>().FirstOrDefault(category => Kebab(category!.Value) == name)
            ?? throw new ArgumentException($"--category: '{name}' is none of {string.Join(", ", Enum.GetValues<DataCategory>().Skip(1).Select(Kebab))}.")).ToHashSet();
        if (asked.Count == 0)
        {
            return asked;
        }
        var given = Enum.GetValues<Purpose>().Cast<Purpose?>().FirstOrDefault(one => Kebab(one!.Value) == purpose)
            ?? throw new ArgumentException($"--purpose: '{purpose}' is none of {string.Join(", ", Enum.GetValues<Purpose>().Select(Kebab))}. Data about people are told for a purpose.");
        foreach (var category in asked)
        {
            if ((Sharing.RuleOf(given).Data & Sharing.Of(category)) == 0)
            {
                throw new ArgumentException($"--category: '{Kebab(category)}' is not told for {Kebab(given)} (AVG 5(1)(c): no more than the purpose needs).");
            }
        }
        return asked;
    }

    private static long WriteOcel(LogReader log, string path, HashSet<DataCategory> asked)
    {
        var start = log.Days?.First ?? default;
        var written = 0L;
        var tells = Tells(asked);
        if (Trajectories.IsSqlite(path))
        {
            AtomicFile.WriteNamed(path, temporary =>
            {
                using var into = new OcelSqliteWriter(temporary, start, [], tells);
                written = Write(log, into, start);
            });
        }
        else
        {
            AtomicFile.Write(path, stream =>
            {
                using var into = new OcelWriter(stream, start, [], tells);
                written = Write(log, into, start);
            });
        }
        return written;
    }

    private static long Write(LogReader log, IOcelWriter into, Day start)
    {
        foreach (var stream in log.Streams())
        {
            var kind = stream.Kind switch
            {
                StreamKind.CaseFile => "person",
                StreamKind.Household => "household",
                StreamKind.Site => "site",
            };
            into.Write(new(string.Create(CultureInfo.InvariantCulture, $"{kind}:{stream.Number}"), kind, [], []));
        }
        foreach (var recorded in log.ByDay())
        {
            if (recorded.Event is { } happened)
            {
                var envelope = recorded.Envelope;
                into.Write(new Rehearsal.Conformance.RecordedEvent((envelope.OccurredOn.Number - start.Number) * MinutesInDay, envelope.Stream.Kind, checked((int)(envelope.Stream.Number - 1)), happened));
            }
        }
        into.Complete();
        return into.Events;
    }

    private static long WriteCsv(LogReader log, string path)
    {
        var written = 0L;
        AtomicFile.Write(path, stream =>
        {
            using var into = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
            into.WriteLine("case,activity,occurred-on,recorded-at,doer,function,purpose");
            foreach (var (envelope, happened) in log.ByDay())
            {
                if (envelope.Stream.Kind == StreamKind.CaseFile && happened is not null)
                {
                    // Nothing here can hold a comma or a quote: numbers, dates, and names of our own.
                    into.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"person:{envelope.Stream.Number},{envelope.Name},{envelope.OccurredOn},{envelope.RecordedAt:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'},{Kebab(envelope.Doer.Kind)},{Kebab(envelope.Doer.Role)},{Kebab(envelope.Purpose)}"));
                    written++;
                }
            }
        });
        return written;
    }

    /// <summary>Which fields may be told: those about nobody, and those of the categories asked for.</summary>
    private static Func<Type, string, bool> Tells(HashSet<DataCategory> asked)
    {
        var fields = EventCatalogue.Types
            .SelectMany(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                .Select(parameter => (type, Name: parameter.Name, Category: parameter.GetCustomAttribute<CategoryAttribute>()?.Category))
                .Concat(type.GetProperties().Select(property => (type, Name: (string?)property.Name, Category: property.GetCustomAttribute<CategoryAttribute>()?.Category))))
            .Where(field => field.Category == DataCategory.None || (field.Category is { } category && asked.Contains(category)))
            .Select(field => (field.type, JsonNamingPolicy.CamelCase.ConvertName(field.Name!))).ToHashSet();
        return (type, name) => fields.Contains((type, name));
    }

    private static string Kebab<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
