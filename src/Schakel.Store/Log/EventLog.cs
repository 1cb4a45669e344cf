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
    private volatile TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;

    internal EventLog(Database database, EventReader reader)
    {
        (_database, _reader) = (database, reader);
        using var connection = database.Connect();
        _position = database.LastPosition(connection);
    }

    /// <summary>The last position that is durable; zero for an empty log.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Events of one stream, in order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">Only those after this version.</param>
    public IReadOnlyList<RecordedEvent> ReadStream(StreamId stream, int afterVersion = 0)
    {
        using var connection = _database.Connect();
        return [.. _database.ReadStream(stream, afterVersion, connection).Select(_reader.Open)];
    }

    /// <summary>All events, in order, in batches; ends at what is durable when it gets there.</summary>
    /// <param name="after">Only those after this position.</param>
    /// <param name="batch">Most events in a batch.</param>
    public IEnumerable<IReadOnlyList<RecordedEvent>> ReadAll(long after = 0, int batch = 4096)
    {
        using var connection = _database.Connect();
        while (true)
        {
            var stored = _database.ReadAll(after, batch, connection);
            if (stored.Count == 0)
            {
                yield break;
            }
            after = stored[^1].Envelope.Position;
            yield return [.. stored.Select(_reader.Open)];
        }
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
