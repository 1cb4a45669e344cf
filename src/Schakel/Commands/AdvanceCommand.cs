using System.CommandLine;
using System.Globalization;
using Schakel.Demonstration;
using Schakel.Store;

namespace Schakel.Commands;

/// <summary><c>schakel advance</c>: days pass in a demonstration that is not being served.</summary>
internal static class AdvanceCommand
{
    private const int Week = 7;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("advance", "Lets days pass in a demonstration: its people and partners go on living. Exit code 1 when a step of theirs was refused.");
        var days = NumberOption.Create("--days", Week, 1, 366, "How many days.");
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => DemoCommand.DefaultFolder };
        command.Options.Add(days);
        command.Options.Add(data);
        command.SetAction(parsed => CommandLine.Guard(() => Run(DemoCommand.Asked(parsed.GetValue(data)!, 1, 1), parsed.GetValue(days))));
        return command;
    }

    private static int Run(DemonstrationRequest request, int days)
    {
        using var interrupt = new Interrupt();
        using var demonstration = LiveDemonstration.Open(request, TimeProvider.System);
        var before = demonstration.Store.Log.Position;
        var (acts, refused, lapses) = (0, 0, 0);
        using (var progress = new ProgressLine("days"))
        {
            for (var day = 0; day < days && !interrupt.Token.IsCancellationRequested; day++)
            {
#pragma warning disable VSTHRD002 // A command has nothing else to do, and no context to come back to.
                var passed = demonstration.Time.AdvanceAsync(1).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
                progress.Tell((day + 1.0) / days);
                acts += passed.Acts;
                refused += passed.Refused;
                lapses += passed.ByClock;
                Tell(passed);
            }
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"It is {demonstration.Time.Today} now; {demonstration.Store.Log.Position - before:N0} events; {acts:N0} steps, {refused:N0} of them refused; {lapses:N0} lapses recorded by the clock."));
        return refused == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static void Tell(AdvanceReport passed)
    {
        if (passed.Redrawn > 0)
        {
            Console.WriteLine($"{passed.From}: somebody intervened, or a year had passed; what happens next was drawn anew from the files.");
        }
        foreach (var refused in passed.First)
        {
            Console.WriteLine($"{refused.Day} {refused.Stream.Kind} {refused.Stream.Number}, {refused.Command}: {refused.Refusal.Code}: {refused.Refusal.English}");
        }
    }
}
