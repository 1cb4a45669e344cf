using System.Text.Json;

namespace Schakel.Norms;

/// <summary>Hours (uren): run on from the minute of the event; no weekend or holiday moves them.</summary>
/// <param name="Count">0–8,784.</param>
public readonly record struct Hours(int Count) : INormValue<Hours>
{
    private const int Maximum = 8_784;

    /// <summary>How many; 0–8,784.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "hours";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of hours from 0 to 8784";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("uur", "hour"), new("uur", "hours"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Hours value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}

/// <summary>Calendar days (kalenderdagen): every day counts.</summary>
/// <param name="Count">0–36,525.</param>
public readonly record struct CalendarDays(int Count) : INormValue<CalendarDays>
{
    private const int Maximum = 36_525;

    /// <summary>How many; 0–36,525.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "calendar-days";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of days from 0 to 36525";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("dag", "day"), new("dagen", "days"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out CalendarDays value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}

/// <summary>Procedure days (proceduredagen) or working days: see <see cref="ProcedureDays"/> for which days count.</summary>
/// <param name="Count">0–366.</param>
public readonly record struct ProcedureDayCount(int Count) : INormValue<ProcedureDayCount>
{
    private const int Maximum = 366;

    /// <summary>How many; 0–366.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "procedure-days";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of procedure days from 0 to 366";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("proceduredag", "procedure day"), new("proceduredagen", "procedure days"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out ProcedureDayCount value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}

/// <summary>Weeks (weken): seven calendar days each.</summary>
/// <param name="Count">0–5,200.</param>
public readonly record struct Weeks(int Count) : INormValue<Weeks>
{
    private const int Maximum = 5_200;

    /// <summary>How many; 0–5,200.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "weeks";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of weeks from 0 to 5200";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("week", "week"), new("weken", "weeks"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Weeks value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}

/// <summary>Calendar months (maanden): to the same day number, see <see cref="Day.PlusMonths"/>.</summary>
/// <param name="Count">0–1,200.</param>
public readonly record struct Months(int Count) : INormValue<Months>
{
    private const int Maximum = 1_200;

    /// <summary>How many; 0–1,200.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "months";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of months from 0 to 1200";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("maand", "month"), new("maanden", "months"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Months value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}

/// <summary>Calendar years (jaren).</summary>
/// <param name="Count">0–100.</param>
public readonly record struct Years(int Count) : INormValue<Years>
{
    private const int Maximum = 100;

    /// <summary>How many; 0–100.</summary>
    public int Count { get; } = WholeNumber.Checked(Count, Maximum);

    /// <inheritdoc/>
    public static string Unit => "years";

    /// <inheritdoc/>
    public static string Accepts => "a whole number of years from 0 to 100";

    /// <inheritdoc/>
    public Text InWords => Text.Of(Count, new("jaar", "year"), new("jaar", "years"));

    /// <inheritdoc/>
    public static bool TryRead(JsonElement json, out Years value)
    {
        var accepted = WholeNumber.TryRead(json, Maximum, out var count);
        value = accepted ? new(count) : default;
        return accepted;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Count);
}
