using System.Data.Common;

namespace Schakel.Store.Keys;

// SQLite overwrites deleted content (secure_delete) and empties its log after an erasure. PostgreSQL leaves a dead row until it is
// vacuumed: the erasure runs VACUUM on the small table of keys.

/// <summary>Wrapped keys in a table: a file of its own on SQLite, a schema of its own on PostgreSQL (sleuteltabel).</summary>
internal sealed class KeyTable : IKeyPlace
{
    private readonly DbConnection _connection;
    private readonly string _table;
    private readonly string[] _afterErasure;

    private KeyTable(DbConnection connection, string table, string[] prepare, string[] afterErasure)
    {
        (_connection, _table, _afterErasure) = (connection, table, afterErasure);
        foreach (var statement in prepare)
        {
            Run(statement);
        }
    }

    /// <summary>On SQLite, opened already.</summary>
    public static KeyTable OnSqlite(DbConnection connection) => new(
        connection, "data_keys",
        [
            "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA busy_timeout=5000", "PRAGMA secure_delete=ON",
            "CREATE TABLE IF NOT EXISTS data_keys (number INTEGER PRIMARY KEY AUTOINCREMENT, wrapped BLOB NOT NULL) STRICT",
        ],
        ["PRAGMA wal_checkpoint(TRUNCATE)"]);

    /// <summary>On PostgreSQL, opened already.</summary>
    public static KeyTable OnPostgres(DbConnection connection) => new(
        connection, "schakel_keys.data_keys",
        [
            "CREATE SCHEMA IF NOT EXISTS schakel_keys",
            "CREATE TABLE IF NOT EXISTS schakel_keys.data_keys (number bigint PRIMARY KEY, wrapped bytea NOT NULL)",
            "CREATE TABLE IF NOT EXISTS schakel_keys.highest (one boolean PRIMARY KEY DEFAULT true CHECK (one), number bigint NOT NULL)",
            "INSERT INTO schakel_keys.highest (number) VALUES (0) ON CONFLICT DO NOTHING",
        ],
        ["VACUUM schakel_keys.data_keys"]);

    private bool IsSqlite => _table == "data_keys";

    /// <inheritdoc/>
    public long Highest()
    {
        using var command = Command(IsSqlite
            ? "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'data_keys'), 0)"
            : "SELECT number FROM schakel_keys.highest");
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public byte[]? Find(long number)
    {
        using var command = Command($"SELECT wrapped FROM {_table} WHERE number = @number");
        Add(command, "@number", number);
        return command.ExecuteScalar() as byte[];
    }

    /// <inheritdoc/>
    public List<(long Number, byte[] Wrapped)> After(long number, int most)
    {
        using var command = Command($"SELECT number, wrapped FROM {_table} WHERE number > @number ORDER BY number LIMIT @most");
        Add(command, "@number", number);
        Add(command, "@most", most);
        var keys = new List<(long, byte[])>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            keys.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        }
        return keys;
    }

    /// <inheritdoc/>
    public void Add(IReadOnlyList<(long Number, byte[] Wrapped)> keys)
    {
        using var transaction = _connection.BeginTransaction();
        using (var command = Command($"INSERT INTO {_table} (number, wrapped) VALUES (@number, @wrapped)"))
        {
            command.Transaction = transaction;
            var number = Add(command, "@number", 0L);
            var wrapped = Add(command, "@wrapped", Array.Empty<byte>());
            foreach (var key in keys)
            {
                (number.Value, wrapped.Value) = (key.Number, key.Wrapped);
                command.ExecuteNonQuery();
            }
        }
        if (!IsSqlite)
        {
            using var highest = Command("UPDATE schakel_keys.highest SET number = @number");
            highest.Transaction = transaction;
            Add(highest, "@number", keys[^1].Number);
            highest.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Erase(long number)
    {
        using (var command = Command($"DELETE FROM {_table} WHERE number = @number"))
        {
            Add(command, "@number", number);
            command.ExecuteNonQuery();
        }
        foreach (var statement in _afterErasure)
        {
            Run(statement);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Run(string statement)
    {
        using var command = Command(statement);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
