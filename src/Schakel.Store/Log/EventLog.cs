using System.Data.Common;
using Schakel.Chain;
using Schakel.Store.Databases;

namespace Schakel.Store.Log;

/// <summary>
/// Everything that happened, in order (logboek). Positions are given by the one writer and become visible in order, with their
/// transaction: whoever reads up to a position has missed nothing before it.
/// </summary>
public sealed class EventLog
{
    private const int Many = 100_000;
    private readonly Database _database;
    private readonly EventReader _reader;
    private readonly DbConnection? _snapshot;
    private volatile TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;

    /// <param name="database">The database.</param>
    /// <param name="reader">Opens what is stored.</param>
    /// <param name="snapshot">Reads one state, on this connection and on one thread; without it what is durable when it is asked.</param>
    internal EventLog(Database database, EventReader reader, DbConnection? snapshot = null)
    {
        (_database, _reader, _snapshot) = (database, reader, snapshot);
        using var own = snapshot is null ? database.Connect() : null;
        _position = database.LastPosition(snapshot ?? own);
    }

    /// <summary>The last position that is durable; zero for an empty log.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Events of one stream, in order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">Only those after this version.</param>
    public IReadOnlyList<RecordedEvent> ReadStream(StreamId stream, int afterVersion = 0)
    {
        using var own = _snapshot is null ? _database.Connect() : null;
        return _reader.Open(_database.ReadStream(stream, afterVersion, _snapshot ?? own));
    }

    /// <summary>The first event of every stream, in order.</summary>
    public IEnumerable<RecordedEvent> ReadFirsts()
    {
        using var own = _snapshot is null ? _database.Connect() : null;
        foreach (var stored in _database.ReadFirsts((_snapshot ?? own)!))
        {
            yield return _reader.Open(stored);
        }
    }

    /// <summary>All events, in order, in batches; ends at what is durable when it gets there.</summary>
    /// <param name="after">Only those after this position.</param>
    /// <param name="batch">Most events in a batch.</param>
    public IEnumerable<IReadOnlyList<RecordedEvent>> ReadAll(long after = 0, int batch = 4096)
    {
        // The first batch may be all that is asked. From the second on the next is read and opened while the caller works on this one,
        // unless the connection is a snapshot's, which the caller may use meanwhile.
        using var own = _snapshot is null ? _database.Connect() : null;
        var connection = (_snapshot ?? own)!;
        if (Position - after > Many)
        {
            _reader.Prepare();
        }
        var (page, first) = (Read(after), true);
        while (page.Length > 0)
        {
            var last = page[^1].Envelope.Position;
            if (first || page.Length < batch || _snapshot is not null)
            {
                yield return page;
                (page, first) = (Read(last), false);
                continue;
            }
            var next = Task.Run(() => Read(last));
            try
            {
                yield return page;
            }
            finally
            {
                ((IAsyncResult)next).AsyncWaitHandle.WaitOne(); // The connection is not closed under it.
            }
#pragma warning disable VSTHRD002 // It has ended.
            page = next.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            page = page.Length > 0 ? page : Read(last); // What became durable while the caller worked.
        }

        RecordedEvent[] Read(long from) => _reader.Open(_database.ReadAll(from, batch, connection));
    }

    /// <summary>
    /// Whether nothing is told any more of a stream (rust): its content was erased, or the file was merged into another one, which goes on
    /// for it. What the log says now, not what it said when an event was recorded.
    /// </summary>
    /// <param name="stream">The stream.</param>
    public bool Rests(StreamId stream)
    {
        using var connection = _database.Connect();
        return _database.Rests(stream, connection);
    }

    /// <summary>Waits until there is something after a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task GrownBeyondAsync(long position, CancellationToken cancellation)
    {
        while (true)
        {
            var grown = _grown;
            if (Position > position)
            {
                return;
            }
            await grown.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Tells that all up to a position is durable.</summary>
    internal void Advance(long position)
    {
        if (position == Position)
        {
            return;
        }
        Interlocked.Exchange(ref _position, position);
        Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
