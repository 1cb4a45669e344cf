using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Web.Api;

/// <summary>Values and commands as schemas (schema's), from the same tables that read and write them.</summary>
internal static class SchemaForms
{
    /// <summary>Completes the schema of a value that has its own way of writing.</summary>
    public static void Describe(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (IsValue(type))
        {
            var own = Of(plain);
            (schema.OneOf, schema.AnyOf, schema.Properties, schema.Required) = (null, null, null, null);
            (schema.Type, schema.Format, schema.Enum, schema.Items, schema.Pattern) = (own.Type, own.Format, own.Enum, own.Items, own.Pattern);
            if (plain == typeof(long) || plain == typeof(int))
            {
                schema.Type = JsonSchemaType.Integer;
            }
        }
    }

    /// <summary>Whether a type is written as one value, or a list of words.</summary>
    public static bool IsValue(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsEnum || ValueForms.IsNumber(plain) || IsText(plain));

    /// <summary>The body of a command: its fields, the day and an explanation.</summary>
    public static OpenApiSchema OfCommand(Type command, bool opens)
    {
        var schema = OfFields(command);
        if (opens)
        {
            schema.Required!.Remove(Words.OfField("Household")); // Given by the server when it is left out.
        }
        schema.Properties![ActBody.DayField] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = "De dag van de handeling; zonder dit veld vandaag." };
        schema.Properties[ActBody.GroundField] = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 500, Description = "Waarom, in het kort." };
        return schema;
    }

    /// <summary>The fields of a command alone.</summary>
    public static OpenApiSchema OfFields(Type command)
    {
        var schema = Object();
        foreach (var field in CommandShape.Of(command).Fields.Where(field => field.Name != Words.OfField("There")))
        {
            schema.Properties![field.Name] = Of(field.Type);
            if (field.IsRequired)
            {
                schema.Required!.Add(field.Name);
            }
        }
        return schema;
    }

    private static OpenApiSchema Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            var one = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Words.ValuesOf(plain).Select(word => (JsonNode)JsonValue.Create(word)!)] };
            return plain.IsDefined(typeof(FlagsAttribute), false) ? new() { Type = JsonSchemaType.Array, Items = one } : one;
        }
        if (plain == typeof(bool))
        {
            return new() { Type = JsonSchemaType.Boolean };
        }
        if (ValueForms.IsNumber(plain))
        {
            return new() { Type = JsonSchemaType.Integer, Format = plain == typeof(int) ? "int32" : "int64" };
        }
        return IsText(plain) || plain == typeof(string) ? OfText(plain) : OfObject(plain);
    }

    private static bool IsText(Type plain) =>
        plain == typeof(Day) || plain == typeof(PartialDate) || plain == typeof(VNumber) || plain == typeof(CountryCode) || plain == typeof(LanguageCode);

    private static OpenApiSchema OfText(Type plain) => plain == typeof(Day) ? new() { Type = JsonSchemaType.String, Format = "date" }
        : plain == typeof(PartialDate) ? new() { Type = JsonSchemaType.String, Pattern = "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }
        : plain == typeof(VNumber) ? new() { Type = JsonSchemaType.String, Pattern = "^\\d{10}$" }
        : plain == typeof(CountryCode) ? new() { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$" }
        : plain == typeof(LanguageCode) ? new() { Type = JsonSchemaType.String, Pattern = "^[a-z]{3}$" }
        : new() { Type = JsonSchemaType.String };

    private static OpenApiSchema OfObject(Type plain)
    {
        var schema = Object();
        foreach (var property in ApiJson.Options.GetTypeInfo(plain).Properties)
        {
            schema.Properties![property.Name] = Of(property.PropertyType);
            if (property.IsRequired)
            {
                schema.Required!.Add(property.Name);
            }
        }
        return schema;
    }

    private static OpenApiSchema Object() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(),
        Required = new HashSet<string>(),
        AdditionalPropertiesAllowed = false,
    };
}
