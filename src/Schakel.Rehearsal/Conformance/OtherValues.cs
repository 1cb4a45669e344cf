using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Norms;

namespace Schakel.Rehearsal.Conformance;

/// <summary>Values that a norm might hold instead (andere waarden), made from the value it holds.</summary>
public static class OtherValues
{
    private static readonly int[] YearsOfExamples = [2022, 2024, 2026];

    /// <summary>Other values, small changes first; not all need be within the norm's range, which <see cref="Law.With"/> checks.</summary>
    /// <param name="value">The value it holds.</param>
    /// <returns>Other values.</returns>
    public static IEnumerable<JsonElement> Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => OfNumber(value.GetDecimal()).Select(Element),
        JsonValueKind.True => [Element(false)],
        JsonValueKind.False => [Element(true)],
        JsonValueKind.String => OfText(value.GetString()!).Select(Element),
        JsonValueKind.Array => OfList(value),
        JsonValueKind.Object => OfObject(value),
        _ => [],
    };

    private static IEnumerable<decimal> OfNumber(decimal number) =>
        [number + 1, number - 1, 2 * number, decimal.Floor(number / 2), number / 2, (1 + number) / 2, 0, 10 * number];

    private static IEnumerable<string> OfText(string text) =>
        Day.TryParse(text, out var day) ? [day.PlusDays(400).ToString(), day.PlusDays(-400).ToString()] : [];

    private static IEnumerable<JsonElement> OfList(JsonElement list)
    {
        // A table of days, which may be empty: every day of two years, so that any last day in them moves; and of one fortnight.
        foreach (var year in YearsOfExamples)
        {
            yield return Days(year, 730);
            yield return Days(year, 14);
        }

        yield return Element(list.EnumerateArray().Reverse().ToArray()); // An order of precedence.
        for (var index = 0; index < list.GetArrayLength(); index++)
        {
            var shorter = JsonArray.Create(list)!;
            shorter.RemoveAt(index);
            yield return Element(shorter);
            foreach (var other in Of(list[index]))
            {
                var changed = JsonArray.Create(list)!;
                changed[index] = Node(other);
                yield return Element(changed);
            }
        }
    }

    private static IEnumerable<JsonElement> OfObject(JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            var without = JsonObject.Create(value)!;
            without.Remove(property.Name);
            yield return Element(without);
            foreach (var other in Of(property.Value))
            {
                var changed = JsonObject.Create(value)!;
                changed[property.Name] = Node(other);
                yield return Element(changed);
            }
        }
    }

    private static JsonElement Days(int year, int count) =>
        Element(Enumerable.Range(0, count).Select(number => Day.Of(year, 3, 1).PlusDays(number).ToString()).ToArray());

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value);

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
