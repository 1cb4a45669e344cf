using System.Data.Common;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

// Reading the log: events, streams, steps, hashes and anchors.
internal abstract partial class Database
{
    /// <summary>Events of a stream, in order.</summary>
    public List<StoredEvent> ReadStream(StreamId stream, int afterVersion, DbConnection? connection = null)
    {
        using var command = Command(
            connection ?? Writer, $"SELECT {EventColumns} FROM events WHERE kind = @kind AND number = @number AND version > @version ORDER BY version");
        Add(command, "@kind", (short)stream.Kind);
        Add(command, "@number", stream.Number);
        Add(command, "@version", afterVersion);
        return Read(command);
    }

    /// <summary>Events after a position, in order.</summary>
    public List<StoredEvent> ReadAll(long after, int most, DbConnection connection)
    {
        using var command = Command(connection, $"SELECT {EventColumns} FROM events WHERE position > @after ORDER BY position LIMIT @most");
        Add(command, "@after", after);
        Add(command, "@most", most);
        return Read(command);
    }

    /// <summary>Events from a position on as they stand, in order, whatever their columns hold.</summary>
    public List<LoggedEvent> ReadAsLogged(long from, int most, DbConnection connection)
    {
        using var command = Command(connection, $"SELECT {EventColumns} FROM events WHERE position >= @from ORDER BY position LIMIT @most");
        Add(command, "@from", from);
        Add(command, "@most", most);
        var events = new List<LoggedEvent>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            events.Add(LoggedEvent.Read(reader));
        }
        return events;
    }

    /// <summary>
    /// The content of events after a position, in order, and of their envelopes only what a fold looks at: place, stream, version, name and
    /// day. Who, when and the hashes are left out, which halves the reading.
    /// </summary>
    public List<StoredEvent> ReadContent(long after, int most, DbConnection connection)
    {
        using var command = Command(
            connection, "SELECT position, kind, number, version, name, event_version, occurred_on, payload FROM events WHERE position > @after ORDER BY position LIMIT @most");
        Add(command, "@after", after);
        Add(command, "@most", most);
        var events = new List<StoredEvent>(most);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var envelope = new Envelope(
                reader.GetInt64(0), new((StreamKind)reader.GetInt16(1), reader.GetInt64(2)), reader.GetInt32(3), reader.GetString(4), reader.GetInt16(5),
                new Day(reader.GetInt32(6)), default, default, default, null, default, default);
            events.Add(new(envelope, reader.GetFieldValue<byte[]>(7)));
        }
        return events;
    }

    /// <summary>The first event of every stream, in order.</summary>
    public IEnumerable<StoredEvent> ReadFirsts(DbConnection connection)
    {
        using var command = Command(connection, $"SELECT {EventColumns} FROM events WHERE version = 1 ORDER BY position");
        foreach (var stored in ReadEach(command))
        {
            yield return stored;
        }
    }

    /// <summary>The days on which events happened, in order of position.</summary>
    public IEnumerable<Day> ReadDays(DbConnection connection)
    {
        using var command = Command(connection, "SELECT occurred_on FROM events ORDER BY position");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new(reader.GetInt32(0));
        }
    }

    /// <summary>Streams that have events after a position.</summary>
    public HashSet<StreamId> StreamsAfter(long position)
    {
        // Without DISTINCT, for which SQLite would walk the whole index of streams instead of what follows a position.
        using var command = Command(Writer, "SELECT kind, number FROM events WHERE position > @after");
        Add(command, "@after", position);
        var streams = new HashSet<StreamId>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            streams.Add(new((StreamKind)reader.GetInt16(0), reader.GetInt64(1)));
        }
        return streams;
    }

    /// <summary>The steps in the table of persons from one number through another.</summary>
    public Dictionary<long, IReadOnlyList<StepRow>> ReadSteps(long from, long through, DbConnection connection)
    {
        using var command = Command(
            connection, $"SELECT {string.Join(", ", RowColumns.Step)} FROM steps WHERE person >= @from AND person <= @through ORDER BY person, ordinal");
        Add(command, "@from", from);
        Add(command, "@through", through);
        var steps = new Dictionary<long, IReadOnlyList<StepRow>>();
        List<StepRow>? of = null;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = RowColumns.ReadStep(reader);
            if (of is null || of[0].Person != row.Person)
            {
                steps[row.Person] = of = [];
            }
            of.Add(row);
        }
        return steps;
    }

    /// <summary>Hashes of events after a position up to another, in order: all that an anchor needs.</summary>
    public IEnumerable<(long Position, StreamId Stream, int Version, byte[] Hash)> ReadHashes(long after, long upTo, DbConnection connection)
    {
        using var command = Command(connection, "SELECT position, kind, number, version, hash FROM events WHERE position > @after AND position <= @upTo ORDER BY position");
        Add(command, "@after", after);
        Add(command, "@upTo", upTo);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetInt64(0), new((StreamKind)reader.GetInt16(1), reader.GetInt64(2)), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4));
        }
    }

    /// <summary>All anchors, in order.</summary>
    public List<AnchorRow> ReadAnchors(DbConnection connection)
    {
        using var command = Command(connection, "SELECT number, position, statement, signature, frontier FROM anchors ORDER BY number");
        var anchors = new List<AnchorRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            anchors.Add(new()
            {
                Number = reader.GetInt64(0),
                Position = reader.GetInt64(1),
                Statement = reader.GetString(2),
                Signature = reader.GetFieldValue<byte[]>(3),
                Frontier = reader.GetFieldValue<byte[]>(4),
            });
        }
        return anchors;
    }

    /// <summary>All streams that have a row.</summary>
    public List<StreamRow> ReadStreams(DbConnection connection)
    {
        using var command = Command(connection, "SELECT kind, number, key_number, erased_at FROM streams");
        var streams = new List<StreamRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            streams.Add(new()
            {
                Kind = reader.GetInt16(0),
                Number = reader.GetInt64(1),
                KeyNumber = reader.IsDBNull(2) ? null : reader.GetInt64(2),
                ErasedAt = reader.IsDBNull(3) ? null : reader.GetInt64(3),
            });
        }
        return streams;
    }

    /// <summary>All events by day, then position, as they come.</summary>
    public IEnumerable<StoredEvent> ReadByDay(DbConnection connection)
    {
        using var command = Command(connection, $"SELECT {EventColumns} FROM events ORDER BY occurred_on, position");
        foreach (var stored in ReadEach(command))
        {
            yield return stored;
        }
    }

    /// <summary>All events by position, as they come.</summary>
    public IEnumerable<StoredEvent> ReadByPosition(DbConnection connection)
    {
        using var command = Command(connection, $"SELECT {EventColumns} FROM events ORDER BY position");
        foreach (var stored in ReadEach(command))
        {
            yield return stored;
        }
    }

    private static List<StoredEvent> Read(DbCommand command) => [.. ReadEach(command)];

    private static IEnumerable<StoredEvent> ReadEach(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var envelope = new Envelope(
                reader.GetInt64(0),
                new((StreamKind)reader.GetInt16(1), reader.GetInt64(2)),
                reader.GetInt32(3),
                reader.GetString(4),
                reader.GetInt16(5),
                new Day(reader.GetInt32(6)),
                Instants.FromMicroseconds(reader.GetInt64(7)),
                new((DoerKind)reader.GetInt16(8), reader.GetInt64(9), (OfficialRoles)reader.GetInt32(10)),
                (Purpose)reader.GetInt16(11),
                null,
                ActKey.Read(reader.GetFieldValue<byte[]>(12)),
                reader.GetFieldValue<byte[]>(14));
            yield return new(envelope, reader.GetFieldValue<byte[]>(13));
        }
    }
}
