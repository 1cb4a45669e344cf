using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Models;

/// <summary>How far a rebuild is (voortgang).</summary>
/// <param name="Phase">What it does.</param>
/// <param name="Done">Events folded, or rows' owners written.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct RebuildProgress(string Phase, long Done, long Total);

// How it works. One thread reads pages, some open them (decrypt, parse), this one folds; then rows go out in chunks between groups of acts,
// under a generation that nobody reads yet. What came in meanwhile is folded and written after it. The last transaction says which
// generation is read, and up to where it tells.

/// <summary>Makes the models anew beside the live ones (herbouw).</summary>
internal sealed class Rebuilding(Database database, EventReader reader, EventLog log, Desk desk, DeskSettings settings, NumberHashes hashes)
{
    private const int PageSize = 8192;
    private const int Chunk = 2000;
    private const int FilesTogether = 200;
    private const int Clearing = 5000;

    /// <summary>Rebuilds under the generation after the live one.</summary>
    /// <returns>The position up to which the new generation tells; null when it may not be used.</returns>
    public async Task<long?> RunAsync(
        ModelFold fold, int live, Func<bool> stillValid, bool filesToo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await ClearAsync(live, cancellation).ConfigureAwait(false); // What an earlier rebuild left that was ended halfway.
        var upTo = await FoldAsync(fold, 0, log.Position, progress, cancellation).ConfigureAwait(false);
        if (filesToo)
        {
            await WriteFilesAsync(fold, progress, cancellation).ConfigureAwait(false);
        }
        await WriteAsync(fold.Take(), live + 1, progress, cancellation).ConfigureAwait(false);
        long? made = null;
        while (log.Position - upTo > Chunk)
        {
            var before = upTo;
            upTo = await FoldAsync(fold, before, log.Position, null, cancellation).ConfigureAwait(false);
            var change = fold.Take();
            await desk.RunAsync(_ => database.InTransaction(transaction => new ModelWriter(transaction, live + 1).Write(change, fresh: false))).ConfigureAwait(false);
        }
        var last = await FoldAsync(fold, upTo, log.Position, null, cancellation).ConfigureAwait(false);
        var rest = fold.Take();
        await desk.RunAsync(_ =>
        {
            if (!stillValid())
            {
                return;
            }
            database.InTransaction(transaction =>
            {
                var writer = new ModelWriter(transaction, live + 1);
                writer.Write(rest, fresh: false);
                writer.Mark(ReadModels.GenerationMark, live + 1);
                writer.Mark(ReadModels.PositionMark, last);
            });
            made = last;
        }).ConfigureAwait(false);
        return made;
    }

    /// <summary>Takes away what belongs to no generation that is read.</summary>
    public async Task ClearAsync(int live, CancellationToken cancellation)
    {
        var row = database is SqliteDatabase ? "rowid" : "ctid";
        foreach (var table in ModelTables.All)
        {
            var cleared = Clearing;
            while (cleared == Clearing)
            {
                cancellation.ThrowIfCancellationRequested();
                await desk.RunAsync(_ => cleared = database.RunCounting(
                    $"DELETE FROM {table} WHERE {row} IN (SELECT {row} FROM {table} WHERE generation <> @live AND generation <> @erased LIMIT {Clearing})",
                    ("@live", live), ("@erased", ReadModels.OfErased))).ConfigureAwait(false);
            }
        }
    }

    private async Task<long> FoldAsync(ModelFold fold, long after, long upTo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var reading = Task.Run(() => Read(after, upTo), cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var stored = await reading.ConfigureAwait(false);
            if (stored.Count == 0)
            {
                return after;
            }
            after = stored[^1].Envelope.Position;
            var next = after;
            reading = Task.Run(() => Read(next, upTo), cancellation);
            var opened = new RecordedEvent[stored.Count];
            Parallel.For(0, stored.Count, i => opened[i] = reader.Open(stored[i]));
            foreach (var recorded in opened)
            {
                fold.Apply(recorded);
            }
            progress?.Report(new("events", after, upTo));
        }
    }

    private List<StoredEvent> Read(long after, long upTo)
    {
        if (after >= upTo)
        {
            return [];
        }
        using var connection = database.Connect();
        return database.ReadAll(after, (int)Math.Min(PageSize, upTo - after), connection);
    }

    private async Task WriteAsync(ModelChange all, int generation, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var sums = new ModelChange();
        foreach (var (key, value) in all.Occupancy)
        {
            sums.Occupancy[key] = value;
        }
        foreach (var (key, value) in all.Counters)
        {
            sums.Counters[key] = value;
        }
        await PutAsync(sums, generation).ConfigureAwait(false);
        await ChunksAsync(all.Appointments, change => change.Appointments).ConfigureAwait(false);
        await ChunksAsync(all.Members, change => change.Members).ConfigureAwait(false);
        await ChunksAsync(all.HousingTasks, change => change.HousingTasks).ConfigureAwait(false);
        await ChunksAsync(all.ReturnCases, change => change.ReturnCases).ConfigureAwait(false);
        await ChunksAsync(all.SearchTerms, change => change.SearchTerms).ConfigureAwait(false);

        async Task ChunksAsync<TRow>(Dictionary<long, IReadOnlyList<TRow>> byOwner, Func<ModelChange, Dictionary<long, IReadOnlyList<TRow>>> part)
        {
            var done = 0L;
            foreach (var chunk in byOwner.Where(owner => owner.Value.Count > 0).Chunk(Chunk))
            {
                cancellation.ThrowIfCancellationRequested();
                var change = new ModelChange();
                foreach (var (owner, rows) in chunk)
                {
                    part(change)[owner] = rows;
                }
                await PutAsync(change, generation).ConfigureAwait(false);
                progress?.Report(new("rows", done += chunk.Length, byOwner.Count));
            }
        }
    }

    private Task PutAsync(ModelChange change, int generation) =>
        desk.RunAsync(_ => database.InTransaction(transaction => new ModelWriter(transaction, generation).Write(change, fresh: true)));

    // The desk writes these rows with each act. A file whose version is the one we folded gets the row of our state; one that went on
    // meanwhile gets it from the desk's. Both on the desk's thread, so that no act comes between.
    private async Task WriteFilesAsync(ModelFold fold, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var done = 0L;
        var numbers = new HashSet<NumberHeld>();
        var files = fold.Files.ToDictionary(file => file.Person, file => file.Page);
        foreach (var chunk in files.Chunk(FilesTogether))
        {
            cancellation.ThrowIfCancellationRequested();
            await desk.RunAsync(deciding =>
            {
                var batch = new Batch();
                var law = settings.LawOn(settings.Clock.Today);
                var rows = new RowsOfGroup(settings, law, stream => StateOf(stream, fold, files, deciding), (_, _) => { }) { WithMembers = false, Numbers = hashes };
                rows.Add([.. chunk.Select(file => new StreamId(StreamKind.CaseFile, file.Key)).Where(stream => !deciding.IsErased(stream))], batch);
                database.Commit(batch);
                numbers.UnionWith(batch.TakenNumbers.Select(taken => new NumberHeld(taken.Key, taken.Value)));
            }).ConfigureAwait(false);
            progress?.Report(new("files", done += chunk.Length, files.Count));
        }
        await desk.RunAsync(deciding => RowsAnew.ClearNumbers(database, deciding, hashes, numbers)).ConfigureAwait(false);
        await desk.RunAsync(deciding => RowsAnew.WriteSites(database, deciding, settings, hashes)).ConfigureAwait(false);
    }

    private StreamState StateOf(StreamId stream, ModelFold fold, Dictionary<long, PersonPage> files, Deciding deciding)
    {
        (int Version, object State)? known = stream.Kind switch
        {
            StreamKind.CaseFile => files.TryGetValue(stream.Number, out var page) ? (page.Version, page.File) : null,
            StreamKind.Household => fold.Household(stream.Number) is var (version, state) ? (version, (object)state) : null,
            StreamKind.Site => null,
        };
        return known is { } ours && ours.Version == database.VersionOf(stream)
            ? StreamState.Empty(stream.Kind) with { Version = ours.Version, State = ours.State, Steps = null }
            : deciding.Peek(stream);
    }
}
