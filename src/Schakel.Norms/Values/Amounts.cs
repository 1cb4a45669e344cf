using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms;

/// <summary>An amount in euro (bedrag), exact to the cent.</summary>
/// <param name="Amount">0–10¹², at most two decimals.</param>
public readonly record struct Euro(decimal Amount) : INormValue<Euro>
{
    private const decimal Maximum = 1_000_000_000_000m;

    /// <summary>The amount in euro.</summary>
    public decimal Amount { get; } = IsAmount(Amount)
        ? Amount
        : throw new ArgumentOutOfRangeException(nameof(Amount), Amount, "An amount is 0 to 1000000000000 euro in whole cents.");

    /// <inheritdoc/>
    public static string Unit => "euro";

    /// <inheritdoc/>
    public static string Accepts => "an amount from 0 to 1000000000000 euro, in whole cents";

    /// <inheritdoc/>
    public Text InWords
    {
        get
        {
            var number = Amount.ToString("0.00", CultureInfo.InvariantCulture);
            return new("€ " + number.Replace('.', ','), "€" + number);
        }
    }

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Euro value)
    {
        var amount = 0m;
        var accepted = json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out amount) && IsAmount(amount);
        value = accepted ? new(amount) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Amount);

    private static bool IsAmount(decimal amount) => amount is >= 0 and <= Maximum && decimal.Round(amount, 2) == amount;
}

/// <summary>A share of a whole (aandeel): 0 is none, 1 is all; exact.</summary>
/// <param name="Fraction">0–1.</param>
public readonly record struct Share(decimal Fraction) : INormValue<Share>
{
    /// <summary>The fraction, 0–1.</summary>
    public decimal Fraction { get; } = Fraction is >= 0 and <= 1
        ? Fraction
        : throw new ArgumentOutOfRangeException(nameof(Fraction), Fraction, "A share lies between 0 and 1.");

    /// <inheritdoc/>
    public static string Unit => "share";

    /// <inheritdoc/>
    public static string Accepts => "a share from 0 to 1";

    /// <inheritdoc/>
    public Text InWords
    {
        get
        {
            var number = (Fraction * 100).ToString("0.##########", CultureInfo.InvariantCulture);
            return new(number.Replace('.', ',') + " %", number + "%");
        }
    }

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Share value)
    {
        var fraction = 0m;
        var accepted = json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out fraction) && fraction is >= 0 and <= 1;
        value = accepted ? new(fraction) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Fraction);
}

/// <summary>A provision that applies or does not (schakelaar): a dormant track, a suspended penalty.</summary>
/// <param name="On">Whether it applies.</param>
public readonly record struct Switch(bool On) : INormValue<Switch>
{
    /// <inheritdoc/>
    public static string Unit => "switch";

    /// <inheritdoc/>
    public static string Accepts => "true or false";

    /// <inheritdoc/>
    public Text InWords => On ? new("geldt", "applies") : new("geldt niet", "does not apply");

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Switch value)
    {
        value = new(json.ValueKind == JsonValueKind.True);
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteBooleanValue(On);
}
