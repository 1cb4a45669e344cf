using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// Events as JSON (opslagvorm): enumerations by name, days as yyyy-mm-dd, identifiers as numbers. What stands in a file today must load
/// for ever: a changed event gets a higher version, and a pure function from the old to the new.
/// </summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new DayConverter(),
            new NumberConverter<PersonId>(id => id.Value, value => new(value)),
            new NumberConverter<HouseholdId>(id => id.Value, value => new(value)),
            new NumberConverter<SiteId>(id => id.Value, value => new(checked((int)value))),
            new NumberConverter<CentreId>(id => id.Value, value => new(checked((int)value))),
            new NumberConverter<MunicipalityId>(id => id.Value, value => new(checked((int)value))),
        },
    };

    /// <summary>The fields of an event as a JSON object; its name and version go beside it.</summary>
    /// <param name="happened">The event.</param>
    public static string Write(ChainEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    /// <summary>The fields of an event as a JSON object, on a writer (for exports of many).</summary>
    /// <param name="writer">Receives the object.</param>
    /// <param name="happened">The event.</param>
    public static void Write(Utf8JsonWriter writer, ChainEvent happened) =>
        JsonSerializer.Serialize(writer, happened, happened.GetType(), Options);

    /// <summary>The fields of an event as a JSON object in UTF-8, as a store keeps it.</summary>
    /// <param name="happened">The event.</param>
    public static byte[] WriteUtf8(ChainEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options);

    /// <summary>Reads an event as a store kept it, of its present version or an older one.</summary>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="json">Fields in UTF-8.</param>
    /// <exception cref="UnknownEventException">The name or version is not known here: a newer program wrote it.</exception>
    /// <exception cref="JsonException">The fields do not fit.</exception>
    public static ChainEvent Read(string name, int version, ReadOnlySpan<byte> json)
    {
        if (EventCatalogue.Find(name) is not { } type || EventCatalogue.Of(type).Version < version)
        {
            throw new UnknownEventException(name, version);
        }
        var happened = EventCatalogue.Of(type).Version == version
            ? JsonSerializer.Deserialize(json, type, Options)
            : Upcasting.Chain.ToVersion(EventCatalogue.Of(type).Version, name, version, JsonSerializer.Deserialize<JsonObject>(json, Options)!)
                .Deserialize(type, Options);
        return (ChainEvent?)happened ?? throw new JsonException($"{name}: null is no event.");
    }

    /// <summary>Reads an event of its present version.</summary>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="json">Fields.</param>
    /// <exception cref="UnknownEventException">The name or version is not known here: a newer program wrote it.</exception>
    /// <exception cref="JsonException">The fields do not fit.</exception>
    public static ChainEvent Read(string name, int version, string json)
    {
        if (EventCatalogue.Find(name) is not { } type || EventCatalogue.Of(type).Version != version)
        {
            throw new UnknownEventException(name, version);
        }
        return (ChainEvent?)JsonSerializer.Deserialize(json, type, Options)
            ?? throw new JsonException($"{name}: null is no event.");
    }

    private sealed class DayConverter : JsonConverter<Day>
    {
        public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Day.TryParse(reader.GetString(), out var day) ? day : throw new JsonException("A day is written yyyy-mm-dd.");

        public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class NumberConverter<T>(Func<T, long> number, Func<long, T> from) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            from(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(number(value));
    }
}

/// <summary>An event of a name or version that this program does not know (onbekende gebeurtenis).</summary>
/// <param name="name">Stored name.</param>
/// <param name="version">Stored version.</param>
public sealed class UnknownEventException(string name, int version)
    : Exception($"Event \"{name}\" version {version} is not known: a newer program wrote it. Update this one.")
{
    /// <summary>Stored name.</summary>
    public string Name { get; } = name;

    /// <summary>Stored version.</summary>
    public int Version { get; } = version;
}
