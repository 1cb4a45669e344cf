using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Rehearsal.Conformance;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

// How it works. The log is one JSON document, written as it comes: types, then objects, then events. Nothing is kept but the text of the
// last minute.

/// <summary>Writes a log in the JSON form of OCEL 2.0 (object-centric event log), in one pass (exporteur).</summary>
/// <remarks>All objects first, then all events in order of time; then <see cref="Complete"/>.</remarks>
public sealed class OcelWriter : IOcelWriter
{
    private const int FlushAt = 1 << 16;
    private static readonly JsonEncodedText Always = JsonEncodedText.Encode("1970-01-01T00:00:00Z");
    private static readonly string[] StreamPrefixes = ["person:", "household:", "site:", "country:"];
    private static readonly JsonEncodedText[] StreamQualifiers =
        [JsonEncodedText.Encode("file"), JsonEncodedText.Encode("household"), JsonEncodedText.Encode("site"), JsonEncodedText.Encode("country")];

    private readonly Utf8JsonWriter _json;
    private readonly Day _start;
    private readonly OcelFields _fields;
    private readonly OcelFields.Field _writeField;
    private readonly List<(byte[] Field, string Prefix, long Number)> _ties = [];
    private int _minute = int.MinValue;
    private JsonEncodedText _time;
    private bool _inEvents;
    private OcelEventType? _type;

    /// <summary>Begins a log.</summary>
    /// <param name="output">Where it goes, in UTF-8; stays open.</param>
    /// <param name="start">The day whose midnight, in the Netherlands, is minute 0 of the events.</param>
    /// <param name="rehearsalAttributes">Names and OCEL types of the attributes of the one object of type <c>rehearsal</c>; empty when there is none.</param>
    /// <param name="tells">Whether a field of a type of event may be told; without it all are.</param>
    public OcelWriter(Stream output, Day start, IEnumerable<(string Name, string Type)> rehearsalAttributes, Func<Type, string, bool>? tells = null)
    {
        _fields = new() { Tells = tells };
        _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _writeField = WriteField;
        _start = start;
        _json.WriteStartObject();
        _json.WriteStartArray("objectTypes");
        foreach (var (name, attributes) in OcelSchema.ObjectTypes)
        {
            WriteType(name, attributes);
        }

        WriteType("rehearsal", rehearsalAttributes);
        _json.WriteEndArray();
        _json.WriteStartArray("eventTypes");
        foreach (var type in OcelSchema.EventTypes)
        {
            WriteType(type.Name.Value, type.Attributes);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("objects");
    }

    /// <summary>Events written so far.</summary>
    public long Events { get; private set; }

    /// <summary>Writes an object.</summary>
    /// <param name="written">The object.</param>
    /// <exception cref="InvalidOperationException">An event was written already.</exception>
    public void Write(OcelObject written)
    {
        if (_inEvents)
        {
            throw new InvalidOperationException($"Object {written.Id} comes after the first event; objects come first.");
        }

        _json.WriteStartObject();
        _json.WriteString("id"u8, written.Id);
        _json.WriteString("type"u8, written.Type);
        _json.WriteStartArray("attributes"u8);
        foreach (var attribute in written.Attributes)
        {
            _json.WriteStartObject();
            _json.WriteString("name"u8, attribute.Name);
            _json.WriteString("time"u8, attribute.FromDay is { } day ? Midnight(day) : Always);
            if (attribute.Text is not null)
            {
                _json.WriteString("value"u8, attribute.Text);
            }
            else
            {
                _json.WriteNumber("value"u8, attribute.Number);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("relationships"u8);
        foreach (var tie in written.Relationships)
        {
            _json.WriteStartObject();
            _json.WriteString("objectId"u8, tie.ObjectId);
            _json.WriteString("qualifier"u8, tie.Qualifier);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        FlushWhenFull();
    }

    /// <summary>Writes an event.</summary>
    /// <param name="recorded">The event, not before the one that came before it.</param>
    public void Write(in RecordedEvent recorded)
    {
        BeginEvents();
        var type = OcelSchema.Of(recorded.Event.GetType());
        Span<byte> id = stackalloc byte[24];
        id[0] = (byte)'e';
        _ = (++Events).TryFormat(id[1..], out var digits, provider: CultureInfo.InvariantCulture);
        _json.WriteStartObject();
        _json.WriteString("id"u8, id[..(digits + 1)]);
        _json.WriteString("type"u8, type.Name);
        _json.WriteString("time"u8, TimeOf(recorded.Minute));
        _json.WriteStartArray("attributes"u8);
        _ties.Clear();
        _type = type;
        _fields.Read(recorded.Event, _writeField);
        _json.WriteEndArray();
        _json.WriteStartArray("relationships"u8);
        WriteTie(StreamPrefixes[(int)recorded.Stream], recorded.Index + 1L, StreamQualifiers[(int)recorded.Stream]);
        foreach (var (field, prefix, number) in _ties)
        {
            WriteTie(prefix, number, field);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        FlushWhenFull();
    }

    /// <summary>Ends the log.</summary>
    public void Complete()
    {
        BeginEvents();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _fields.Dispose();
    }

    private void BeginEvents()
    {
        if (!_inEvents)
        {
            _inEvents = true;
            _json.WriteEndArray();
            _json.WriteStartArray("events"u8);
        }
    }

    private void WriteType(string name, IEnumerable<(string Name, string Type)> attributes)
    {
        _json.WriteStartObject();
        _json.WriteString("name", name);
        _json.WriteStartArray("attributes");
        foreach (var attribute in attributes)
        {
            _json.WriteStartObject();
            _json.WriteString("name", attribute.Name);
            _json.WriteString("type", attribute.Type);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteField(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader value)
    {
        _json.WriteStartObject();
        _json.WriteString("name"u8, name);
        switch (value.TokenType)
        {
            case JsonTokenType.Number:
                _json.WriteNumber("value"u8, value.GetInt64());
                NoteTie(_type!, name, value.GetInt64());
                break;
            case JsonTokenType.True or JsonTokenType.False:
                _json.WriteBoolean("value"u8, value.TokenType == JsonTokenType.True);
                break;
            default:
                _json.WriteString("value"u8, value.GetString());
                break;
        }

        _json.WriteEndObject();
    }

    private void NoteTie(OcelEventType type, scoped ReadOnlySpan<byte> name, long number)
    {
        foreach (var (field, prefix) in type.Ties)
        {
            if (name.SequenceEqual(field))
            {
                _ties.Add((field, prefix, number));
            }
        }
    }

    private void WriteTie(string prefix, long number, JsonEncodedText qualifier)
    {
        WriteObjectId(prefix, number);
        _json.WriteString("qualifier"u8, qualifier);
        _json.WriteEndObject();
    }

    private void WriteTie(string prefix, long number, ReadOnlySpan<byte> qualifier)
    {
        WriteObjectId(prefix, number);
        _json.WriteString("qualifier"u8, qualifier);
        _json.WriteEndObject();
    }

    private void WriteObjectId(string prefix, long number)
    {
        Span<byte> id = stackalloc byte[40];
        var length = Encoding.UTF8.GetBytes(prefix, id);
        _ = number.TryFormat(id[length..], out var digits, provider: CultureInfo.InvariantCulture);
        _json.WriteStartObject();
        _json.WriteString("objectId"u8, id[..(length + digits)]);
    }

    private JsonEncodedText TimeOf(int minute)
    {
        if (minute != _minute)
        {
            _minute = minute;
            _time = Encoded(OcelTime.Of(_start, minute));
        }

        return _time;
    }

    private static JsonEncodedText Midnight(int day) => Encoded(OcelTime.Of(new Day(day), 0));

    private static JsonEncodedText Encoded(string time) => JsonEncodedText.Encode(time, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private void FlushWhenFull()
    {
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }
}
