using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Policy;
using Schakel.Chain.Reception;
using Schakel.Rehearsal.Conformance;
using Day = Schakel.Norms.Day;

namespace Schakel.Rehearsal.Trajectories;

// The reverse of OcelWriter: fields told with a dot between the names become records again, in the JSON that the chain's EventJson reads. So
// this file, too, knows no event by name. An event without fields is made once.

/// <summary>Makes an event of the chain of an event of a log (lezer van gebeurtenissen).</summary>
internal sealed class OcelEventReader
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private readonly Dictionary<string, ChainEvent> _withoutFields = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly List<(string Name, string Text, JsonValueKind Kind)> _fields = [];
    private readonly Dictionary<string, int> _versions = EventCatalogue.Types.ToDictionary(type => EventCatalogue.Of(type).Name, type => EventCatalogue.Of(type).Version, StringComparer.Ordinal);

    /// <summary>Reads one event.</summary>
    /// <param name="json">The event, as OCEL has it.</param>
    /// <param name="number">Its place in the log.</param>
    /// <exception cref="LogFaultException">It is no event of the chain.</exception>
    public LoggedEvent Read(ReadOnlySpan<byte> json, long number)
    {
        string? type = null, time = null, file = null, household = null, site = null, country = null;
        _fields.Clear();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = Text(ref reader);
            }
            else if (reader.ValueTextEquals("time"u8))
            {
                time = Text(ref reader);
            }
            else if (reader.ValueTextEquals("attributes"u8))
            {
                Fields(ref reader);
            }
            else if (reader.ValueTextEquals("relationships"u8))
            {
                Ties(ref reader, ref file, ref household, ref site, ref country);
            }
            else
            {
                reader.Skip();
            }
        }

        if (type is null || time is null)
        {
            throw Fault(number, "it has no type, or no time");
        }

        if (!_versions.TryGetValue(type, out var version))
        {
            throw Fault(number, $"`{type}` is no event that this program knows");
        }

        var happened = EventOf(type, version, number);
        var (day, minute) = When(time, number);
        return new(number, day, minute, StreamOf(happened, file, household, site, country, number), happened);
    }

    private ChainEvent EventOf(string type, int version, long number)
    {
        if (_fields.Count == 0 && _withoutFields.TryGetValue(type, out var made))
        {
            return made;
        }

        try
        {
            made = EventJson.Read(type, version, Nested());
        }
        catch (Exception e) when (e is JsonException or UnknownEventException or FormatException or OverflowException)
        {
            throw new LogFaultException(Sentence(number, $"the fields of `{type}` do not fit: {e.Message}"), e);
        }

        if (_fields.Count == 0)
        {
            _withoutFields[type] = made;
        }

        return made;
    }

    private static StreamId StreamOf(ChainEvent happened, string? file, string? household, string? site, string? country, long number)
    {
        var (kind, id) = happened switch
        {
            HouseholdEvent => (StreamKind.Household, household),
            SiteEvent => (StreamKind.Site, site),
            PolicyEvent => (StreamKind.Country, country),
            BreachRecorded when file is null => household is not null ? (StreamKind.Household, household)
                : country is not null ? (StreamKind.Country, country) : (StreamKind.Site, site),
            _ => (StreamKind.CaseFile, file),
        };
        return id is not null && id.IndexOf(':', StringComparison.Ordinal) is > 0 and var at
            && long.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits > 0
            ? new(kind, digits)
            : throw Fault(number, $"it names no {(kind == StreamKind.CaseFile ? "file (qualifier `file`)" : kind == StreamKind.Household ? "household" : kind == StreamKind.Country ? "country" : "site")}");
    }

    // As this program writes it the time is local; of another program's it is brought to the Netherlands.
    internal static (Day Day, int Minute) When(string time, long number)
    {
        if (time.Length == 25 && time[19] == '+' && time[20] == '0' && time[21] is '1' or '2' && time.EndsWith(":00", StringComparison.Ordinal)
            && Day.TryParse(time.AsSpan(0, 10), out var day) && int.TryParse(time.AsSpan(11, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(time.AsSpan(14, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && hour < 24 && minute < 60)
        {
            return (day, (hour * 60) + minute);
        }

        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(time);
        if (!parsed.Success)
        {
            throw Fault(number, $"`{time}` is no time");
        }

        var local = parsed.Value.ToInstant().InZone(Amsterdam).LocalDateTime;
        return (Day.Of(local.Year, local.Month, local.Day), (local.Hour * 60) + local.Minute);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    private void Fields(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            string name = "", text = "";
            var kind = JsonValueKind.Undefined;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("name"u8))
                {
                    name = Text(ref reader) ?? "";
                }
                else if (reader.ValueTextEquals("value"u8))
                {
                    reader.Read();
                    (text, kind) = reader.TokenType switch
                    {
                        JsonTokenType.String => (reader.GetString()!, JsonValueKind.String),
                        JsonTokenType.Number => (Encoding.UTF8.GetString(reader.ValueSpan), JsonValueKind.Number),
                        JsonTokenType.True => ("true", JsonValueKind.True),
                        JsonTokenType.False => ("false", JsonValueKind.False),
                        _ => ("", JsonValueKind.Undefined),
                    };
                }
                else
                {
                    reader.Skip();
                }
            }

            _fields.Add((name, text, kind));
        }
    }

    private static void Ties(ref Utf8JsonReader reader, ref string? file, ref string? household, ref string? site, ref string? country)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            string? id = null, qualifier = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("objectId"u8))
                {
                    id = Text(ref reader);
                }
                else if (reader.ValueTextEquals("qualifier"u8))
                {
                    qualifier = Text(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            file = qualifier == "file" ? file ?? id : file;
            household = qualifier == "household" ? household ?? id : household;
            site = qualifier == "site" ? site ?? id : site;
            country = qualifier == "country" ? country ?? id : country;
        }
    }

    // Fields of one record stand side by side, so that a record is open until a field of another comes.
    private string Nested()
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer);
        json.WriteStartObject();
        string[] open = [];
        foreach (var (name, text, kind) in _fields)
        {
            var path = name.Split('.');
            var shared = 0;
            while (shared < open.Length && shared < path.Length - 1 && open[shared] == path[shared])
            {
                shared++;
            }

            for (var depth = open.Length; depth > shared; depth--)
            {
                json.WriteEndObject();
            }

            for (var depth = shared; depth < path.Length - 1; depth++)
            {
                json.WriteStartObject(path[depth]);
            }

            open = path[..^1];
            json.WritePropertyName(path[^1]);
            switch (kind)
            {
                case JsonValueKind.String: json.WriteStringValue(text); break;
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False: json.WriteRawValue(text); break;
                default: json.WriteNullValue(); break;
            }
        }

        for (var depth = open.Length; depth >= 0; depth--)
        {
            json.WriteEndObject();
        }

        json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    private static LogFaultException Fault(long number, string what) => new(Sentence(number, what));

    private static string Sentence(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"Event {number} of the log cannot be read: {what}.");
}
