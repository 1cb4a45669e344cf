using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Schakel.Chain;
using Schakel.Rehearsal.Conformance;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

// How it works. Each type of event has a table of its own; the table of all events gives their order. The tables of types are read side by
// side, each in that order, and the one whose turn it is gives the next event: one pass, and nothing is kept in memory. An event is then
// told as JSON to the reader of the other form, so that both forms are judged by the same rules and refused in the same words. CROSS JOIN
// keeps SQLite from walking through all events once for each type.

/// <summary>Reads a log in the SQLite form of OCEL 2.0, one event at a time (lezer van SQLite).</summary>
public static class OcelSqliteLog
{
    private static ReadOnlySpan<byte> Mark => "SQLite format 3\0"u8;

    /// <summary>Whether a file is in this form, as its first bytes tell.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Is(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> begin = stackalloc byte[Mark.Length];
        return file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.SequenceEqual(Mark);
    }

    /// <summary>Reads a log of any size.</summary>
    /// <param name="path">The file.</param>
    /// <param name="begins">Told what the log says of itself, before the first event.</param>
    /// <param name="told">Told every event, in the order of the file.</param>
    /// <returns>What the log says of itself.</returns>
    /// <exception cref="LogFaultException">It lacks the tables of OCEL 2.0, or an event lacks its type, time, fields or history.</exception>
    public static OcelHead Read(string path, Action<OcelHead> begins, Action<LoggedEvent> told)
    {
        ArgumentNullException.ThrowIfNull(begins);
        ArgumentNullException.ThrowIfNull(told);
        try
        {
            using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            database.Open();
            Execute(database, "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -1024").Dispose();
            var head = HeadOf(database);
            begins(head);
            Events(database, told);
            return head;
        }
        catch (SqliteException e)
        {
            throw new LogFaultException($"The log is no OCEL 2.0 in SQLite: {e.Message}", e);
        }
    }

    private static OcelHead HeadOf(SqliteConnection database)
    {
        var persons = (int)Count(database, "object WHERE ocel_type = 'person'");
        var (start, scale, asRecorded) = ("", 1d, false);
        var laws = new List<(Day? From, string Mark)>();
        foreach (var (_, table) in TypesOf(database, "object").Where(each => each.Type == "rehearsal"))
        {
            using var rows = Execute(database, $"SELECT * FROM {table} ORDER BY rowid");
            while (rows.Read())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    if (rows.IsDBNull(column))
                    {
                        continue;
                    }

                    switch (rows.GetName(column))
                    {
                        case "start": start = rows.GetString(column); break;
                        case "scale": scale = rows.GetDouble(column); break;
                        case OcelHead.OrderName: asRecorded = rows.GetString(column) == OcelHead.AsRecorded; break;
                        case OcelHead.LawName: laws.Add((FirstDay(rows), rows.GetString(column))); break;
                        default: break;
                    }
                }
            }
        }

        laws.Sort((one, other) => Nullable.Compare(one.From, other.From));
        return new(persons, start, laws.Count > 0 ? laws[0].Mark : "", scale) { Laws = [.. laws], IsAsRecorded = asRecorded };
    }

    // What always holds is told from the beginning of 1970, as OCEL asks for a time.
    private static Day? FirstDay(SqliteDataReader row) =>
        OcelEventReader.When(row.GetString(row.GetOrdinal("ocel_time")), 0).Day is { Number: > 0 } day ? day : null;

    private static void Events(SqliteConnection database, Action<LoggedEvent> told)
    {
        var types = TypesOf(database, "event").Select(each => new TypeRows(database, each.Type, each.Table)).ToImmutableArray();
        using var ties = Execute(database, "SELECT e.rowid, o.ocel_object_id, o.ocel_qualifier FROM event_object o CROSS JOIN event e ON e.ocel_id = o.ocel_event_id ORDER BY e.rowid, o.rowid");
        try
        {
            var turns = new PriorityQueue<TypeRows, long>(types.Where(type => type.Next()).Select(type => (type, type.Place)));
            var reader = new OcelEventReader();
            var buffer = new ArrayBufferWriter<byte>(512);
            var tied = ties.Read();
            var number = 0L;
            while (turns.TryDequeue(out var type, out var place))
            {
                buffer.ResetWrittenCount();
                using (var json = new Utf8JsonWriter(buffer))
                {
                    type.Write(json);
                    json.WriteStartArray("relationships"u8);
                    for (; tied && ties.GetInt64(0) <= place; tied = ties.Read())
                    {
                        if (ties.GetInt64(0) == place && !ties.IsDBNull(2))
                        {
                            json.WriteStartObject();
                            json.WriteString("objectId"u8, ties.GetString(1));
                            json.WriteString("qualifier"u8, ties.GetString(2));
                            json.WriteEndObject();
                        }
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                told(reader.Read(buffer.WrittenSpan, ++number));
                if (type.Next())
                {
                    turns.Enqueue(type, type.Place);
                }
            }

            if (Count(database, "event") is var all && all != number)
            {
                throw new LogFaultException(string.Create(CultureInfo.InvariantCulture, $"The log has {all} events, and {number} of them stand in the table of their type."));
            }
        }
        finally
        {
            foreach (var type in types)
            {
                type.Dispose();
            }
        }
    }

    private static List<(string Type, string Table)> TypesOf(SqliteConnection database, string kind)
    {
        using var rows = Execute(database, $"SELECT ocel_type, ocel_type_map FROM {kind}_map_type ORDER BY ocel_type");
        var types = new List<(string, string)>();
        while (rows.Read())
        {
            types.Add((rows.GetString(0), Quoted($"{kind}_{rows.GetString(1)}")));
        }

        return types;
    }

    private static long Count(SqliteConnection database, string what)
    {
        using var rows = Execute(database, $"SELECT count(*) FROM {what}");
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Names of tables come from the log, and are quoted; the reader ends its command.
#pragma warning disable CA2000, CA2100
    private static SqliteDataReader Execute(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }
#pragma warning restore CA2000, CA2100

    /// <summary>The events of one type, in the order of the log.</summary>
    private sealed class TypeRows(SqliteConnection database, string type, string table) : IDisposable
    {
        private const int FirstColumn = 1; // Before it stands the place in the log.
        private readonly SqliteDataReader _rows = Execute(
            database, $"SELECT e.rowid, t.* FROM {table} t CROSS JOIN event e ON e.ocel_id = t.ocel_id AND e.ocel_type = '{type.Replace("'", "''", StringComparison.Ordinal)}' ORDER BY e.rowid");

        // The relational form has no true and false: a field that is one in the chain was written as a number.
        private readonly FrozenSet<string> _truths = EventCatalogue.Find(type) is { } known
            ? OcelSchema.Of(known).Attributes.Where(attribute => attribute.Type == "boolean").Select(attribute => attribute.Name).ToFrozenSet(StringComparer.Ordinal) : [];

        public long Place => _rows.GetInt64(0);

        public bool Next() => _rows.Read();

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            var time = _rows.GetOrdinal("ocel_time");
            json.WriteString("time"u8, _rows.IsDBNull(time) ? null : _rows.GetString(time));
            json.WriteStartArray("attributes"u8);
            for (var column = FirstColumn; column < _rows.FieldCount; column++)
            {
                if (column == time || _rows.IsDBNull(column) || _rows.GetName(column) is "ocel_id" or "ocel_changed_field")
                {
                    continue;
                }

                json.WriteStartObject();
                json.WriteString("name"u8, _rows.GetName(column));
                json.WritePropertyName("value"u8);
                switch (_rows.GetValue(column))
                {
                    case long truth when _truths.Contains(_rows.GetName(column)): json.WriteBooleanValue(truth != 0); break;
                    case long whole: json.WriteNumberValue(whole); break;
                    case double real: json.WriteNumberValue(real); break;
                    default: json.WriteStringValue(_rows.GetString(column)); break;
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        public void Dispose() => _rows.Dispose();
    }
}
