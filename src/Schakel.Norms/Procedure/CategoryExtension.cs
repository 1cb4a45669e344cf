using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>How the general extensions by policy rule (WBV) are taken.</summary>
public enum CategoryExtension
{
    /// <summary>As if there were none.</summary>
    None,

    /// <summary>As the minister announced them.</summary>
    AsAnnounced,

    /// <summary>As the immigration service (IND) applied them; in June 2025 it returned to six months for later cohorts.</summary>
    AsApplied,

    /// <summary>As courts held, as far as their rulings were known on the regime's day.</summary>
    AsHeld,
}

/// <summary>What a policy rule adds to the decision period (categoriale verlenging).</summary>
/// <param name="Months">Months added.</param>
/// <param name="RunningOn">Only where the period had not expired on this day; null for no such condition.</param>
public readonly record struct ExtensionRule(int Months, Day? RunningOn = null) : INormValue<ExtensionRule>
{
    private const int Maximum = 120;

    /// <summary>Months added; 0–120.</summary>
    public int Months { get; } = WholeNumber.Checked(Months, Maximum);

    /// <inheritdoc/>
    public static string Unit => "extension";

    /// <inheritdoc/>
    public static string Accepts => "{\"months\": a whole number from 0 to 120, \"runningOn\": a date (yyyy-mm-dd) or absent}";

    /// <inheritdoc/>
    public Text InWords
    {
        get
        {
            var months = new Months(Months).InWords;
            return RunningOn is { } day
                ? new(
                    $"{months.Dutch}, als de termijn op {Text.Of(day).Dutch} nog liep",
                    $"{months.English}, where the period still ran on {Text.Of(day).English}")
                : months;
        }
    }

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out ExtensionRule value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("months", out var number)
            || !WholeNumber.TryRead(number, Maximum, out var months))
        {
            return false;
        }

        var conditional = json.TryGetProperty("runningOn", out var day);
        if (json.GetPropertyCount() != (conditional ? 2 : 1))
        {
            return false;
        }

        if (!conditional)
        {
            value = new(months);
            return true;
        }

        if (day.ValueKind != JsonValueKind.String || !Day.TryParse(day.GetString(), out var runningOn))
        {
            return false;
        }

        value = new(months, runningOn);
        return true;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("months", Months);
        if (RunningOn is { } day)
        {
            writer.WriteString("runningOn", day.ToString());
        }

        writer.WriteEndObject();
    }
}
