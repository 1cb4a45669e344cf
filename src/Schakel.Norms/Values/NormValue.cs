using System.Text.Json;

namespace Schakel.Norms;

/// <summary>What a norm can hold (normwaarde): a value with a unit, a range and a form in JSON.</summary>
/// <typeparam name="TSelf">The value type itself.</typeparam>
public interface INormValue<TSelf>
    where TSelf : INormValue<TSelf>
{
    /// <summary>The unit, for programs: <c>months</c>, <c>euro</c>.</summary>
    static abstract string Unit { get; }

    /// <summary>What is accepted, in one phrase for messages: <c>a whole number of months from 0 to 1200</c>.</summary>
    static abstract string Accepts { get; }

    /// <summary>The value in words.</summary>
    Text InWords { get; }

    /// <summary>Reads the value from JSON and checks its range.</summary>
    /// <param name="json">A JSON value.</param>
    /// <param name="value">The value read.</param>
    /// <returns>Whether the JSON was a value that is accepted.</returns>
    static abstract bool TryRead(JsonElement json, out TSelf value);

    /// <summary>Writes the value as <see cref="TryRead"/> reads it.</summary>
    /// <param name="writer">Receives one JSON value.</param>
    void Write(Utf8JsonWriter writer);
}

/// <summary>Reading of whole numbers with a range, shared by the values that count.</summary>
internal static class WholeNumber
{
    /// <summary>Reads a whole number from 0 to a maximum.</summary>
    /// <param name="json">A JSON value.</param>
    /// <param name="maximum">Highest number accepted.</param>
    /// <param name="count">The number read.</param>
    /// <returns>Whether it was one.</returns>
    internal static bool TryRead(JsonElement json, int maximum, out int count)
    {
        count = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out count) && count >= 0 && count <= maximum;
    }

    /// <summary>Refuses a number outside 0 to a maximum.</summary>
    /// <param name="count">The number.</param>
    /// <param name="maximum">Highest number accepted.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the range.</exception>
    internal static int Checked(int count, int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, maximum);
        return count;
    }
}
