using System.Data.Common;
using Schakel.Chain;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Log;

namespace Schakel.Store.Desks;

// How it works. One thread decides and writes. While it syncs one group to the disk, the acts that arrive wait together, and are the next
// group: one sync for all of them. Nobody is answered before the sync. Memory and disk agree because nobody else writes.

/// <summary>The one way in (loket): decides acts against what is, and keeps all of an act or nothing.</summary>
public sealed class Desk : IDisposable
{
    private readonly Database _database;
    private readonly EventReader _reader;
    private readonly EventLog _log;
    private readonly DeskSettings _settings;
    private readonly Deciding _deciding;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _something = new(0);
    private List<Waiting> _waiting = [];
    private List<Waiting> _taken = [];
    private StoreFaultException? _stopped;
    private bool _closing;
    private volatile bool _bulk;

    internal Desk(Database database, EventReader reader, EventLog log, Deciding deciding, DeskSettings settings)
    {
        (_database, _reader, _log, _deciding, _settings) = (database, reader, log, deciding, settings);
        _thread = new Thread(Work) { Name = "desk", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Acts done together so far, and transactions that took: their ratio is the size of the groups.</summary>
    public (long Acts, long Commits) Counts => (Interlocked.Read(ref _acts), Interlocked.Read(ref _commits));

    private long _acts;
    private long _commits;

    /// <summary>Does an act, or says why not. The answer comes when it is durable.</summary>
    /// <param name="act">The act.</param>
    /// <param name="cancellation">Ends the waiting; the act may still be done, and is told by sending it again with the same key.</param>
    /// <exception cref="StoreFaultException">The act was not kept, or, when the writer has stopped, it is not certain.</exception>
    /// <exception cref="UnknownEventException">A newer program wrote events of this file; nothing was done.</exception>
    /// <exception cref="Norms.NormException">The law knows no value on the day of the act; nothing was done.</exception>
    public Task<ActResult> DoAsync(Act act, CancellationToken cancellation = default)
    {
        if (_bulk)
        {
            throw new StoreFaultException(StoreFault.Busy, "A bulk runs. Nothing was done; send the act again when it has ended.");
        }
        var waiting = new Waiting.ForAct(act, ActContent.Hash(act));
        Enqueue(waiting);
        return cancellation.CanBeCanceled ? waiting.Answer.Task.WaitAsync(cancellation) : waiting.Answer.Task;
    }

    /// <summary>Under which of these keys an act was done before, whatever came of it: whoever needs no answer asks this, and sends none of them again.</summary>
    /// <param name="keys">The keys.</param>
    public async Task<IReadOnlySet<ActKey>> DoneBeforeAsync(IReadOnlyCollection<ActKey> keys)
    {
        HashSet<ActKey> done = [];
        foreach (var some in keys.Chunk(_settings.MostTogether))
        {
            await RunAsync(_ => done.UnionWith(_database.FindActs(some).Keys)).ConfigureAwait(false);
        }
        return done;
    }

    /// <summary>
    /// Streams as they are after every act that was handed in before (stand van zaken): each a <see cref="CaseFile"/>, a household or a
    /// site. They come from the memory that decides, so that whoever acts on them next reads nothing twice.
    /// </summary>
    /// <param name="streams">The streams.</param>
    public async Task<IReadOnlyDictionary<StreamId, object>> LookAsync(IReadOnlyCollection<StreamId> streams)
    {
        Dictionary<StreamId, object> states = [];
        if (streams.Count > 0)
        {
            await RunAsync(deciding =>
            {
                foreach (var stream in streams)
                {
                    states[stream] = deciding.Peek(stream).State;
                }
            }).ConfigureAwait(false);
        }
        return states;
    }

    /// <summary>A bulk runs.</summary>
    internal bool InBulk => _bulk;

    /// <summary>Runs something between two groups, on the thread that writes.</summary>
    internal Task RunAsync(Action<Deciding> errand)
    {
        var waiting = new Waiting.Errand(errand);
        Enqueue(waiting);
#pragma warning disable VSTHRD003 // The desk's thread completes it and waits for nobody.
        return waiting.Done.Task;
#pragma warning restore VSTHRD003
    }

    /// <summary>Runs something between two groups and waits for it.</summary>
    internal void RunErrand(Action<Deciding> errand)
    {
#pragma warning disable VSTHRD002 // The desk's thread does it, never the one that waits.
        RunAsync(errand).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    /// <summary>No acts from now on, until <see cref="EndBulk"/>.</summary>
    internal void BeginBulk(Action<Deciding> errand)
    {
        lock (_gate)
        {
            if (_bulk)
            {
                throw new StoreFaultException(StoreFault.Busy, "A bulk runs already.");
            }
            _bulk = true;
        }
        RunErrand(errand);
    }

    /// <summary>Acts again; not when the bulk left rows to be made, which is done at the next start.</summary>
    internal void EndBulk(bool stopped)
    {
        if (stopped)
        {
            Stop(new StoreFaultException(StoreFault.Stopped, "A bulk ended halfway. Open the data again: the rows are made from the log then."));
        }
        _bulk = false;
    }

    /// <summary>Finishes what waits and stops.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closing)
            {
                return;
            }
            _closing = true;
        }
        _something.Release();
        _thread.Join();
        _something.Dispose();
    }

    private void Enqueue(Waiting waiting)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            if (_stopped is not null)
            {
                throw new StoreFaultException(StoreFault.Stopped, _stopped.Message, _stopped);
            }
            if (_waiting.Count >= _settings.MostWaiting)
            {
                throw new StoreFaultException(StoreFault.Busy, $"{_settings.MostWaiting} acts wait already. Nothing was done; send the act again later.");
            }
            _waiting.Add(waiting);
            if (_waiting.Count > 1)
            {
                return; // The thread was woken for the first one.
            }
        }
        _something.Release();
    }

    private void Work()
    {
        while (true)
        {
            _something.Wait();
            lock (_gate)
            {
                (_waiting, _taken) = (_taken, _waiting);
                if (_taken.Count == 0 && _closing)
                {
                    return;
                }
            }
            for (var from = 0; from < _taken.Count;)
            {
                from = WorkOn(_taken, from);
            }
            _taken.Clear();
            if (_closing)
            {
                _something.Release();
            }
        }
    }

    /// <summary>Does an errand, or the acts up to the next errand.</summary>
    private int WorkOn(List<Waiting> taken, int from)
    {
        if (taken[from] is Waiting.Errand errand)
        {
            Attempt(() => errand.What(_deciding), errand.Done.SetException, () => errand.Done.SetResult());
            return from + 1;
        }
        var group = new List<Waiting.ForAct>();
        while (from < taken.Count && group.Count < _settings.MostTogether && taken[from] is Waiting.ForAct act)
        {
            group.Add(act);
            from++;
        }
        var takesMore = from == taken.Count; // Otherwise an errand comes first.
        Attempt(() => DoTogether(group, takesMore), fault => group.ForEach(one => one.Answer.TrySetException(fault)), () => { });
        return from;
    }

    // Whoever was answered a moment ago sends the next act while this group is decided: they are one group, and half as many are synced.
    private List<Waiting.ForAct> TakeMore(int most)
    {
        var more = new List<Waiting.ForAct>();
        lock (_gate)
        {
            while (more.Count < most && more.Count < _waiting.Count && _waiting[more.Count] is Waiting.ForAct act)
            {
                more.Add(act);
            }
            _waiting.RemoveRange(0, more.Count);
        }
        return more;
    }

    private void Attempt(Action work, Action<Exception> failed, Action done)
    {
        if (_stopped is not null)
        {
            failed(new StoreFaultException(StoreFault.Stopped, _stopped.Message, _stopped));
            return;
        }
        try
        {
            work();
            done();
        }
#pragma warning disable CA1031 // Whatever went wrong: who waits is told, and what memory holds is not trusted.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var fault = e as StoreFaultException ?? (e is DbException database ? _database.Explain(database) : null);
            if (fault?.Fault == StoreFault.Stopped)
            {
                Stop(fault);
            }
            else
            {
                TryForget();
            }
            failed(fault ?? e);
        }
    }

    private void TryForget()
    {
        try
        {
            _deciding.Forget();
        }
        catch (DbException e)
        {
            Stop(_database.Explain(e));
        }
    }

    private void Stop(StoreFaultException fault)
    {
        lock (_gate)
        {
            _stopped = fault;
        }
    }

    private void DoTogether(List<Waiting.ForAct> group, bool takesMore)
    {
        var now = new Dictionary<ActKey, (byte[] Content, ActResult Result)>();
        var answers = new List<(Waiting.ForAct One, ActResult Result)>(group.Count);
        _deciding.Begin();
        for (var decided = 0; decided < group.Count;)
        {
            var some = group[decided..];
            decided = group.Count;
            var before = _database.FindActs([.. some.Select(one => one.Act.Key)]);
            foreach (var one in some)
            {
                try
                {
                    answers.Add((one, Answer(one, before, now)));
                }
                catch (Exception e) when (e is not (DbException or StoreFaultException { Fault: StoreFault.Stopped }))
                {
                    one.Answer.TrySetException(e); // This act only: its overlay was dropped.
                }
            }
            if (takesMore)
            {
                group.AddRange(TakeMore(_settings.MostTogether - group.Count));
            }
        }
        var batch = _deciding.Finish();
        if (!batch.IsEmpty)
        {
            _database.Commit(batch);
            Interlocked.Add(ref _acts, batch.Acts.Count);
            Interlocked.Increment(ref _commits);
            _log.Advance(_deciding.Position);
        }
        foreach (var (one, result) in answers)
        {
            one.Answer.TrySetResult(result);
        }
    }

    private ActResult Answer(
        Waiting.ForAct one, Dictionary<ActKey, ActRow> before, Dictionary<ActKey, (byte[] Content, ActResult Result)> now)
    {
        if (before.TryGetValue(one.Act.Key, out var row))
        {
            return Again(row, one.Content);
        }
        if (now.TryGetValue(one.Act.Key, out var first))
        {
            return first.Content.AsSpan().SequenceEqual(one.Content) ? new ActResult.Repeated(first.Result) : UsedOtherwise();
        }
        var result = _deciding.Decide(one.Act, one.Content);
        if (result is not ActResult.Stale)
        {
            now[one.Act.Key] = (one.Content, result);
        }
        return result;
    }

    /// <summary>The answer to an act that was done before; only on the desk's thread.</summary>
    internal ActResult? FindAnswer(Act act) =>
        _database.FindActs([act.Key]).TryGetValue(act.Key, out var row) ? Again(row, ActContent.Hash(act)) : null;

    /// <summary>What was answered first under a key; null when no act was done under it.</summary>
    internal ActResult? FirstAnswer(ActKey key) =>
        _database.FindActs([key]).TryGetValue(key, out var row) ? ActAnswer.Read(row.Answer, ReadAgain) : null;

    private ActResult Again(ActRow row, byte[] content) =>
        row.Content.AsSpan().SequenceEqual(content) ? new ActResult.Repeated(ActAnswer.Read(row.Answer, ReadAgain)) : UsedOtherwise();

    private static ActResult.Refused UsedOtherwise() => new(ActRefusals.KeyUsedOtherwise, default, -1);

    private List<RecordedEvent> ReadAgain(long after, int count)
    {
        using var connection = _database.Connect();
        return [.. _reader.Open(_database.ReadAll(after, count, connection))];
    }

    private abstract class Waiting
    {
        internal sealed class ForAct(Act act, byte[] content) : Waiting
        {
            public Act Act { get; } = act;

            public byte[] Content { get; } = content;

            public TaskCompletionSource<ActResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        internal sealed class Errand(Action<Deciding> what) : Waiting
        {
            public Action<Deciding> What { get; } = what;

            public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
