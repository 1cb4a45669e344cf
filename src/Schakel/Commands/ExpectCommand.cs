using System.CommandLine;
using System.Globalization;
using Schakel.Demonstration;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Store;

namespace Schakel.Commands;

/// <summary><c>schakel expect</c>: how long it takes, for whom, from the chain as it stands; kept for the portal. Meant for every night.</summary>
internal static class ExpectCommand
{
    private const int DefaultReplications = 8;
    private const int DefaultYears = 2;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("expect", "Rehearses the live stock and keeps, by procedural cohort, in which range eight of ten people get their next step. Run it every night.");
        var data = new Option<string>("--data") { Description = "The data folder of a store.", DefaultValueFactory = _ => DemoCommand.DefaultFolder };
        var replications = NumberOption.Create("--replications", DefaultReplications, 1, 1000, "How many lives of the stock are drawn.");
        var years = NumberOption.Create("--years", DefaultYears, 1, 10, "How far is looked ahead.");
        var seed = NumberOption.Create("--seed", 1UL, ulong.MinValue, ulong.MaxValue, "Seed of every chance.");
        foreach (var option in (Option[])[data, replications, years, seed])
        {
            command.Options.Add(option);
        }
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            using var interrupt = new Interrupt();
            var made = Make(new StorePlace(parsed.GetValue(data)!), parsed.GetValue(years), parsed.GetValue(replications), parsed.GetValue(seed), interrupt.Token);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Expectations of {made.Date}: {made.Cohorts.Length} cohorts of {Expectations.FewestPeople} people or more, {made.Cohorts.Sum(each => each.People):N0} people; kept in {parsed.GetValue(data)}."));
            return CommandLine.Done;
        }));
        return command;
    }

    /// <summary>Makes the expectations of today and keeps them.</summary>
    public static Expectations Make(StorePlace place, int years = DefaultYears, int replications = DefaultReplications, ulong seed = 1, CancellationToken stop = default)
    {
        var (stock, scale) = StoredStock.Of(place, LawInUse.In(place.Folder));
        var inputs = LiveInputs.Of(ChainData.Load(null), stock, years, FittedParameters.For(ChainData.January2024), scale);
        var made = Expectations.Of(inputs, seed, replications, stop);
        ExpectationFile.Write(place.Folder, made);
        return made;
    }
}
