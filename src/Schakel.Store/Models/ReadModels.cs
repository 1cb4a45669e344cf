using Schakel.Chain;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Models;

// How it works. Events up to a checkpoint are folded into rows; rows and checkpoint are written in one transaction, by the thread that
// writes everything, between two groups of acts. The log shows positions in order and only when they are durable, so that nothing in flight
// is ever passed. Whoever is far behind (a first start, after a bulk) is not brought up event by event but rebuilt.

/// <summary>What is read and not decided on (leesmodellen): appointments, households, housing, return, occupancy, counters, search. At most a second behind.</summary>
public sealed class ReadModels : IDisposable
{
    internal const string GenerationMark = "models-generation";
    internal const string TermsMark = "models-terms";
    internal const string PositionMark = "models-position";

    /// <summary>The generation of what was counted of persons whose content was erased since: counts stay, though nobody can count them again.</summary>
    internal const int OfErased = -1;

    private const int Together = 2048;
    private const int MostPages = 100_000;
    private readonly Database _database;
    private readonly EventLog _log;
    private readonly Desk _desk;
    private readonly SearchTerms _terms;
    private readonly Rebuilding _rebuilding;
    private readonly HashSet<long> _erased;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ModelFold _fold;
    private volatile TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;
    private int _generation;
    private int _erasures;
    private int _erasuresSeen;
    private bool _otherKey;

    internal ReadModels(Database database, EventReader reader, EventLog log, Desk desk, DeskSettings settings, StorePlace place, NumberHashes hashes)
    {
        (_database, _log, _desk) = (database, log, desk);
        (_terms, _otherKey) = SearchTerms.In(place.KeysFolder);
        _generation = (int)(database.Mark(GenerationMark) ?? 0);
        _position = database.Mark(PositionMark) ?? 0;
        _otherKey |= (database.Mark(TermsMark) ?? 1) != SearchTerms.Version; // Terms of an older program are as good as another key's.
        _otherKey &= _position > 0;
        using (var connection = database.Connect())
        {
            _erased = [.. database.ReadStreams(connection).Where(row => row is { Kind: (short)StreamKind.CaseFile, ErasedAt: not null }).Select(row => row.Number)];
        }
        _fold = new(_terms.Of, IsErased) { Load = stream => _log.ReadStream(stream).Where(one => one.Envelope.Position <= _position) };
        _rebuilding = new(database, reader, log, desk, settings, hashes);
    }

    /// <summary>How far behind is brought up by a rebuild, in events.</summary>
    public int RebuildFrom { get; set; } = 50_000;

    /// <summary>The checkpoint: the position up to which the models tell everything.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>What stopped the models last; null when nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Turns words, numbers and dates into what the search table holds.</summary>
    internal SearchTerms Terms => _terms;

    /// <summary>Waits until the models tell a position (read your own writes): that of an act that was accepted.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task AwaitAsync(long position, CancellationToken cancellation = default)
    {
        while (true)
        {
            var grown = _grown;
            if (Position >= position)
            {
                return;
            }
            await grown.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Brings the models up by one batch, or by a rebuild when they are far behind.</summary>
    /// <param name="cancellation">Ends it; what was written stays.</param>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_desk.InBulk || (_log.Position <= Position && !_otherKey))
            {
                return false;
            }
            if (_otherKey || _log.Position - Position > RebuildFrom)
            {
                await RebuildInTurnAsync(filesToo: false, null, cancellation).ConfigureAwait(false);
                return true;
            }
            await AdvanceAsync().ConfigureAwait(false);
            Fault = null;
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _fold.Clear();
            Fault = e;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Brings the models up to all that is durable now.</summary>
    /// <param name="cancellation">Ends it; what was written stays.</param>
    public async Task CatchUpWhollyAsync(CancellationToken cancellation = default)
    {
        while (await CatchUpAsync(cancellation).ConfigureAwait(false))
        {
        }
    }

    /// <summary>
    /// Makes all models anew from the log, and the files' own rows (herbouwen), while acts go on and readers read what was there; they change
    /// over when everything is written.
    /// </summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends it; readers keep what was there.</param>
    public async Task RebuildAsync(IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await RebuildInTurnAsync(filesToo: true, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One state of the models and of the files' own rows, to read from; dispose it after use.</summary>
    public ModelView Look() => new(_database);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>What has to be done in the transaction that erases a stream. On the desk's thread, before its key goes.</summary>
    internal List<(string Statement, (string Name, object Value)[] Values)> Erasing(StreamId stream)
    {
        var statements = new List<(string, (string, object)[])>();
        var checkpoint = _database.Mark(PositionMark) ?? 0;
        var generation = (int)(_database.Mark(GenerationMark) ?? 0);
        foreach (var recorded in _log.ReadStream(stream))
        {
            Counting.Count(recorded.Event, recorded.Envelope.OccurredOn, counted =>
            {
                statements.Add((ModelWriter.AddCount, Values(OfErased, counted, 1)));
                if (recorded.Envelope.Position <= checkpoint)
                {
                    statements.Add((ModelWriter.AddCount, Values(generation, counted, -1)));
                }
            });
        }
        if (stream.Kind == StreamKind.CaseFile)
        {
            statements.AddRange(ModelTables.OfPersons.Select(table => ($"DELETE FROM {table} WHERE person = @number", new (string, object)[] { ("@number", stream.Number) })));
        }
        else
        {
            statements.Add(($"DELETE FROM {ModelTables.Members.Name} WHERE household = @number", [("@number", stream.Number)]));
        }
        return statements;

        static (string, object)[] Values(int generation, Counted counted, long count) =>
            [("@p0", generation), ("@p1", counted.Month), ("@p2", (int)counted.Kind), ("@p3", counted.Detail), ("@p4", count)];
    }

    /// <summary>A stream was erased. On the desk's thread: what was folded before and not written yet is folded again.</summary>
    internal void Erased(StreamId stream)
    {
        if (stream.Kind == StreamKind.CaseFile)
        {
            lock (_erased)
            {
                _erased.Add(stream.Number);
            }
        }
        Interlocked.Increment(ref _erasures);
    }

    private bool IsErased(long person)
    {
        lock (_erased)
        {
            return _erased.Contains(person);
        }
    }

    private async Task AdvanceAsync()
    {
        var erasures = Volatile.Read(ref _erasures);
        if (erasures != _erasuresSeen || _fold.Count > MostPages)
        {
            _fold.Clear();
            _erasuresSeen = erasures;
        }
        var upTo = Position;
        foreach (var page in _log.ReadAll(upTo, Together))
        {
            foreach (var recorded in page)
            {
                _fold.Apply(recorded);
            }
            upTo = page[^1].Envelope.Position;
            break;
        }
        var change = _fold.Take();
        var written = false;
        await _desk.RunAsync(_ =>
        {
            if (Volatile.Read(ref _erasures) != erasures)
            {
                return; // Someone was erased after we read: fold again.
            }
            _database.InTransaction(transaction =>
            {
                var writer = new ModelWriter(transaction, _generation);
                writer.Write(change);
                writer.Mark(PositionMark, upTo);
                if (_position == 0)
                {
                    writer.Mark(TermsMark, SearchTerms.Version);
                }
            });
            written = true;
        }).ConfigureAwait(false);
        if (written)
        {
            Reach(upTo);
        }
    }

    private async Task RebuildInTurnAsync(bool filesToo, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            var erasures = Volatile.Read(ref _erasures);
            var fold = new ModelFold(_terms.Of, IsErased);
            var made = await _rebuilding.RunAsync(fold, _generation, () => Volatile.Read(ref _erasures) == erasures, filesToo, progress, cancellation).ConfigureAwait(false);
            if (made is not { } upTo)
            {
                continue; // Someone was erased meanwhile: once more, without.
            }
            _generation++;
            _otherKey = false;
            _fold.Clear();
            Reach(upTo);
            await _rebuilding.ClearAsync(_generation, progress, cancellation).ConfigureAwait(false);
            return;
        }
    }

    private void Reach(long position)
    {
        Interlocked.Exchange(ref _position, position);
        Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
