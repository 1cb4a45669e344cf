using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reporting;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Desks;
using Schakel.Store.Log;

namespace Schakel.Demonstration;

/// <summary>What was built (bouwverslag).</summary>
/// <param name="Files">Case files.</param>
/// <param name="OpenFiles">Of them, of people who are in the country, or not known to have left it, and live in no home of a municipality yet.</param>
/// <param name="Events">Events in the log.</param>
/// <param name="Sites">Reception sites that are open.</param>
/// <param name="Lapses">Last days that had passed by then, and what had followed by operation of law: recorded by the clock on the last day.</param>
/// <param name="RefusedSteps">Steps of the two years that the case file refused; none, unless something is wrong.</param>
/// <param name="Took">How long it took.</param>
public sealed record BuildReport(int Files, int OpenFiles, long Events, int Sites, int Lapses, long RefusedSteps, TimeSpan Took);

// How it works. A nation lives two years; every step is replayed as commands through the case file, and what the case file makes of it goes into
// the store in bulk, by whom and for which purpose. Nobody watched the terms in those years: the watch looks once, on the last day, at what
// lapsed and is still open. The files as they then stand are the start of what happens next, which is drawn once and kept as the script. All in a folder of its own, which gets its name when everything in it is durable.

/// <summary>Builds a synthetic nation in a folder (opbouw van de demonstratie).</summary>
public static class DemonstrationBuild
{
    internal const long KeyMark = 0x5343_4841_4B45_4C00; // Upper half of the keys of a demonstration's acts: this, or with the number of a script added; what is made up besides has its own numbers below.
    private const int StepsBetweenTelling = 8192;

    /// <summary>Builds it.</summary>
    /// <param name="folder">An empty or absent folder.</param>
    /// <param name="scale">Size against the nation.</param>
    /// <param name="seed">Seed of every chance.</param>
    /// <param name="time">Real time.</param>
    /// <param name="steps">Open next steps of a file; without it no steps are kept.</param>
    /// <param name="watch">Looks at terms on the last day; nothing when nobody does.</param>
    /// <param name="staff">As whom one can sign in; nobody without it.</param>
    /// <param name="tell">Told how far it is, from 0 to 1.</param>
    /// <param name="stop">Ends it early; the folder is then of no use.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static BuildReport Run(
        string folder, double scale, ulong seed, TimeProvider time, Store.Rows.StepsOf? steps = null, Func<ChainStore, IChainClock, AfterDay>? watch = null,
        ExampleStaff? staff = null, Action<double>? tell = null, CancellationToken stop = default)
    {
        var started = time.GetTimestamp();
        var data = ChainData.Load(null);
        var past = InputsFromData.Baseline(
            data, ChainData.January2022, 3, Norms.Regimes.January2022, FittedParameters.For(ChainData.January2022), scale);
        var inputs = past with { Days = DemonstrationLaw.Begins - DemonstrationLaw.PastBegins };
        var nation = new Nation(inputs, seed, 0, keepSteps: true, central: true);
        nation.Live(stop);

        var clock = new DemonstrationClock(DemonstrationLaw.Begins);
        var named = staff ?? ExampleStaff.None;
        var deciders = new SyntheticDeciders(named.Deciders, scale);
        var settings = new DeskSettings(DemonstrationLaw.On, clock, time) { StepsOf = steps };
        using var store = ChainStore.Open(new StorePlace(folder), settings);
        Replay replay;
        var households = new Dictionary<long, HouseholdId>();
        using (var bulk = store.BeginBulk())
        {
            replay = new Replay(Conform.ContextOf(nation), (in Rehearsal.Conformance.RecordedEvent recorded) =>
            {
                var stream = new StreamId(recorded.Stream, recorded.Index + 1L);
                var household = HouseholdIn(households, recorded.Event, stream);
                bulk.Append(new BulkEvent(
                    ActKey.Of(KeyMark, recorded.Act), stream, deciders.Recorded(SyntheticCentres.Placed(recorded.Event, stream), household), DemonstrationLaw.PastBegins.PlusDays(recorded.Minute / 1440),
                    Doers.Of(deciders.Given(recorded.Command!, household), stream), Doers.PurposeOf(recorded.Command!)));
            });
            ReplayAll(nation, [.. inputs.Groups.Select(group => group.Id)], replay, tell, stop);
            bulk.Complete();
        }
        SyntheticPolicy.TakeIn(store, DemonstrationLaw.PastBegins, DemonstrationLaw.Begins);
        SyntheticSites.TakeIn(store, replay.Sites.Where(each => each.State.IsOpen), Municipalities.All, DemonstrationLaw.Begins.PlusDays(-1));
        var built = store.Log.Position;
        SyntheticTies.TakeIn(store, replay.Files, named, DemonstrationLaw.Begins.PlusDays(-1));
        SyntheticSites.TakeInExamples(store, replay.Sites.Where(each => each.State.IsOpen), replay.Files, replay.Households, DemonstrationLaw.Begins.PlusDays(-1));
        SyntheticTeams.TakeIn(store, replay.Files, DemonstrationLaw.Begins.PlusDays(-1));

        var lapses = CatchUp(store, watch?.Invoke(store, clock), clock.Today, stop);
        var (stock, script) = WithAnchor(store, time, () =>
        {
            var files = AfterTheWatch(store, built, replay.Files);
            var standing = LiveStock.From(files, replay.Households, replay.Sites, DemonstrationLaw.Begins, DemonstrationLaw.On(DemonstrationLaw.Begins));
            return (standing, DemonstrationScript.Draw(data, standing, scale, seed, stop));
        });
        SyntheticCourt.TakeIn(store, script);
        SyntheticExpected.TakeIn(store, script, DemonstrationScript.GroupNames(data, scale));
        var state = new DemonstrationState(scale, seed, DemonstrationLaw.Begins, store.Log.Position, 1, Intervened: false);
        AtomicFile.Write(state.ScriptIn(folder), script.Write);
        state.Write(folder);
        tell?.Invoke(1);
        return new(
            stock.Files.Count, stock.Files.Count(each => each.File is { Presence: Presences.Here or Presences.Gone, Housing.IsHoused: false }), store.Log.Position,
            stock.Sites.Count(each => each.State.IsOpen), lapses, replay.Report().RefusedCount, time.GetElapsedTime(started));
    }

    // As it was told at the arrival; nobody's for a site.
    private static HouseholdId HouseholdIn(Dictionary<long, HouseholdId> households, ChainEvent happened, StreamId stream) => (stream.Kind, happened) switch
    {
        (not StreamKind.CaseFile, _) => default,
        (_, PersonArrived arrived) => households[stream.Number] = arrived.Household,
        (_, FileTakenOver taken) => households[stream.Number] = taken.Household,
        _ => households.GetValueOrDefault(stream.Number),
    };

    // The first anchor reads the whole log: on another thread, while what happens next is drawn. Nothing of it goes on when the store closes.
    private static T WithAnchor<T>(ChainStore store, TimeProvider time, Func<T> meanwhile)
    {
        var anchored = Task.Run(() => store.Anchors.MakeAsync(time.GetUtcNow()));
        try
        {
            return meanwhile();
        }
        finally
        {
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
            anchored.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
    }

    private static int CatchUp(ChainStore store, AfterDay? watch, Norms.Day today, CancellationToken stop)
    {
        if (watch is null)
        {
            return 0;
        }
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
        return watch(today, stop).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    // A mark that a day passed changes no file; what follows by operation of law does.
    private static IEnumerable<(PersonId Person, CaseFile File)> AfterTheWatch(ChainStore store, long from, IEnumerable<(PersonId Person, CaseFile File)> files)
    {
        var changed = store.Log.ReadAll(from).SelectMany(page => page).Where(recorded => recorded.Event is not LapseObserved)
            .Select(recorded => recorded.Envelope.Stream).ToHashSet();
        var standing = new Store.Log.Standing(store.Log, store.Log.Position);
        return files.Select(each => changed.Contains(StreamId.Of(each.Person)) ? each with { File = standing.FileOf(each.Person) } : each);
    }

    private static void ReplayAll(Nation nation, ImmutableArray<string> groups, Replay replay, Action<double>? tell, CancellationToken stop)
    {
        var steps = nation.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            if (i % StepsBetweenTelling == 0)
            {
                stop.ThrowIfCancellationRequested();
                tell?.Invoke(0.95 * i / steps.Count);
            }
            var step = steps[i];
            if (replay.Apply(step) is not null || !SyntheticPeople.IsNamedAt(step.Kind))
            {
                continue;
            }
            var person = nation.Persons[step.Person];
            foreach (var command in SyntheticPeople.Naming(nation.Numbering.Person(step.Person), person, groups[person.Group]))
            {
                if (replay.Do(step.Person, command) is { } refusal)
                {
                    throw new UnreachableException($"Person {step.Person} cannot be named: {refusal.Code}.");
                }
            }
        }
    }
}

/// <summary>What happens next in a demonstration (script).</summary>
internal static class DemonstrationScript
{
    /// <summary>Draws a year from the files as they stand.</summary>
    public static LivePlan Draw(ChainData data, LiveStock stock, double scale, ulong seed, CancellationToken stop) =>
        LivePlan.Draw(LiveInputs.Of(data, stock, 1, FittedParameters.For(ChainData.January2024), scale), seed, stop);

    /// <summary>Names of the groups, by number.</summary>
    public static ImmutableArray<string> GroupNames(ChainData data, double scale) =>
        [.. InputsFromData.Baseline(data, ChainData.January2024, 1, Norms.Regimes.January2024, FittedParameters.For(ChainData.January2024), scale).Groups.Select(group => group.Id)];
}
