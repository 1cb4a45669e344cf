using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Schakel.Store;
using Schakel.Store.Models;

namespace Schakel.Commands;

/// <summary><c>schakel rebuild</c>: makes every row anew from the log.</summary>
internal static class RebuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("rebuild", "Makes the read models and the files' own rows anew from the log, beside what is there, and changes over when they are whole.");
        var store = new StoreArguments();
        store.AddTo(command, withToday: true);
        command.SetAction(parsed => CommandLine.Wait(async () =>
        {
            using var interrupt = new Interrupt();
            return await RunAsync(store, parsed, interrupt.Token).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<int> RunAsync(StoreArguments arguments, ParseResult parsed, CancellationToken stop)
    {
        var place = arguments.PlaceOf(parsed);
        if (place.Postgres is null && !Directory.Exists(place.Folder))
        {
            throw new DirectoryNotFoundException($"--data: '{place.Folder}' holds no data of schakel.");
        }
        using var store = ChainStore.Open(place, arguments.SettingsOf(parsed));
        var watch = Stopwatch.StartNew();
        await store.Models.RebuildAsync(new Shown(), stop).ConfigureAwait(false);
        var events = store.Log.Position;
        if (!Console.IsErrorRedirected)
        {
            await Console.Error.WriteAsync($"\r{new string(' ', 60)}\r").ConfigureAwait(false);
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{events:N0} events folded and written in {watch.Elapsed.TotalSeconds:0.0} s ({events / watch.Elapsed.TotalSeconds:N0} events/s); the models tell up to position {store.Models.Position:N0}"));
        return CommandLine.Done;
    }

    private sealed class Shown : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Phase}{(value.Total == 0 ? "" : FormattableString.Invariant($": {value.Done:N0} of {value.Total:N0}"))}   "));
            }
        }
    }
}
