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

// How it works. One page is read while the one before it is opened (decrypted, parsed) and the one before that is folded; then rows go out in chunks between groups of acts,
// under a generation that nobody reads yet. What came in meanwhile is folded and written after it. The last transaction says which
// generation is read, and up to where it tells.

/// <summary>Makes the models anew beside the live ones (herbouw).</summary>
internal sealed class Rebuilding(Database database, EventReader reader, EventLog log, Desk desk, DeskSettings settings, NumberHashes hashes)
{
    private const int PageSize = 32_768;
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
        await ClearAsync(live, progress, cancellation).ConfigureAwait(false); // What an earlier rebuild left that was ended halfway.
        progress?.Report(new("keys", 0, 0));
        reader.Prepare();
        var upTo = await FoldAsync(fold, 0, log.Position, progress, cancellation).ConfigureAwait(false);
        var telling = Task.Run(fold.Take, cancellation); // Reads of the pages what the writing of files reads too.
        if (filesToo)
        {
            await WriteFilesAsync(fold, upTo, progress, cancellation).ConfigureAwait(false);
        }
        await WriteAsync(await telling.ConfigureAwait(false), live + 1, progress, cancellation).ConfigureAwait(false);
        long? made = null;
        while (log.Position - upTo > Chunk)
        {
            var before = upTo;
            upTo = await FoldAsync(fold, before, log.Position, null, cancellation).ConfigureAwait(false);
            var change = fold.Take();
            await desk.RunAsync(_ => database.InTransaction(transaction => new ModelWriter(transaction, live + 1).Write(change))).ConfigureAwait(false);
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
                writer.Write(rest);
                writer.Mark(ReadModels.GenerationMark, live + 1);
                writer.Mark(ReadModels.PositionMark, last);
                writer.Mark(ReadModels.TermsMark, SearchTerms.Version);
            });
            made = last;
        }).ConfigureAwait(false);
        return made;
    }

    /// <summary>Takes away what belongs to no generation that is read.</summary>
    public async Task ClearAsync(int live, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var done = 0L;
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
                progress?.Report(new("clearing", done += cleared, done));
            }
        }
    }

    private async Task<long> FoldAsync(ModelFold fold, long after, long upTo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await foreach (var page in PagesAsync(after, upTo).WithCancellation(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var recorded in page)
            {
                fold.Apply(recorded);
            }
            after = page[^1].Envelope.Position;
            progress?.Report(new("events", after, upTo));
        }
        return after;
    }

    // While the caller folds a page, the next one is opened and the one after it is read.
    private async IAsyncEnumerable<RecordedEvent[]> PagesAsync(long after, long upTo)
    {
        var reading = Task.Run(() => Read(after, upTo));
        Task<RecordedEvent[]>? opening = null;
        do
        {
            var stored = await reading.ConfigureAwait(false);
            var ready = opening;
            opening = null;
            if (stored.Count > 0)
            {
                reading = Task.Run(() => Read(stored[^1].Envelope.Position, upTo));
                opening = Task.Run(() => reader.Open(stored));
            }
            if (ready is not null)
            {
                yield return await ready.ConfigureAwait(false);
            }
        }
        while (opening is not null);
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
        await PutAsync(writer => writer.Write(sums)).ConfigureAwait(false);
        await InChunksAsync(ModelTables.Appointments, all.Appointments, row => row.Person).ConfigureAwait(false);
        await InChunksAsync(ModelTables.Members, all.Members, row => row.Household).ConfigureAwait(false);
        await InChunksAsync(ModelTables.HousingTasks, all.HousingTasks, row => row.Person).ConfigureAwait(false);
        await InChunksAsync(ModelTables.ReturnCases, all.ReturnCases, row => row.Person).ConfigureAwait(false);
        await InChunksAsync(ModelTables.SearchTerms, all.SearchTerms, row => row.Term).ConfigureAwait(false);

        // In the order of the table's key: its pages are filled one after the other.
        async Task InChunksAsync<TRow>(ModelTable<TRow> table, Dictionary<long, IReadOnlyList<TRow>> byOwner, Func<TRow, long> key)
        {
            TRow[] rows = [.. byOwner.Values.SelectMany(of => of)];
            Array.Sort([.. rows.Select(key)], rows);
            for (var done = 0; done < rows.Length; done += Chunk)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = new ArraySegment<TRow>(rows, done, Math.Min(Chunk, rows.Length - done));
                await PutAsync(writer => writer.Insert(table, chunk)).ConfigureAwait(false);
                progress?.Report(new("rows", done + chunk.Count, rows.Length));
            }
        }

        Task PutAsync(Action<ModelWriter> put) =>
            desk.RunAsync(_ => database.InTransaction(transaction => put(new(transaction, generation))));
    }

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
