using System.Globalization;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Demonstration;

/// <summary>What was asked of a demonstration (vraag).</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Scale">Size against the nation, when it is built.</param>
/// <param name="Seed">Seed of every chance, when it is built.</param>
public sealed record DemonstrationRequest(string Folder, double Scale, ulong Seed)
{
    /// <summary>Open next steps of a file; without it no steps are kept.</summary>
    public StepsOf? StepsOf { get; init; }

    /// <summary>Looks at terms when a day has passed; nothing when nobody does.</summary>
    public Func<ChainStore, IChainClock, AfterDay>? Watch { get; init; }

    /// <summary>As whom one can sign in: some of the work is theirs.</summary>
    public ExampleStaff Staff { get; init; } = ExampleStaff.None;
}

/// <summary>A demonstration that runs (demonstratie): a synthetic nation in a folder, whose time can be moved.</summary>
public sealed class LiveDemonstration : IDisposable
{
    private LiveDemonstration(ChainStore store, DemonstrationTime time, double scale)
    {
        (Store, Time, Scale) = (store, time, scale);
    }

    /// <summary>The store.</summary>
    public ChainStore Store { get; }

    /// <summary>The time.</summary>
    public DemonstrationTime Time { get; }

    /// <summary>Size against the nation.</summary>
    public double Scale { get; }

    /// <summary>Opens what is in the folder.</summary>
    /// <param name="request">What was asked; scale and seed are those it was built with.</param>
    /// <param name="time">Real time.</param>
    /// <param name="tell">Told how far rows are made anew when an older program left the data, from 0 to 1.</param>
    /// <exception cref="StoreFaultException">The folder is in use, or holds no demonstration.</exception>
    public static LiveDemonstration Open(DemonstrationRequest request, TimeProvider time, Action<double>? tell = null)
    {
        if (!DemonstrationState.IsIn(request.Folder))
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"'{request.Folder}' holds no demonstration. `schakel demo --data {request.Folder}` builds one.");
        }
        var state = DemonstrationState.Read(request.Folder);
        var clock = new DemonstrationClock(state.Today);
#pragma warning disable CA2000 // The demonstration owns both and disposes them.
        var store = ChainStore.Open(new StorePlace(request.Folder), new DeskSettings(DemonstrationLaw.On, clock, time) { StepsOf = request.StepsOf, MakingRows = tell });
        return new(store, new DemonstrationTime(request.Folder, store, clock, state, request.Watch?.Invoke(store, clock), request.Staff), state.Scale);
#pragma warning restore CA2000
    }

    /// <summary>Opens the demonstration in the folder, or builds it first.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="time">Real time.</param>
    /// <param name="tell">Told how far building is, or making the rows of older data anew, from 0 to 1.</param>
    /// <param name="stop">Ends building early; the next start begins anew.</param>
    /// <returns>The demonstration, and what was built; nothing when it was there.</returns>
    /// <exception cref="StoreFaultException">The folder holds other data, or is in use.</exception>
    /// <exception cref="OperationCanceledException">Building was ended early.</exception>
    public static (LiveDemonstration Demonstration, BuildReport? Built) OpenOrBuild(
        DemonstrationRequest request, TimeProvider time, Action<double>? tell = null, CancellationToken stop = default)
    {
        if (DemonstrationState.IsIn(request.Folder))
        {
            return (Open(request, time, tell), null);
        }
        if (LogReader.IsThere(request.Folder))
        {
            throw new StoreFaultException(
                StoreFault.Locked, $"'{request.Folder}' holds data that are no demonstration; they are left alone. Choose another folder with --data.");
        }
        var built = Build(request, time, tell, stop);
        if (Directory.Exists(request.Folder))
        {
            Directory.Delete(request.Folder); // Empty, or this says that it is not.
        }
        Directory.Move(BuildingOf(request.Folder), request.Folder);
        return (Open(request, time), built);
    }

    /// <summary>Begins anew (opnieuw beginnen): builds beside the data, then swaps the folders. What was there is kept under another name.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="time">Real time.</param>
    /// <param name="tell">Told how far building is, from 0 to 1.</param>
    /// <param name="stop">Ends building early; nothing has changed then.</param>
    /// <returns>What was built, and where the earlier data are; nothing when there were none.</returns>
    /// <exception cref="StoreFaultException">The folder is in use, or holds data that are no demonstration.</exception>
    public static (BuildReport Built, string? Kept) Reset(
        DemonstrationRequest request, TimeProvider time, Action<double>? tell = null, CancellationToken stop = default)
    {
        if (LogReader.IsThere(request.Folder) && !DemonstrationState.IsIn(request.Folder))
        {
            throw new StoreFaultException(
                StoreFault.Locked, $"'{request.Folder}' holds data that are no demonstration; they are left alone. Choose another folder with --data.");
        }
        NobodyWritesIn(request.Folder);
        var built = Build(request, time, tell, stop);
        NobodyWritesIn(request.Folder);
        string? kept = null;
        if (Directory.Exists(request.Folder))
        {
            kept = FreeName(request.Folder);
            Directory.Move(request.Folder, kept);
        }
        Directory.Move(BuildingOf(request.Folder), request.Folder);
        return (built, kept);
    }

    /// <summary>Whether building was ended halfway before: what is there is of no use, and is made anew.</summary>
    /// <param name="folder">The data folder.</param>
    public static bool WasInterrupted(string folder) => Directory.Exists(BuildingOf(folder));

    /// <inheritdoc/>
    public void Dispose()
    {
        Time.Dispose();
        Store.Dispose();
    }

    private static BuildReport Build(DemonstrationRequest request, TimeProvider time, Action<double>? tell, CancellationToken stop)
    {
        var building = BuildingOf(request.Folder);
        if (Directory.Exists(building))
        {
            NobodyWritesIn(building);
            Directory.Delete(building, recursive: true);
        }
        return DemonstrationBuild.Run(building, request.Scale, request.Seed, time, request.StepsOf, request.Watch, request.Staff, tell, stop);
    }

    private static string BuildingOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".building";

    private static void NobodyWritesIn(string folder)
    {
        var path = Path.Combine(folder, "writer.lock");
        if (!File.Exists(path))
        {
            return;
        }
        try
        {
            using var taken = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreFaultException(StoreFault.Locked, $"'{folder}' is in use: another process writes there. Stop it first.", e);
        }
    }

    private static string FreeName(string folder)
    {
        var name = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        for (var number = 1; ; number++)
        {
            var free = string.Create(CultureInfo.InvariantCulture, $"{name}.before-{number}");
            if (!Path.Exists(free))
            {
                return free;
            }
        }
    }
}

/// <summary>The live stock from a store (actuele stand uit de opslag).</summary>
public static class StoredStock
{
    /// <summary>Reads the log of a store, whoever writes meanwhile.</summary>
    /// <param name="place">Where the data are.</param>
    /// <param name="law">The law of a day.</param>
    /// <param name="today">The chain's day, where it is known; else that of a demonstration, or the day after the last on which something happened.</param>
    /// <returns>The stock, and its size against the nation: 1 unless it is a demonstration of another size.</returns>
    /// <exception cref="StoreFaultException">There are no data, or they cannot be read.</exception>
    public static (LiveStock Stock, double Scale) Of(StorePlace place, Func<Day, Law> law, Day? today = null)
    {
        var state = DemonstrationState.IsIn(place.Folder) ? DemonstrationState.Read(place.Folder) : null;
        using var reading = LogReader.Open(place);
        var standing = new Standing(reading.Log);
        var last = default(Day);
        standing.CatchUp(recorded => last = Day.Later(last, recorded.Envelope.OccurredOn));
        var date = (today ?? state?.Today) is { } known && known >= last ? known : last.PlusDays(1);
        return (LiveStock.From(standing.Files, standing.Households, standing.Sites, date, law(date)), state?.Scale ?? 1);
    }
}
