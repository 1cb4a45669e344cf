using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Schakel.Bench;

/// <summary>One connection, one prepared statement, one row of an event's size a commit.</summary>
internal sealed class SqliteRaw : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly byte[] _payload = new byte[140];

    public SqliteRaw(string file)
    {
        _connection = new($"Data Source={file};Pooling=false");
        _connection.Open();
        using (var make = _connection.CreateCommand())
        {
            make.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS rows (position INTEGER PRIMARY KEY, stream INTEGER, payload BLOB)";
            make.ExecuteNonQuery();
        }
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO rows (stream, payload) VALUES ($stream, $payload)";
        _insert.Parameters.AddWithValue("$stream", 1L);
        _insert.Parameters.AddWithValue("$payload", _payload);
        _insert.Prepare();
    }

    public (double PerSecond, long Rows) Append(TimeSpan during)
    {
        var rows = 0L;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < during)
        {
            _insert.ExecuteNonQuery();
            rows++;
        }
        return (rows / clock.Elapsed.TotalSeconds, rows);
    }

    public void Append(int rows)
    {
        _insert.ExecuteNonQuery();
        Console.WriteLine("begin");
        for (var i = 0; i < rows; i++)
        {
            _insert.ExecuteNonQuery();
        }
        Console.WriteLine("end");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}

/// <summary>The same on PostgreSQL, with as many connections as there are waiters.</summary>
internal static class PostgresRaw
{
    public static void Prepare(string text)
    {
        using var connection = new NpgsqlConnection(text);
        connection.Open();
        using var make = new NpgsqlCommand("DROP TABLE IF EXISTS raw_rows; CREATE TABLE raw_rows (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream bigint, payload bytea)", connection);
        make.ExecuteNonQuery();
        using var show = new NpgsqlCommand("SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')", connection);
        Console.WriteLine($"PostgreSQL: fsync and synchronous_commit are {show.ExecuteScalar()}");
    }

    public static (double PerSecond, long Rows) Append(string text, int connections, TimeSpan during)
    {
        var total = 0L;
        var clock = Stopwatch.StartNew();
        StoreBench.Wait(Task.WhenAll(Enumerable.Range(0, connections).Select(stream => Task.Run(async () =>
        {
            var connection = new NpgsqlConnection(text);
            await using var closing = connection.ConfigureAwait(false);
            await connection.OpenAsync().ConfigureAwait(false);
            var insert = new NpgsqlCommand("INSERT INTO raw_rows (stream, payload) VALUES ($1, $2)", connection);
            await using var disposing = insert.ConfigureAwait(false);
            insert.Parameters.Add(new() { Value = (long)stream });
            insert.Parameters.Add(new() { Value = new byte[140] });
            await insert.PrepareAsync().ConfigureAwait(false);
            while (clock.Elapsed < during)
            {
                await insert.ExecuteNonQueryAsync().ConfigureAwait(false);
                Interlocked.Increment(ref total);
            }
        }))));
        return (total / clock.Elapsed.TotalSeconds, total);
    }
}
