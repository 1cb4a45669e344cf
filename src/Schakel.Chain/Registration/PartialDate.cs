using System.Globalization;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>
/// A date of birth of which the day, or month and day, may be unknown (gedeeltelijk bekende datum): many come from where births are not
/// registered. Written <c>1990</c>, <c>1990-05</c> or <c>1990-05-01</c>. The default value is no date.
/// </summary>
public readonly record struct PartialDate
{
    private const int MonthsInYear = 12;
    private const int FirstYear = 1880; // Nobody who arrives was born before it.
    private const int LastYear = 2200;

    private PartialDate(int year, int month, int day) => (Year, Month, DayOfMonth) = (year, month, day);

    /// <summary>The year; zero when this is no date.</summary>
    public int Year { get; }

    /// <summary>The month, 1–12; zero when unknown.</summary>
    public int Month { get; }

    /// <summary>The day of the month; zero when unknown.</summary>
    public int DayOfMonth { get; }

    /// <summary>No date at all: the default value.</summary>
    public bool IsNone => Year == 0;

    /// <summary>
    /// The latest day it can be: the person counts as the youngest that fits, so that doubt about a day works for and not against them.
    /// An assumption of the project, in line with the benefit of the doubt on age (dossier REG-9).
    /// </summary>
    /// <remarks>1990 gives 31 December 1990, and February 2008 the 29th.</remarks>
    /// <exception cref="InvalidOperationException">This is no date.</exception>
    public Day LatestDay =>
        IsNone ? throw new InvalidOperationException("An absent date of birth has no latest day.")
        : Month == 0 ? Day.Of(Year, MonthsInYear, 1).PlusMonths(1).PlusDays(-1)
        : DayOfMonth == 0 ? Day.Of(Year, Month, 1).PlusMonths(1).PlusDays(-1)
        : Day.Of(Year, Month, DayOfMonth);

    /// <summary>A date that is known to the day.</summary>
    /// <param name="day">The day.</param>
    public static PartialDate Of(Day day) =>
        TryParse(day.ToString(), out var date) ? date : throw new ArgumentOutOfRangeException(nameof(day), day, "Nobody is born in that year.");

    /// <summary>Reads a date.</summary>
    /// <param name="text"><c>yyyy</c>, <c>yyyy-mm</c> or <c>yyyy-mm-dd</c>.</param>
    /// <param name="date">The date.</param>
    /// <returns>False when the text is none of these, or the day does not exist.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is not { Length: 4 or 7 or 10 } || !TryNumber(text, 0, 4, out var year) || year is < FirstYear or > LastYear)
        {
            return false;
        }
        if (text.Length == 4)
        {
            date = new(year, 0, 0);
            return true;
        }
        if (text[4] != '-' || !TryNumber(text, 5, 2, out var month) || month is < 1 or > MonthsInYear)
        {
            return false;
        }
        if (text.Length == 7)
        {
            date = new(year, month, 0);
            return true;
        }
        if (!Day.TryParse(text, out _))
        {
            return false;
        }
        _ = TryNumber(text, 8, 2, out var day);
        date = new(year, month, day);
        return true;
    }

    /// <summary>The date as far as it is known: <c>yyyy</c>, <c>yyyy-mm</c> or <c>yyyy-mm-dd</c>; empty when this is no date.</summary>
    public override string ToString() =>
        IsNone ? ""
        : Month == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}")
        : DayOfMonth == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{DayOfMonth:00}");

    private static bool TryNumber(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
