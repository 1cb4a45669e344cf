using System.Globalization;
using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Conformance.Recounting;

/// <summary>An event as the log tells it.</summary>
internal sealed class Told
{
    private readonly Dictionary<string, JsonElement> _fields = [];

    public Told(JsonElement element)
    {
        Type = element.GetProperty("type").GetString()!;
        Time = element.GetProperty("time").GetString()!;
        foreach (var attribute in element.GetProperty("attributes").EnumerateArray())
        {
            _fields.Add(attribute.GetProperty("name").GetString()!, attribute.GetProperty("value").Clone());
        }

        foreach (var tie in element.GetProperty("relationships").EnumerateArray())
        {
            var id = tie.GetProperty("objectId").GetString()!;
            var number = int.Parse(id.AsSpan(id.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
            switch (tie.GetProperty("qualifier").GetString())
            {
                case "file":
                    File = number;
                    break;
                case "site" when id.StartsWith("site:", StringComparison.Ordinal) && !_fields.ContainsKey("site"):
                    Site = number;
                    break;
                default:
                    break;
            }
        }

        Day = Norms.Day.TryParse(Time.AsSpan(0, 10), out var day) ? day : throw new InvalidDataException(Time);
    }

    public string Type { get; }

    public string Time { get; }

    public Day Day { get; }

    /// <summary>The person whose file it stands in; 0 when it stands in another history.</summary>
    public int File { get; }

    /// <summary>The site in whose history it stands; 0 when it stands in another.</summary>
    public int Site { get; }

    public IReadOnlyDictionary<string, JsonElement> Fields => _fields;

    public string Text(string field) => _fields[field].GetString()!;

    public int Number(string field) => _fields[field].GetInt32();

    public int NumberOr(string field, int other) => _fields.TryGetValue(field, out var value) ? value.GetInt32() : other;

    public bool True(string field) => _fields[field].GetBoolean();

    public Day? DayOr(string field) =>
        _fields.TryGetValue(field, out var value) ? Norms.Day.TryParse(value.GetString()!, out var day) ? day : throw new InvalidDataException(field) : null;
}
