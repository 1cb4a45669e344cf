using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>The JSON Schema of a measure's file (schema van een maatregelbestand), made of the levers: for editors, and for who checks before running.</summary>
public static class MeasureSchema
{
    private const string Bilingual = "#/$defs/bilingual";
    private const string Day = "#/$defs/day";

    /// <summary>The schema, as <c>data/measure.schema.json</c> holds it.</summary>
    public static string Text()
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            Write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "Measure of Schakel (maatregel)");
        json.WriteString("description", "Generated from the levers. What a schema cannot say, such as two changes that contradict each other, the program checks.");
        Object(json, ["schema", "id", "title", "intention", "target", "from"], () =>
        {
            Property(json, "schema", () => json.WriteNumber("const", 1));
            Reference(json, "id", "#/$defs/name");
            Reference(json, "title", Bilingual);
            Reference(json, "intention", Bilingual);
            Property(json, "target", () => Object(json, ["series", "direction"], () =>
            {
                Property(json, "series", () => Words(json, SeriesCatalogue.All.Select(s => s.Id)));
                Property(json, "direction", () => Numbers(json, -1, 1));
            }));
            Reference(json, "from", Day);
            Reference(json, "until", Day);
            List(json, "levers", () => Choice(json, LeverCatalogue.All.Select<Lever, Action>(lever => () => Write(json, lever))));
            List(json, "norms", () => Object(json, ["id", "value"], () =>
            {
                Property(json, "id", () => json.WriteString("type", "string"));
                Property(json, "value", () => json.WriteString("description", "As the norm's type is written; see docs/norms.md."));
                Reference(json, "from", Day);
                Reference(json, "until", Day);
                Property(json, "running", () => json.WriteString("type", "boolean"));
            }));
            List(json, "assumptions", () => Choice(json, LeverCatalogue.All.SelectMany(lever => lever.Assumptions.Select<LeverAssumption, Action>(a => () => Write(json, lever, a)))));
            List(json, "combines", () => json.WriteString("$ref", "#/$defs/name"));
            List(json, "legalPoints", () => Object(json, ["nl", "en", "source", "certainty"], () =>
            {
                Sentence(json, "nl");
                Sentence(json, "en");
                Sentence(json, "source");
                Property(json, "certainty", () => Words(json, ["verified", "reported", "disputed", "unknown"]));
            }));
            List(json, "notModelled", () => json.WriteString("$ref", Bilingual));
        });
        Property(json, "$defs", () =>
        {
            Property(json, "bilingual", () => Object(json, ["nl", "en"], () =>
            {
                Sentence(json, "nl");
                Sentence(json, "en");
            }));
            Property(json, "day", () =>
            {
                json.WriteString("type", "string");
                json.WriteString("pattern", "^20[0-9]{2}-[0-1][0-9]-[0-3][0-9]$");
            });
            Property(json, "name", () =>
            {
                json.WriteString("type", "string");
                json.WriteString("pattern", "^[a-z][a-z0-9-]{0,63}$");
            });
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Lever lever)
    {
        json.WriteString("title", lever.Id);
        json.WriteString("description", lever.Title.English);
        Object(json, ["lever", .. lever.Fields.Where(f => f.Required).Select(f => f.Name)], () =>
        {
            Property(json, "lever", () => json.WriteString("const", lever.Id));
            Reference(json, "from", Day);
            Reference(json, "until", Day);
            foreach (var field in lever.Fields)
            {
                Property(json, field.Name, () => Write(json, field));
            }
        });
    }

    private static void Write(Utf8JsonWriter json, LeverField field)
    {
        json.WriteString("description", field.Meaning.English + (field.Unit.Length == 0 ? "" : $" ({field.Unit})"));
        switch (field.Kind)
        {
            case FieldKind.Amount:
                Choice(json,
                [
                    () => Number(json, field.Least, field.Most),
                    () => Object(json, ["value", "low", "high"], () => Range(json, field.Least, field.Most)),
                ]);
                break;
            case FieldKind.Switch:
                json.WriteString("type", "boolean");
                break;
            case FieldKind.Choice:
                Words(json, field.Words);
                break;
            case FieldKind.Group:
                json.WriteString("$ref", "#/$defs/name");
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Lever lever, LeverAssumption assumption)
    {
        json.WriteString("description", assumption.Meaning.English);
        Object(json, ["id", "value", "low", "high", "unit", "source", "nl", "en"], () =>
        {
            Property(json, "id", () => json.WriteString("const", $"{lever.Id}.{assumption.Name}"));
            Range(json, assumption.Least, assumption.Most);
            Property(json, "unit", () => json.WriteString("const", assumption.Unit));
            Sentence(json, "source");
            Sentence(json, "nl");
            Sentence(json, "en");
        });
    }

    private static void Object(Utf8JsonWriter json, IEnumerable<string> required, Action properties)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        foreach (var name in required)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        Property(json, "properties", properties);
    }

    private static void Property(Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, string to) => Property(json, name, () => json.WriteString("$ref", to));

    private static void List(Utf8JsonWriter json, string name, Action item) => Property(json, name, () =>
    {
        json.WriteString("type", "array");
        Property(json, "items", item);
    });

    private static void Choice(Utf8JsonWriter json, IEnumerable<Action> cases)
    {
        json.WriteStartArray("oneOf");
        foreach (var one in cases)
        {
            json.WriteStartObject();
            one();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Sentence(Utf8JsonWriter json, string name) => Property(json, name, () =>
    {
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
    });

    private static void Range(Utf8JsonWriter json, double least, double most)
    {
        foreach (var name in (ReadOnlySpan<string>)["value", "low", "high"])
        {
            Property(json, name, () => Number(json, least, most));
        }
    }

    private static void Number(Utf8JsonWriter json, double least, double most)
    {
        json.WriteString("type", "number");
        json.WriteNumber("minimum", least);
        json.WriteNumber("maximum", most);
    }

    private static void Numbers(Utf8JsonWriter json, params ReadOnlySpan<int> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter json, IEnumerable<string> words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }
}
