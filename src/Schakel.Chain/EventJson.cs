using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// Events as JSON (opslagvorm): enumerations by name, days as yyyy-mm-dd, identifiers as numbers. What stands in a file today must load
/// for ever: a changed event gets a higher version, and a pure function from the old to the new.
/// </summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = Conventions();

    /// <summary>A fresh copy of the conventions, for others who write the chain's values as JSON.</summary>
    public static JsonSerializerOptions Conventions() => new()
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
            new NumberConverter<BiometricsReference>(id => id.Number, value => new(value)),
            new NumberConverter<DocumentReference>(document => document.Number, value => new(value)),
            new TextConverter<VNumber>(VNumber.TryParse, "ten digits with their check digits"),
            new TextConverter<PartialDate>(PartialDate.TryParse, "yyyy, yyyy-mm or yyyy-mm-dd"),
            new TextConverter<CountryCode>(CountryCode.TryParse, "three capitals"),
            new TextConverter<LanguageCode>(LanguageCode.TryParse, "three small letters"),
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

    /// <summary>Reads an event as a store kept it, of the present version or brought to it by the functions marked <see cref="UpcastAttribute"/>.</summary>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="json">Fields in UTF-8.</param>
    /// <exception cref="UnknownEventException">The name or version is not known here: a newer program wrote it.</exception>
    /// <exception cref="JsonException">The fields do not fit.</exception>
    public static ChainEvent Read(string name, int version, ReadOnlySpan<byte> json)
    {
        var (type, present) = Find(name, version);
        var happened = version == present
            ? JsonSerializer.Deserialize(json, type, Options)
            : EventUpcasts.Bring(name, version, present, FieldsOf(name, Encoding.UTF8.GetString(json))).Deserialize(type, Options);
        return (ChainEvent?)happened ?? throw new JsonException($"{name}: null is no event.");
    }

    /// <summary>Reads an event, of the present version or brought to it by the functions marked <see cref="UpcastAttribute"/>.</summary>
    /// <param name="name">Stored name.</param>
    /// <param name="version">Stored version.</param>
    /// <param name="json">Fields.</param>
    /// <exception cref="UnknownEventException">The name or version is not known here: a newer program wrote it.</exception>
    /// <exception cref="JsonException">The fields do not fit.</exception>
    public static ChainEvent Read(string name, int version, string json) => Read(name, version, Encoding.UTF8.GetBytes(json));

    private static (Type Type, int Present) Find(string name, int version) =>
        EventCatalogue.Find(name) is { } type && EventCatalogue.Of(type).Version is var present && EventUpcasts.Reach(name, version, present)
            ? (type, present) : throw new UnknownEventException(name, version);

    private static JsonObject FieldsOf(string name, string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new JsonException($"{name}: the fields of an event are a JSON object.");

    private sealed class DayConverter : JsonConverter<Day>
    {
        public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Day.TryParse(reader.GetString(), out var day) ? day : throw new JsonException("A day is written yyyy-mm-dd.");

        public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private delegate bool Parse<T>(string? text, out T value);

    private sealed class TextConverter<T>(Parse<T> parse, string form) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && parse(reader.GetString(), out var value)
                ? value
                : throw new JsonException($"A {typeof(T).Name} is written as {form}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
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
