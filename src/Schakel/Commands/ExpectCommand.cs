using System.CommandLine;
using System.Globalization;
using Schakel.Chain;
using Schakel.Demonstration;
using Schakel.Norms;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Store;
using Schakel.Store.Log;
using Command = System.CommandLine.Command;

namespace Schakel.Commands;

/// <summary><c>schakel expect</c>: how long it takes, for whom, from the chain as it stands; kept for the portal, and held against what came.</summary>
internal static class ExpectCommand
{
    private const int DefaultReplications = 8;
    private const int DefaultYears = 2;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("expect", "Rehearses the live stock and keeps, by procedural cohort, in which range eight of ten people get their next step. `serve` and `demo` run it every night.");
        var data = new Option<string>("--data") { Description = "The data folder of a store.", DefaultValueFactory = _ => DemoCommand.DefaultFolder };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of PostgreSQL, when the data are there." };
        var today = new Option<string?>("--today") { Description = "The chain's day as yyyy-mm-dd; without it that of a demonstration, or the day after the last on which something happened." };
        var check = new Option<bool>("--check") { Description = "Makes none: holds those that were kept against what came since, by cohort." };
        var replications = NumberOption.Create("--replications", DefaultReplications, 1, 1000, "How many lives of the stock are drawn.");
        var years = NumberOption.Create("--years", DefaultYears, 1, 10, "How far is looked ahead.");
        var seed = NumberOption.Create("--seed", 1UL, ulong.MinValue, ulong.MaxValue, "Seed of every chance.");
        foreach (var option in (Option[])[data, postgres, today, check, replications, years, seed])
        {
            command.Options.Add(option);
        }
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            using var interrupt = new Interrupt();
            var place = new StorePlace(parsed.GetValue(data)!, parsed.GetValue(postgres));
            var day = DayOf(parsed.GetValue(today));
            if (parsed.GetValue(check))
            {
                Tell(Check(place, day));
                return CommandLine.Done;
            }
            var (made, isKept) = Make(place, day, parsed.GetValue(years), parsed.GetValue(replications), parsed.GetValue(seed), interrupt.Token);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Expectations of {made.Date}: {made.Cohorts.Length} cohorts of {Expectations.FewestPeople} people or more, {made.Cohorts.Sum(each => each.People):N0} people; {(isKept ? "kept in" : "not kept, as there are some of that day in")} {place.Folder}."));
            return CommandLine.Done;
        }));
        return command;
    }

    /// <summary>Makes the expectations of today and keeps them, unless some of that day were kept.</summary>
    public static (Expectations Made, bool IsKept) Make(StorePlace place, Day? today = null, int years = DefaultYears, int replications = DefaultReplications, ulong seed = 1, CancellationToken stop = default)
    {
        var (stock, scale) = StoredStock.Of(place, LawInUse.In(place.Folder), today);
        var inputs = LiveInputs.Of(ChainData.Load(null), stock, years, FittedParameters.For(ChainData.January2024), scale);
        var made = Expectations.Of(inputs, seed, replications, stop);
        return (made, ExpectationFile.Write(place.Folder, made));
    }

    /// <summary>Holds what was kept against what came.</summary>
    public static IReadOnlyList<ExpectationCheck> Check(StorePlace place, Day? today = null)
    {
        var histories = new Dictionary<long, List<(ChainEvent Event, Day On)>>();
        var last = default(Day);
        using var reading = LogReader.Open(place);
        new Standing(reading.Log).CatchUp(recorded =>
        {
            last = Day.Later(last, recorded.Envelope.OccurredOn);
            if (recorded is { Envelope.Stream: { Kind: StreamKind.CaseFile, Number: var number }, Event: { } happened })
            {
                (histories.TryGetValue(number, out var there) ? there : histories[number] = []).Add((happened, recorded.Envelope.OccurredOn));
            }
        });
        var known = today ?? (DemonstrationState.IsIn(place.Folder) ? DemonstrationState.Read(place.Folder).Today : last);
        return ExpectationCheck.Of(ExpectationFile.All(place.Folder).Where(each => each.Date <= known), histories.Values, known);
    }

    private static void Tell(IReadOnlyList<ExpectationCheck> checks)
    {
        foreach (var check in checks)
        {
            foreach (var each in check.Cohorts)
            {
                var (cohort, expected) = (each.Expected.Cohort, each.Expected);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{check.Date} {cohort.Procedure} {cohort.Step} {cohort.Month.ToString()[..7]}: {expected.From} to {expected.Until}: {each.Within:N0} of {each.People:N0} fell within ({each.OfTen:0.0} of ten), {each.Earlier:N0} earlier, {each.Later:N0} later or not yet"));
            }
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Date}: {check.Cohorts.Length} cohorts judged, {check.StillOpen} whose range is not over, {check.TooFew} of fewer than {Expectations.FewestPeople}: no figure"));
        }
        var all = checks.SelectMany(each => each.Cohorts).GroupBy(each => each.Expected.Cohort.Step).OrderBy(each => each.Key).ToList();
        foreach (var step in all)
        {
            var (within, people) = (step.Sum(each => each.Within), step.Sum(each => each.People));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Key}: {within:N0} of {people:N0} fell within ({10.0 * within / people:0.0} of ten; eight were expected)"));
        }
        if (all.Count == 0)
        {
            Console.WriteLine("No cohort can be judged yet.");
        }
    }

    private static Day? DayOf(string? text) => text is null ? null : Day.TryParse(text, out var day) ? day
        : throw new ArgumentException($"--today: '{text}' is no day. Give it as yyyy-mm-dd.");
}
