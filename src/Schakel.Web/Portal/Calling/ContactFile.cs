using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Calling;

/// <summary>
/// Reads a file with telephone numbers (bestand met telefoonnummers): JSON with <c>organisations</c> by code and <c>desks</c> by number of the location,
/// each with <c>telephone</c> and <c>hours</c>. Whatever is not understood is refused: a wrong number on a page is worse than none.
/// </summary>
public static class ContactFile
{
    private const long MostBytes = 1_000_000;
    private const int MostHours = 14;
    private const int FewestDigits = 3;
    private const int MostDigits = 15;
    private static readonly string[] Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is not as it should be: the message names field, value and rule.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static ContactBook Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"--contacts: there is no file '{path}'.");
        }
        if (file.Length > MostBytes)
        {
            throw new InvalidDataException($"--contacts: '{path}' has {file.Length} bytes; it may have {MostBytes} at most.");
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return BookIn(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"--contacts: '{path}' is no JSON in which each name stands once: {fault.Message}");
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"--contacts: '{path}': {fault.Message}");
        }
    }

    private static ContactBook BookIn(JsonElement root)
    {
        var fields = FieldsOf(root, "the file", "example", "organisations", "desks");
        var example = fields.TryGetValue("example", out var marked) && (marked.ValueKind is JsonValueKind.True or JsonValueKind.False ? marked.GetBoolean() : throw Fault("example", marked, "it is true or false"));
        var organisations = new Dictionary<Organisation, Contact>();
        foreach (var each in ObjectIn(fields, "organisations"))
        {
            var who = Organisation.All.FirstOrDefault(one => one.Code == each.Name)
                ?? throw new InvalidDataException($"`organisations`: `{each.Name}` is no organisation; they are: {string.Join(", ", Organisation.All.Select(one => one.Code))}.");
            organisations[who] = ContactIn(each.Value, $"organisations.{each.Name}");
        }
        var desks = new Dictionary<int, Contact>();
        foreach (var each in ObjectIn(fields, "desks"))
        {
            desks[int.TryParse(each.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var site) && site > 0 && each.Name[0] != '0' ? site
                : throw new InvalidDataException($"`desks`: `{each.Name}` is no number of a reception location; it is a whole number from 1.")] = ContactIn(each.Value, $"desks.{each.Name}");
        }
        return new(organisations.ToFrozenDictionary(), desks.ToFrozenDictionary(), example);
    }

    private static Contact ContactIn(JsonElement element, string name)
    {
        var fields = FieldsOf(element, name, "telephone", "hours");
        var telephone = TextIn(fields, name, "telephone");
        if (!IsTelephone(telephone))
        {
            throw new InvalidDataException($"`{name}.telephone`: `{telephone}` is no telephone number; it has {FewestDigits} to {MostDigits} digits, with spaces or hyphens between them, and may begin with +.");
        }
        if (!fields.TryGetValue("hours", out var hours) || hours.ValueKind != JsonValueKind.Array || hours.GetArrayLength() is 0 or > MostHours)
        {
            throw Fault($"{name}.hours", hours, $"it is a list of 1 to {MostHours} times at which the telephone is answered");
        }
        return new(telephone, [.. hours.EnumerateArray().Select((each, at) => HoursIn(each, $"{name}.hours[{at}]"))]);
    }

    private static OpenHours HoursIn(JsonElement element, string name)
    {
        var fields = FieldsOf(element, name, "from", "until", "opens", "closes");
        var (from, until) = (DayIn(fields, name, "from"), fields.ContainsKey("until") ? DayIn(fields, name, "until") : DayIn(fields, name, "from"));
        if (until < from)
        {
            throw Fault($"{name}.until", fields["until"], $"it is not before {Week[from - 1]}");
        }
        var (opens, closes) = (TimeIn(fields, name, "opens"), TimeIn(fields, name, "closes"));
        return closes.Minute > opens.Minute ? new(from, until, opens, closes) : throw Fault($"{name}.closes", fields["closes"], "it is after it opens");
    }

    private static int DayIn(Dictionary<string, JsonElement> fields, string name, string field) =>
        Array.IndexOf(Week, TextIn(fields, name, field)) is >= 0 and var at ? at + 1 : throw Fault($"{name}.{field}", fields[field], $"it is one of: {string.Join(", ", Week)}");

    private static ClockTime TimeIn(Dictionary<string, JsonElement> fields, string name, string field) =>
        TimeOnly.TryParseExact(TextIn(fields, name, field), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new((time.Hour * ClockTime.MinutesInHour) + time.Minute) : throw Fault($"{name}.{field}", fields[field], "it is a time such as 09:00");

    private static string TextIn(Dictionary<string, JsonElement> fields, string name, string field) =>
        fields.TryGetValue(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Fault($"{name}.{field}", value, "it is a text between quotes");

    private static JsonElement.ObjectEnumerator ObjectIn(Dictionary<string, JsonElement> fields, string name) =>
        !fields.TryGetValue(name, out var value) ? default : value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw Fault(name, value, "it is an object");

    private static Dictionary<string, JsonElement> FieldsOf(JsonElement element, string name, params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Fault(name, element, $"it is an object with {string.Join(", ", known)}");
        }
        var fields = element.EnumerateObject().ToDictionary(each => each.Name, each => each.Value);
        return fields.Keys.FirstOrDefault(each => !known.Contains(each)) is { } unknown
            ? throw new InvalidDataException($"`{name}`: `{unknown}` is no field of it; they are: {string.Join(", ", known)}.") : fields;
    }

    private static bool IsTelephone(string text) => text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits && text.Length <= 2 * MostDigits && char.IsAsciiDigit(text[^1])
        && (char.IsAsciiDigit(text[0]) || text[0] == '+') && text.Skip(1).All(each => char.IsAsciiDigit(each) || each is ' ' or '-');

    private static InvalidDataException Fault(string field, JsonElement value, string rule) =>
        new($"`{field}`: {(value.ValueKind == JsonValueKind.Undefined ? "it is missing" : $"`{value.GetRawText()}`")}; {rule}.");
}
