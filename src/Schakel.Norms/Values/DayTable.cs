using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>A table of days (dagentabel), sorted, without doubles. The empty table is a value.</summary>
/// <param name="Days">The days.</param>
public sealed record DayTable(ImmutableArray<Day> Days) : INormValue<DayTable>
{
    private const int Maximum = 1000;

    /// <summary>No days.</summary>
    public static DayTable Empty { get; } = new([]);

    /// <inheritdoc/>
    public static string Unit => "days";

    /// <inheritdoc/>
    public static string Accepts => "a list of at most 1000 different dates (yyyy-mm-dd)";

    /// <inheritdoc/>
    public Text InWords => Days.IsEmpty
        ? new("geen", "none")
        : new(string.Join(", ", Days.Select(day => Text.Of(day).Dutch)), string.Join(", ", Days.Select(day => Text.Of(day).English)));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out DayTable value)
    {
        value = Empty;
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > Maximum)
        {
            return false;
        }

        var days = new SortedSet<Day>();
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !Day.TryParse(item.GetString(), out var day) || !days.Add(day))
            {
                return false;
            }
        }

        value = new([.. days]);
        return true;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var day in Days)
        {
            writer.WriteStringValue(day.ToString());
        }

        writer.WriteEndArray();
    }

    /// <summary>Equal when they hold the same days.</summary>
    /// <param name="other">Another table.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DayTable? other) => other is not null && Days.AsSpan().SequenceEqual(other.Days.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Days.Length == 0 ? 0 : HashCode.Combine(Days.Length, Days[0], Days[^1]);
}
