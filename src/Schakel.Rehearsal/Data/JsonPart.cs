using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Schakel.Rehearsal.Data;

/// <summary>A part of a JSON file, strictly read: every object must have exactly the fields named, and each fault gives its path.</summary>
internal sealed class JsonPart
{
    private readonly string _file;
    private readonly string _path;
    private readonly JsonElement _element;

    private JsonPart(string file, string path, JsonElement element) => (_file, _path, _element) = (file, path, element);

    /// <summary>The root of a file.</summary>
    /// <exception cref="DataFaultException">The file is not JSON, is cut off, or has a field twice.</exception>
    public static JsonPart Root(DataFolder folder, string file)
    {
        var text = folder.Text(file);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return new JsonPart(file, "$", document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            var line = Written.Number((fault.LineNumber ?? 0) + 1);
            throw new DataFaultException(
                file, $"line {line}", "", "", $"the file is not whole, valid JSON with every field once ({Brief(fault)})", fault);
        }
    }

    /// <summary>Checks that this is an object with all of these fields and no other; a name that ends in <c>?</c> may be absent.</summary>
    public JsonPart Only(params ReadOnlySpan<string> fields)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            throw Fault("", _element.GetRawText(), "it must be an object");
        }

        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var name = field.TrimEnd('?');
            allowed.Add(name);
            if (!field.EndsWith('?') && !_element.TryGetProperty(name, out _))
            {
                throw Fault(name, "", "it is missing");
            }
        }

        foreach (var property in _element.EnumerateObject())
        {
            if (!allowed.Contains(property.Name))
            {
                throw Fault(property.Name, property.Value.GetRawText(), $"the field is unknown; known are: {Written.List(allowed)}");
            }
        }

        return this;
    }

    /// <summary>True when the field is there.</summary>
    public bool Has(string field) => _element.TryGetProperty(field, out _);

    /// <summary>The part beneath a field.</summary>
    public JsonPart Part(string field) =>
        _element.TryGetProperty(field, out var value)
            ? new JsonPart(_file, $"{_path}.{field}", value)
            : throw Fault(field, "", "it is missing");

    /// <summary>The elements of a list, at least one.</summary>
    public ImmutableArray<JsonPart> Items(string field)
    {
        var list = Part(field)._element;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw Fault(field, list.GetRawText(), "it must be a list that is not empty");
        }

        return [.. list.EnumerateArray().Select((item, index) => new JsonPart(_file, $"{_path}.{field}[{Written.Number(index)}]", item))];
    }

    /// <summary>A text that is not empty.</summary>
    public string Text(string field)
    {
        var value = Part(field)._element;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Fault(field, value.GetRawText(), "it must be a text that is not empty");
    }

    /// <summary>The texts of a list.</summary>
    public ImmutableArray<string> Texts(string field) =>
        [.. Items(field).Select(item => item._element.ValueKind == JsonValueKind.String
            ? item._element.GetString()!
            : throw item.Fault("", item._element.GetRawText(), "it must be a text"))];

    /// <summary>True when the field holds a number.</summary>
    public bool IsNumber(string field) => Part(field)._element.ValueKind == JsonValueKind.Number;

    /// <summary>A number between bounds, both inclusive.</summary>
    public double Number(string field, double least, double most)
    {
        var value = Part(field)._element;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most
            ? number
            : throw Fault(field, value.GetRawText(), $"it must be a number from {Written.Number(least)} to {Written.Number(most)}");
    }

    /// <summary>A whole number between bounds, both inclusive.</summary>
    public int Whole(string field, int least, int most)
    {
        var value = Part(field)._element;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Fault(field, value.GetRawText(), $"it must be a whole number from {Written.Number(least)} to {Written.Number(most)}");
    }

    /// <summary>A date as year-month-day.</summary>
    public LocalDate Date(string field) =>
        LocalDatePattern.Iso.Parse(Text(field)) is { Success: true, Value: var date }
            ? date
            : throw Fault(field, Text(field), "it must be a date such as 2024-01-10");

    /// <summary>A value with its range and source.</summary>
    public Quantity Quantity(string field, double least, double most)
    {
        var part = Part(field).Only("value", "low", "high", "source", "note?");
        var quantity = new Quantity(
            part.Number("value", least, most), part.Number("low", least, most), part.Number("high", least, most),
            part.Text("source"), part.Has("note") ? part.Text("note") : "");
        return quantity.Low <= quantity.Value && quantity.Value <= quantity.High
            ? quantity
            : throw part.Fault("value", Written.Number(quantity.Value),
                $"it must lie between low {Written.Number(quantity.Low)} and high {Written.Number(quantity.High)}");
    }

    /// <summary>The fault of a rule that this part breaks in a field.</summary>
    public DataFaultException Fault(string field, string value, string rule) =>
        new(_file, field.Length == 0 ? _path : $"{_path}.{field}", field.Length == 0 ? _path : field, value, rule);

    // The parser's message ends in its own position, which counts bytes from nought: ours is enough.
    private static string Brief(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? fault.Message : fault.Message[..end]).TrimEnd('.');
    }
}
