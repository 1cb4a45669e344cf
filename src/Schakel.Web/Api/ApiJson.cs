using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Schakel.Chain;

namespace Schakel.Web.Api;

/// <summary>How the interface writes values (schrijfwijze): as events are stored, with names and values in Dutch (ADR core/interface-language).</summary>
public static class ApiJson
{
    /// <summary>Deepest nesting of a body.</summary>
    public const int Deepest = 16;

    /// <summary>For values of the chain: their fields have Dutch names from <see cref="Words"/>.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>For answers, and for questions that are no commands.</summary>
    public static JsonSerializerOptions Answers { get; } = MakeAnswers();

    /// <summary>Makes the options of a web application write as this interface does; answers name their own fields.</summary>
    /// <param name="options">The application's options.</param>
    public static void Apply(JsonSerializerOptions options)
    {
        var conventions = EventJson.Conventions();
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = conventions.Encoder;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.MaxDepth = Deepest;
        options.Converters.Add(new DutchEnumConverter());
        foreach (var converter in conventions.Converters.Where(each => each is not JsonStringEnumConverter))
        {
            options.Converters.Add(converter);
        }
    }

    private static JsonSerializerOptions MakeAnswers()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Apply(options);
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions Make()
    {
        var options = EventJson.Conventions();
        options.Converters.Insert(0, new DutchEnumConverter());
        options.PropertyNamingPolicy = new DutchFields();
        options.MaxDepth = Deepest;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatHasNoDefault, LeaveOutComputed } };
        options.MakeReadOnly();
        return options;
    }

    // A field that is left out is an error, unless it may be absent.
    private static void RequireWhatHasNoDefault(JsonTypeInfo type)
    {
        // A struct is made without its constructor, and would take what is left out for nought.
        var ofStruct = type.Type.IsValueType ? type.Type.GetConstructors().SelectMany(each => each.GetParameters()).ToLookup(each => each.Name) : null;
        foreach (var property in type.Properties)
        {
            property.IsRequired = ofStruct is null || property.AssociatedParameter is not null ? property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }
                : property is { Set: not null, AttributeProvider: PropertyInfo of } && ofStruct[of.Name].Any(each => !each.HasDefaultValue && !MayBeNull(each));
        }
    }

    private static bool MayBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            for (var i = type.Properties.Count - 1; i >= 0; i--)
            {
                if (type.Properties[i] is { AssociatedParameter: null, Set: null })
                {
                    type.Properties.RemoveAt(i);
                }
            }
        }
    }

    private sealed class DutchFields : JsonNamingPolicy
    {
        /// <inheritdoc/>
        public override string ConvertName(string name) => Words.Find(name) ?? name; // A computed field has no word, and is left out.
    }

    private sealed class DutchEnumConverter : JsonConverterFactory
    {
        /// <inheritdoc/>
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        /// <inheritdoc/>
        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(
            (typeToConvert.IsDefined(typeof(FlagsAttribute), false) ? typeof(Several<>) : typeof(One<>)).MakeGenericType(typeToConvert))!;
    }

    /// <summary>One value by its word.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public sealed class One<T> : JsonConverter<T>
        where T : struct, Enum
    {
        /// <inheritdoc/>
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Words.TryValue<T>(reader.GetString(), out var value) ? value
                : throw new JsonException(ValueForms.Of(typeof(T)).Dutch);

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words.OfValue(value));
    }

    /// <summary>Flags as a list of words.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public sealed class Several<T> : JsonConverter<T>
        where T : struct, Enum
    {
        /// <inheritdoc/>
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return (T)Enum.ToObject(typeof(T), One(ref reader));
            }
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException(ValueForms.Of(typeof(T)).Dutch);
            }
            var all = 0L;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                all |= One(ref reader);
            }
            return (T)Enum.ToObject(typeof(T), all);
        }

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var word in Words.OfFlags(value))
            {
                writer.WriteStringValue(word);
            }
            writer.WriteEndArray();
        }

        private static long One(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String && Words.TryValue<T>(reader.GetString(), out var value)
                ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
                : throw new JsonException(ValueForms.Of(typeof(T)).Dutch);
    }
}
