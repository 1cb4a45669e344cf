using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>A part of a measure's file, strictly read: each fault gives its place, value and rule.</summary>
internal sealed class MeasureJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly JsonElement _element;

    private MeasureJson(string file, string path, JsonElement element) => (File, Path, _element) = (file, path, element);

    /// <summary>File it stands in.</summary>
    public string File { get; }

    /// <summary>Place in the file.</summary>
    public string Path { get; }

    /// <summary>The part as it is written.</summary>
    public JsonElement Element => _element;

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="MeasureFaultException">It is not UTF-8, not JSON, cut off, or names a field twice.</exception>
    public static MeasureJson Root(string file, ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new MeasureFaultException(file, Written($"byte {fault.Index}"), "", "the file is not valid UTF-8", fault);
        }

        try
        {
            var json = text.StartsWith('\uFEFF') ? text[1..] : text;
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return new MeasureJson(file, "$", document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            throw new MeasureFaultException(
                file, Written($"line {(fault.LineNumber ?? 0) + 1}"), "", "the file is not whole, valid JSON with every field once", fault);
        }
    }

    /// <summary>Checks that this is an object with these fields and no other; a name that ends in <c>?</c> may be absent.</summary>
    public MeasureJson Only(params ReadOnlySpan<string> fields)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            throw Fault("it must be an object");
        }

        var allowed = new List<string>();
        foreach (var field in fields)
        {
            allowed.Add(field.TrimEnd('?'));
        }

        foreach (var property in _element.EnumerateObject())
        {
            if (!allowed.Contains(property.Name))
            {
                throw new MeasureFaultException(
                    File, $"{Path}.{property.Name}", property.Value.GetRawText(), $"the field is unknown; known are {string.Join(", ", allowed)}");
            }
        }

        foreach (var field in fields)
        {
            if (!field.EndsWith('?'))
            {
                _ = this[field];
            }
        }

        return this;
    }

    /// <summary>Whether a field is there.</summary>
    public bool Has(string field) => _element.TryGetProperty(field, out _);

    /// <summary>The part beneath a field.</summary>
    public MeasureJson this[string field] =>
        _element.TryGetProperty(field, out var value)
            ? new MeasureJson(File, $"{Path}.{field}", value)
            : throw new MeasureFaultException(File, $"{Path}.{field}", "", "it is missing");

    /// <summary>The elements of a list; none when the field is absent.</summary>
    public ImmutableArray<MeasureJson> Items(string field)
    {
        if (!Has(field))
        {
            return [];
        }

        var list = this[field];
        return list._element.ValueKind == JsonValueKind.Array
            ? [.. list._element.EnumerateArray().Select((item, i) => new MeasureJson(File, Written($"{list.Path}[{i}]"), item))]
            : throw list.Fault("it must be a list");
    }

    /// <summary>A text that is not blank.</summary>
    public string Text() =>
        _element.ValueKind == JsonValueKind.String && _element.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Fault("it must be a text that is not empty");

    /// <summary>A name of small letters, digits and dashes.</summary>
    public string Name()
    {
        var text = Text();
        return text.Length <= 64 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && char.IsAsciiLetter(text[0])
            ? text
            : throw Fault("it must be a name of at most 64 small letters, digits and dashes, beginning with a letter");
    }

    /// <summary>One of some words.</summary>
    public string OneOf(params ReadOnlySpan<string> words)
    {
        var text = Text();
        return words.Contains(text) ? text : throw Fault($"it must be one of {string.Join(", ", words.ToArray())}");
    }

    /// <summary>A sentence in both languages.</summary>
    public Bilingual Bilingual()
    {
        Only("nl", "en");
        return new Bilingual(this["nl"].Text(), this["en"].Text());
    }

    /// <summary>True or false.</summary>
    public bool Switch() => _element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? _element.GetBoolean()
        : throw Fault("it must be true or false");

    /// <summary>A number between bounds, both inclusive.</summary>
    public double Number(double least, double most) =>
        _element.ValueKind == JsonValueKind.Number && _element.TryGetDouble(out var number) && number >= least && number <= most
            ? number
            : throw Fault(Written($"it must be a number from {least} to {most}"));

    /// <summary>A whole number between bounds, both inclusive.</summary>
    public int Whole(int least, int most) =>
        _element.ValueKind == JsonValueKind.Number && _element.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Fault(Written($"it must be a whole number from {least} to {most}"));

    /// <summary>A number, or a number with its range: <c>{"value": 0.2, "low": 0.1, "high": 0.3}</c>.</summary>
    public Estimate Range(double least, double most)
    {
        if (_element.ValueKind == JsonValueKind.Number)
        {
            var number = Number(least, most);
            return new Estimate(number, number, number);
        }

        Only("value", "low", "high");
        return RangeOf(least, most);
    }

    /// <summary>The fields <c>value</c>, <c>low</c> and <c>high</c> of this object.</summary>
    public Estimate RangeOf(double least, double most)
    {
        var range = new Estimate(this["value"].Number(least, most), this["low"].Number(least, most), this["high"].Number(least, most));
        return range.Low <= range.Value && range.Value <= range.High
            ? range
            : throw this["value"].Fault(Written($"it must lie between low {range.Low} and high {range.High}"));
    }

    /// <summary>A day, from 2000 to 2099.</summary>
    public Day Day()
    {
        var parsed = _element.ValueKind == JsonValueKind.String ? LocalDatePattern.Iso.Parse(_element.GetString()!) : null;
        return parsed is { Success: true, Value: { Year: >= 2000 and <= 2099 } date }
            ? Norms.Day.Of(date.Year, date.Month, date.Day)
            : throw Fault("it must be a date from 2000-01-01 to 2099-12-31, such as 2024-07-01");
    }

    /// <summary>The fault of a rule that this part breaks.</summary>
    public MeasureFaultException Fault(string rule, Exception? cause = null) => new(File, Path, _element.GetRawText(), rule, cause);

    private static string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
