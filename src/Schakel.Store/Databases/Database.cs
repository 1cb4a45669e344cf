using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Keys;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>
/// One of the two databases (gegevensbank). One connection writes, held by the desk's thread or a bulk; others read what is committed.
/// Events and rows go by prepared statements; EF Core makes the schema and reads for the read models.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>The columns of an event, in order.</summary>
    protected const string EventColumns =
        "position, kind, number, version, name, event_version, occurred_on, recorded_at, doer_kind, doer_number, doer_role, purpose, act_key, payload, hash";

    private static readonly string MergedInto = EventCatalogue.Of(typeof(Chain.Records.FileMergedInto)).Name;
    private static readonly string Restored = EventCatalogue.Of(typeof(Chain.Records.FileRestored)).Name;
    private DbConnection? _writer;

    /// <summary>Where it is, for messages; never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>The connection that writes.</summary>
    protected DbConnection Writer => _writer ??= ConnectForWriting();

    /// <summary>An opened connection with its settings.</summary>
    public abstract DbConnection Connect();

    /// <summary>The connection that writes, opened.</summary>
    protected virtual DbConnection ConnectForWriting() => Connect();

    /// <summary>A context for reading rows, and for migrations.</summary>
    public abstract StoreContext CreateContext();

    /// <summary>The same on an opened connection, in its transaction.</summary>
    public abstract StoreContext CreateContextOn(DbConnection connection);

    /// <summary>Begins a transaction that sees one state throughout and holds nobody up.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Takes the right to write; only one process has it.</summary>
    /// <exception cref="StoreFaultException">Another process has it.</exception>
    public abstract void TakeWriting();

    /// <summary>Writes everything or nothing; durable when this returns.</summary>
    /// <exception cref="StoreFaultException">Nothing was written; with <see cref="StoreFault.Stopped"/> nothing is certain.</exception>
    public abstract void Commit(Batch batch);

    /// <summary>The acts with these keys that were answered before.</summary>
    public abstract Dictionary<ActKey, ActRow> FindActs(IReadOnlyList<ActKey> keys);

    /// <summary>The same fault in the store's words.</summary>
    public abstract StoreFaultException Explain(DbException fault);

    /// <summary>Where wrapped keys are.</summary>
    public abstract IKeyPlace Keys(string folder);

    /// <summary>Makes or updates the tables.</summary>
    public void Migrate()
    {
        using var context = CreateContext();
        context.Database.Migrate();
    }

    /// <summary>Many rows will be written by the connection that writes, in transactions that are each durable as ever; or they are written.</summary>
    public virtual void ExpectManyRows(bool expected)
    {
    }

    /// <summary>The last position committed; zero when there is none.</summary>
    public long LastPosition(DbConnection? connection = null) =>
        Number(connection ?? Writer, "SELECT coalesce(max(position), 0) FROM events");

    /// <summary>The highest number of a key in use.</summary>
    public long HighestKey() => Number(Writer, "SELECT coalesce(max(key_number), 0) FROM streams");

    /// <summary>A stream, when it has events.</summary>
    public StreamRow? FindStream(StreamId stream, DbConnection? connection = null)
    {
        using var command = Command(connection ?? Writer, "SELECT key_number, erased_at FROM streams WHERE kind = @kind AND number = @number");
        Add(command, "@kind", (short)stream.Kind);
        Add(command, "@number", stream.Number);
        using var reader = command.ExecuteReader();
        return !reader.Read() ? null : new StreamRow
        {
            Kind = (short)stream.Kind,
            Number = stream.Number,
            KeyNumber = reader.IsDBNull(0) ? null : reader.GetInt64(0),
            ErasedAt = reader.IsDBNull(1) ? null : reader.GetInt64(1),
        };
    }

    /// <summary>Whether the content of a stream was erased, or a file was merged into another one and not restored. Names of events stand in the clear.</summary>
    public bool Rests(StreamId stream, DbConnection connection)
    {
        if (FindStream(stream, connection) is { ErasedAt: not null })
        {
            return true;
        }
        if (stream.Kind != StreamKind.CaseFile)
        {
            return false;
        }
        using var command = Command(connection, "SELECT name FROM events WHERE kind = @kind AND number = @number AND name IN (@merged, @restored) ORDER BY version DESC LIMIT 1");
        Add(command, "@kind", (short)stream.Kind);
        Add(command, "@number", stream.Number);
        Add(command, "@merged", MergedInto);
        Add(command, "@restored", Restored);
        return command.ExecuteScalar() is string name && name == MergedInto;
    }

    /// <summary>The file that holds a V-number, by its hash; null when none does.</summary>
    public long? HolderOf(UInt128 hash, DbConnection? connection = null)
    {
        using var command = Command(connection ?? Writer, "SELECT person FROM v_numbers WHERE hash = @hash");
        Add(command, "@hash", NumberHashes.ToBytes(hash));
        return command.ExecuteScalar() is { } person ? Convert.ToInt64(person, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Who holds which V-number.</summary>
    public List<NumberHeld> ReadNumbers(DbConnection? connection = null)
    {
        using var command = Command(connection ?? Writer, "SELECT hash, person FROM v_numbers");
        var numbers = new List<NumberHeld>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            numbers.Add(new(NumberHashes.Read(reader.GetFieldValue<byte[]>(0)), reader.GetInt64(1)));
        }
        return numbers;
    }

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
        using var command = Command(Writer, "SELECT DISTINCT kind, number FROM events WHERE position > @after");
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

    /// <summary>The value of a mark; null when it is not set.</summary>
    public long? Mark(string name)
    {
        using var command = Command(Writer, "SELECT value FROM marks WHERE name = @name");
        Add(command, "@name", name);
        return command.ExecuteScalar() is { } value ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Runs a statement of the store's own on the writing connection.</summary>
    public void Run(string statement, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(Writer, statement);
        foreach (var (name, value) in values)
        {
            Add(command, name, value);
        }
        command.ExecuteNonQuery();
    }

    /// <summary>Runs statements in one transaction on the writing connection.</summary>
    public void Together(params ReadOnlySpan<(string Statement, (string Name, object Value)[] Values)> statements)
    {
        using var transaction = Writer.BeginTransaction();
        foreach (var (statement, values) in statements)
        {
            using var command = Command(Writer, statement);
            command.Transaction = transaction;
            foreach (var (name, value) in values)
            {
                Add(command, name, value);
            }
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>Runs a statement of the store's own on the writing connection and tells how many rows it changed.</summary>
    public int RunCounting(string statement, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(Writer, statement);
        foreach (var (name, value) in values)
        {
            Add(command, name, value);
        }
        return command.ExecuteNonQuery();
    }

    /// <summary>Does something in one transaction on the writing connection: all of it, or nothing.</summary>
    public void InTransaction(Action<DbTransaction> work)
    {
        using var transaction = Writer.BeginTransaction();
        work(transaction);
        transaction.Commit();
    }

    /// <summary>The version that a stream has on the writing connection; zero without events.</summary>
    public int VersionOf(StreamId stream)
    {
        using var command = Command(Writer, "SELECT coalesce(max(version), 0) FROM events WHERE kind = @kind AND number = @number");
        Add(command, "@kind", (short)stream.Kind);
        Add(command, "@number", stream.Number);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Numbers of the keys of streams that are marked as erased.</summary>
    public List<long> ErasedKeys()
    {
        using var command = Command(Writer, "SELECT key_number FROM streams WHERE erased_at IS NOT NULL AND key_number IS NOT NULL");
        var numbers = new List<long>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt64(0));
        }
        return numbers;
    }

    /// <summary>One number.</summary>
    public long Number(DbConnection connection, string query)
    {
        using var command = Command(connection, query);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer?.Dispose();
        }
    }

    /// <summary>A command.</summary>
    protected static DbCommand Command(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>A parameter with a value.</summary>
    protected static DbParameter Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return parameter;
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
