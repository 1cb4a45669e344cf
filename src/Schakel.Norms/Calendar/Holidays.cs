namespace Schakel.Norms;

/// <summary>Generally recognised holidays (algemeen erkende feestdagen), Algemene termijnenwet 3.</summary>
/// <remarks>
/// Rules, not a list: Easter is computed, King's Day follows its Sunday rule. The years 1990–2100 are kept as bits for speed; other
/// years are computed each time. Days that the Crown equates (ATW 3(3)) are a norm: see <see cref="WorkingCalendar"/>.
/// </remarks>
public static class Holidays
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private static readonly Day From = Day.Of(FirstYear, 1, 1);
    private static readonly int Length = Day.Of(LastYear, 12, 31) - From + 1;
    private static readonly ulong[] Bits = Fill();

    /// <summary>Is this day a recognised holiday, Good Friday included (ATW 3(1) and (2))?</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public static bool Contains(Day day)
    {
        var index = day - From;
        return unchecked((uint)index < (uint)Length) ? (Bits[index >> 6] & (1UL << (index & 63))) != 0 : Array.IndexOf(InYear(day.Year), day) >= 0;
    }

    /// <summary>The nine recognised holidays of a year that can fall on a working day, in the order of the act; Good Friday last.</summary>
    /// <remarks>Two may fall on one day: Ascension Day was King's Day in 2008, and can be 5 May.</remarks>
    /// <param name="year">1–9999.</param>
    /// <returns>The days.</returns>
    public static Day[] InYear(int year)
    {
        var easter = Easter(year);
        return
        [
            Day.Of(year, 1, 1),
            easter.PlusDays(1),
            easter.PlusDays(50),
            Day.Of(year, 12, 25),
            Day.Of(year, 12, 26),
            easter.PlusDays(39),
            KingsDay(year),
            Day.Of(year, 5, 5),
            easter.PlusDays(-2),
        ];
    }

    /// <summary>Easter Sunday (eerste paasdag), by the Gregorian computus.</summary>
    /// <param name="year">1–9999; the rule is that of the Gregorian calendar for every year.</param>
    /// <returns>The Sunday.</returns>
    public static Day Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var (leapCenturies, centuryRest) = (century / 4, century % 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, yearRest) = (year % 100 / 4, year % 100 % 4);
        var weekday = (32 + (2 * centuryRest) + (2 * leapYears) - epact - yearRest) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var shifted = epact + weekday - (7 * late) + 114;
        return Day.Of(year, shifted / 31, (shifted % 31) + 1);
    }

    /// <summary>King's Day (Koningsdag): 27 April, or the 26th when that is a Sunday; before 2014 30 April, or the 29th.</summary>
    /// <param name="year">1–9999.</param>
    /// <returns>The day on which the birthday is celebrated.</returns>
    public static Day KingsDay(int year)
    {
        var day = Day.Of(year, 4, year >= 2014 ? 27 : 30);
        return day.DayOfWeek == NodaTime.IsoDayOfWeek.Sunday ? day.PlusDays(-1) : day;
    }

    private static ulong[] Fill()
    {
        var bits = new ulong[(Length + 63) / 64];
        for (var year = FirstYear; year <= LastYear; year++)
        {
            foreach (var day in InYear(year))
            {
                var index = day - From;
                bits[index >> 6] |= 1UL << (index & 63);
            }
        }

        return bits;
    }
}
