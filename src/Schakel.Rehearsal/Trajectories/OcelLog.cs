using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Schakel.Rehearsal.Conformance;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

/// <summary>Something in a log that cannot be read (onleesbaar).</summary>
public sealed class LogFaultException : Exception
{
    /// <summary>What was wrong, where.</summary>
    /// <param name="message">A sentence.</param>
    /// <param name="cause">The cause, when there is one.</param>
    public LogFaultException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>What a log says of itself, besides its events (kop van een log).</summary>
/// <param name="Persons">Objects that are persons.</param>
/// <param name="Start">First day of the rehearsal that wrote it; empty when another program did.</param>
/// <param name="Law">Mark of the law of its first day; empty when another program wrote it.</param>
/// <param name="Scale">Size against the nation; 1 when another program wrote it.</param>
public sealed record OcelHead(int Persons, string Start, string Law, double Scale)
{
    /// <summary>Name of the attribute that tells the mark of the law, from a day on or always.</summary>
    public const string LawName = "law";

    /// <summary>Name of the attribute that tells in which order the events stand.</summary>
    public const string OrderName = "order";

    /// <summary>The order of a log that was kept by the day: what was recorded afterwards stands where it was recorded, with the day on which it happened.</summary>
    public const string AsRecorded = "recorded";

    /// <summary>Marks of the laws under which it was decided, each with its first day (absent: from the beginning), in order; empty when another program wrote it.</summary>
    public ImmutableArray<(Day? From, string Mark)> Laws { get; init; } = [];

    /// <summary>Whether events stand as they were recorded, and not by their moment.</summary>
    public bool IsAsRecorded { get; init; }
}

/// <summary>Reads a log in the JSON form of OCEL 2.0, one object or event at a time (lezer).</summary>
public static class OcelLog
{
    private const int Window = 1 << 20;

    /// <summary>Reads a log of any size.</summary>
    /// <param name="log">The document, in UTF-8.</param>
    /// <param name="begins">Told what the log says of itself, before the first event.</param>
    /// <param name="told">Told every event, in the order of the file.</param>
    /// <returns>What the log says of itself.</returns>
    /// <exception cref="LogFaultException">It is no JSON, or an event lacks its type, time, fields or history.</exception>
    public static OcelHead Read(Stream log, Action<OcelHead> begins, Action<LoggedEvent> told)
    {
        var reading = new Reading(begins, told);
        try
        {
            Walk(log, reading);
        }
        catch (JsonException e)
        {
            throw new LogFaultException($"The log is no JSON after {reading.Where}: {e.Message}", e);
        }

        return reading.Head ?? throw new LogFaultException("The log has no events: it needs `objects` and `events`, as OCEL 2.0 has them.");
    }

    private static void Walk(Stream log, Reading reading)
    {
        var buffer = new byte[Window];
        int begin = 0, end = 0;
        var state = new JsonReaderState();
        var ended = false;
        while (!ended)
        {
            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            (begin, end) = (0, end - begin);
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = log.Read(buffer, end, buffer.Length - end);
            (ended, end) = (read == 0, end + read);
            begin = Walk(buffer.AsSpan(0, end), ended, ref state, reading);
        }
    }

    private static int Walk(ReadOnlySpan<byte> bytes, bool last, ref JsonReaderState state, Reading reading)
    {
        var reader = new Utf8JsonReader(bytes, last, state);
        var whole = reader;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                reading.Begin(reader.GetString()!);
            }
            else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
            {
                var from = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    break; // The rest of this element is still in the file: once more from before it.
                }

                reading.Element(bytes[from..(int)reader.BytesConsumed]);
            }

            whole = reader;
        }

        state = whole.CurrentState;
        return (int)whole.BytesConsumed;
    }

    private sealed class Reading(Action<OcelHead> begins, Action<LoggedEvent> told)
    {
        private readonly OcelEventReader _events = new();
        private string _array = "";
        private long _number;
        private int _persons;
        private string _start = "";
        private readonly List<(Day? From, string Mark)> _laws = [];
        private bool _asRecorded;
        private double _scale = 1;

        public OcelHead? Head { get; private set; }

        public string Where => string.Create(CultureInfo.InvariantCulture, $"{_array} {_number}");

        public void Begin(string array)
        {
            (_array, _number) = (array, 0);
            if (array == "events")
            {
                _laws.Sort((one, other) => Nullable.Compare(one.From, other.From));
                begins(Head = new(_persons, _start, _laws.Count > 0 ? _laws[0].Mark : "", _scale) { Laws = [.. _laws], IsAsRecorded = _asRecorded });
            }
        }

        public void Element(ReadOnlySpan<byte> json)
        {
            _number++;
            if (_array == "events")
            {
                told(_events.Read(json, _number));
            }
            else if (_array == "objects")
            {
                Object(json);
            }

            if (Head is not null)
            {
                Head = Head with { Persons = _persons };
            }
        }

        private void Object(ReadOnlySpan<byte> json)
        {
            var reader = new Utf8JsonReader(json);
            var parsed = JsonElement.ParseValue(ref reader);
            var type = parsed.TryGetProperty("type", out var told) ? told.GetString() : null;
            _persons += type == "person" ? 1 : 0;
            if (type == "rehearsal" && parsed.TryGetProperty("attributes", out var attributes))
            {
                foreach (var attribute in attributes.EnumerateArray())
                {
                    var value = attribute.GetProperty("value");
                    switch (attribute.GetProperty("name").GetString())
                    {
                        case "start": _start = value.GetString() ?? ""; break;
                        case OcelHead.LawName: _laws.Add((FirstDay(attribute), value.GetString() ?? "")); break;
                        case OcelHead.OrderName: _asRecorded = value.GetString() == OcelHead.AsRecorded; break;
                        case "scale": _scale = value.GetDouble(); break;
                        default: break;
                    }
                }
            }
        }

        // What always holds is told from the beginning of 1970, as OCEL asks for a time.
        private Day? FirstDay(JsonElement attribute) =>
            attribute.TryGetProperty("time", out var time) && OcelEventReader.When(time.GetString() ?? "", _number).Day is { Number: > 0 } day ? day : null;
    }
}
