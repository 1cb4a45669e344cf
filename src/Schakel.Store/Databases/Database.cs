using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schakel.Chain;
using Schakel.Store.Acts;
using Schakel.Store.Keys;

namespace Schakel.Store.Databases;

/// <summary>
/// One of the two databases (gegevensbank). One connection writes, held by the desk's thread or a bulk; others read what is committed.
/// Events and rows go by prepared statements; EF Core makes the schema and reads for the read models.
/// </summary>
internal abstract partial class Database : IDisposable
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

    /// <summary>Whether the table exists in which EF keeps which migrations were done: a query that answers with one row, or none.</summary>
    protected abstract string HistoryExists { get; }

    /// <summary>Which context the migrations of this database are of.</summary>
    protected abstract Type ContextType { get; }

    /// <summary>Makes or updates the tables.</summary>
    /// <exception cref="StoreFaultException">A newer program made them.</exception>
    public void Migrate()
    {
        // EF compiles its model before it can say that nothing is to be done: half a second of a start, when one question is enough.
        var (known, done) = (LastKnownMigration(), LastDoneMigration());
        if (done == known)
        {
            return;
        }
        if (string.CompareOrdinal(done, known) > 0)
        {
            throw new StoreFaultException(StoreFault.Unreadable, $"{Place} has tables of a newer program ({done}; this one knows up to {known}): use that program.");
        }
        ForgetMigrationLock();
        using var context = CreateContext();
        context.Database.Migrate();
    }

    /// <summary>Takes away what a start that was killed while it migrated left to hold others up. Nobody else migrates: the right to write is taken.</summary>
    protected virtual void ForgetMigrationLock()
    {
    }

    // Their names begin with the time at which they were written, so that the last one by name is the last one made.
    private string LastKnownMigration() => typeof(StoreContext).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(Migration) && type.GetCustomAttribute<DbContextAttribute>()!.ContextType == ContextType)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)
        .Max(StringComparer.Ordinal)!;

    private string? LastDoneMigration()
    {
        using var exists = Command(Writer, HistoryExists);
        if (exists.ExecuteScalar() is null or DBNull)
        {
            return null;
        }
        using var last = Command(Writer, "SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"");
        return last.ExecuteScalar() as string;
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
}
