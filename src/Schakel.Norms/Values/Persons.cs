using System.Text.Json;

namespace Schakel.Norms;

/// <summary>Persons or places for one person (personen, plaatsen).</summary>
/// <param name="Count">0–20,000,000.</param>
public readonly record struct Persons(int Count) : INormValue<Persons>
{
    private const int Maximum = 20_000_000;

    /// <summary>How many; 0–20,000,000.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "persons";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of persons from 0 to 20000000";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("persoon", "person"), new("personen", "persons"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Persons value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}
