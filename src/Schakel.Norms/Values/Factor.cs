using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>A factor (factor): a number without a unit that multiplies; exact.</summary>
/// <param name="Number">0–1,000.</param>
public readonly record struct Factor(decimal Number) : INormValue<Factor>
{
    private const decimal Maximum = 1_000m;

    /// <summary>The number, 0–1,000.</summary>
    public decimal Number { get; } = Number is >= 0 and <= Maximum
        ? Number
        : throw new ArgumentOutOfRangeException(nameof(Number), Number, "A factor lies between 0 and 1000.");

    /// <inheritdoc/>
    public static string Unit => "factor";

    /// <inheritdoc/>
    public static string Accepts => "a number from 0 to 1000";

    /// <inheritdoc/>
    public Text InWords
    {
        get
        {
            var number = Number.ToString("0.############", CultureInfo.InvariantCulture);
            return new(number.Replace('.', ','), number);
        }
    }

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Factor value)
    {
        var number = 0m;
        var accepted = json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out number) && number is >= 0 and <= Maximum;
        value = accepted ? new(number) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Number);
}
