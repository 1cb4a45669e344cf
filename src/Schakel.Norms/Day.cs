using System.Globalization;
using NodaTime;

namespace Schakel.Norms;

/// <summary>A calendar day (kalenderdag): whole days since 1970-01-01 in the ISO calendar.</summary>
/// <remarks>
/// One integer, so that a simulated person's dates cost what a number costs; <see cref="LocalDate"/> stands at the edges.
/// A day has no time and no time zone. The default value is 1970-01-01.
/// </remarks>
/// <param name="Number">Days since 1970-01-01; negative before it.</param>
public readonly partial record struct Day(int Number) : IComparable<Day>
{
    /// <summary>Monday to Sunday (weekdag).</summary>
    public IsoDayOfWeek DayOfWeek => (IsoDayOfWeek)(Modulo(Number + 3, 7) + 1);

    /// <summary>The day so many days on; negative goes back.</summary>
    /// <param name="days">Number of days.</param>
    /// <returns>That day.</returns>
    public Day PlusDays(int days) => new(Number + days);

    /// <summary>The same day of the week so many weeks on.</summary>
    /// <param name="weeks">Number of weeks; negative goes back.</param>
    /// <returns>That day.</returns>
    public Day PlusWeeks(int weeks) => new(Number + (7 * weeks));

    /// <summary>The same day number so many months on; where that month has no such day, its last day (dossier CAL-6).</summary>
    /// <remarks>31 August 2023 plus six months is 29 February 2024. Not reversible: adding and taking off may lose days.</remarks>
    /// <param name="months">Number of months; negative goes back.</param>
    /// <returns>That day.</returns>
    public Day PlusMonths(int months)
    {
        var (year, month, day) = Parts;
        var total = (year * 12) + (month - 1) + months;
        var target = FloorDivide(total, 12);
        var targetMonth = total - (target * 12) + 1;
        return new(NumberOf(target, targetMonth, Math.Min(day, LengthOfMonth(target, targetMonth))));
    }

    /// <summary>The same day and month so many years on; 29 February becomes the 28th where it does not exist.</summary>
    /// <param name="years">Number of years; negative goes back.</param>
    /// <returns>That day.</returns>
    public Day PlusYears(int years) => PlusMonths(12 * years);

    /// <summary>Earlier days come first.</summary>
    /// <param name="other">The day to compare with.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    /// <summary>The later of two days.</summary>
    /// <param name="one">A day.</param>
    /// <param name="other">Another day.</param>
    /// <returns>The later one.</returns>
    public static Day Later(Day one, Day other) => one.Number >= other.Number ? one : other;

    /// <summary>The earlier of two days.</summary>
    /// <param name="one">A day.</param>
    /// <param name="other">Another day.</param>
    /// <returns>The earlier one.</returns>
    public static Day Earlier(Day one, Day other) => one.Number <= other.Number ? one : other;

    /// <summary>Is the left day before the right one?</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    /// <summary>Is the left day after the right one?</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    /// <summary>Is the left day the right one, or before it?</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    /// <summary>Is the left day the right one, or after it?</summary>
    /// <param name="left">A day.</param>
    /// <param name="right">Another day.</param>
    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    /// <summary>Days from the right day to the left one: tomorrow minus today is 1.</summary>
    /// <param name="left">The later day, as a rule.</param>
    /// <param name="right">The earlier day, as a rule.</param>
    public static int operator -(Day left, Day right) => left.Number - right.Number;

    /// <summary>Days from another day to this one; the same as the operator.</summary>
    /// <param name="left">The later day, as a rule.</param>
    /// <param name="right">The earlier day, as a rule.</param>
    /// <returns>Number of days.</returns>
    public static int Subtract(Day left, Day right) => left - right;

    /// <summary>The day as yyyy-mm-dd.</summary>
    /// <returns>ISO 8601 text.</returns>
    public override string ToString()
    {
        var (year, month, day) = Parts;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
    }
}
