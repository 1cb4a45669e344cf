using System.Globalization;
using Microsoft.Data.Sqlite;
using Schakel.Store.Acts;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Databases;

/// <summary>The prepared statements of the connection that writes on SQLite (voorbereide opdrachten).</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly List<SqliteCommand> _all = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _event;
    private readonly SqliteCommand _stream;
    private readonly SqliteCommand _act;
    private readonly SqliteCommand _findAct;
    private readonly SqliteCommand _file;
    private readonly SqliteCommand _clearSteps;
    private readonly SqliteCommand _step;
    private readonly SqliteCommand _site;
    private readonly SqliteCommand _slot;
    private readonly SqliteCommand _clearSlot;
    private readonly SqliteCommand _number;
    private readonly SqliteCommand _clearNumber;

    public SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE", 0);
        _commit = Prepare("COMMIT", 0);
        _event = Prepare("INSERT INTO events (position, kind, number, version, name, event_version, occurred_on, recorded_at, doer_kind, doer_number, doer_role, purpose, act_key, payload, hash)", 15);
        _stream = Prepare("INSERT INTO streams (kind, number, key_number)", 3);
        _act = Prepare("INSERT INTO acts (key, content, answer, recorded_at)", 4);
        _findAct = Prepare("SELECT content, answer, recorded_at FROM acts WHERE key = $0", 1);
        _file = Prepare(RowColumns.UpsertFile, RowColumns.File.Length);
        _clearSteps = Prepare("DELETE FROM steps WHERE person = $0", 1);
        _step = Prepare("INSERT INTO steps (person, ordinal, code, party, earliest, last_day, until, force, waits_for, lapses, rank, sort_day, norm, law)", 14);
        _site = Prepare("INSERT OR REPLACE INTO sites (site, version, is_open, capacity, modality, occupancy)", 6);
        _slot = Prepare("INSERT OR REPLACE INTO slots (site, slot, person)", 3);
        _clearSlot = Prepare("DELETE FROM slots WHERE site = $0 AND slot = $1", 2);
        _number = Prepare("INSERT INTO v_numbers (hash, person)", 2);
        _clearNumber = Prepare("DELETE FROM v_numbers WHERE hash = $0", 1);
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>Rolls back; false when even that fails.</summary>
    public bool TryRollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) != 0)
        {
            return true; // SQLite rolled back by itself.
        }
        try
        {
            using var rollback = _connection.CreateCommand();
            rollback.CommandText = "ROLLBACK";
            rollback.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public ActRow? FindAct(ActKey key)
    {
        var bytes = key.ToBytes();
        _findAct.Parameters[0].Value = bytes;
        using var reader = _findAct.ExecuteReader();
        return !reader.Read() ? null : new ActRow
        {
            Key = bytes,
            Content = reader.GetFieldValue<byte[]>(0),
            Answer = reader.GetFieldValue<byte[]>(1),
            RecordedAt = reader.GetInt64(2),
        };
    }

    public void Write(Batch batch)
    {
        foreach (var stored in batch.Events)
        {
            Write(stored);
        }
        foreach (var row in batch.NewStreams)
        {
            Run(_stream, row.Kind, row.Number, row.KeyNumber);
        }
        foreach (var row in batch.Acts)
        {
            Run(_act, row.Key, row.Content, row.Answer, row.RecordedAt);
        }
        foreach (var row in batch.Files.Values)
        {
            Run(_file, RowColumns.Values(row));
        }
        foreach (var (person, steps) in batch.Steps)
        {
            Run(_clearSteps, person);
            foreach (var row in steps)
            {
                Run(_step, RowColumns.Values(row));
            }
        }
        WriteNumbers(batch);
        foreach (var row in batch.Sites.Values)
        {
            Run(_site, row.Site, row.Version, row.IsOpen, row.Capacity, row.Modality, row.Occupancy);
        }
        foreach (var ((site, slot), person) in batch.Slots)
        {
            if (person is { } resident)
            {
                Run(_slot, site, slot, resident);
            }
            else
            {
                Run(_clearSlot, site, slot);
            }
        }
    }

    private void WriteNumbers(Batch batch)
    {
        foreach (var hash in batch.FreedNumbers)
        {
            Run(_clearNumber, NumberHashes.ToBytes(hash));
        }
        foreach (var (hash, person) in batch.TakenNumbers)
        {
            Run(_number, NumberHashes.ToBytes(hash), person);
        }
    }

    public void Dispose()
    {
        foreach (var command in _all)
        {
            command.Dispose();
        }
    }

    private void Write(StoredEvent stored)
    {
        var envelope = stored.Envelope;
        var into = _event.Parameters;
        into[0].Value = envelope.Position;
        into[1].Value = (long)envelope.Stream.Kind;
        into[2].Value = envelope.Stream.Number;
        into[3].Value = (long)envelope.Version;
        into[4].Value = envelope.Name;
        into[5].Value = (long)envelope.EventVersion;
        into[6].Value = (long)envelope.OccurredOn.Number;
        into[7].Value = Instants.ToMicroseconds(envelope.RecordedAt);
        into[8].Value = (long)envelope.Doer.Kind;
        into[9].Value = envelope.Doer.Number;
        into[10].Value = (long)envelope.Doer.Role;
        into[11].Value = (long)envelope.Purpose;
        into[12].Value = envelope.ActKey.ToBytes();
        into[13].Value = stored.Payload;
        into[14].Value = envelope.Hash.ToArray();
        _event.ExecuteNonQuery();
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string text, int parameters)
    {
        var command = _connection.CreateCommand();
        var names = Enumerable.Range(0, parameters).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i}")).ToList();
        command.CommandText = text.EndsWith(')') && text.StartsWith("INSERT", StringComparison.Ordinal)
            ? $"{text} VALUES ({string.Join(", ", names)})"
            : text.Replace("VALUES_HERE", string.Join(", ", names), StringComparison.Ordinal);
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }
        if (parameters > 0)
        {
            command.Prepare();
        }
        _all.Add(command);
        return command;
    }
}
