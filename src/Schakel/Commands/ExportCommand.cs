using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Schakel.Demonstration;
using Schakel.Store;

namespace Schakel.Commands;

/// <summary><c>schakel export</c>: the log of a store for process mining.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("export", "Writes the log of a store as OCEL 2.0, without who anybody is.");
        var file = new Argument<FileInfo>("FILE") { Description = "JSON, or SQLite when it ends in .sqlite." };
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => DemoCommand.DefaultFolder };
        command.Arguments.Add(file);
        command.Options.Add(data);
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            using var interrupt = new Interrupt();
            var watch = Stopwatch.StartNew();
            var (persons, events) = StoreLog.Export(new StorePlace(parsed.GetValue(data)!), parsed.GetValue(file)!.FullName, interrupt.Token);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetValue(file)!.Name}: {persons:N0} persons, {events:N0} events, in {watch.Elapsed.TotalSeconds:0.0} s."));
            return CommandLine.Done;
        }));
        return command;
    }
}
