using System.Collections.Frozen;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Demonstration;
using Schakel.Rehearsal.Reporting;
using Schakel.Store;
using Schakel.Store.Log;
using Command = System.CommandLine.Command;
using Purpose = Schakel.Chain.Partners.Purpose;

namespace Schakel.Commands;

/// <summary><c>schakel export</c>: the log of the running chain for others to count, without what says who someone is.</summary>
internal static class ExportCommand
{
    private const string Statistics = "statistics";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("export", "Writes the log as OCEL 2.0, or as CSV for process mining. Persons are numbers; fields about them are left out unless they are asked for with a purpose.");
        var store = new StoreArguments();
        store.AddTo(command, withToday: false);
        var file = new Argument<string>("FILE") { Description = "By the name's ending: .csv is one event a line, without any field; .sqlite is OCEL 2.0 in SQLite; anything else is OCEL 2.0 in JSON." };
        var categories = new Option<string[]>("--category") { Description = $"Tell fields of this category as well: {string.Join(", ", Enum.GetValues<DataCategory>().Skip(1).Select(Kebab))}.", AllowMultipleArgumentsPerToken = true };
        var course = new Option<bool>("--course") { Description = $"Tell the course of every file: all fields but those of identity, as `conform` and `rehearse --from-live` need them. Only with --purpose {Statistics}." };
        var purpose = new Option<string?>("--purpose") { Description = $"For what: {string.Join(", ", Enum.GetValues<Purpose>().Select(Kebab))}; with --course: {Statistics}." };
        command.Arguments.Add(file);
        command.Options.Add(categories);
        command.Options.Add(course);
        command.Options.Add(purpose);
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            var path = parsed.GetValue(file)!;
            var asked = parsed.GetValue(categories) ?? [];
            var scope = parsed.GetValue(course) ? Course(asked, parsed.GetValue(purpose)) : Asked(asked, parsed.GetValue(purpose));
            return Write(store.PlaceOf(parsed), path, scope);
        }));
        return command;
    }

    private static int Write(StorePlace place, string path, ExportScope scope)
    {
        using var interrupt = new Interrupt();
        var watch = Stopwatch.StartNew();
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var (persons, events) = StoreLog.Export(place, path, scope, interrupt.Token);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {persons:N0} persons, {events:N0} events, in {watch.Elapsed.TotalSeconds:0.0} s."));
            return CommandLine.Done;
        }
        if (scope != ExportScope.Safe)
        {
            throw new ArgumentException("export: a CSV file has no fields; leave --category and --course out, or write OCEL.");
        }
        using var log = LogReader.Open(place);
        var written = WriteCsv(log, path, interrupt.Token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {written:N0} events, in {watch.Elapsed.TotalSeconds:0.0} s."));
        return CommandLine.Done;
    }

    // Lives are long and detailed: without a name they still are about people. Whoever writes them says that it is for counting.
    private static ExportScope Course(string[] categories, string? purpose) =>
        categories.Length > 0 ? throw new ArgumentException("--course: it tells all categories but identity; leave --category out.")
        : purpose == Statistics ? ExportScope.WholeCourse
        : throw new ArgumentException($"--course: data about people are told for a purpose; give --purpose {Statistics}.");

    private static ExportScope Asked(string[] names, string? purpose)
    {
        var asked = names.Select(name => Enum.GetValues<DataCategory>().Skip(1).Cast<DataCategory?>().FirstOrDefault(category => Kebab(category!.Value) == name)
            ?? throw new ArgumentException($"--category: '{name}' is none of {string.Join(", ", Enum.GetValues<DataCategory>().Skip(1).Select(Kebab))}.")).ToHashSet();
        if (asked.Count == 0)
        {
            return ExportScope.Safe;
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
        return new(asked.ToFrozenSet(), Course: false);
    }

    private static long WriteCsv(LogReader log, string path, CancellationToken stop)
    {
        var written = 0L;
        AtomicFile.Write(path, stream =>
        {
            using var into = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
            into.WriteLine("case,activity,occurred-on,recorded-at,doer,function,purpose");
            foreach (var (envelope, happened) in log.ByDay())
            {
                stop.ThrowIfCancellationRequested();
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

    private static string Kebab<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
