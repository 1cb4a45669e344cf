using Schakel.Chain;
using Schakel.Norms;
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

// How it works. One thread reads pages, all open them (decrypt, parse), this one folds; then rows go out in chunks between groups of acts,
// under a generation that nobody reads yet. What came in meanwhile is folded and written after it. The last transaction says which
// generation is read, and up to where it tells.

/// <summary>Makes the models anew beside the live ones (herbouw).</summary>
internal sealed class Rebuilding(Database database, EventReader reader, EventLog log, Desk desk, DeskSettings settings, NumberHashes hashes)
{
    private const int PageSize = 8192;
    private const int Chunk = 10_000;
    private const int FilesTogether = 2000;
    private const int Clearing = 20_000;

    /// <summary>Rebuilds under the generation after the live one.</summary>
    /// <returns>The position up to which the new generation tells; null when it may not be used.</returns>
    public async Task<long?> RunAsync(
        ModelFold fold, int live, Func<bool> stillValid, bool filesToo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await desk.RunAsync(_ => database.ExpectManyRows(true)).ConfigureAwait(false);
        try
        {
            return await MakeAsync(fold, live, stillValid, filesToo, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await desk.RunAsync(_ => database.ExpectManyRows(false)).ConfigureAwait(false);
        }
    }

    private async Task<long?> MakeAsync(
        ModelFold fold, int live, Func<bool> stillValid, bool filesToo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await ClearAsync(live, cancellation).ConfigureAwait(false); // What an earlier rebuild left that was ended halfway.
        reader.Prepare();
        var upTo = await FoldAsync(fold, 0, log.Position, progress, cancellation).ConfigureAwait(false);
        if (filesToo)
        {
            await WriteFilesAsync(fold, upTo, progress, cancellation).ConfigureAwait(false);
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
                writer.Mark(ReadModels.TermsMark, SearchTerms.Version);
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
            foreach (var recorded in reader.Open(stored))
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
        return database.ReadContent(after, (int)Math.Min(PageSize, upTo - after), connection);
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

    // The desk writes these rows with each act. A second thread makes those of our states, some thousands of files ahead, and leaves out steps
    // that stand in the table as they should. On the desk's thread, so that no act comes between, those of files and households that went on
    // meanwhile are replaced by the desk's.
    private async Task WriteFilesAsync(ModelFold fold, long upTo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var numbers = new HashSet<NumberHeld>();
        var files = fold.Files.ToDictionary(file => file.Person, file => file.Page);
        var chunks = files.Keys.Order().Chunk(FilesTogether).ToList();
        var preparing = Task.Run(() => Prepare(chunks.FirstOrDefault() ?? [], fold, files), cancellation);
        var done = 0L;
        for (var i = 0; i < chunks.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = chunks[i];
            var (day, batch) = await preparing.ConfigureAwait(false);
            var next = i + 1 < chunks.Count ? chunks[i + 1] : [];
            preparing = Task.Run(() => Prepare(next, fold, files), cancellation);
            await desk.RunAsync(deciding =>
            {
                var today = settings.Clock.Today;
                var moved = database.StreamsAfter(upTo);
                long[] again = day != today ? chunk : [.. chunk.Where(person => WentOn(person, files[person].File, moved) || fold.IsErased(person))];
                foreach (var person in again)
                {
                    batch.Files.Remove(person);
                    batch.Steps.Remove(person);
                }
                new RowsOfGroup(settings, settings.LawOn(today), deciding.Peek, (_, _) => { }) { WithMembers = false }
                    .Add([.. again.Select(person => new StreamId(StreamKind.CaseFile, person)).Where(stream => !deciding.IsErased(stream))], batch);
                AddNumbers(chunk.Select(person => (person, again.Contains(person) ? (CaseFile)deciding.Peek(new(StreamKind.CaseFile, person)).State : files[person].File)), fold, batch);
                database.Commit(batch);
                numbers.UnionWith(batch.TakenNumbers.Select(taken => new NumberHeld(taken.Key, taken.Value)));
            }).ConfigureAwait(false);
            progress?.Report(new("files", done += chunk.Length, files.Count));
        }
        await desk.RunAsync(deciding => RowsAnew.ClearNumbers(database, deciding, hashes, numbers)).ConfigureAwait(false);
        await desk.RunAsync(deciding =>
        {
            var moved = database.StreamsAfter(upTo);
            RowsAnew.WriteSites(database, settings, hashes, stream => !moved.Contains(stream) && fold.SiteOf(stream.Number) is var (version, site)
                ? StreamState.Empty(stream.Kind) with { Version = version, State = site } : deciding.Peek(stream));
        }).ConfigureAwait(false);
    }

    private void AddNumbers(IEnumerable<(long Person, CaseFile File)> files, ModelFold fold, Batch batch)
    {
        foreach (var (person, file) in files)
        {
            if (hashes.HeldBy(person, file) is { } held && !fold.IsErased(person) && !fold.IsErased(held.Person))
            {
                batch.Hold(held);
            }
        }
    }

    private static bool WentOn(long person, CaseFile file, HashSet<StreamId> moved) =>
        moved.Count > 0 && (moved.Contains(new(StreamKind.CaseFile, person)) || moved.Contains(StreamId.Of(file.Registration.Household)));

    private (Day Day, Batch Batch) Prepare(long[] persons, ModelFold fold, Dictionary<long, PersonPage> files)
    {
        var (day, batch) = (settings.Clock.Today, new Batch());
        if (persons.Length == 0)
        {
            return (day, batch);
        }
        using var connection = database.Connect();
        var present = database.ReadSteps(persons[0], persons[^1], connection);
        new RowsOfGroup(settings, settings.LawOn(day), StateOf, (_, _) => { }) { WithMembers = false }
            .Add([.. persons.Select(person => new StreamId(StreamKind.CaseFile, person))], batch);
        return (day, batch);

        StreamState StateOf(StreamId stream)
        {
            var empty = StreamState.Empty(stream.Kind);
            if (stream.Kind != StreamKind.CaseFile)
            {
                return fold.Household(stream.Number) is var (version, household) ? empty with { Version = version, State = household } : empty;
            }
            var page = files[stream.Number];
            return empty with { Version = page.Version, State = page.File, Steps = present.GetValueOrDefault(stream.Number, []) };
        }
    }
}
