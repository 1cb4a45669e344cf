using System.Globalization;
using System.Text.Json;
using Schakel.Norms;

namespace Schakel.Conformance.Recounting;

/// <summary>The rehearsal object: facts, and values that change by day.</summary>
internal sealed class Book
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, List<(int From, double Value)>> _values = [];

    public Book(JsonElement element)
    {
        foreach (var attribute in element.GetProperty("attributes").EnumerateArray())
        {
            var name = attribute.GetProperty("name").GetString()!;
            var value = attribute.GetProperty("value");
            if (value.ValueKind == JsonValueKind.String)
            {
                _texts.TryAdd(name, value.GetString()!); // The first holds from the first day; the law may change later.
                continue;
            }

            var from = Day.TryParse(attribute.GetProperty("time").GetString()!.AsSpan(0, 10), out var day) ? day.Number : throw new InvalidDataException(name);
            if (!_values.TryGetValue(name, out var lines))
            {
                _values[name] = lines = [];
            }

            lines.Add((from, value.GetDouble()));
        }
    }

    public Day Start => Day.TryParse(_texts["start"], out var day) ? day : throw new InvalidDataException("start");

    public int Days => (int)On("days", 0);

    public string Law => _texts["law"];

    public bool CountsForOda(string group) => On(string.Create(CultureInfo.InvariantCulture, $"group.{group}.counts-for-oda"), 0) == 1;

    /// <summary>What a value stands at on a day.</summary>
    public double On(string name, int day)
    {
        var lines = _values[name];
        var value = lines[0].Value;
        foreach (var line in lines)
        {
            if (line.From > day)
            {
                break;
            }

            value = line.Value;
        }

        return value;
    }
}
