using System.Collections.Concurrent;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Desks;
using Schakel.Store.Keys;

namespace Schakel.Store.Log;

/// <summary>An event for a bulk (gebeurtenis in bulk): decided elsewhere, by the same decider.</summary>
/// <param name="Act">Key of its act; events of one act come together, and are kept together.</param>
/// <param name="Stream">Whose history.</param>
/// <param name="Happened">The event.</param>
/// <param name="OccurredOn">The day it happened.</param>
/// <param name="Doer">Who acted.</param>
/// <param name="Purpose">For which purpose.</param>
public readonly record struct BulkEvent(ActKey Act, StreamId Stream, ChainEvent Happened, Day OccurredOn, Doer Doer, Purpose Purpose);

// How it works. The caller fills pages; a second thread serialises, seals and chains them; the desk's thread writes each page in one
// transaction. The files' rows are made once, at the end. A mark says that a bulk runs: when it is found at the next start, the process was
// ended before the end, and the rows are made from the log. Acts of a bulk have no kept answers: a bulk is not sent again.

/// <summary>Appends events that were decided elsewhere, by the million (bulkinvoer). The desk takes no acts meanwhile.</summary>
public sealed class BulkWriter : IDisposable
{
    internal const string MarkName = "bulk";
    private const int PageSize = 8192;
    private readonly Database _database;
    private readonly Desk _desk;
    private readonly EventLog _log;
    private readonly KeyVault _vault;
    private readonly StreamLoader _loader;
    private readonly DeskSettings _settings;
    private readonly NumberHashes _hashes;
    private readonly Dictionary<UInt128, long> _numbers = [];
    private readonly Dictionary<StreamId, StreamState> _states = [];
    private readonly BlockingCollection<List<BulkEvent>> _pages = new(boundedCapacity: 4);
    private readonly Thread _thread;
    private readonly System.Data.Common.DbConnection _reading;
    private readonly bool _begunEmpty;
    private List<BulkEvent> _page = new(PageSize);
    private volatile Exception? _fault;
    private bool _completed;
    private long _position;
    private long _highestKey;

    internal BulkWriter(Database database, KeyVault vault, EventReader reader, Desk desk, EventLog log, DeskSettings settings, NumberHashes hashes)
    {
        (_database, _vault, _desk, _log, _settings, _hashes) = (database, vault, desk, log, settings, hashes);
        _loader = new(database, vault, reader);
        _reading = database.Connect();
        desk.BeginBulk(deciding =>
        {
            (_position, _highestKey) = (deciding.Position, deciding.HighestKey);
            database.Run("INSERT INTO marks (name, value) VALUES (@name, @value)", ("@name", MarkName), ("@value", _position));
        });
        _begunEmpty = _position == 0;
        _thread = new Thread(Seal) { Name = "bulk", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Appends an event. It is durable when <see cref="Complete"/> returns.</summary>
    /// <param name="happened">The event.</param>
    /// <exception cref="StoreFaultException">An earlier page could not be written.</exception>
    public void Append(in BulkEvent happened)
    {
        if (_page.Count >= PageSize && _page[^1].Act != happened.Act)
        {
            Turn();
        }
        _page.Add(happened);
    }

    /// <summary>Writes what is left and the files' rows; everything is durable when this returns.</summary>
    /// <exception cref="StoreFaultException">A page could not be written.</exception>
    public void Complete()
    {
        Turn();
        _pages.CompleteAdding();
        _thread.Join();
        Rethrow();
        new RowWriter(_settings, _hashes, _states).WriteAll(batch => _desk.RunErrand(_ => _database.Commit(batch)));
        _desk.RunErrand(deciding =>
        {
            _database.Run("DELETE FROM marks WHERE name = @name", ("@name", MarkName));
            deciding.Forget();
            deciding.Learn(_states); // What comes next is often about the same people.
        });
        _completed = true;
    }

    /// <summary>Ends the bulk; without <see cref="Complete"/>, what was appended last may be missing, and rows are made at the next start.</summary>
    public void Dispose()
    {
        if (!_pages.IsAddingCompleted)
        {
            _pages.CompleteAdding();
            _thread.Join();
        }
        _pages.Dispose();
        _reading.Dispose();
        _desk.EndBulk(stopped: !_completed);
    }

    private void Turn()
    {
        Rethrow();
        if (_page.Count > 0)
        {
            _pages.Add(_page);
            _page = new(PageSize);
        }
    }

    private void Rethrow()
    {
        if (_fault is { } fault)
        {
            throw fault as StoreFaultException ?? new StoreFaultException(StoreFault.Stopped, $"The bulk stopped: {fault.Message}", fault);
        }
    }

    private void Seal()
    {
        var writing = Task.CompletedTask;
        foreach (var page in _pages.GetConsumingEnumerable())
        {
            if (_fault is not null)
            {
                continue; // The caller learns of it at its next page; until then pages are taken and dropped.
            }
            try
            {
                var batch = BatchOf(page);
                var upTo = _position;
                Wait(writing);
                writing = _desk.RunAsync(_ =>
                {
                    _database.Commit(batch);
                    _log.Advance(upTo);
                });
            }
#pragma warning disable CA1031 // It is thrown again on the caller's thread.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _fault = e;
            }
        }
        try
        {
            Wait(writing);
        }
#pragma warning disable CA1031 // It is thrown again on the caller's thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _fault ??= e;
        }
    }

    private static void Wait(Task writing)
    {
        if (!writing.IsCompletedSuccessfully)
        {
#pragma warning disable VSTHRD002 // A thread of its own, which has nothing else to do.
            writing.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
    }

    private Batch BatchOf(List<BulkEvent> page)
    {
        var batch = new Batch();
        var now = Instants.FromMicroseconds(Instants.ToMicroseconds(_settings.Time.GetUtcNow()));
        foreach (var one in page)
        {
            if (!_states.TryGetValue(one.Stream, out var state))
            {
                state = _begunEmpty ? StreamState.Empty(one.Stream.Kind) : _loader.Load(one.Stream, _reading);
            }
            if (state.Erased)
            {
                throw new StoreFaultException(StoreFault.KeyMissing, $"The content of {Naming.Of(one.Stream)} was erased; nothing can follow.");
            }
            if (state.Version == 0)
            {
                state = Open(one.Stream, state, batch);
            }
            var type = EventCatalogue.Of(one.Happened.GetType());
            var version = state.Version + 1;
            var plain = Sealing.Plain(null, EventJson.WriteUtf8(one.Happened));
            var payload = state.KeyNumber == 0 ? Sealing.InTheClear(plain) : Sealing.Seal(state.KeyNumber, state.Key!, one.Stream, version, plain);
            var envelope = new Envelope(
                ++_position, one.Stream, version, type.Name, type.Version, one.OccurredOn, now, one.Doer, one.Purpose, null, one.Act, default);
            var hash = HashChain.Of(state.Hash, envelope, payload);
            batch.Events.Add(new(envelope with { Hash = hash }, payload));
            var after = Histories.After(state.State, one.Happened, one.OccurredOn);
            if (one.Happened is VNumberAssigned or RecordsEvent)
            {
                GuardNumber(one.Stream.Number, (CaseFile)state.State, (CaseFile)after);
            }
            _states[one.Stream] = state with { Version = version, Hash = hash, State = after, Steps = null }; // Rows are made at the end, by another: what stands in the table is not known here.
        }
        return batch;
    }

    // Whoever decided elsewhere saw one file at a time; that two have one number is seen here, before the page is written.
    private void GuardNumber(long person, CaseFile before, CaseFile after)
    {
        var (held, holds) = (_hashes.HeldBy(person, before), _hashes.HeldBy(person, after));
        if (held == holds)
        {
            return;
        }
        if (held is { } was)
        {
            _numbers[was.Hash] = 0;
        }
        if (holds is { } now)
        {
            var holder = _numbers.TryGetValue(now.Hash, out var known) ? known : _database.HolderOf(now.Hash, _reading) ?? 0;
            if (holder != 0 && holder != now.Person)
            {
                throw new InvalidDataException($"file {now.Person} was given the V-number of file {holder}: a V-number is one person's.");
            }
            _numbers[now.Hash] = now.Person;
        }
    }

    private StreamState Open(StreamId stream, StreamState state, Batch batch)
    {
        if (stream.IsInTheClear)
        {
            batch.NewStreams.Add(new() { Kind = (short)stream.Kind, Number = stream.Number });
            return state;
        }
        var number = ++_highestKey;
        batch.NewStreams.Add(new() { Kind = (short)stream.Kind, Number = stream.Number, KeyNumber = number });
        return state with { KeyNumber = number, Key = _vault.ForWriting(number) };
    }
}
