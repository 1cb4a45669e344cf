using System.Globalization;
using Microsoft.Data.Sqlite;
using Schakel.Store.Acts;
using Schakel.Store.Keys;
using Schakel.Store.Log;

namespace Schakel.Store.Databases;

/// <summary>The prepared statements of the connection that writes on SQLite (voorbereide opdrachten).</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly List<IDisposable> _all = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqlitePrepared _event;
    private readonly SqlitePrepared _stream;
    private readonly SqlitePrepared _act;
    private readonly SqliteCommand _findAct;
    private readonly SqlitePrepared _file;
    private readonly SqlitePrepared _household;
    private readonly SqlitePrepared _clearSteps;
    private readonly SqlitePrepared _clearStep;
    private readonly SqlitePrepared _step;
    private readonly SqlitePrepared _site;
    private readonly SqlitePrepared _slot;
    private readonly SqlitePrepared _clearSlot;
    private readonly SqlitePrepared _number;
    private readonly SqlitePrepared _clearNumber;

    public SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE", 0);
        _commit = Prepare("COMMIT", 0);
        _event = Row("INSERT INTO events (position, kind, number, version, name, event_version, occurred_on, recorded_at, doer_kind, doer_number, doer_role, purpose, act_key, payload, hash)", 15);
        _stream = Row("INSERT INTO streams (kind, number, key_number)", 3);
        _act = Row("INSERT INTO acts (key, content, answer, recorded_at)", 4);
        _findAct = Prepare("SELECT content, answer, recorded_at FROM acts WHERE key = $0", 1);
        _file = Row(RowColumns.UpsertFile, RowColumns.File.Length);
        _household = Row(RowColumns.UpdateHousehold, 2);
        _clearSteps = Row("DELETE FROM steps WHERE person = $0", 1);
        _clearStep = Row("DELETE FROM steps WHERE person = $0 AND ordinal = $1", 2);
        _step = Row(RowColumns.UpsertStep, RowColumns.Step.Length);
        _site = Row("INSERT OR REPLACE INTO sites (site, version, is_open, capacity, modality, occupancy, out_of_use, remedy_by)", 8);
        _slot = Row("INSERT OR REPLACE INTO slots (site, slot, person)", 3);
        _clearSlot = Row("DELETE FROM slots WHERE site = $0 AND slot = $1", 2);
        _number = Row("INSERT INTO v_numbers (hash, person)", 2);
        _clearNumber = Row("DELETE FROM v_numbers WHERE hash = $0", 1);
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
            _stream.Run(row.Kind, row.Number, row.KeyNumber);
        }
        foreach (var row in batch.Acts)
        {
            _act.Run(row.Key, row.Content, row.Answer, row.RecordedAt);
        }
        foreach (var row in batch.Files.Values)
        {
            _file.Run(RowColumns.Values(row));
            _household.Run(row.Household, row.Person);
        }
        foreach (var (person, steps) in batch.Steps)
        {
            if (steps.Before is null)
            {
                _clearSteps.Run(person);
            }
            foreach (var row in steps.Gone)
            {
                _clearStep.Run(person, row.Ordinal);
            }
            foreach (var row in steps.Written)
            {
                _step.Run(RowColumns.Values(row));
            }
        }
        WriteNumbers(batch);
        foreach (var row in batch.Sites.Values)
        {
            _site.Run(row.Site, row.Version, row.IsOpen, row.Capacity, row.Modality, row.Occupancy, row.OutOfUse, row.RemedyBy);
        }
        foreach (var ((site, slot), person) in batch.Slots)
        {
            if (person is { } resident)
            {
                _slot.Run(site, slot, resident);
            }
            else
            {
                _clearSlot.Run(site, slot);
            }
        }
    }

    private void WriteNumbers(Batch batch)
    {
        foreach (var hash in batch.FreedNumbers)
        {
            _clearNumber.Run(NumberHashes.ToBytes(hash));
        }
        foreach (var (hash, person) in batch.TakenNumbers)
        {
            _number.Run(NumberHashes.ToBytes(hash), person);
        }
    }

    public void Dispose()
    {
        foreach (var prepared in _all)
        {
            prepared.Dispose();
        }
    }

    private void Write(StoredEvent stored)
    {
        var envelope = stored.Envelope;
        _event.Run(
            envelope.Position, (long)envelope.Stream.Kind, envelope.Stream.Number, envelope.Version, envelope.Name, envelope.EventVersion,
            envelope.OccurredOn.Number, Instants.ToMicroseconds(envelope.RecordedAt), (long)envelope.Doer.Kind, envelope.Doer.Number,
            (long)envelope.Doer.Role, (long)envelope.Purpose, envelope.ActKey.ToBytes(), stored.Payload, envelope.Hash.ToArray());
    }

    private SqlitePrepared Row(string text, int parameters)
    {
        var prepared = new SqlitePrepared(_connection, Complete(text, Names(parameters)));
        _all.Add(prepared);
        return prepared;
    }

    private static List<string> Names(int parameters) => [.. Enumerable.Range(0, parameters).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i}"))];

    private static string Complete(string text, List<string> names) => text.EndsWith(')') && text.StartsWith("INSERT", StringComparison.Ordinal)
        ? $"{text} VALUES ({string.Join(", ", names)})"
        : text.Replace("VALUES_HERE", string.Join(", ", names), StringComparison.Ordinal);

    private SqliteCommand Prepare(string text, int parameters)
    {
        var command = _connection.CreateCommand();
        var names = Names(parameters);
        command.CommandText = Complete(text, names);
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
