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
        return [.. _database.ReadStream(stream, afterVersion, _snapshot ?? own).Select(_reader.Open)];
    }

    /// <summary>All events, in order, in batches; ends at what is durable when it gets there.</summary>
    /// <param name="after">Only those after this position.</param>
    /// <param name="batch">Most events in a batch.</param>
    public IEnumerable<IReadOnlyList<RecordedEvent>> ReadAll(long after = 0, int batch = 4096)
    {
        using var own = _snapshot is null ? _database.Connect() : null;
        while (true)
        {
            var stored = _database.ReadAll(after, batch, (_snapshot ?? own)!);
            if (stored.Count == 0)
            {
                yield break;
            }
            after = stored[^1].Envelope.Position;
            yield return [.. stored.Select(_reader.Open)];
        }
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
