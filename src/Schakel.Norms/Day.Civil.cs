using NodaTime;

namespace Schakel.Norms;

/// <content>The ISO calendar: years, months and days to a count and back, in integers.</content>
public readonly partial record struct Day
{
    /// <summary>The first day that <see cref="Of"/> accepts: 1 January of year 1.</summary>
    public static readonly Day First = new(NumberOf(1, 1, 1));

    /// <summary>The last day that <see cref="Of"/> accepts: 31 December 9999.</summary>
    public static readonly Day Last = new(NumberOf(9999, 12, 31));

    /// <summary>Calendar year.</summary>
    public int Year => Parts.Year;

    /// <summary>Year, month (1–12) and day of the month (1–31).</summary>
    /// <remarks>Counts in years that begin in March, so that the leap day comes last.</remarks>
    public (int Year, int Month, int Day) Parts
    {
        get
        {
            var shifted = Number + 719_468;
            var era = FloorDivide(shifted, 146_097);
            var dayOfEra = shifted - (era * 146_097);
            var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
            var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
            var march = ((5 * dayOfYear) + 2) / 153;
            var day = dayOfYear - (((153 * march) + 2) / 5) + 1;
            var month = march < 10 ? march + 3 : march - 9;
            return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
        }
    }

    /// <summary>The day with this year, month and day of the month.</summary>
    /// <param name="year">1–9999.</param>
    /// <param name="month">1–12.</param>
    /// <param name="day">1 to the length of the month.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static Day Of(int year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, LengthOfMonth(year, month));
        return new(NumberOf(year, month, day));
    }

    /// <summary>This day as NodaTime has it.</summary>
    /// <returns>The same day.</returns>
    public LocalDate ToLocalDate()
    {
        var (year, month, day) = Parts;
        return new(year, month, day);
    }

    /// <summary>NodaTime's day as ours; a date in another calendar is converted.</summary>
    /// <param name="date">A date.</param>
    /// <returns>The same day.</returns>
    public static Day FromLocalDate(LocalDate date)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        return new(NumberOf(iso.Year, iso.Month, iso.Day));
    }

    /// <summary>Reads yyyy-mm-dd, and nothing else: no spaces, no signs, no day that does not exist.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day, or the default when the text is not one.</param>
    /// <returns>Whether the text was a day.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Day day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var number)
            || year < 1 || month is < 1 or > 12 || number < 1 || number > LengthOfMonth(year, month))
        {
            return false;
        }

        day = new(NumberOf(year, month, number));
        return true;
    }

    /// <summary>Days in a month of the ISO calendar.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="month">1–12.</param>
    /// <returns>28 to 31.</returns>
    public static int LengthOfMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int NumberOf(int year, int month, int day)
    {
        var marchYear = month <= 2 ? year - 1 : year;
        var era = FloorDivide(marchYear, 400);
        var yearOfEra = marchYear - (era * 400);
        var march = month > 2 ? month - 3 : month + 9;
        var dayOfYear = (((153 * march) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            value = (value * 10) + (character - '0');
        }

        return true;
    }

    private static int FloorDivide(int value, int divisor) => (value - Modulo(value, divisor)) / divisor;

    private static int Modulo(int value, int divisor)
    {
        var rest = value % divisor;
        return rest < 0 ? rest + divisor : rest;
    }
}
