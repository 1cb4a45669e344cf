using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Taking;

/// <summary>What was done last (laatste wijziging).</summary>
public enum TakeKind
{
    /// <summary>Taken up, or renewed.</summary>
    Taken = 0,
    /// <summary>Taken over from a colleague.</summary>
    TakenOver,
    /// <summary>Given back.</summary>
    GivenBack,
    /// <summary>Handed over to a colleague.</summary>
    HandedOver,
    /// <summary>The change before was undone.</summary>
    Undone,
}

/// <summary>What an official did last (wijziging), to tell it and to undo it.</summary>
/// <param name="Version">Version of the function's list after it.</param>
/// <param name="Kind">What kind of change it was.</param>
/// <param name="Files">What was done with each file.</param>
/// <param name="Held">Those that were asked for and are a colleague's.</param>
/// <param name="NotHere">How many were asked for that do not exist, or may not be seen.</param>
public sealed record TakeChange(int Version, TakeKind Kind, ImmutableArray<TakenStep> Files, ImmutableArray<TakenStep> Held, int NotHere);

/// <summary>What stands as taken up in a function on a day (stand).</summary>
/// <param name="Version">How often something was changed; it goes on after a restart.</param>
/// <param name="Set">Who has what.</param>
public sealed record Taken(int Version, TakenSet Set)
{
    /// <summary>Of a function that takes up nothing.</summary>
    public static Taken None { get; } = new(0, TakenSet.Empty);
}

/// <summary>
/// Keeps who has taken up what (plank): a small file for each function, read once, so that a file is taken up by one official at most whatever
/// comes at the same instant. A change is written beside it and put in its place whole. What an official did last is remembered only while the
/// program runs. Safe for several threads.
/// </summary>
/// <param name="folder">Where they are kept.</param>
public sealed class TakingShelf(string folder)
{
    private readonly Lock _one = new();
    private readonly ConcurrentDictionary<string, Kept> _kept = [];
    private readonly ConcurrentDictionary<(string Function, int Number), TakeChange> _last = [];

    /// <summary>
    /// Whether work is taken up in a function: in one with a worklist that several share. A lawyer and a guardian have clients of their own, and a
    /// return counsellor has files in their own name.
    /// </summary>
    /// <param name="function">The function.</param>
    public static bool IsFor(Function function) => Worklists.HasList(function) && function.Reach is not (Reach.Clients or Reach.Own) && !WorkAsked.HasOwn(function);

    /// <summary>What stands as taken up in a function: a look in memory.</summary>
    /// <param name="function">The function.</param>
    /// <param name="today">The chain's date.</param>
    public Taken Of(Function function, Day today) => IsFor(function) ? KeptOf(function).On(today) : Taken.None;

    /// <summary>How often something was changed in a function.</summary>
    /// <param name="function">The function.</param>
    public int VersionOf(Function function) => IsFor(function) ? KeptOf(function).Version : 0;

    /// <summary>Ends when something was changed in a function after a version.</summary>
    /// <param name="function">The function.</param>
    /// <param name="version">The version.</param>
    public Task ChangedAsync(Function function, int version) => KeptOf(function) is var kept && kept.Version != version ? Task.CompletedTask : kept.Replaced.Task;

    /// <summary>What an official did last; null when nothing is remembered.</summary>
    /// <param name="caller">The official.</param>
    public TakeChange? LastOf(Caller caller) => _last.GetValueOrDefault((caller.Function.Code, caller.Number));

    /// <summary>Changes what is taken up; nothing is written when it is not possible, or changes nothing.</summary>
    /// <param name="caller">Who does it.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="asked">What kind of change, for which files.</param>
    /// <param name="change">The change.</param>
    /// <returns>What was done; null with the reason, or when there was nothing to do.</returns>
    /// <exception cref="IOException">It cannot be kept; nothing was changed.</exception>
    public (TakeChange? Done, TakeFault? Fault) Change(Caller caller, Day today, TakeChange asked, Func<TakenSet, (TakenSet? Set, TakeFault? Fault)> change)
    {
        lock (_one)
        {
            var kept = KeptOf(caller.Function);
            var set = kept.On(today).Set;
            var (next, fault) = change(set);
            if (next is null)
            {
                return (null, fault);
            }
            if (ReferenceEquals(next, set))
            {
                // Sent twice, it was done once: what is told is what was done.
                return (LastOf(caller) is { } last && last.Kind == asked.Kind && last.Version == kept.Version ? last : null, null);
            }
            var steps = asked.Files.Select(each => new TakenStep(each.Person, set.Of(each.Person), next.Of(each.Person))).ToList();
            var done = asked with
            {
                Version = kept.Version + 1,
                Files = [.. steps.Where(each => each.Before != each.After)],
                Held = [.. steps.Where(each => each.Before == each.After && each.After is { } held && held.Number != caller.Number)],
            };
            Write(caller.Function, kept, new(done.Version, next));
            _last[(caller.Function.Code, caller.Number)] = done;
            return (done, null);
        }
    }

    /// <summary>Undoes what an official did last, when it is still the one that is meant and nobody did anything with these files since.</summary>
    /// <param name="caller">The official.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="version">The version after that change.</param>
    public (TakeChange? Done, TakeFault? Fault) Undo(Caller caller, Day today, int version) =>
        LastOf(caller) is { Kind: not TakeKind.Undone } last && last.Version == version
            ? Change(caller, today, new(0, TakeKind.Undone, last.Files, [], 0), set => set.Undo(last.Files)) : (null, TakeFault.NothingToUndo);

    private Kept KeptOf(Function function)
    {
        if (_kept.TryGetValue(function.Code, out var kept))
        {
            return kept;
        }
        lock (_one)
        {
            return _kept.GetOrAdd(function.Code, _ => new(Read(function)));
        }
    }

    private Taken Read(Function function)
    {
        try
        {
            return File.Exists(PathOf(function)) && JsonSerializer.Deserialize<Taken>(File.ReadAllBytes(PathOf(function))) is { } taken && IsSound(taken) ? taken : Taken.None;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return Taken.None; // A file that somebody spoiled keeps nobody from their work; the next change writes it anew.
        }
    }

    private static bool IsSound(Taken taken) => taken is { Version: > 0, Set.Files: { } files } && files.Values.All(each => each is { Number: > 0 }
        && IsDay(each.Since) && IsDay(each.Renewed) && (each.Reason is not { } reason || Enum.IsDefined(reason)));

    private static bool IsDay(int number) => number >= Day.First.Number && number <= Day.Last.Number;

    private void Write(Function function, Kept before, Taken taken)
    {
        Directory.CreateDirectory(folder);
        DurableFile.Write(PathOf(function), JsonSerializer.SerializeToUtf8Bytes(taken));
        _kept[function.Code] = new(taken);
        before.Replaced.TrySetResult();
    }

    // A function's code: nothing that somebody types comes into the path.
    private string PathOf(Function function) => Path.Combine(folder, function.Code + ".json");

    // What is kept, and what of it stands on the day that was asked for last: a day is asked for by many.
    private sealed class Kept(Taken taken)
    {
        private (Day Day, Taken Taken)? _standing;
        private readonly Lock _one = new();

        public int Version => taken.Version;

        public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Taken On(Day today)
        {
            lock (_one)
            {
                if (_standing is not { } known || known.Day != today)
                {
                    _standing = known = (today, taken with { Set = taken.Set.On(today) });
                }
                return known.Taken;
            }
        }
    }
}
