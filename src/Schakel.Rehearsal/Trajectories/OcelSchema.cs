using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Rehearsal.Trajectories;

/// <summary>
/// What an object-centric log of the chain holds (logschema): every type of event of the catalogue with its own fields. A field that is
/// itself a record is told with a dot between the names; a field that names a person, household or site is a relationship as well.
/// </summary>
public static class OcelSchema
{
    /// <summary>Types of object, with their attributes as name and type; those of the rehearsal depend on its parameters.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<(string Name, string Type)> Attributes)> ObjectTypes { get; } =
    [
        ("person", [("born", "string"), ("group", "string")]),
        ("household", []),
        ("site", [("modality", "string")]),
        ("country", [("code", "string")]),
    ];

    private static readonly FrozenDictionary<Type, OcelEventType> Types =
        EventCatalogue.Types.ToFrozenDictionary(type => type, OcelEventType.From);

    /// <summary>Types of event, in the order of the catalogue.</summary>
    internal static IEnumerable<OcelEventType> EventTypes => EventCatalogue.Types.Select(Of);

    /// <summary>The type of an event.</summary>
    internal static OcelEventType Of(Type type) => Types[type];
}

/// <summary>A type of event in the log.</summary>
/// <param name="Name">Stored name.</param>
/// <param name="Attributes">Attributes as name and OCEL type.</param>
/// <param name="Ties">Fields that name an object: the field, and how the object's id begins.</param>
internal sealed record OcelEventType(
    JsonEncodedText Name, ImmutableArray<(string Name, string Type)> Attributes, ImmutableArray<(byte[] Field, string Prefix)> Ties)
{
    private static readonly FrozenDictionary<Type, string> Prefixes = new Dictionary<Type, string>
    {
        [typeof(PersonId)] = "person:",
        [typeof(HouseholdId)] = "household:",
        [typeof(SiteId)] = "site:",
    }.ToFrozenDictionary();

    // Values of the chain that EventJson writes as one number or one text.
    private static readonly FrozenSet<Type> Numbers = [typeof(CentreId), typeof(MunicipalityId), typeof(BiometricsReference), typeof(DocumentReference)];
    private static readonly FrozenSet<Type> Texts = [typeof(Day), typeof(PartialDate), typeof(VNumber), typeof(CountryCode), typeof(LanguageCode)];

    /// <summary>From the fields of a type of event.</summary>
    public static OcelEventType From(Type type)
    {
        var attributes = ImmutableArray.CreateBuilder<(string, string)>();
        var ties = ImmutableArray.CreateBuilder<(byte[], string)>();
        foreach (var field in Fields(type))
        {
            Describe(CamelCase(field.Name), field.PropertyType, attributes, ties);
        }

        return new(JsonEncodedText.Encode(EventCatalogue.Of(type).Name), attributes.ToImmutable(), ties.ToImmutable());
    }

    private static void Describe(
        string name, Type declared, ImmutableArray<(string, string)>.Builder attributes, ImmutableArray<(byte[], string)>.Builder ties)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (Prefixes.TryGetValue(type, out var prefix))
        {
            ties.Add((Encoding.UTF8.GetBytes(name), prefix));
        }

        var simple = type == typeof(bool) ? "boolean"
            : type == typeof(int) || type == typeof(long) || Numbers.Contains(type) || prefix is not null ? "integer"
            : type == typeof(string) || type.IsEnum || Texts.Contains(type) ? "string"
            : null;
        if (simple is not null)
        {
            attributes.Add((name, simple));
            return;
        }

        foreach (var field in Fields(type))
        {
            Describe($"{name}.{CamelCase(field.Name)}", field.PropertyType, attributes, ties);
        }
    }

    private static PropertyInfo[] Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
