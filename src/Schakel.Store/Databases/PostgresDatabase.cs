using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Schakel.Store.Acts;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Databases;

// One round trip a group: all statements go in one batch, which the server runs as one transaction and syncs once. Rows travel as arrays,
// one per column, so that a group of one and a group of two hundred are the same prepared statements (few rows value by value gained nothing).
// Large groups go by COPY.

/// <summary>PostgreSQL by a connection string.</summary>
internal sealed class PostgresDatabase : Database
{
    // Any number that is ours: the right to write, held by the session that writes.
    private const long WritersLock = 0x5343_4841_4B45_4C01;
    private const int CopyFrom = 1000;
    private readonly string _connection;
    private readonly string _writing;

    /// <summary>The database behind a connection string.</summary>
    public PostgresDatabase(string connection)
    {
        // Our questions are many and short. The server would compile those that it thinks large, for longer than they take.
        var builder = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, Options = "-c synchronous_commit=on -c jit=off" };
        _connection = builder.ToString();
        // The statements that write are always the same few, by key. Planned once, and by the key also while a table was never counted: by itself
        // the server plans each of them anew for every group, as it sees how few rows the arrays hold.
        (builder.Pooling, builder.Options) = (false, builder.Options + " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off");
        _writing = builder.ToString();
        Place = $"PostgreSQL {builder.Host}:{builder.Port}/{builder.Database}";
    }

    /// <inheritdoc/>
    public override string Place { get; }

    /// <inheritdoc/>
    protected override string HistoryExists => "SELECT to_regclass('\"__EFMigrationsHistory\"')::text";

    /// <inheritdoc/>
    protected override Type ContextType => typeof(PostgresStoreContext);

    private NpgsqlConnection Own => (NpgsqlConnection)Writer;

    /// <inheritdoc/>
    public override DbConnection Connect() => Open(_connection);

    /// <inheritdoc/>
    public override StoreContext CreateContext() =>
        new PostgresStoreContext(new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql(_connection).Options);

    /// <inheritdoc/>
    public override StoreContext CreateContextOn(DbConnection connection) =>
        new PostgresStoreContext(new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql(connection).Options);

    /// <inheritdoc/>
    public override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    public override void TakeWriting()
    {
        // A writer that was killed a moment ago holds the lock until the server notices.
        try
        {
            using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = '5s'; SELECT pg_advisory_lock({WritersLock}); RESET lock_timeout"), Own);
            command.ExecuteNonQuery();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StoreFaultException(StoreFault.Locked, $"{Place} is in use: another process writes there. Stop it, or choose another database.", e);
        }
    }

    /// <inheritdoc/>
    public override void Commit(Batch batch)
    {
        try
        {
            if (batch.Events.Count < CopyFrom)
            {
                using var all = new NpgsqlBatch(Own);
                PostgresInserts.Add(all, batch, withEvents: true);
                all.ExecuteNonQuery();
                return;
            }
            using var transaction = Own.BeginTransaction();
            Copy(batch.Events);
            using (var rest = new NpgsqlBatch(Own, transaction))
            {
                PostgresInserts.Add(rest, batch, withEvents: false);
                if (rest.BatchCommands.Count > 0)
                {
                    rest.ExecuteNonQuery();
                }
            }
            transaction.Commit();
        }
        catch (DbException e)
        {
            throw Explain(e);
        }
    }

    /// <inheritdoc/>
    public override Dictionary<ActKey, ActRow> FindActs(IReadOnlyList<ActKey> keys)
    {
        using var command = new NpgsqlCommand("SELECT key, content, answer, recorded_at FROM acts WHERE key = ANY(@keys)", Own);
        command.Parameters.Add(new NpgsqlParameter("@keys", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = keys.Select(key => key.ToBytes()).ToArray() });
        var found = new Dictionary<ActKey, ActRow>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var key = reader.GetFieldValue<byte[]>(0);
            found[ActKey.Read(key)] = new()
            {
                Key = key,
                Content = reader.GetFieldValue<byte[]>(1),
                Answer = reader.GetFieldValue<byte[]>(2),
                RecordedAt = reader.GetInt64(3),
            };
        }
        return found;
    }

    /// <inheritdoc/>
    public override StoreFaultException Explain(DbException fault) => (fault as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new(StoreFault.DiskFull, $"The disk of {Place} is full. Nothing was done; free space and send the act again.", fault),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => new(StoreFault.ReadOnly, $"{Place} may not be written: {fault.Message} Nothing was done.", fault),
        PostgresErrorCodes.LockNotAvailable => new(StoreFault.Locked, $"{Place} is locked. Nothing was done; send the act again.", fault),
        _ => new(StoreFault.Stopped, $"Writing {Place} failed: {fault.Message} Whether the last acts were kept is not certain, so the writer has stopped. Restart: what was kept is read from the database.", fault),
    };

    /// <inheritdoc/>
    public override IKeyPlace Keys(string folder) => KeyTable.OnPostgres(Open(_writing));

    /// <inheritdoc/>
    protected override DbConnection ConnectForWriting() => Open(_writing); // Its end is the end of the lock.

    private static NpgsqlConnection Open(string to)
    {
        var connection = new NpgsqlConnection(to);
        connection.Open();
        return connection;
    }

    private void Copy(List<StoredEvent> events)
    {
        using var into = Own.BeginBinaryImport($"COPY events ({EventColumns}) FROM STDIN (FORMAT binary)");
        foreach (var stored in events)
        {
            var envelope = stored.Envelope;
            into.StartRow();
            into.Write(envelope.Position, NpgsqlDbType.Bigint);
            into.Write((short)envelope.Stream.Kind, NpgsqlDbType.Smallint);
            into.Write(envelope.Stream.Number, NpgsqlDbType.Bigint);
            into.Write(envelope.Version, NpgsqlDbType.Integer);
            into.Write(envelope.Name, NpgsqlDbType.Text);
            into.Write((short)envelope.EventVersion, NpgsqlDbType.Smallint);
            into.Write(envelope.OccurredOn.Number, NpgsqlDbType.Integer);
            into.Write(Instants.ToMicroseconds(envelope.RecordedAt), NpgsqlDbType.Bigint);
            into.Write((short)envelope.Doer.Kind, NpgsqlDbType.Smallint);
            into.Write(envelope.Doer.Number, NpgsqlDbType.Bigint);
            into.Write((int)envelope.Doer.Role, NpgsqlDbType.Integer);
            into.Write((short)envelope.Purpose, NpgsqlDbType.Smallint);
            into.Write(envelope.ActKey.ToBytes(), NpgsqlDbType.Bytea);
            into.Write(stored.Payload, NpgsqlDbType.Bytea);
            into.Write(envelope.Hash.ToArray(), NpgsqlDbType.Bytea);
        }
        into.Complete();
    }
}
