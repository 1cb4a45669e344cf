using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Rehearsal.Conformance;
using SQLitePCL;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

// How it works. The relational form of the standard: one table of events, one of objects, one table for each type with its attributes, and
// the ties between them. Statements are prepared once, values are bound as bytes; everything is one transaction on a file that nobody else
// sees yet, so neither a journal nor a flush is needed before its end. Uniqueness is checked by the indexes that are made last: sorting
// once is faster than keeping order all along.

/// <summary>Writes a log in the SQLite form of OCEL 2.0 (exporteur naar SQLite). Not safe for several threads.</summary>
public sealed class OcelSqliteWriter : IOcelWriter
{
    private static readonly byte[] Always = "1970-01-01T00:00:00Z"u8.ToArray();
    private static readonly string[] Prefixes = ["person:", "household:", "site:", "country:"];
    private static readonly byte[][] Qualifiers = ["file"u8.ToArray(), "household"u8.ToArray(), "site"u8.ToArray(), "country"u8.ToArray()];

    private readonly sqlite3 _database;
    private readonly Day _start;
    private readonly OcelFields _fields;
    private readonly OcelFields.Field _bindField;
    private readonly List<(byte[] Qualifier, string Prefix, long Number)> _ties = [];
    private readonly Dictionary<string, ObjectTable> _objects = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<Type, EventTable> _events;
    private readonly sqlite3_stmt _object;
    private readonly sqlite3_stmt _objectTie;
    private readonly sqlite3_stmt _event;
    private readonly sqlite3_stmt _eventTie;
    private EventTable? _table;
    private int _minute = int.MinValue;
    private byte[] _time = [];

    static OcelSqliteWriter() => Batteries_V2.Init();

    /// <summary>Begins a log.</summary>
    /// <param name="path">A file that does not exist yet.</param>
    /// <param name="start">The day whose midnight, in the Netherlands, is minute 0 of the events.</param>
    /// <param name="rehearsalAttributes">Names and OCEL types of the attributes of the one object of type <c>rehearsal</c>; empty when there is none.</param>
    /// <param name="tells">Whether a field of a type of event may be told; without it all are.</param>
    /// <exception cref="IOException">The file cannot be made, or the disk is full.</exception>
    public OcelSqliteWriter(string path, Day start, IEnumerable<(string Name, string Type)> rehearsalAttributes, Func<Type, string, bool>? tells = null)
    {
        _fields = new() { Tells = tells };
        _start = start;
        _bindField = BindField;
        Check(raw.sqlite3_open(path, out _database));
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; PRAGMA page_size = 8192");
        Run("BEGIN");
        Run("CREATE TABLE event (ocel_id TEXT NOT NULL, ocel_type TEXT NOT NULL); CREATE TABLE object (ocel_id TEXT NOT NULL, ocel_type TEXT NOT NULL)");
        Run("CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL); CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL)");
        Run("CREATE TABLE event_object (ocel_event_id TEXT NOT NULL, ocel_object_id TEXT NOT NULL, ocel_qualifier TEXT)");
        Run("CREATE TABLE object_object (ocel_source_id TEXT NOT NULL, ocel_target_id TEXT NOT NULL, ocel_qualifier TEXT)");
        _object = Prepare("INSERT INTO object VALUES (?, ?)");
        _objectTie = Prepare("INSERT INTO object_object VALUES (?, ?, ?)");
        _event = Prepare("INSERT INTO event VALUES (?, ?)");
        _eventTie = Prepare("INSERT INTO event_object VALUES (?, ?, ?)");
        foreach (var (name, attributes) in OcelSchema.ObjectTypes)
        {
            MakeObjectTable(name, attributes);
        }

        MakeObjectTable("rehearsal", rehearsalAttributes);
        _events = EventCatalogue.Types.ToFrozenDictionary(type => type, type => MakeEventTable(OcelSchema.Of(type)));
    }

    /// <inheritdoc/>
    public long Events { get; private set; }

    /// <inheritdoc/>
    public void Write(OcelObject written)
    {
        if (Events > 0)
        {
            throw new InvalidOperationException($"Object {written.Id} comes after the first event; objects come first.");
        }

        var (id, table) = (Encoding.UTF8.GetBytes(written.Id), _objects[written.Type]);
        Bind(_object, 1, id);
        Bind(_object, 2, table.Type);
        Step(_object);

        // What always holds stands in one row; what holds from a day on in a row of its own, with the name of what changed.
        Bind(table.Insert, 1, id);
        Bind(table.Insert, 2, Always);
        foreach (var attribute in written.Attributes.Where(attribute => attribute.FromDay is null))
        {
            Bind(table.Insert, table.Columns[attribute.Name], attribute);
        }

        Step(table.Insert);
        foreach (var attribute in written.Attributes.Where(attribute => attribute.FromDay is not null))
        {
            Bind(table.Insert, 1, id);
            Bind(table.Insert, 2, Encoding.UTF8.GetBytes(OcelTime.Of(new Day(attribute.FromDay!.Value), 0)));
            Bind(table.Insert, 3, Encoding.UTF8.GetBytes(attribute.Name));
            Bind(table.Insert, table.Columns[attribute.Name], attribute);
            Step(table.Insert);
        }

        foreach (var tie in written.Relationships)
        {
            Bind(_objectTie, 1, id);
            Bind(_objectTie, 2, Encoding.UTF8.GetBytes(tie.ObjectId));
            Bind(_objectTie, 3, Encoding.UTF8.GetBytes(tie.Qualifier));
            Step(_objectTie);
        }
    }

    /// <inheritdoc/>
    public void Write(in RecordedEvent recorded)
    {
        var table = _events[recorded.Event.GetType()];
        Span<byte> buffer = stackalloc byte[24];
        var id = IdOf(buffer, "e", ++Events);
        Bind(_event, 1, id);
        Bind(_event, 2, table.Type);
        Step(_event);
        if (recorded.Minute != _minute)
        {
            (_minute, _time) = (recorded.Minute, Encoding.UTF8.GetBytes(OcelTime.Of(_start, recorded.Minute)));
        }

        Bind(table.Insert, 1, id);
        Bind(table.Insert, 2, _time);
        _table = table;
        _ties.Clear();
        _ties.Add((Qualifiers[(int)recorded.Stream], Prefixes[(int)recorded.Stream], recorded.Index + 1L));
        _fields.Read(recorded.Event, _bindField);
        Step(table.Insert);
        Span<byte> other = stackalloc byte[40];
        foreach (var (qualifier, prefix, number) in _ties)
        {
            Bind(_eventTie, 1, id);
            Bind(_eventTie, 2, IdOf(other, prefix, number));
            Bind(_eventTie, 3, qualifier);
            Step(_eventTie);
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        Run("CREATE UNIQUE INDEX event_id ON event (ocel_id); CREATE UNIQUE INDEX object_id ON object (ocel_id)");
        Run("COMMIT");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var table in _objects.Values)
        {
            table.Insert.Dispose();
        }

        foreach (var table in _events.Values)
        {
            table.Insert.Dispose();
        }

        _object.Dispose();
        _objectTie.Dispose();
        _event.Dispose();
        _eventTie.Dispose();
        _fields.Dispose();
        _database.Dispose();
    }

    private static ReadOnlySpan<byte> IdOf(Span<byte> buffer, string prefix, long number)
    {
        var length = Encoding.UTF8.GetBytes(prefix, buffer);
        _ = number.TryFormat(buffer[length..], out var digits, provider: CultureInfo.InvariantCulture);
        return buffer[..(length + digits)];
    }

    private static string Map(string type) => type.Replace('-', '_');

    private static string ColumnType(string type) => type switch
    {
        "integer" or "boolean" => "INTEGER",
        "float" => "REAL",
        _ => "TEXT",
    };

    // A table owns its statement, and Dispose ends it with the others.
#pragma warning disable CA2000
    private void MakeObjectTable(string type, IEnumerable<(string Name, string Type)> attributes)
    {
        var all = attributes.ToArray();
        Run($"CREATE TABLE object_{Map(type)} (ocel_id TEXT NOT NULL, ocel_time TEXT NOT NULL, ocel_changed_field TEXT{Columns(all)}); INSERT INTO object_map_type VALUES ('{type}', '{Map(type)}')");
        _objects[type] = new(
            Encoding.UTF8.GetBytes(type), Prepare($"INSERT INTO object_{Map(type)} VALUES (?, ?, ?{string.Concat(all.Select(_ => ", ?"))})"), all.Select((a, i) => (a.Name, i)).ToFrozenDictionary(each => each.Name, each => each.i + 4));
    }

    private EventTable MakeEventTable(OcelEventType type)
    {
        var name = type.Name.Value;
        Run($"CREATE TABLE event_{Map(name)} (ocel_id TEXT NOT NULL, ocel_time TEXT NOT NULL{Columns(type.Attributes)}); INSERT INTO event_map_type VALUES ('{name}', '{Map(name)}')");
        return new(
            type, Encoding.UTF8.GetBytes(name), Prepare($"INSERT INTO event_{Map(name)} VALUES (?, ?{string.Concat(type.Attributes.Select(_ => ", ?"))})"), [.. type.Attributes.Select(a => Encoding.UTF8.GetBytes(a.Name))]);
    }

#pragma warning restore CA2000

    private static string Columns(IEnumerable<(string Name, string Type)> attributes) =>
        string.Concat(attributes.Select(a => $", \"{a.Name}\" {ColumnType(a.Type)}"));

    private void BindField(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader value)
    {
        var table = _table!;
        var column = 0;
        while (!name.SequenceEqual(table.Names[column]))
        {
            column++;
        }

        switch (value.TokenType)
        {
            case JsonTokenType.Number:
                var number = value.GetInt64();
                Check(raw.sqlite3_bind_int64(table.Insert, column + 3, number));
                foreach (var (field, prefix) in table.Of.Ties)
                {
                    if (name.SequenceEqual(field))
                    {
                        _ties.Add((field, prefix, number));
                    }
                }

                break;
            case JsonTokenType.True or JsonTokenType.False:
                Check(raw.sqlite3_bind_int64(table.Insert, column + 3, value.TokenType == JsonTokenType.True ? 1 : 0));
                break;
            default:
                Bind(table.Insert, column + 3, value.ValueIsEscaped ? Encoding.UTF8.GetBytes(value.GetString()!) : value.ValueSpan);
                break;
        }
    }

    private void Bind(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(statement, parameter, text));

    private void Bind(sqlite3_stmt statement, int parameter, in OcelAttribute attribute)
    {
        if (attribute.Text is { } text)
        {
            Bind(statement, parameter, Encoding.UTF8.GetBytes(text));
        }
        else
        {
            Check(raw.sqlite3_bind_double(statement, parameter, attribute.Number));
        }
    }

    // Bindings are cleared: a field that the next event leaves out is absent there, not what it was here.
    private void Step(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement));
        Check(raw.sqlite3_reset(statement));
        Check(raw.sqlite3_clear_bindings(statement));
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    private void Run(string sql) => Check(raw.sqlite3_exec(_database, sql));

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new IOException($"SQLite gave {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}", code == raw.SQLITE_FULL ? 28 : 0);
        }
    }

    private sealed record ObjectTable(byte[] Type, sqlite3_stmt Insert, FrozenDictionary<string, int> Columns);

    private sealed record EventTable(OcelEventType Of, byte[] Type, sqlite3_stmt Insert, byte[][] Names);
}
